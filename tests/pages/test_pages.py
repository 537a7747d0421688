"""The pages and data of the tiny catalogue are exactly the expected ones, and hostile text does no
harm.
"""

import copy

import markdown
import yaml
from conftest import NOTHING_TOLD, ROOT, compare
from parsed import Document, body_of

from generator.api import documents as data
from generator.entries.build import build_catalogue
from generator.links.links import Links
from generator.pages import pages
from generator.pages.site import Site
from generator.pages.view import PageView
from generator.reading.library import Library
from generator.reading.source import CatalogFile, read_catalogue

EXPECTED = ROOT / "tests/expected"
REPOSITORY = "https://example.org/project"
EXTENSIONS = [
    name if isinstance(name, str) else next(iter(name)) for name in yaml.safe_load(
        (ROOT / "mkdocs.yml").read_text("utf-8").replace("!ENV", "")
    )["markdown_extensions"]
]  # fmt: skip


def test_pages_are_the_expected_ones(tiny):
    """Every page and every redirect, byte for byte; a page nobody expects or a missing one is an
    error too.
    """
    made = dict(pages.pages(tiny, NOTHING_TOLD, {"old/": "550/"}, REPOSITORY))
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
LEFT_ALONE = {
    "code", "id", "kind", "status", "category", "importance", "retry", "permanent", "who",
    "problem", "document", "section", "sections",
    "url", "help", "corpus", "count", "of", "reply", "enhanced", "provider", "owner", "basis",
    "checked", "reviewed", "last", "covers",
    "reply_codes", "also_with", "breaks_at", "spoken_by", "registered_classes", "same_text_as",
    "example", "digit", "subject", "step", "text", "values",
    "read_by_native",
}  # fmt: skip


def poisoned(value, field=""):
    """A copy of an entry's value in which every free text carries the payload."""
    if isinstance(value, dict):
        return {
            key: poisoned(part, key if isinstance(part, str | list) else "")
            for key, part in value.items()
        }
    if isinstance(value, list):
        return [poisoned(part, field) for part in value]
    return value if field in LEFT_ALONE else value + PAYLOAD


def test_hostile_text_shows_itself_and_nothing_else(tiny_root):
    """With a payload in every free text, no page has an element, attribute or link that a clean
    page has not.
    """
    documents, _ = read_catalogue(tiny_root)
    clean = Links(build_catalogue(Library(documents, tiny_root / "none")))
    hostile_documents = [
        CatalogFile(document.path, document.data, poisoned(copy.deepcopy(document.value)))
        if document.folder
        else document
        for document in documents
    ]
    hostile = Links(build_catalogue(Library(hostile_documents, tiny_root / "none")))
    cleans, hostiles = (
        dict(pages.pages(links, NOTHING_TOLD, {}, REPOSITORY)) for links in (clean, hostile)
    )
    assert cleans.keys() == hostiles.keys()
    for path, text in hostiles.items():
        if not path.endswith(".md"):
            continue
        before, after = shape_of(cleans[path]), shape_of(text)
        assert after == before, path
    registered = Document(render(hostiles["550.md"])).first("p.registered")
    assert registered.text == f"550 {clean.catalogue.replies['550'].name}{PAYLOAD}"


def render(page):
    """The HTML of a page's body."""
    return markdown.markdown(page.split("\n---\n", 1)[1], extensions=EXTENSIONS)


def shape_of(page):
    """What a page is made of: the set of its elements with the names of their attributes, and all
    its link targets.
    """
    read = Document(render(page))
    elements = {(element.name, tuple(sorted(element.attributes))) for element in read.elements}
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
    )
    text = Site(tiny).text(view)
    head = yaml.safe_load(text.split("---\n")[1])
    assert "<" not in head["title"] + head["description"] and '"' not in head["title"]
    (shown,) = body_of(f"<p>{head['title']}</p>")
    assert shown.text == title
