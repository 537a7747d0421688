"""Finishes pages of one shape from one page that the engine built.

Pages of the catalogue are HTML between Markdown headings. What an engine adds to one is the same
for every page of the same shape: that stands as deep, in the same branch, with headings of the
same levels. So the engine builds one page a shape, the model, which has marks where such pages
differ, and each page is the model with its own values in the place of the marks. A page that has
more Markdown than that is left to the engine; so is everything where the configuration lists no
navigation, for then every page is in it.
"""

import hashlib
import json
import posixpath
import re
from dataclasses import dataclass
from functools import cache

from generator.publish.output import address_of
from generator.publish.slim import slim
from generator.reading.made import digest

NAMED = re.compile(r"(?m)(?<= )[\w./-]+\.md$")  # the pages that a configuration names
LINKED = re.compile(r"(?<=\]\()[^)\s#:]+")  # the files that Markdown links to
HEADING = re.compile(r"(#{1,6}) ([^*_`\[\]\\<>{}|\n]+) \{ #([\w.-]+) \}")
# A line that Markdown only puts into a paragraph: text and tags within a line, no sign of its own.
WITHIN = r"(?:[^*_`\[\]\\<>{}|\n]|</?(?:a|b|code|em|small|span|strong)\b[^<>`\\\[\]\n]*>)"
PARAGRAPH = re.compile(rf"(?! |#|[-+:](?: |$)|\d+[.)](?: |$))(?:\*\*({WITHIN}+)\*\*)?({WITHIN}*)")
CONTAINER = re.compile(
    r"<(/?)(?:details|div|dl|footer|form|header|nav|ol|pre|script|section|table|ul)\b"
)
BETWEEN_BLOCKS = re.compile(r"\n\s*\n")
MARK = re.compile(r"stamped-(\w+)-here")
MODEL = "stamped-model"
FIRST, LAST = "<h1>stamped-first-here</h1>", "<p>stamped-last-here</p>"


@dataclass(frozen=True)
class Plan:
    """What the engine gets, and what is made of what it builds.

    `given` is the files for the engine; `models` has the shape of each model by its path;
    `stamped` maps a page's path to its model's path. All are paths of Markdown.
    """

    given: dict
    models: dict
    stamped: dict


def plan(files, configuration, shape_of):
    """The `Plan` for the files of `build/docs`; `configuration` is the text of `mkdocs.yml`.

    `shape_of` gives the shape of the page at a path, or None where the engine has to build it.
    """
    if not stamps(configuration):
        return Plan(files, {}, {})
    written = {
        path: text.decode() for path, text in files.items() if is_page(path) and is_bytes(text)
    }
    alone = named_in(configuration, written)
    linked = alone & files.keys()
    given, models, stamped = {}, {}, {}
    for path in files:
        shape = shape_of(path) if is_page(path) and path not in written else None
        if shape:
            model = model_for(path, shape, alone)
            if model not in models:
                models[model], given[model] = shape, model_of(shape)
            stamped[path] = model
        elif is_page(path):
            given[path] = files[path]
        elif path in linked:
            given[path] = ""  # it has to be there, whatever is in it
    return Plan(given, models, stamped)


def stamps(configuration):
    """Whether pages are stamped: where the configuration lists the navigation."""
    return re.search(r"(?m)^nav:", configuration) is not None


def named_in(configuration, written):
    """The paths that the engine has to find: those of the navigation, and those to which the
    hand-written pages link; `written` is their texts by path.
    """
    linked = {
        posixpath.normpath(posixpath.join(posixpath.dirname(path), link))
        for path, text in written.items()
        for link in LINKED.findall(text)
    }
    return linked | set(NAMED.findall(configuration))


def model_for(path, shape, alone):
    """The path of the model of a page: its own for one that the engine has to find there.

    Else the model stands as deep, and in the same folder if that is in the navigation, so that
    every relative link leads to the same place.
    """
    if path in alone:
        return path
    folders = path.split("/")[:-1]
    places = [
        folder if not depth and f"{folder}.md" in alone else MODEL
        for depth, folder in enumerate(folders)
    ]
    return "/".join([*places, f"{MODEL}-{name_of(shape)}.md"])


@cache  # thousands of pages have a few dozen shapes
def name_of(shape):
    """What the models of a shape are called."""
    return hashlib.sha256(repr(shape).encode()).hexdigest()[:12]


def is_page(path):
    """Whether the engine makes a page of the file at a path."""
    return path.endswith(".md")


def is_bytes(content):
    """Whether a file is written by hand; a page that is generated is text, or made of a view."""
    return isinstance(content, bytes)


def page_of(path):
    """The path of the page that an engine makes of a Markdown file."""
    return f"{address_of(path)}index.html"


def shape_of(text):
    """The shape of a page in Markdown, or None where the engine has to build it."""
    found = values_of(text)
    return found and found[0]


def values_of(text):
    """(shape, values) of a page in Markdown, or None where the engine has to build it."""
    head, mark, body = text.partition("\n---\n")
    if not text.startswith("---\n") or not mark or "<h1" not in body:
        return None
    fields = [line.split(": ", 1) for line in head.split("\n")[1:]]
    values, shape = {}, []
    for name, value in fields:
        if name == "branch":
            shape.append((name, value))
        else:
            shape.append((name, None))
            values[name] = json.loads(value)
    blocks, levels = [], []
    for block in blocks_of(body):
        if found := HEADING.fullmatch(block):
            level, title, anchor = found.groups()
            place = len(levels)
            levels.append(len(level))
            values[f"heading{place}"], values[f"anchor{place}"] = title, anchor
            block = heading(len(level), title, anchor)
        elif found := PARAGRAPH.fullmatch(block):
            lead = f"<strong>{found[1]}</strong>" if found[1] else ""
            block = f"<p>{lead}{found[2]}</p>"
        elif not block.startswith("<"):
            return None
        blocks.append(block)
    values["content"] = "\n".join(blocks)
    return (tuple(shape), tuple(levels)), values


def blocks_of(body):
    """Yields the blocks of a page in Markdown; HTML in containers stays together."""
    held, deep = [], 0
    for block in BETWEEN_BLOCKS.split(body.strip("\n")):
        held.append(block)
        if block.startswith("<") or deep:
            deep += sum(-1 if end else 1 for end in CONTAINER.findall(block))
        if not deep:
            yield "\n\n".join(held)
            held = []
    yield from held


def heading(level, title, anchor):
    """A heading as the engines write it, with the sign that links to it."""
    sign = f'<a class="headerlink" href="#{anchor}" title="Link to this section">&para;</a>'
    return f'<h{level} id="{anchor}">{title}{sign}</h{level}>'


def model_of(shape):
    """The page in Markdown that the engine builds for a shape."""
    fields, levels = shape
    head = "".join(f"{name}: {value or json.dumps(mark(name))}\n" for name, value in fields)
    headings = "".join(
        f"\n{'#' * level} {mark(f'heading{place}')} {{ #{mark(f'anchor{place}')} }}\n"
        for place, level in enumerate(levels)
    )
    return f"---\n{head}---\n\n{FIRST}\n{headings}\n{LAST}\n"


def mark(name):
    """What stands in a model for a value."""
    return f"stamped-{name}-here"


class BuiltPage:
    """A page that the engine built, to be finished with the values of other pages."""

    def __init__(self, built, shape, address):
        """Takes the built page, the shape it was built for, and the address it was built at.

        Raises `ValueError` where the engine wrote anything else than is written here.
        """
        before, _, rest = built.partition(FIRST)
        between, last, after = rest.partition(LAST)
        headings = "\n".join(
            heading(level, mark(f"heading{place}"), mark(f"anchor{place}"))
            for place, level in enumerate(shape[1])
        )
        if not last or between.strip("\n") != headings:
            raise ValueError(f"the engine wrote the page {address} otherwise than stamping does")
        if MODEL in address:
            before = before.replace(address, mark("address"))
        whole = before + mark("content") + after
        self.of = digest(whole)  # what pages are made of beside their values
        self._parts = MARK.split(whole)

    def finished(self, values):
        """The page with its values in the place of the marks, as slim as every page."""
        values = values | {"content": slim(values["content"])}
        parts = self._parts[:]
        parts[1::2] = [values[name] for name in parts[1::2]]
        return "".join(parts)
