"""The pages and data of the tiny catalogue are exactly the expected ones, and hostile text does no
harm.
"""

import re

import markdown
import pytest
import yaml
from conftest import NOTHING_TOLD, ROOT, compare
from parsed import Document, body_of

from generator.api import documents as data
from generator.entries.build import build_catalogue
from generator.links.links import Links
from generator.pages import pages
from generator.pages.site import Site
from generator.pages.view import Foot, PageView
from generator.reading.library import Library
from generator.reading.shape import Schemas, schema_name_of
from generator.reading.source import CatalogFile, read_catalogue

EXPECTED = ROOT / "tests/expected"
REPOSITORY = "https://example.org/project"
FIELDS = [
    {"field": "id", "required": True, "description": "what it is called"},
    {"field": "note", "required": False, "description": "what else there is to say"},
]
TOLD = {  # to contributors: made-up fields and rules
    "schemas": [("entry", "An entry", FIELDS), ("word", "A word", FIELDS[:1])],
    "checks": {
        "Entries": ("An entry has a name.", "A name is short."),
        "Words": ("A word is one.",),
    },
}
EXTENSIONS = [
    name if isinstance(name, str) else next(iter(name)) for name in yaml.safe_load(
        (ROOT / "mkdocs.yml").read_text("utf-8").replace("!ENV", "")
    )["markdown_extensions"]
]  # fmt: skip


def test_pages_are_the_expected_ones(tiny):
    """Every page and every redirect, byte for byte; a page nobody expects or a missing one is an
    error too.
    """
    made = dict(pages.pages(tiny, TOLD, {"old/": "550/"}, REPOSITORY))
    for path in [path for path in made if path != path.lower()]:
        assert (
            made.pop(path) == made[path.lower()]
        )  # /X.1.1/ is /x.1.1/; two such files cannot lie side by side everywhere
    for path, text in made.items():
        compare(EXPECTED / "pages" / path, text)
    there = {
        file.relative_to(EXPECTED / "pages").as_posix()
        for file in (EXPECTED / "pages").rglob("*")
        if file.is_file()
    }
    assert there == made.keys()


def test_data_is_the_expected_one(tiny):
    """The documents of the data interface, byte for byte: within v1 there are only additions."""
    made = dict(data.documents(tiny))
    del made["api/v1/catalogue.sqlite"]  # tests/api/test_database.py looks at it
    for path, text in made.items():
        compare(EXPECTED / "data" / path, text)
    there = {
        file.relative_to(EXPECTED / "data").as_posix()
        for file in (EXPECTED / "data").rglob("*")
        if file.is_file()
    }
    assert there == made.keys()


def test_without_a_repository_no_page_offers_to_be_edited(tiny):
    """A site that does not know its source shows no link that leads nowhere."""
    for path, text in pages.pages(tiny, NOTHING_TOLD, {}):
        assert "Correct this page" not in text, path


PAYLOAD = (
    " <script>alert(1)</script> {{ 7*7 }} `x` | **b** </code></pre> [l](javascript:alert(1)) "
    "\"' onclick=alert(1) &lt;i&gt;"
)
SCROLLING = {"tabindex", "role", "aria-label"}  # what a text has once it is longer than its box
NAMING = {"document", "term"}  # free text by which others are found and linked


def poisoned(schemas, name, part, value, left_alone, field=""):
    """A copy of a value in which every free text carries the payload: what the schema neither lists
    nor gives a form, some fields apart.
    """
    name, part = schemas.resolve(name, part)
    if isinstance(value, dict):
        ways = part.get("properties", {}) | {
            key: way
            for pattern, way in part.get("patternProperties", {}).items()
            for key in value
            if re.search(pattern, key)
        }
        return {
            key: poisoned(schemas, name, ways[key], inner, left_alone, key)
            for key, inner in value.items()
        }
    if isinstance(value, list):
        return [poisoned(schemas, name, part["items"], one, left_alone, field) for one in value]
    is_free = not part.keys() & {"enum", "pattern"} and field not in left_alone
    return value.rstrip() + PAYLOAD if is_free else value


def made_of(root, left_alone=None):
    """(links, pages) of a catalogue as it is, or with the payload but for the fields left alone."""
    documents, _ = read_catalogue(root)
    schemas = Schemas(root / "catalog/schema")
    for place, document in enumerate(documents if left_alone is not None else ()):
        kind = schema_name_of(document)
        value = poisoned(schemas, kind, schemas.by_name[kind], document.value, left_alone)
        documents[place] = CatalogFile(document.path, document.data, value)
    links = Links(build_catalogue(Library(documents, root / "none")))
    made = dict(pages.pages(links, NOTHING_TOLD, {}, REPOSITORY))
    return links, {path: text for path, text in made.items() if path.endswith(".md")}


def test_hostile_text_shows_itself_and_nothing_else(tiny_root):
    """With a payload in every free text, no page has an element, attribute or link that a clean
    page has not.
    """
    links, clean = made_of(tiny_root)
    _, hostile = made_of(tiny_root, NAMING)
    assert clean.keys() == hostile.keys()
    for path, text in hostile.items():
        assert shape_of(text) == shape_of(clean[path]), path
    registered = Document(render(hostile["550.md"])).first("p.registered")
    assert registered.text == f"550 {links.catalogue.replies['550'].name}{PAYLOAD}"


@pytest.mark.parametrize("field", sorted(NAMING))
def test_what_is_left_alone_has_to_be(field, tiny_root):
    """With a payload in a name, what is found by it is found no more; so another page results."""
    _, clean = made_of(tiny_root)
    _, hostile = made_of(tiny_root, NAMING - {field})
    assert any(shape_of(text) != shape_of(clean[path]) for path, text in hostile.items())


def render(page):
    """The HTML of a page's body."""
    return markdown.markdown(page.split("\n---\n", 1)[1], extensions=EXTENSIONS)


def shape_of(page):
    """What a page is made of: the set of its elements with the names of their attributes, and all
    its link targets. The payload makes texts long, and long ones can be scrolled by keyboard.
    """
    read = Document(render(page))
    elements = {
        (one.name, tuple(sorted(one.attributes.keys() - (SCROLLING if one.name == "pre" else ()))))
        for one in read.elements
    }
    return elements, {element.attributes["href"] for element in read.named("a")}


def test_front_matter_holds_hostile_titles(tiny):
    """Title and description reach the head of the page as text: MkDocs prints them unescaped."""
    title = 'a "b" </title><script>: {{ x }}'
    view = PageView(
        template="subjects.md",
        address="subjects/",
        title=title,
        description="one\n---\ntwo: <b>",
        values={"subjects": ()},
        foot=Foot(file="catalog", links=()),
    )
    text = Site(tiny).text(view)
    head = yaml.safe_load(text.split("---\n")[1])
    assert "<" not in head["title"] + head["description"] and '"' not in head["title"]
    (shown,) = body_of(f"<p>{head['title']}</p>")
    assert shown.text == title
