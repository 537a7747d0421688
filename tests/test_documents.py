"""What the project says of itself is true: the entry in the README, the menu, and the lists that stand in two places."""

import re
from pathlib import Path

import pytest
import yaml
from conftest import REWRITE, ROOT

from generator import pages
from generator.shape import Schemas, kind_of
from generator.source import read_catalogue

README = ROOT / "README.md"


def block(text, comment):
    """The (start, end) of the fenced block behind a comment of the README."""
    found = re.search(rf"<!-- {re.escape(comment)} -->\n```+\w*\n(.*?)(?=```)", text, re.DOTALL)
    return found.span(1)


@pytest.mark.parametrize("kind", ["entry", "page"])
def test_the_readme_shows_a_real_entry_and_its_page(kind, real):
    """The entry is the file, byte for byte; the page is what the generator makes of it, up to its first section."""
    text = README.read_text("utf-8")
    if kind == "entry":
        comment = "entry: catalog/responses/google/inbox-out-of-storage.yml"
        wanted = (ROOT / comment.removeprefix("entry: ")).read_text("utf-8")
    else:
        comment = "page: providers/google/inbox-out-of-storage.md"
        page = dict(pages.pages(real, [], {}))[comment.removeprefix("page: ")]
        wanted = page.split("\n## What to do")[0].strip() + "\n"
    start, end = block(text, comment)
    if REWRITE:
        README.write_text(text[:start] + wanted + text[end:], "utf-8")
    else:
        assert text[start:end] == wanted, "the README shows this entry; run REWRITE=1 make test to show it as it is now"


def test_the_menu_lists_every_target():
    """`make help` is made from the comments behind the targets; every target for people has one."""
    makefile = (ROOT / "Makefile").read_text("utf-8")
    phony = set(re.search(r"\.PHONY: (.*)", makefile)[1].split())
    told = set(re.findall(r"^([a-z]+):.*## ", makefile, re.MULTILINE))
    assert phony - told == {"browser"}
    mentioned = set(re.findall(r"(?:^|`)make ([a-z]+)", README.read_text("utf-8"), re.MULTILINE))
    assert mentioned <= told


def test_categories_stand_once_in_the_schema_and_once_in_the_vocabulary(real):
    """The schema offers exactly the categories that have a page."""
    assert Schemas(ROOT / "catalog/schema").by_name["common"]["$defs"]["category"]["enum"] == list(real.categories)


def test_workflows_pin_their_actions_and_ask_for_little():
    """Every action is pinned by its commit, and the default permission is to read."""
    for file in sorted((ROOT / ".github/workflows").glob("*.yml")):
        workflow = yaml.safe_load(file.read_text("utf-8"))
        assert workflow["permissions"] == {"contents": "read"}, file
        for use in re.findall(r"uses: (\S+)", file.read_text("utf-8")):
            assert re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", use), use


def test_nothing_generated_is_committed():
    """Output folders are ignored, and every file of the catalogue has a place and a kind."""
    ignored = (ROOT / ".gitignore").read_text("utf-8").splitlines()
    assert {"/build/", "/site/"} <= set(ignored)
    documents, refused = read_catalogue(ROOT)
    assert refused == [] and all(kind_of(document) for document in documents)


def test_modules_are_short_and_import_downwards():
    """No module is longer than a newcomer reads in a sitting, and none imports one that stands above it."""
    order = [
        "source",
        "shape",
        "library",
        "rules",
        "response_rules",
        "code_rules",
        "entry_rules",
        "sense",
        "vocabulary",
        "codes",
        "entries",
        "catalogue",
        "advice",
        "build",
        "addresses",
        "check",
        "markup",
        "pages",
        "data",
        "bounces",
        "output",
        "serve",
        "new",
        "__main__",
    ]
    files = {file.stem: file for file in Path(ROOT / "generator").glob("*.py") if file.stem != "__init__"}
    assert sorted(files) == sorted(order)
    for name, file in files.items():
        text = file.read_text("utf-8")
        assert len(text.splitlines()) <= 300, name
        used = set(re.findall(r"^from generator\.(\w+) import", text, re.MULTILINE))
        for line in re.findall(r"^from generator import ([\w, ]+?)(?:  #.*)?$", text, re.MULTILINE):
            used |= set(line.split(", "))
        assert all(order.index(other) < order.index(name) for other in used), name
