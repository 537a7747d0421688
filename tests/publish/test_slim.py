"""Slimming takes away white space between lines and nothing else; a page asks for few files."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as some

from generator.publish.requests import Requests
from generator.publish.slim import slim


class Read(HTMLParser):
    """What a page says: its tags, and its words; in `pre`, `textarea` and `script` every sign."""

    def __init__(self, page):
        super().__init__(convert_charrefs=False)
        self.told, self._kept = [], 0
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        self.told.append((tag, attributes))
        self._kept += tag in ("pre", "textarea", "script")

    def handle_endtag(self, tag):
        self.told.append(tag)
        self._kept -= tag in ("pre", "textarea", "script")

    def handle_data(self, text):
        # Any white space counts as one blank, at the edge of a text too.
        self.told.append(text if self._kept else re.sub(r"\s+", " ", text))

    handle_entityref = handle_charref = lambda self, name: self.told.append(name)


@pytest.mark.parametrize(
    ("page", "slimmed"),
    [
        ("<p>\n   a\n\n\n  b </p>\n", "<p>\na\nb </p>\n"),
        ("<pre>\n  a\n\n  b</pre>\n  <p>", "<pre>\n  a\n\n  b</pre>\n<p>"),
        ("<textarea>\n  a\n</textarea>\n\n", "<textarea>\n  a\n</textarea>\n"),
        ("  <script>a\n\n  b</script>", "  <script>a\n\n  b</script>"),
        ("<b>a</b>  \n  <i>b</i>", "<b>a</b>\n<i>b</i>"),
    ],
)
def test_what_is_taken_away(page, slimmed):
    """Indentation and empty lines, but not where white space is shown."""
    assert slim(page) == slimmed


PIECES = ("<p>", "</p>", "<b>", "</b>", "<pre>\n\n  x </pre>", " ", "\n", "\n\n   ", "text", "\t")


@given(some.lists(some.sampled_from(PIECES), max_size=30).map("".join))
def test_no_text_changes(page):
    """Whatever the page."""
    assert Read(slim(page)).told == Read(page).told


def test_pages_of_the_site_are_slim(site):
    """Slimming the finished pages again changes nothing."""
    for page in ("index.html", "550/index.html", "about/index.html", "404.html"):
        text = (site / page).read_text("utf-8")
        assert slim(text) == text


def test_the_joined_files_are_all_that_a_page_asks_for(site):
    """A first view has at most 8 requests, its file included."""
    for page in (
        "index.html",
        "550/index.html",
        "5.7.1/index.html",
        "problems/mailbox-full/index.html",
    ):
        text = (site / page).read_text("utf-8")
        loaded = re.findall(r'(?:<script|<img)[^>]* src="|<link rel="(?:stylesheet|icon)"', text)
        assert len(loaded) <= 7
    styles, theme = (site / "assets/styles.css").read_bytes(), site / "assets/stylesheets"
    parts = [*sorted(theme.glob("*.css")), site / "assets/site.css"]
    assert styles == b"\n".join(part.read_bytes().rstrip(b"\n") for part in parts) + b"\n"


def test_a_page_with_other_files_is_left_alone():
    """Only what every page loads is joined."""
    form = '<link rel="stylesheet" href="../assets/{}.css">\n'
    requests = Requests()
    joined = requests.joined(form.format("a") + form.format("b"))
    assert joined == '<link rel="stylesheet" href="../assets/styles.css">\n'
    other = form.format("a") + form.format("c")
    assert requests.joined(other) == other
    assert dict(requests.files(str.encode)) == {
        "assets/styles.css": b"assets/a.css\nassets/b.css\n"
    }


def test_a_page_asks_once_for_all_styles_and_once_for_all_scripts():
    """Whatever stands around them stays; a page that asks for others is left as it is."""
    style, script = (
        '<link rel="stylesheet" href="../assets/{}.css">\n',
        ('<script src="../assets/{}.js"></script>\n'),
    )
    page = "<head>{}<title>x</title></head><body>{}</body>"
    requests = Requests()
    many = page.format(
        style.format("theme") + style.format("site"), script.format("theme") + script.format("site")
    )
    one = page.format(style.format("styles"), script.format("scripts"))
    assert requests.joined(many) == requests.joined(many) == one
    other = many.replace("site", "other")
    assert requests.joined(other) == other
    alone = page.format(style.format("site"), script.format("site"))
    assert requests.joined(alone) == alone
    content = {"assets/theme": b"theme\n\n", "assets/site": b"site"}
    assert dict(requests.files(lambda path: content[path.rpartition(".")[0]])) == {
        "assets/styles.css": b"theme\nsite\n",
        "assets/scripts.js": b"theme\nsite\n",
    }
