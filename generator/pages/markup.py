"""Turns text of the catalogue into text that is safe in Markdown and HTML alike, and pages into
links.
"""

import re
from functools import lru_cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

MARKUP_CHARACTER = re.compile(r"[&<>\"'`*_{}\[\]|\\#~^=!$@]")
START_OF_BLOCK = re.compile(r"^ ?(?:[-+:]|[0-9]+[.)](?= |$))")


def escape(value):
    """Text as numeric character references wherever a character could mean something to Markdown or
    HTML.

    The result shows exactly the text, in a Markdown paragraph as well as inside raw HTML or an
    attribute, so that no template has to know where it stands. White space becomes single spaces: a
    line break could start a block.
    """
    return value if isinstance(value, Markup) else _escaped(str(value))


@lru_cache(maxsize=1 << 14)  # many pages show the same sentences
def _escaped(text):
    text = re.sub(r"\s+", " ", text)
    text = MARKUP_CHARACTER.sub(lambda found: f"&#{ord(found[0])};", text)
    return Markup(
        START_OF_BLOCK.sub(lambda found: "".join(f"&#{ord(one)};" for one in found[0]), text)
    )


def paragraphs(text):
    """The paragraphs of a prose field: in folded YAML text a blank line leaves one line break."""
    return [" ".join(part.split()) for part in text.split("\n") if part.strip()]


def anchor(heading):
    """The id of a heading: its words in lower case, joined by hyphens."""
    return re.sub("[^a-z0-9]+", "-", heading.lower().replace("'", "")).strip("-")


def relative(here, there):
    """The address `there` as seen from the page at `here`; both are paths below the root of the
    site.
    """
    path, hash_sign, anchor = there.partition("#")
    if path == here and anchor:
        return f"#{anchor}"
    return ("../" * here.count("/") + path + hash_sign + anchor) or "./"


def environment():
    """The template environment: everything that a template prints is escaped, and a missing name is
    an error.
    """
    made = Environment(
        loader=PackageLoader("generator.pages", "templates"),
        autoescape=True,
        finalize=escape,
        undefined=StrictUndefined,
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters["paragraphs"] = paragraphs
    made.filters["anchor"] = anchor
    return made
