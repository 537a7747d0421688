"""A stamped page is, byte for byte, what the engine makes of its Markdown."""

import os
import shutil
import sys
from pathlib import Path

import pytest
from conftest import ROOT, tree

from generator.pipeline import generate
from generator.publish import building, stamping
from generator.reading.made import made

OTHER = ROOT / ".venv-zensical/bin/python"  # `make test` makes it
PYTHONS = {"mkdocs": sys.executable, "zensical": os.environ.get("ZENSICAL", str(OTHER))}
STEP = 60  # of the real pages beside one of each shape


def by_the_engine_alone(files, *_):
    """A plan in which nothing is stamped."""
    return stamping.Plan(files, {}, {})


def plan_of(files, configuration):
    """The plan for files with their contents."""
    return stamping.plan(files, configuration, lambda path: stamping.shape_of(made(files[path])))


@pytest.mark.parametrize("engine", PYTHONS)
def test_a_stamped_site_is_the_engines(engine, themed, monkeypatch):
    """Every page, the site map and every other file, with the address of the site set."""
    if not os.path.exists(PYTHONS[engine]):
        pytest.skip("the other engine is not there; `make test` installs it")
    monkeypatch.setattr(sys, "executable", PYTHONS[engine])
    monkeypatch.setenv("SITE_URL", "https://codes.example.org/below/")
    files, mistakes = generate(".")
    assert not mistakes
    building.lay(files)
    assert building.build(files, "stamped", engine) == 0
    plan = plan_of(files, Path("mkdocs.yml").read_text("utf-8"))
    assert len(plan.stamped) > 40 and len(plan.models) < len(plan.stamped)
    monkeypatch.setattr(stamping, "plan", by_the_engine_alone)
    assert building.build(files, "alone", engine) == 0
    stamped, alone = tree("stamped"), tree("alone")
    assert stamped.keys() == alone.keys()
    assert [path for path in stamped if stamped[path] != alone[path]] == []


def test_real_pages_are_stamped_as_the_engine_builds_them(site, tmp_path, monkeypatch):
    """One page of each shape and every sixtieth of the others, of the project's own catalogue."""
    monkeypatch.chdir(tmp_path)
    pages = ROOT / building.DOCUMENTS
    texts = {
        file.relative_to(pages).as_posix(): file.read_text("utf-8") for file in pages.rglob("*.md")
    }
    hand_written = {path for path in texts if (ROOT / "docs" / path).exists()}
    configuration = (ROOT / "mkdocs.yml").read_text("utf-8")
    plan = plan_of(
        {path: t.encode() if path in hand_written else t for path, t in texts.items()},
        configuration,
    )
    each = {model: path for path, model in plan.stamped.items()}
    named = texts.keys() & stamping.NAMED.findall(configuration)
    chosen = {*each.values(), *sorted(plan.stamped)[::STEP], *named}
    linked = {
        path: texts.get(path) or (pages / path).read_bytes()
        for path in stamping.named_in("", {path: texts[path] for path in hand_written})
        if (pages / path).is_file()
    }
    assets = {
        file.relative_to(pages).as_posix(): file.read_bytes()
        for file in (pages / "assets").iterdir()
        if file.is_file()
    }
    files = {path: texts[path] for path in chosen | hand_written} | linked | assets
    shutil.copytree(ROOT / "generator/pages/theme", "generator/pages/theme")
    Path("mkdocs.yml").write_text(configuration, "utf-8")
    monkeypatch.setattr(stamping, "plan", by_the_engine_alone)
    building.lay(files)
    assert building.build(files, "alone") == 0
    compared = [stamping.page_of(path) for path in sorted(chosen & plan.stamped.keys())]
    assert len(compared) > 150
    differing = [
        path for path in compared if Path("alone", path).read_bytes() != (site / path).read_bytes()
    ]
    assert differing == []


@pytest.mark.parametrize(
    "body",
    [
        "- an item",
        "1. an item",
        "a [link](550.md)",
        "some `code`",
        "two *words*",
        "| a | table |\n| --- | --- |",
        "a line\nand another",
        "    code",
        "# A heading without an anchor",
        "an attribute {: .name }",
    ],
)
def test_more_markdown_is_left_to_the_engine(body):
    """Only headings, paragraphs and HTML are finished here."""
    page = '---\ntitle: "A"\n---\n\n<h1 id="a">A</h1>\n\n{}\n'
    assert stamping.values_of(page.format(body)) is None
    assert stamping.values_of(page.format("Text.")) is not None


def test_a_page_that_the_engine_writes_otherwise_is_refused():
    """An engine that writes headings in another way must not be stamped from."""
    shape = ((("title", None),), (2,))
    first, last = stamping.FIRST, stamping.LAST
    with pytest.raises(ValueError, match="otherwise"):
        stamping.BuiltPage(f"{first}<h2>stamped-heading0-here</h2>{last}", shape, "5xx/")


@pytest.mark.parametrize(
    "text",
    [
        "# Title\n\nBy hand.\n",
        "---\ntitle: x\n<h1>never closed</h1>\n",
        "title: x\n---\n<h1>x</h1>\n",
        "---\ntitle: x\n---\n# Title\n",
    ],
)
def test_a_page_of_another_form_is_left_to_the_engine(text):
    """Without front matter, or without a heading in HTML."""
    assert stamping.shape_of(text) is None and stamping.values_of(text) is None


def test_nothing_is_stamped_without_a_navigation():
    """Where the settings list none, the engine lists all pages in each, so it builds them all."""
    files = {"550.md": "---\ntitle: x\n---\n<h1>x</h1>\n"}
    plan = stamping.plan(files, "site_name: x\nplugins: []\n", lambda path: None)
    assert (plan.given, plan.models, plan.stamped) == (files, {}, {})
