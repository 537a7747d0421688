"""No input ends in a traceback: whatever a file contains or is, one message has place and remedy."""

import os
import socket

import pytest
from conftest import ROOT, copy_tiny
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator import __main__ as command_line
from generator.pipeline import check, generate
from generator.reading.hand_written import read_hand_written
from generator.reading.mistakes import UNPRINTABLE
from generator.reading.source import Refusal, read_document

EXAMPLES = int(os.environ.get("EXAMPLES", "400"))  # of each kind; make test-all takes more


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


SPOILT = {  # the report's M3 to M5 and L1 to L4: path -> (what was there, what stands there now)
    "line-break": ("responses/example-mail/over-limit.yml", "meaning: Example Mail uses 5.1.1 for a full mailbox.", 'meaning: "Example Mail \\N uses 5.1.1."'),
    "class-one": ("replies/250.yml", 'code: "250"', 'code: "150"'),
    "long-number": ("replies/550.yml", "count: ", f"count: {'9' * 5000}"),
    "registry-columns": ("registry/reply-codes.tsv", None, "no columns\n"),
    "registry-row": ("registry/reply-codes.tsv", None, "code\tregistered_text\tdefined_in\tsection\tstatus\n550\n"),
    "registry-bytes": ("registry/enhanced-status-codes.tsv", None, b"\xff\xfe"),
    "schema": ("schema/reply.json", None, "{"),
    "schema-bytes": ("schema/reply.json", None, b"\xff"),
    "schema-reference": ("schema/reply.json", None, '{"$ref": "https://example.com/x.json"}'),
    "ledger-bytes": ("addresses.txt", None, b"\xff\x00"),
    "ledger-name": ("addresses.txt", None, f"/{'a' * 300}/\n"),
    "ledger-nul": ("addresses.txt", None, "/a\x00b/\n"),
    "long-section": ("problems/greylisted.yml", '"4.2.3"', f'"{"1" * 100_000}"'),
}  # fmt: skip


@pytest.mark.parametrize("name", SPOILT)
def test_the_inputs_that_ended_in_tracebacks_end_in_messages(name, tiny_root):
    """Each has its message with a place."""
    path, old, new = SPOILT[name]
    if old is not None:
        text = (tiny_root / "catalog" / path).read_text()
        new = text.replace(old, new, 1)
    write(tiny_root, path, new)
    lines = told(tiny_root)
    assert lines and all(len(line) < 1200 for line in lines)


@pytest.mark.parametrize("name", ["classes", "commands", "subjects", "stations", "labels"])
def test_a_missing_vocabulary_is_told(name, tiny_root):
    """It is one message at the file that is missing."""
    (tiny_root / f"catalog/{name}.yml").unlink()
    assert f"catalog/{name}.yml:1: this file is missing; restore it" in told(tiny_root)


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        '<img src="x" onerror="alert(1)">',
        "[x](javascript:alert(1))",
        "[x](java&#115;cript&colon;alert(1))",
        "[x](JaVa\tScRiPt:alert(1))",
        "[x](data:text/html,hello)",
        "words {: onclick=alert(1) }",
        "<iframe src='//evil.example'></iframe>",
        "<svg/onload=alert(1)>",
        "<!DOCTYPE x [<!ENTITY y 'z'>]>",
        "<style>*{display:none}</style>",
    ],
)
def test_hand_written_pages_hold_no_script(text, tiny_root):
    """A page may hold prose, Markdown and a short list of elements."""
    (tiny_root / "docs").mkdir()
    (tiny_root / "docs/x.md").write_text(f"# Title\n\n{text}\n")
    lines = told(tiny_root)
    assert lines and all(line.startswith("docs/x.md:3: ") for line in lines)


def test_the_projects_own_pages_are_allowed():
    """What is there passes, examples in code do too."""
    assert read_hand_written(ROOT)[1] == []


def test_files_of_other_kinds_are_not_published(tiny_root):
    """Only known kinds of files are copied."""
    (tiny_root / "docs").mkdir()
    (tiny_root / "docs/x.html").write_text("<script>alert(1)</script>")
    (tiny_root / "docs/CNAME").write_text("evil.example")
    assert len(told(tiny_root)) == 2


TEXTS = st.text(st.characters(codec="utf-8"), max_size=60)
YAML_LIKE = st.lists(
    st.sampled_from([*"abc01:-#'\"[]{}|>&*!%@`,\\ \n\t", "\u00a0", "“", "”", "\u202e", "😀", "\r\n", ": ", "\n- ", "\n  "]),
    max_size=40,
).map("".join)  # fmt: skip


@settings(max_examples=EXAMPLES, deadline=None)
@given(st.binary(max_size=200) | YAML_LIKE.map(str.encode) | TEXTS.map(str.encode))
def test_any_bytes_are_a_document_or_refused(data):
    """A place inside the file, a remedy behind a semicolon."""
    try:
        document = read_document("catalog/x.yml", data)
    except Refusal as refusal:
        assert 1 <= refusal.line <= data.count(b"\n") + data.count(b"\r") + 1
        assert ";" in str(refusal)
    else:
        for keys, _ in document.parts:
            assert document.place(keys)[0] >= 1


@pytest.fixture(scope="module")
def shared(tmp_path_factory):
    """One tiny project for many examples."""
    return copy_tiny(tmp_path_factory.mktemp("hostile"))


FIELDS = [
    (path, line)
    for path in ("replies/550.yml", "problems/mailbox-full.yml", "responses/example-mail/over-limit.yml")
    for line in range(len((ROOT / "tests/catalog" / path).read_text().splitlines()))
]  # fmt: skip


@settings(
    max_examples=max(EXAMPLES // 4, 50),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.sampled_from(FIELDS), TEXTS | YAML_LIKE, st.booleans())
def test_any_text_in_any_field_is_shown_or_refused(shared, where, text, quoted):
    """Nothing ends in a traceback, and what is accepted is no markup on a page."""
    path, number = where
    file = shared / "catalog" / path
    before = file.read_text()
    lines = before.splitlines()
    name, colon, _ = lines[number].partition(":")
    value = '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"' if quoted else text
    lines[number] = f"{name}{colon} {value}"
    try:
        file.write_bytes("\n".join(lines).encode("utf-8", "replace"))
        files, mistakes = generate(shared)
        for mistake in mistakes:
            assert not UNPRINTABLE.search(str(mistake)) and ";" in str(mistake)
        for content in (files or {}).values():
            assert isinstance(content, bytes) or "<script>" not in content
    finally:
        file.write_text(before)


def test_an_unforeseen_fault_names_the_file_and_asks_for_a_report(tiny_root, monkeypatch, capsys):
    """The last net of the command line: no traceback reaches the contributor."""
    monkeypatch.chdir(tiny_root)

    def fails(library):
        for document in library.entries:
            raise RuntimeError(f"\x1b[2J{document.name}")

    monkeypatch.setattr("generator.rules.rulebook.RULES", (fails,))
    assert command_line.main(["check"]) == 1
    said = capsys.readouterr().err
    assert said.startswith("catalog/replies/") and "please report it" in said
    assert "Traceback" not in said and "\x1b" not in said
