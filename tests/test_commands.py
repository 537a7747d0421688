"""What every command prints of the tiny catalogue, and what it says where it cannot do its work."""

import io
import re
from datetime import date
from types import SimpleNamespace

import pytest
from conftest import ROOT, compare

from generator import __main__ as command_line
from generator.lookup import counted

EXPECTED = ROOT / "tests/expected/commands"
BOUNCE = "550 5.1.1 account of anna@example.org is over its limit"
POSTFIX = "postfix/smtp[7]: 4F1A2B3C: to=<anna@example.org>, dsn={}, status=bounced (host said: {})"
LOG = [  # causes and codes that are as frequent as others, none, and lines that are no failures
    "connect from mx.example.net",
    "550 5.1.1 no such user",
    '{"response":{"code":452,"enhanced_code":{"class":4,"subject":2,"detail":2},'
    '"content":"greylisted, please come back later"},"peer_address":{"name":"mx.example.net"}}',
    POSTFIX.format("5.9.9", "599 5.9.9 xyzzy plugh"),
    POSTFIX.format("2.0.0", "250 2.0.0 Ok").replace("bounced", "sent"),
    BOUNCE,
    f'{{"SYSLOG_IDENTIFIER":"postfix/smtp","MESSAGE":"{POSTFIX[17:].format("5.1.1", BOUNCE)}"}}',
    BOUNCE.replace("anna", "ben"),
    POSTFIX.format("5.2.2", "552 xyzzy plugh"),
]
COMMANDS = {  # name of the expected file -> the command, what stands on standard input
    "check": ("check", ""),
    "stale": ("stale", ""),
    "sources": ("sources", ""),
    "cases": ("cases", ""),
    "wrapped-cases": ("wrapped-cases", ""),
    "explain": (f"explain {BOUNCE}", ""),
    "explain-input": ("explain", BOUNCE),
    "explain-json": (f"explain --json {BOUNCE}", ""),
    "log": ("explain --log", "\n".join(LOG)),
    "log-json": ("explain --log --json", "\n".join(LOG)),
    "log-csv": ("explain --csv", "\n".join(LOG)),
}


@pytest.fixture
def root(tiny_root, monkeypatch):
    """The tiny project is the working folder, and it is always the same day."""
    monkeypatch.chdir(tiny_root)
    monkeypatch.delenv("SITE_URL", raising=False)
    monkeypatch.setattr(command_line, "date", SimpleNamespace(today=lambda: date(2026, 1, 31)))
    return tiny_root


@pytest.mark.parametrize("name", COMMANDS)
def test_what_a_command_prints_is_the_expected(name, root, monkeypatch, capsys):
    """All of it, and nothing beside; what only answers a question writes no page."""
    command, given = COMMANDS[name]
    monkeypatch.setattr("sys.stdin", io.StringIO(given))
    assert command_line.main(command.split(" ")) == 0
    printed = capsys.readouterr()
    compare(EXPECTED / f"{name}.txt", printed.out)
    assert printed.err == "" and not (root / "build/docs").exists()


ALL = [
    *("check", "recorded", "stale", "pages", "build", "addresses", "cases", "wrapped-cases"),
    *("explain 550", "changes"),
]


@pytest.mark.parametrize("command", ALL)
def test_every_command_tells_mistakes_and_does_nothing_else(command, root, capsys):
    """One line each, and how many they are; the status says that something has to be mended."""
    file = root / "catalog/replies/550.yml"
    file.write_text(file.read_text("utf-8").replace("importance: ", "importance: very "), "utf-8")
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    assert command_line.main(command.split(" ")) == 1
    said = capsys.readouterr()
    place, mistake, count = re.split(": |\n", said.out, maxsplit=2)
    assert (place, count) == ("catalog/replies/550.yml:5", "1 mistake\n") and said.err == ""
    assert mistake == "'importance' cannot be 'very high'; write one of high, medium, low"
    made = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    assert {path for path in made if path.parts[-2] != "build"} == before.keys()
    assert all(made[path] == content for path, content in before.items())


def test_a_long_part_of_a_table_is_cut_and_counted(root, monkeypatch, capsys):
    """The most frequent stay."""
    monkeypatch.setattr(counted, "MOST_SHOWN", 1)
    monkeypatch.setattr("sys.stdin", io.StringIO("\n".join(LOG)))
    assert command_line.main(["explain", "--log"]) == 0
    compare(EXPECTED / "log-short.txt", capsys.readouterr().out)


def test_the_site_has_its_address_in_what_is_told(root, monkeypatch, capsys):
    """Links of a log lead to it."""
    monkeypatch.setenv("SITE_URL", "https://example.org/smtp/")
    monkeypatch.setattr("sys.stdin", io.StringIO(BOUNCE))
    assert command_line.main(["explain", "--csv"]) == 0
    link = "https://example.org/smtp/providers/example-mail/over-limit/"
    assert capsys.readouterr().out.splitlines()[1].endswith(f",{link}")


def test_addresses_are_recorded_and_then_known(root, capsys):
    """What is published next is in the ledger; the check says so no more."""
    assert command_line.main(["recorded"]) == 1
    assert capsys.readouterr().out == (
        "catalog/addresses.txt:1: /, /2.X.X/, /2.x.x/ and 125 more would be published unrecorded; "
        "run make addresses, and commit\n1 mistake\n"
    )
    assert command_line.main(["addresses"]) == command_line.main(["recorded"]) == 0
    assert command_line.main(["check"]) == 0
    assert capsys.readouterr().out == "no mistakes\n" * 2
    compare(EXPECTED / "addresses.txt", (root / "catalog/addresses.txt").read_text("utf-8"))


def test_a_fault_of_a_file_is_told_with_its_place(root, capsys):
    """Where nothing can be written, say."""
    (root / "build").touch()
    assert command_line.main(["pages"]) == 1
    assert capsys.readouterr().err == (
        "build/docs: Not a directory; see to its permissions and to the room on the disk, "
        "and run the command again\n"
    )


def test_what_is_served_is_checked_at_every_change(root, monkeypatch, capsys):
    """Mistakes and faults of the program are told, and nothing is shown; else the pages are."""
    entry = root / "catalog/replies/550.yml"
    good, shown = entry.read_text("utf-8"), []

    def serve(renewed):
        for text in (good, good.replace("importance: ", "importance: very "), "fault", good):
            entry.write_text(text, "utf-8")
            with monkeypatch.context() as patch:
                if text == "fault":
                    patch.setattr(command_line, "read_catalogue", lambda *_, read: {}["fault"])
                shown.append(renewed() and type(renewed()).__name__)
        return 7

    (root / "mkdocs.yml").touch()
    monkeypatch.setattr(command_line, "serve", serve)
    assert command_line.main(["serve"]) == 7
    assert shown == ["Live", None, None, "Live"]
    said = capsys.readouterr()
    assert said.out.startswith("catalog/replies/550.yml:5: ") and said.out.endswith("1 mistake\n")
    assert said.err.startswith("the program failed at ")
    assert "/test_commands.py:" in said.err and ": KeyError: 'fault'; this is a fault" in said.err


def test_what_needs_a_built_site_says_so(root, monkeypatch, capsys):
    """The archive, and the list of changes."""
    assert command_line.main(["offline"]) == 1
    assert capsys.readouterr().err == "site: there is no site yet; build it with `make site`\n"
    assert command_line.main(["changes"]) == 1
    assert capsys.readouterr().err == ("site: the address of the site is not known; set SITE_URL\n")
    (root / "site/assets").mkdir(parents=True)
    (root / "site/index.html").write_text("<p>", "utf-8")
    assert command_line.main(["offline"]) == 0
    assert capsys.readouterr().out == (
        "1 files in build/smtp-status-codes.zip; unpack it and open index.html\n"
    )
    (root / "site/assets/scripts.js").write_text("import('x.js')", "utf-8")
    assert command_line.main(["offline"]) == 1
    assert capsys.readouterr().err == (
        "assets/scripts.js: opens modules or codes in another way; see `started` in "
        "publish/offline.py\n"
    )
