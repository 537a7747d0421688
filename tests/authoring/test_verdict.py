"""A pull request is compared with what was published: no address goes, and the change is shown."""

import re
import shutil
import subprocess

import pytest
from conftest import ROOT

from generator import __main__ as command_line
from generator.authoring.difference import difference
from generator.authoring.sections import sections


@pytest.fixture
def committed(tiny_root, monkeypatch):
    """The tiny project with one commit, and as the current folder."""
    if not shutil.which("git"):
        pytest.skip("git is not installed")
    monkeypatch.chdir(tiny_root)
    assert command_line.main(["addresses"]) == 0
    for command in (
        ["init", "-q"],
        ["add", "-A"],
        ["-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "-qm", "first"],
    ):
        subprocess.run(["git", *command], check=True)
    return tiny_root


def test_what_changes_on_the_pages_is_told(committed, monkeypatch, capsys):
    """The summary has the changed line of the page; nothing is wrong."""
    summary = committed / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    file = committed / "catalog/replies/250.yml"
    file.write_text(file.read_text().replace("was carried out", "was carried out whole"))
    assert command_line.main(["verdict", "HEAD"]) == 0
    told = summary.read_text()
    assert told.startswith("## No mistakes") and "+The command was carried out whole." in told
    assert "### `/250/`" in told and "api/" not in told  # pages alone


def test_what_cannot_be_compared_is_said(committed, monkeypatch, capsys):
    """A commit that is not here, and git that is not installed, are no faults of the program."""
    assert command_line.main(["verdict", "nowhere"]) == 1
    assert capsys.readouterr().err == "there is no commit 'nowhere' here; fetch it first\n"
    monkeypatch.setenv("PATH", "")
    assert command_line.main(["verdict", "HEAD"]) == 1
    assert capsys.readouterr().err == "two commits are compared with git; install it\n"


def test_no_line_of_the_ledger_goes(committed, capsys):
    """An entry that is deleted together with its line is answered."""
    file = committed / "catalog/addresses.txt"
    file.write_text(file.read_text().replace("/providers/example-mail/over-limit/\n", ""))
    (committed / "catalog/responses/example-mail/over-limit.yml").unlink()
    assert command_line.main(["verdict", "HEAD"]) == 1
    assert (
        "'/providers/example-mail/over-limit/' was taken out; put it back"
        in capsys.readouterr().out
    )


def test_entries_keep_their_meaning(committed, capsys):
    """Two responses whose contents were swapped are answered."""
    folder = committed / "catalog/responses/example-mail"
    one, other = folder / "over-limit.yml", folder / "come-back-later.yml"
    texts = one.read_text(), other.read_text()
    one.write_text(texts[1].replace("id: come-back-later", "id: over-limit"))
    other.write_text(texts[0].replace("id: over-limit", "id: come-back-later"))
    assert command_line.main(["verdict", "HEAD"]) == 1
    assert "an address keeps its meaning" in capsys.readouterr().out


def test_what_is_published_is_recorded_before(committed, capsys):
    """A new entry is told by the check, and refused when it comes to publishing."""
    assert command_line.main(["recorded"]) == 0
    file = committed / "catalog/responses/example-mail/come-back-later.yml"
    new = file.read_text().replace("id: come-back-later", "id: come-back-soon")
    new = new.replace("please come", "kindly come").replace("Come back later", "Come back soon")
    (file.parent / "come-back-soon.yml").write_text(new)
    assert command_line.main(["check"]) == 0
    assert "`make addresses` records them" in capsys.readouterr().out
    assert command_line.main(["recorded"]) == 1
    assert command_line.main(["addresses"]) == 0
    assert command_line.main(["recorded"]) == 0


def test_an_anchor_that_is_not_there_is_refused(tiny_root, monkeypatch, capsys):
    """An arrow leads to a section only where the page has it."""
    monkeypatch.chdir(tiny_root)
    file = tiny_root / "catalog/addresses.txt"
    file.write_text(
        file.read_text() + "/older/ -> /550/#meaning\n/oldest/ -> /550/#no-such-section\n"
    )
    assert command_line.main(["pages"]) == 1
    said = capsys.readouterr().out.splitlines()
    assert len(said) == 2 and "has no section '#no-such-section'" in said[0]


def test_a_difference_is_short_and_readable():
    """Markup is left out, and a fence in a text does not end the block."""
    told = difference(
        {"a.md": "---\nx\n---\n<p>old</p>\n"}, {"a.md": "---\nx\n---\n<p>```new</p>\n"}
    )
    assert told.splitlines()[0] == "## Pages: 0 new, 1 changed, 0 gone"
    assert "-old" in told and "+'''new" in told


def test_a_difference_tells_new_changed_and_gone_pages():
    """Only lines that a reader sees and that differ, at most sixty of a page, of at most 25."""
    before = {"a.md": "one\ntwo\n- \nthree\n", "b/index.md": "same", "index.md": "x", "gone.md": ""}
    after = {"a.md": "one\n2\n\nthree\n", "b/index.md": "same", "index.md": "y"}
    after["c.md"] = "\n".join(f"line {number}" for number in range(62))
    assert difference(before, after).split("\n") == [
        "## Pages: 1 new, 2 changed, 1 gone",
        "- new: `/c/`",
        "- **gone**: `/gone/`",
        "",
        "### `/c/`",
        "",
        "```diff",
        *(f"+line {number}" for number in range(60)),
        "… and 2 lines more",
        "```",
        *("", "### `/a/`", "", "```diff", "-two", "+2", "```"),
        *("", "### `/`", "", "```diff", "-x", "+y", "```"),
        "",
    ]
    many = difference({}, {f"p{number:02}.md": "x" for number in range(27)}).split("\n")
    assert many[0] == "## Pages: 27 new, 0 changed, 0 gone"
    assert [line for line in many if line.startswith("- new")][-1] == "- new: `/p24/`"
    assert many[-3:] == ["", "… and 2 pages more; the preview has them all.", ""]


def test_sections_are_read_from_the_text_of_an_rfc():
    """Headings and the table of contents, appendixes by their letters."""
    text = "   1.  Scope ....... 3\n2.3.  More\n\nAppendix A.  Notes\n\n   A.1. Details\n"
    assert sections(text) == {"1", "2", "2.3", "A", "A.1"}


def test_the_table_of_sections_is_made_from_texts(tiny_root, monkeypatch, capsys):
    """A document a line, its sections in order; without a text its line stays as it is."""
    monkeypatch.chdir(tiny_root)
    table = tiny_root / "catalog/registry/rfc-sections.tsv"
    before = table.read_bytes() if table.exists() else None
    texts = tiny_root / "texts"
    texts.mkdir()
    assert command_line.main(["sections", "texts"]) == 1
    assert "texts: no text of a cited RFC; see to the path" in capsys.readouterr().err
    assert (table.read_bytes() if table.exists() else None) == before
    (texts / "rfc5321.txt").write_text("10.  Last\n2.  Two\n2.3.  More\nAppendix B.  Notes\n")
    assert command_line.main(["sections", "texts"]) == 0
    assert table.read_text() == "document\tsections\nRFC 5321\t2 2.3 10 B\n"
    assert "their sections are not checked" in capsys.readouterr().out
    (texts / "rfc5321.txt").rename(texts / "rfc3463.txt")
    assert command_line.main(["sections", "texts"]) == 0
    assert "RFC 5321\t2 2.3 10 B\n" in table.read_text()  # no text now, but known


def test_sources_are_listed_once(tiny_root, monkeypatch, capsys):
    """One address a line, sorted."""
    monkeypatch.chdir(tiny_root)
    assert command_line.main(["sources"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines == sorted(set(lines)) and "https://example.org/manual" in lines


def test_workflows_call_commands_that_there_are():
    """Every command and every target in a workflow exists."""
    makefile = (ROOT / "Makefile").read_text("utf-8")
    program = (ROOT / "generator/__main__.py").read_text("utf-8")
    for file in (ROOT / ".github/workflows").glob("*.yml"):
        text = file.read_text("utf-8")
        for name in re.findall(r"python -m generator ([a-z-]+)", text):
            assert f'command("{name}"' in program
        for name in re.findall(r"run: make ([a-z]+)", text):
            assert re.search(rf"^{name}:", makefile, re.MULTILINE)
