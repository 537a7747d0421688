"""What is given to an engine, and what of its words is passed on."""

import os
import sys
from pathlib import Path

import pytest

from generator.publish import engines

FAULT = "Traceback (most recent call last):\n  File x\nOSError: [Errno 28] No space left\n"
SAID = {  # what an engine writes -> what is passed on
    "": "",
    "INFO - Building\n": "",
    "INFO - Building\nWARNING - no such page\nAborted\n": "WARNING - no such page\nAborted\n",
    f"INFO - Building\nWARNING - one\n{FAULT}": "WARNING - one\nmkdocs failed: OSError: [Errno 28] "
    "No space left; see to the room on the disk and to permissions\n",
}


@pytest.mark.parametrize("said", SAID)
def test_warnings_are_passed_on_and_a_fault_in_one_line(said, monkeypatch, capsys):
    """What an engine tells of itself is left out; its status is that of the build."""
    program = f"import sys; sys.stderr.write({said!r}); sys.exit(3)"
    monkeypatch.setattr(engines, "mkdocs_command", lambda *_: [sys.executable, "-c", program])
    assert engines.run_engine("mkdocs", "pages", "fresh") == 3
    assert capsys.readouterr().err == SAID[said]


def test_an_engine_has_its_own_configuration(tmp_path, monkeypatch):
    """Beside the pages, with their folder and that of the site; the theme's folder is absolute."""
    monkeypatch.chdir(tmp_path)
    Path("build").mkdir()
    Path("mkdocs.yml").write_text(
        "site_name: x\ndocs_dir: build/docs\nsite_dir: site\ntheme:\n  custom_dir: a/b\nnav: []\n"
    )
    own = engines.own_configuration("mkdocs.yml", Path("build/docs"), Path("build/site"))
    assert own == Path("build/engine.yml")
    theme = f'"{tmp_path.as_posix()}/generator/pages/theme"'
    assert own.read_text() == (
        f"docs_dir: docs\nsite_dir: site\nsite_name: x\ntheme:\n  custom_dir: {theme}\nnav: []\n"
    )
    command = engines.mkdocs_command("mkdocs.yml", Path("build/docs"), Path("build/site"))
    assert command[1:] == ["-m", "mkdocs", "build", "--strict", "--config-file", str(own)]


def test_zensical_reads_copies_under_other_names(tmp_path, monkeypatch):
    """A page of the catalogue lies in a folder of its own, and hand-written pages and the menu
    lead there.
    """
    monkeypatch.chdir(tmp_path)
    for path, text in {
        "docs/about.md": "",
        "build/docs/about.md": "[one](550.md) [two](x/451.md#a) [three](about.md)",
        "build/docs/550.md": "[one](x/451.md)",
        "build/docs/x/451.md": "451",
        "build/docs/x/index.md": "index",
        "build/docs/api/v1.json": "{}",
        "build/docs.zensical/old.md": "old",
        "mkdocs.yml": "nav:\n  - One: 550.md\n  - About: about.md\n",
    }.items():
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).write_text(text, "utf-8")
    command = engines.zensical_command("mkdocs.yml", Path("build/docs"), Path("build/site"))
    assert command[2:5] == ["zensical", "build", "--strict"]
    copy = Path("build/docs.zensical")
    made = {file.relative_to(copy).as_posix(): file.read_text() for file in copy.rglob("*.*")}
    assert made == {
        "about.md": "[one](550/index.md) [two](x/451/index.md#a) [three](about.md)",
        "550/index.md": "[one](x/451.md)",  # in a page of the catalogue links are HTML
        "x/451/index.md": "451",
        "x/index.md": "index",
        "api/v1.json": "{}",
    }
    assert Path("build/engine.yml").read_text() == (
        "docs_dir: docs.zensical\nsite_dir: site\n"
        "nav:\n  - One: 550/index.md\n  - About: about.md\n"
    )


def test_the_date_of_a_build_is_fixed(monkeypatch):
    """Unless whoever builds names another one."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert engines.mkdocs_environment() == {
        **os.environ,
        "SOURCE_DATE_EPOCH": "315532800",
        "NO_MKDOCS_2_WARNING": "1",
    }
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "7")
    assert engines.mkdocs_environment()["SOURCE_DATE_EPOCH"] == "7"
