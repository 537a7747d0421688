"""What the tests share: the tiny made-up catalogue, the real one, and the site built from it."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from counted import told

from generator.lookup import index as lookup
from generator.lookup.diagnose import Engine
from generator.pipeline import check

pytest_plugins = ["browsing"]

ROOT = Path(__file__).parent.parent
REWRITE = (
    os.environ.get("REWRITE") == "1"
)  # REWRITE=1 make test: write the expected files anew, then read the difference

NOTHING_TOLD = {"schemas": [], "checks": {}}  # to contributors, about fields and rules


def copy_tiny(folder):
    """Lays the tiny catalogue, with the project's own schemas, into a folder that stands for a
    project's root.
    """
    shutil.copytree(ROOT / "tests/catalog", folder / "catalog")
    shutil.copytree(ROOT / "catalog/schema", folder / "catalog/schema")
    return folder


def tree(folder):
    """The bytes of every file below a folder; the site map by its lines, for Zensical lists pages
    in another order.
    """
    found = {file.relative_to(folder): file for file in Path(folder).rglob("*") if file.is_file()}
    return {
        path: sorted(file.read_bytes().split(b"</url>"))
        if path.name == "sitemap.xml"
        else file.read_bytes()
        for path, file in found.items()
    }


def compare(file, text):
    """Asserts that a text equals the expected file; with REWRITE=1 writes the file instead."""
    if REWRITE:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    assert text == file.read_text("utf-8"), (
        f"differs from {file}; if the change is meant, run REWRITE=1 make test"
    )


@pytest.fixture
def tiny_root(tmp_path):
    """A project's root with the tiny catalogue, to change at will."""
    return copy_tiny(tmp_path)


@pytest.fixture
def themed(tiny_root, monkeypatch):
    """A project's root, the working folder, with the tiny catalogue and the real theme and
    settings.
    """
    shutil.copytree(ROOT / "docs", tiny_root / "docs")
    shutil.copytree(ROOT / "generator/pages/theme", tiny_root / "generator/pages/theme")
    shutil.copy(ROOT / "mkdocs.yml", tiny_root)
    for page in tiny_root.glob("docs/*.md"):  # the tiny catalogue has another provider
        page.write_text(page.read_text("utf-8").replace("s/google", "s/example-mail"), "utf-8")
    monkeypatch.chdir(tiny_root)
    return tiny_root


@pytest.fixture(scope="session")
def tiny(tmp_path_factory):
    """The links of the tiny catalogue."""
    links, mistakes = check(copy_tiny(tmp_path_factory.mktemp("tiny")))
    assert not mistakes
    return links


@pytest.fixture(scope="session")
def real():
    """The links of the project's own catalogue."""
    links, mistakes = check(ROOT)
    assert not mistakes, "\n".join(map(str, mistakes))
    return links


@pytest.fixture(scope="session")
def lookup_documents(real):
    """Index, entries and names of the lookup; trained once for each state of the catalogue."""
    made = {
        path.removeprefix("assets/lookup/").removesuffix(".json"): json.loads(text)
        for path, text in lookup.documents(real, ROOT / "build/lookup")
    }
    assert made.keys() == {"index", "names", "entries", "steps"}  # each in one part yet
    return made["index"], [made["entries"]], made["names"]


@pytest.fixture(scope="session")
def engine(lookup_documents):
    """The lookup's engine with all its documents."""
    return Engine(*lookup_documents)


@pytest.fixture(scope="session")
def site():
    """The folder of the site, built from the project's own catalogue by the command that publishes
    it.
    """
    result = subprocess.run(
        [sys.executable, "-m", "generator", "build"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stdout + result.stderr
    return ROOT / "site"


def pytest_terminal_summary(terminalreporter):
    """Prints what the attack counted."""
    if line := told():
        terminalreporter.write_line(f"attack: {line}")
