"""Text of the catalogue appears on the page exactly as written, and never becomes markup."""

import markdown
import pytest
from parsed import body_of

from generator.pages.markup import environment, escape, paragraphs, relative

HOSTILE = [
    "<user@example.com>",
    "<script>alert(1)</script>",
    "</script><img src=x onerror=alert(1)>",
    "{{ 7 * 7 }} {% raw %} {# comment #}",
    "a | b || c",
    "`code` **bold** _it_ ~~gone~~",
    "[link](javascript:alert(1)) ![image](x) <https://example.org>",
    "# heading",
    "1. list",
    "- item",
    "+ item",
    "> quote",
    "=====",
    "-----",
    "!!! note",
    "{: .class onclick=alert(1) }",
    "&lt;b&gt; &amp; &#60;i&#62;",
    "C:\\path\\*",
    "'single' and \"double\"",
    "[TOC]",
    "*[HTML]: x",
    "$x$ @name ^up^",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_text_stays_text_in_a_paragraph(text):
    """As a paragraph of Markdown the text shows itself and makes no element but the paragraph."""
    made = body_of(markdown.markdown(str(escape(text)), extensions=["attr_list", "tables", "toc"]))
    assert [element.name for element in made] == ["p"]
    assert not made[0].children and not made[0].attributes
    assert made[0].text == text


@pytest.mark.parametrize("text", HOSTILE)
def test_text_stays_text_in_raw_html(text):
    """In raw HTML, and in an attribute there, the text shows itself too."""
    source = f'<div title="{escape(text)}"><p>{escape(text)}</p></div>'
    (div,) = body_of(markdown.markdown(source, extensions=["attr_list"]))
    assert div.attributes == {"title": text}
    assert [element.name for element in div.children] == ["p"]
    assert div.children[0].text == text


def test_templates_escape_by_themselves():
    """A template cannot forget to escape: what it prints is escaped, in macros and loops too."""
    template = environment().from_string(
        "{% macro m(x) %}{{ x }}{% endmacro %}{{ m(text) }}"
        "{% for one in [text] %}{{ one }}{% endfor %}"
    )
    assert template.render(text="<b>") == "&#60;b&#62;" * 2


def test_a_blank_line_starts_a_paragraph():
    """Folded YAML text has one line break where a blank line was written."""
    assert paragraphs("one\ntwo  words\n") == ["one", "two words"]


@pytest.mark.parametrize(
    ("here", "there", "expected"),
    [
        ("", "550/", "550/"),
        ("550/", "", "../"),
        ("550/", "5xx/", "../5xx/"),
        ("providers/google/quota/", "550/#causes", "../../../550/#causes"),
        ("550/", "550/#causes", "#causes"),
        ("", "", "./"),
    ],
)
def test_links_are_relative(here, there, expected):
    """Links work below any prefix, because they are relative to the page on which they stand."""
    assert relative(here, there) == expected
