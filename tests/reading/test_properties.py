"""Whatever a file contains or is called: it is refused with a place and a remedy, or it is shown
and does nothing.
"""

import functools
import json
import os
import re

import markdown
import pytest
from conftest import NOTHING_TOLD, ROOT, copy_tiny
from counted import tried
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from parsed import Document

from generator.api.documents import documents
from generator.entries.build import build_catalogue
from generator.links.links import Links
from generator.pages import markup
from generator.pages.pages import pages
from generator.pipeline import check
from generator.reading import hand_written
from generator.reading.library import Library
from generator.reading.mistakes import UNPRINTABLE, Mistake
from generator.reading.shape import Schemas
from generator.reading.source import Refusal, read_catalogue, read_document
from generator.reading.web import deceptive
from generator.rules import rulebook

EXAMPLES = int(os.environ.get("EXAMPLES", "2000"))  # of all properties together
EXTENSIONS = ["attr_list", "tables", "toc", "fenced_code"]  # mkdocs.yml's, and what MkDocs adds
LONGEST = 1500  # characters of a message

pytestmark = pytest.mark.property


def examples(share):
    """The settings of a property that has a share of all examples; the same ones every time."""
    return settings(
        max_examples=max(int(EXAMPLES * share), 20),
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=list(HealthCheck),
    )


TEXTS = st.text(st.characters(codec="utf-8"), max_size=60)
SIGNS = [
    *"abc01:-#'\"[]{}|>&*!%@`,\\ \n\t", "\u00a0", "“", "”", "\u202e", "😀", "\r\n", ": ", "\n- ",
    "\n  ",
]  # fmt: skip
YAML_LIKE = st.lists(st.sampled_from(SIGNS), max_size=40).map("".join)
PRINTABLE = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S")), max_size=60)
FIELDS = st.lists(
    st.tuples(
        st.sampled_from("abcdefg"),
        st.sampled_from([": ", ": - ", ":\n  "]),
        PRINTABLE | YAML_LIKE,
    ),
    min_size=1,
    max_size=5,
).map(lambda fields: "\n".join("".join(field) for field in fields))
MARKUP = [
    "<script>alert(1)</script>", "</code>", "</pre>", "<img src=x onerror=alert(1)>", "<", ">",
    "&lt;", "&#60;", '"', "'", " onclick=alert(1) ",
    "[x](javascript:alert(1))", "{: onclick=alert(1) }", "{{ 7*7 }}", "{% raw %}", "`", "**", "|",
    "\n\n", "\n", "# ", "- ", "=1+1", "\ufffd", "😀",
    "\x02klzzwxh:0000\x03", "--", "<!--", "-->", "]]>", "\u2028", "java&#115;cript:", "\\", "~~~",
    "https://a@b.example/", "words ", "x",
]  # fmt: skip
HOSTILE = st.lists(st.sampled_from([*MARKUP, "Some words. "]), min_size=1, max_size=6).map("".join)


def told(mistakes):
    """Asserts that messages can be printed, are short, and say what to do."""
    for mistake in mistakes:
        line = str(mistake)
        assert not UNPRINTABLE.search(line) and len(line) < LONGEST and ";" in line, line
        assert mistake.annotation.count("\n") == 0 and mistake.line >= 1


@examples(0.73)
@given(st.binary(max_size=200) | (YAML_LIKE | TEXTS | FIELDS).map(str.encode))
def test_any_bytes_are_a_document_or_refused(data):
    """A place inside the file, a remedy behind a semicolon."""
    try:
        document = read_document("catalog/x.yml", data)
    except Refusal as refusal:
        tried("refused")
        assert 1 <= refusal.line <= data.count(b"\n") + data.count(b"\r") + 1
        told([Mistake("catalog/x.yml", refusal.line, refusal.column, str(refusal))])
    else:
        tried("inert")
        for keys, _ in document.parts:
            assert document.place(keys)[0] >= 1


@pytest.fixture(scope="module")
def shared(tmp_path_factory):
    """One tiny project for many examples."""
    return copy_tiny(tmp_path_factory.mktemp("hostile"))


NAMES = st.binary(min_size=1, max_size=40) | TEXTS.map(str.encode) | HOSTILE.map(str.encode)
FOLDERS = [
    "catalog", "catalog/replies", "catalog/responses", "catalog/responses/example-mail", "docs",
    "docs/assets",
]  # fmt: skip
ENDINGS = [b"", b".yml", b".md", b".svg", b".tsv", b".json"]


@examples(0.02)
@given(st.sampled_from(FOLDERS), NAMES, st.sampled_from(ENDINGS), st.booleans())
def test_any_name_of_a_file_is_an_entrys_or_refused(shared, folder, name, ending, is_folder):
    """A file or a folder with an odd name is answered with one message, or has no effect."""
    name = name.replace(b"/", b"").replace(b"\0", b"") + ending
    assume(name not in (b"", b".", b".."))
    place = os.path.join(os.fsencode(shared / folder), name)
    os.makedirs(os.path.dirname(place), exist_ok=True)
    try:
        if is_folder:
            os.mkdir(place)
        else:
            os.close(os.open(place, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
    except OSError:
        assume(False)
    try:
        _, mistakes = check(shared)
        tried("refused" if mistakes else "inert")
        told(mistakes)
        assert is_folder or len(mistakes) <= 2
    finally:
        (os.rmdir if is_folder else os.unlink)(place)


PROSE_LINE = re.compile(
    r"[ -]*(name|text|meaning|summary|note|what|because|claim|origin|heading|title|confirm"
    r"|temporary|permanent|customer_reply|said|label|other_names|- [A-Z]).* .*\w"
)


class Project:
    """The tiny catalogue with one file changed at a time, without reading the others again."""

    def __init__(self, root):
        self._documents = {one.path: one for one in read_catalogue(root)[0]}
        self._schemas = Schemas(root / "catalog/schema")
        self._registry = root / "catalog/registry"
        every = [
            (path, number, line)
            for path, one in self._documents.items()
            for number, line in enumerate(one.text.splitlines())
        ]
        self.lines = [(path, number) for path, number, _ in every]
        self.prose = [(path, number) for path, number, line in every if PROSE_LINE.match(line)]
        self.clean = self.made(self._documents)
        self.shapes = set().union(*map(shapes, self.clean.values()))

    def with_line(self, path, number, line):
        """The bytes of a file with one line in the place of another."""
        lines = self._documents[path].text.split("\n")
        lines[number] = line(lines[number])
        return "\n".join(lines).encode("utf-8", "replace")

    def verdict(self, path, data):
        """(the mistakes of the catalogue with the file, its pages and documents or None)."""
        try:
            document = read_document(path, data)
        except Refusal as refusal:
            return [Mistake(path, refusal.line, refusal.column, str(refusal))], None
        changed = self._documents | {path: document}
        mistakes = list(self._schemas.mistakes(document))
        mistakes = mistakes or list(rulebook.mistakes(self._library(changed)))
        return mistakes, None if mistakes else self.made(changed)

    def _library(self, found):
        return Library(list(found.values()), self._registry)

    def made(self, found):
        """The pages and documents of a catalogue that are text: {path: text}."""
        links = Links(build_catalogue(self._library(found)))
        made = dict(pages(links, NOTHING_TOLD, {})) | dict(documents(links))
        return {path: text for path, text in made.items() if isinstance(text, str)}


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """The tiny project, its templates compiled once."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(markup, "environment", functools.cache(markup.environment))
        yield Project(copy_tiny(tmp_path_factory.mktemp("fields")))


def shapes(page):
    """The elements of a page with the names of their attributes; links that lead elsewhere are
    safe.
    """
    if not page.startswith("---\n"):
        return set()
    read = Document(markdown.markdown(page.split("\n---\n", 1)[1], extensions=EXTENSIONS))
    for link in read.named("a"):
        address = link.attributes.get("href", "")
        scheme = re.match(r"\s*([a-zA-Z][\w+.-]*):|//", address)
        assert not scheme or (scheme[1] in ("http", "https", "mailto") and not deceptive(address))
    return {(element.name, *sorted(element.attributes)) for element in read.elements}


@examples(0.1)
@given(st.data(), st.sampled_from(["any", "prose", "prose", "prose"]))
def test_any_text_in_any_field_is_shown_or_refused(project, data, kind):
    """What is accepted makes no element, attribute or link that the clean pages have not."""
    if kind == "any":
        path, number = data.draw(st.sampled_from(project.lines))
        value = data.draw(TEXTS | YAML_LIKE | HOSTILE)
    else:
        path, number = data.draw(st.sampled_from(project.prose))
        value = json.dumps("Some words. " + data.draw(PRINTABLE | HOSTILE), ensure_ascii=False)
    changed = project.with_line(
        path, number, lambda line: re.match(r"[ -]*[\w-]*:? ?", line)[0] + value
    )
    mistakes, made = project.verdict(path, changed)
    tried("refused" if mistakes else "inert")
    told(mistakes)
    differing = [name for name in made or () if made[name] != project.clean.get(name)]
    for name in sorted(differing, key=len)[:6]:
        assert shapes(made[name]) <= project.shapes, name
        made[name].encode("utf-8")


ELEMENTS = {
    *("html", "head", "body", "p", "h1", "h2", "h3", "h4", "h5", "h6", "a", "img", "ul", "ol", "li",
    "em", "strong", "code", "pre", "hr"),
    *("br", "blockquote", "table", "thead", "tbody", "tr", "th", "td", "b", "i", "q"),
}  # fmt: skip
ATTRIBUTES = {"href", "src", "alt", "title", "id", "class", "style", "start"}
PROSE = [
    *MARKUP, *["word ", "two words ", "a\n", "\n\n", "- one\n", "## Two\n", "`<a>` ", "**b** ",
    "[x](x.md) ", "(", ". ", "&amp; ", "_a_ ", "\\<", "<q>", "</q>"] * 4,
    "<div>", "<a\nhref=x\nonclick=alert(1)>", "<b>", "</b>", "<q onclick=alert(1)>", "```\n", "``",
    "<a href=javascript:alert(1)>", "<svg/onload=alert(1)>",
    "[b]: ", "[a][b]", "javascript:alert(1)", "java\nscript:alert(1)", "<javascript:alert(1)>",
    "<https://evil.example/>", "![", "](", ")", "    ", "> ",
    "1. ", "| a | b |\n|---|---|\n", "{: .a }", "{: style=x }", "<style>", "<!DOCTYPE a>", "<?",
    "&colon;", "data:text/html,x", "\\`", "-->", "&#x6a;avascript:",
]  # fmt: skip


@examples(0.1)
@given(st.lists(st.sampled_from(PROSE), min_size=1, max_size=12).map("".join))
def test_any_hand_written_page_is_prose_or_refused(text):
    """What is accepted becomes elements of prose alone, however Markdown reads it."""
    mistakes = list(hand_written.faults("docs/x.md", text))
    tried("refused" if mistakes else "inert")
    told(mistakes)
    if mistakes:
        return
    for element in Document(markdown.markdown(text, extensions=EXTENSIONS)).elements:
        assert element.name in ELEMENTS and element.attributes.keys() <= ATTRIBUTES, text
        address = element.attributes.get("href", "") + element.attributes.get("src", "")
        plain = re.sub(r"[\x00-\x20]", "", address).lower()
        assert not re.match(r"(?!https?:|mailto:)[a-z][\w+.-]*:", plain), text


SCHEMES = ["https://", "http://", "mailto:", "HTTPS://", "javascript:", "//", "mailto:a@"]
PARTS_OF_HOSTS = [
    "support.example.com", "a.example", "example", "a", "@", ":8080", ":99", "127.0.0.1", "0x7f",
    ".1", "[::1]", "localhost", "%40", "xn--a.example", "а.example", "é", "\\", ".", "-", "..",
    ".local", ".internal", "1", "\u202e", "\n", " ",
]  # fmt: skip
PATHS = [
    "", "/", "/a/b.html?c=d&e=f#g", "/#@evil.example/", "?bcc=evil", "/\u202ex", "/é", "/%0a",
    "/\\@evil.example", "/a b", "/<b>",
]  # fmt: skip
LINKS = st.tuples(
    st.sampled_from(SCHEMES),
    st.lists(st.sampled_from(PARTS_OF_HOSTS), min_size=1, max_size=3).map("".join)
    | st.sampled_from(["a.example", "support.example.com"]),
    st.sampled_from(PATHS),
).map("".join)
PLAIN_LINK = re.compile(
    r"https?://([A-Za-z0-9-]+\.)+(?!xn--)[A-Za-z][A-Za-z0-9-]*(:(80|443|8080|8443)?)?([/?#][!-~]*)?"
    r"|mailto:[!-~]+@([A-Za-z0-9-]+\.)+[A-Za-z][A-Za-z0-9-]*"
)


@examples(0.05)
@given(LINKS)
def test_any_link_leads_to_a_public_host_or_is_refused(project, text):
    """An accepted link is plain: a scheme, a host in plain letters, a path."""
    value = text.replace("\\", "\\\\").replace("\n", "\\n")
    path = "catalog/responses/example-mail/over-limit.yml"
    lines = (ROOT / "tests" / path).read_text().splitlines()
    number = next(at for at, line in enumerate(lines) if line.startswith("source:"))
    changed = project.with_line(
        path, number, lambda line: line.replace('"https://example.org/forum"', f'"{value}"')
    )
    mistakes, _ = project.verdict(path, changed)
    tried("refused" if mistakes else "inert")
    told(mistakes)
    assert mistakes or PLAIN_LINK.fullmatch(text), text
