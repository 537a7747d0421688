"""No input ends in a traceback: whatever a file holds or is, one message has place and remedy."""

import csv
import json
import os
import re
import socket

import pytest
import yaml
from conftest import ROOT

from generator import __main__ as command_line
from generator import reports
from generator.pipeline import check, generate
from generator.reading.hand_written import read_hand_written
from generator.reading.made import all_made
from generator.reading.mistakes import UNPRINTABLE
from generator.reading.source import read_document
from generator.reading.web import deceptive


def told(root):
    """The mistakes of a project, each as it is printed, one a line."""
    mistakes = (check(root)[1] or generate(root)[1]) if root else []
    lines = [str(mistake) for mistake in mistakes]
    assert not any(map(UNPRINTABLE.search, lines)), lines
    return lines


def write(root, path, data):
    """Writes bytes or text at a path of the catalogue."""
    file = root / "catalog" / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data if isinstance(data, bytes) else data.encode())


NOT_FILES = {
    "a folder": lambda file: file.mkdir(),
    "a link to nothing": lambda file: file.symlink_to("nowhere"),
    "a link to itself": lambda file: file.symlink_to(file.name),
    "a link to a file": lambda file: file.symlink_to("/etc/passwd"),
    "a link to a device": lambda file: file.symlink_to("/dev/zero"),
    "a pipe": lambda file: os.mkfifo(file),
}


@pytest.mark.parametrize("kind", NOT_FILES)
@pytest.mark.parametrize("place", ["catalog/replies/x.yml", "docs/x.md", "docs/x.txt"])
def test_what_is_no_ordinary_file_is_refused(kind, place, tiny_root):
    """One message names it; nothing is read through it."""
    (tiny_root / "docs").mkdir()
    NOT_FILES[kind](tiny_root / place)
    if kind == "a folder" and place.endswith(".txt"):
        return  # an ordinary name for a folder
    lines = told(tiny_root)
    assert len(lines) == 1 and lines[0].startswith(f"{place}:1: "), lines


def test_a_socket_and_a_strange_name_are_refused(tiny_root, monkeypatch):
    """A name with control characters is printed without them."""
    monkeypatch.chdir(tiny_root / "catalog/replies")
    with socket.socket(socket.AF_UNIX) as made:
        made.bind("s.yml")
        assert len(told(tiny_root)) == 1
    os.unlink("s.yml")
    write(tiny_root, "replies/a\n::error::b\x1b[2J.yml", "code: [")
    assert len(told(tiny_root)) == 1


def test_locks_and_copies_of_editors_are_passed_over(tiny_root):
    """Emacs, Vim and others may lay files beside the one that is edited."""
    (tiny_root / "catalog/replies/.#550.yml").symlink_to("somebody@host.1")
    for name in ("#550.yml#", ".550.yml.swp", "550.yml~", ".DS_Store"):
        write(tiny_root, f"replies/{name}", b"\x00")
    assert told(tiny_root) == []


COLUMNS = (
    "the columns are not code, registered_text, defined_in, section, status; "
    "put a tab between every two"
)
LEDGER_LINE = (
    "not '/address/' or '/old/ -> /new/'; write one address a line, of letters, digits, dots and "
    "hyphens, each with a slash at its end"
)
SPOILT = {  # path -> (what was there, what stands there now, where and how it is told)
    "line-break": (
        "responses/example-mail/over-limit.yml",
        "meaning: Example Mail uses 5.1.1 for a full mailbox.",
        'meaning: "Example Mail \\N uses 5.1.1."',
        "7: the control character '\\x85' in a value; remove it",
    ),
    "class-one": (
        "replies/250.yml",
        'code: "250"',
        'code: "150"',
        "1: '150' is not the file's name; write code: 250, or rename the file",
    ),
    "long-number": (
        "replies/550.yml",
        "count: ",
        f"count: {'9' * 5000}",
        "20: 'count' has 5004 characters, at most 12 fit; shorten it",
    ),
    "long-section": (
        "problems/greylisted.yml",
        '"4.2.3"',
        f'"{"1" * 100_000}"',
        "27: 'section' has 100000 characters, at most 24 fit; shorten it",
    ),
    "registry-columns": ("registry/reply-codes.tsv", None, "no columns\n", f"1: {COLUMNS}"),
    "registry-row": (
        "registry/reply-codes.tsv",
        None,
        "code\tregistered_text\tdefined_in\tsection\tstatus\n550\n",
        f"2: {COLUMNS}",
    ),
    "registry-bytes": (
        "registry/enhanced-status-codes.tsv",
        None,
        b"\xff\xfe",
        "1: a byte that is not UTF-8; save it as UTF-8",
    ),
    "schema": (
        "schema/reply.json",
        None,
        "{",
        "1: not readable as JSON: Expecting property name enclosed in double quotes; correct it",
    ),
    "schema-bytes": (
        "schema/reply.json",
        None,
        b"\xff",
        "1: a byte that is not UTF-8; save it as UTF-8",
    ),
    "ledger-bytes": (
        "addresses.txt",
        None,
        b"\xff\x00",
        "1: a byte that is not UTF-8; save it as UTF-8",
    ),
    "ledger-name": ("addresses.txt", None, f"/{'a' * 300}/\n", f"1: {LEDGER_LINE}"),
    "ledger-nul": ("addresses.txt", None, "/a\x00b/\n", f"1: {LEDGER_LINE}"),
}


@pytest.mark.parametrize("name", SPOILT)
def test_the_inputs_that_ended_in_tracebacks_end_in_messages(name, tiny_root):
    """One message at the file, its line, and what to do."""
    path, old, new, wanted = SPOILT[name]
    if old is not None:
        text = (tiny_root / "catalog" / path).read_text()
        new = text.replace(old, new, 1)
    write(tiny_root, path, new)
    assert told(tiny_root) == [f"catalog/{path}:{wanted}"]


UNUSABLE = {  # a schema -> how it is told
    '{"$ref": "https://example.com/x.json"}': (
        "Resource 'https://example.com/x.json' is not present in a registry and retrieving it "
        "failed: Default retriever does not fetch resources"
    ),
    '{"$ref": "common.json#/$defs/nothing"}': "Pointer '/$defs/nothing' does not exist",
    '{"$defs": {"line": {"type": "nonsense"}}}': (
        """"nonsense" is not valid under any of the schemas listed in the 'anyOf' keyword"""
    ),
}


@pytest.mark.parametrize("schema", UNUSABLE)
@pytest.mark.parametrize("name", ["reply", "common"])
def test_a_schema_that_cannot_be_used_is_told_at_its_file(name, schema, tiny_root):
    """Nothing is fetched, for the schemas refer to the common one alone."""
    write(tiny_root, f"schema/{name}.json", schema)
    place = f"catalog/schema/{name}.json:1"
    assert told(tiny_root) == [f"{place}: a schema cannot be used: {UNUSABLE[schema]}; correct it"]


@pytest.mark.parametrize("name", ["classes", "commands", "subjects", "stations", "labels"])
def test_a_missing_vocabulary_is_told(name, tiny_root):
    """It is one message at the file that is missing."""
    (tiny_root / f"catalog/{name}.yml").unlink()
    assert f"catalog/{name}.yml:1: this file is missing; restore it" in told(tiny_root)


@pytest.mark.parametrize(
    "path",
    [
        *("550.md", "550/index.md", "550/README.md", "README.md", "5.x.x.md", "api/v1/codes.json"),
        *("api/v1/codes.json/x.txt", "5.1.1.md/x.txt", "providers.md"),
    ],
)
def test_nothing_stands_in_the_place_of_a_generated_page(path, tiny_root):
    """Neither the same file, nor another with the same address, nor a folder where a file goes."""
    (tiny_root / "docs" / path).parent.mkdir(parents=True)
    (tiny_root / "docs" / path).write_text("# Title\n")
    lines = told(tiny_root)
    assert lines and all(line.startswith("docs/") for line in lines)


@pytest.mark.parametrize(
    "name", ["a\\b.md", "a\nb.md", "é.md", "-x.md", "a b.md", "x" * 90 + ".md"]
)
def test_a_name_that_is_no_part_of_an_address_is_refused(name, tiny_root):
    """What is published has an address in plain letters."""
    (tiny_root / "docs").mkdir()
    (tiny_root / "docs" / name).write_text("# Title\n")
    lines = told(tiny_root)
    assert len(lines) == 1 and "use letters, digits, dots and hyphens" in lines[0]


def test_a_file_with_thousands_of_mistakes_is_told_in_a_few(tiny_root):
    """The first ones, and how many more there are."""
    file = tiny_root / "catalog/problems/mailbox-full.yml"
    file.write_text("".join(f"f{number}: x\n" for number in range(4000)) + file.read_text())
    lines = told(tiny_root)
    assert len(lines) == 21 and "3,980 mistakes more in this file" in "".join(lines)


@pytest.mark.parametrize("length", [81, 5000, 200_000])
@pytest.mark.parametrize(
    "field",
    ["importance", "category", "code", "strange", "meanings", "problems", "answers", "reviewed"],
)
def test_values_are_quoted_and_cut(field, length, tiny_root):
    """No message repeats more than 80 characters of what somebody wrote."""
    file = tiny_root / "catalog/replies/452.yml"
    kept = [line for line in file.read_text().splitlines() if not line.startswith(f"{field}:")]
    value = "\\n::stop-commands::" + "y" * length
    file.write_text("\n".join([*kept, f'{field}: "{value}"']) + "\n")
    lines = told(tiny_root)
    assert lines and not any("y" * 81 in line or "\n" in line for line in lines)


def test_characters_beyond_the_first_plane_work_everywhere(tiny_root):
    """In the front matter, on pages, in the lookup and in the data."""
    file = tiny_root / "catalog/problems/mailbox-full.yml"
    file.write_text(file.read_text().replace("name: Mailbox full", "name: Mailbox 📬 full"))
    files, mistakes = generate(tiny_root)
    assert mistakes == []
    files = dict(all_made(files.items()))
    head = files["problems/mailbox-full.md"].split("---\n")[1]
    assert yaml.safe_load(head)["title"] == "Mailbox 📬 full"
    assert json.loads(files["api/v1/problems.json"])["problems"]
    for path in ("api/v1/problems.json", "api/v1/catalogue.json", "problems.md"):
        assert "Mailbox 📬 full" in files[path], path


def test_no_cell_of_the_table_is_a_formula(tiny_root):
    """What a spreadsheet would run is text to it."""
    file = tiny_root / "catalog/replies/452.yml"
    text = re.sub(r"(?m)^summary: .*(\n  .*)*", "", file.read_text())
    for formula in ("=HYPERLINK('https://example.com')", "+1+cmd|' /C calc'!A0", "@SUM(1)", "-2+3"):
        file.write_text(text + f'summary: "{formula} and some more words."\n')
        files, mistakes = generate(tiny_root)
        assert mistakes == []
        rows = list(csv.reader(files["api/v1/codes.csv"].splitlines()))
        assert f"'{formula} and some more words." in next(row for row in rows if row[0] == "452")
        assert not any(cell[:1] in tuple("=+-@\t\r") for row in rows for cell in row if cell)


def test_the_projects_own_pages_are_allowed():
    """What is there passes, examples in code do too."""
    assert read_hand_written(ROOT)[1] == []


def test_files_of_other_kinds_are_not_published(tiny_root):
    """Only known kinds of files are copied."""
    (tiny_root / "docs").mkdir()
    (tiny_root / "docs/x.html").write_text("<script>alert(1)</script>")
    (tiny_root / "docs/CNAME").write_text("evil.example")
    assert len(told(tiny_root)) == 2


@pytest.mark.parametrize(
    "link",
    [
        *("https://support.example.com@evil.example/", "http://example.com:pw@evil.example/"),
        *("http://127.0.0.1:8000/", "http://[::1]/", "https://0x7f.1/", "https://2130706433/"),
        *("https://127.0.0.10x7f", "https://localhost/", "https://a.internal/", "https://a/"),
        *(
            "https://xn--pple-43d.com/",
            "https://аpple.com/",
            "https://a..example/",
            "https://-a.com/",
        ),
        *("https://example.com:99999/", "https://example.com:22/", "https://example.com/é"),
        *(
            "mailto:a@example.com?bcc=b@example.com",
            "mailto:a%0ab@example.com",
            "mailto:a@localhost",
        ),
    ],
)
def test_links_that_deceive_are_refused(link):
    """Users, passwords, prepared messages, numbers, other letters, hosts of one's own."""
    assert deceptive(link)
    assert not deceptive("https://support.example.com/a/b?c=d#e")
    assert not deceptive("mailto:postmaster@example.com")


def test_an_unforeseen_fault_names_the_file_and_asks_for_a_report(tiny_root, monkeypatch, capsys):
    """The last net of the command line: no traceback reaches the contributor."""
    monkeypatch.chdir(tiny_root)

    def fails(library):
        for document in library.entries:
            raise RuntimeError(f"\x1b[2J{document.name}")

    monkeypatch.setattr("generator.rules.rulebook.OF_A_PART", (fails,))
    assert command_line.main(["check"]) == 1
    said = capsys.readouterr().err
    assert said.startswith("catalog/replies/") and "please report it" in said
    assert "Traceback" not in said and "\x1b" not in said


def test_a_fault_of_the_program_is_told_with_the_file_that_it_read():
    """Where it happened, at which file of the catalogue, and whom to tell; it is one line."""
    document = read_document("catalog/replies/550.yml", b"code: 550")
    try:
        document.value["co\nde"]
    except KeyError as error:
        told = reports.unforeseen(error)
    place = f"tests/reading/test_hostile.py:{error_line(told)}"
    assert told == (
        f"catalog/replies/550.yml:1: the program failed at {place}: KeyError: 'co\\nde'; this is a "
        "fault of the program: please report it, with the file that you changed last"
    )


def error_line(told):
    """The line of the program that a message names."""
    return re.search(r"\.py:(\d+): ", told)[1]
