"""No input ends in a traceback: whatever a file holds or is, one message has place and remedy."""

import csv
import json
import re

import pytest
import yaml
from conftest import ROOT

from generator.pipeline import check, generate
from generator.reading.hand_written import read_hand_written
from generator.reading.made import all_made
from generator.reading.mistakes import UNPRINTABLE
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
