"""Reads the hand-written pages and assets in `docs/`, and refuses what could run, or lead astray.

A pull request can carry anything; the pages must hold no script, and nothing from outside `docs/`.
A page is prose in Markdown: where that and HTML could be read in two ways, it is refused.
"""

import html
import re
from xml.etree import ElementTree

from generator.reading.files import LARGEST_ASSET, ordinary_files
from generator.reading.mistakes import Mistake, shown
from generator.reading.source import CONTROL_CHARACTER
from generator.reading.web import deceptive

KINDS = (".css", ".ico", ".js", ".json", ".md", ".png", ".svg", ".txt", ".webmanifest", ".woff2")
TEXTS = (".css", ".js", ".json", ".md", ".svg", ".txt", ".webmanifest")
STEP = r"[A-Za-z0-9][A-Za-z0-9._-]{0,79}"
PATH = re.compile(rf"docs/(?:{STEP}/){{0,5}}{STEP}")
# Elements that stand inside a line and have no attributes.
TAGS = {"abbr", "b", "br", "code", "em", "i", "kbd", "q", "s", "samp", "small", "strong", "sub"}
TAGS |= {"sup", "var", "wbr"}
# What Markdown shows letter by letter; a sign before it, or a line break in it, would change that.
CODE = re.compile(
    r"(?m)^(```+|~~~+) *[\w#.+-]* *\n(?:.*\n)*?\1 *$|(?<![`\\])(`+)(?!`)[^`\n|]+(?<!`)\2(?!`)"
)
HEAD = re.compile(r"---\n(.*?\n)---\n", re.DOTALL)
FIELD = re.compile(r"branch: [a-z-]+/|(?:title|description): (?:\"[^\"<>&\\]+\"|[^\W_][^\"<>&\\]*)")
TAG = re.compile(r"<\s*/?\s*([a-zA-Z][^\s<>]*)|<([!?])(?!--)")
PLAIN_TAG = re.compile(r"<(/?)([a-z]+) ?/?>")
EVENT = re.compile(r"""(?i)(?:^|[\s"'/{])on[a-z]{3,20}\s*=""")
ATTRIBUTES = re.compile(r"\{[^}\n]*=")
SCHEME = re.compile(r"(?i)(java|vb)\s*script\s*:|data\s*:\s*(text|application|image/svg)")
LINK = re.compile(r"(?i)(?:https?|mailto):[^\s<>\"'`)\]]*|(?<=[(<\s])//[^\s<>\"'`)\]]+")
REVIEWED = (  # letter for letter, what is more than prose and was looked at
    # the bookmarklet
    "<a data-bookmark href=\"javascript:void(open('https://example.org/#q='"
    '+encodeURIComponent(getSelection())))">Explain this bounce</a>',
    # where a script writes the address of this site
    "<code data-here>https://example.org/</code>",
    # where publishing writes the list of changes
    '<p id="no-history">The list is made when the site is published. '
    "This copy was built without it.</p>",
)
SVG = "{http://www.w3.org/2000/svg}"
SHAPES = {"svg", "g", "defs", "title", "desc", "path", "rect", "circle", "ellipse", "line"}
SHAPES |= {"polyline", "polygon", "text", "tspan", "linearGradient", "radialGradient", "stop"}


def read_hand_written(root):
    """Returns ({path below `docs`: bytes}, mistakes)."""
    found, mistakes = ordinary_files(root, "docs", wanted, LARGEST_ASSET)
    files = {path.removeprefix("docs/"): data for path, data in found}
    for path, data in found:
        if path.endswith(TEXTS):
            try:
                text = data.decode("utf-8")
            except UnicodeDecodeError as error:
                line = data.count(b"\n", 0, error.start) + 1
                told = "a byte that is not UTF-8; save the file as UTF-8"
                mistakes.append(Mistake(path, line, 1, told))
                continue
            mistakes.extend(faults(path, text))
    return files, mistakes


def wanted(path):
    """Whether a file is published, or why not."""
    name = path.rpartition("/")[2]
    ending = f".{name.rpartition('.')[2]}" if "." in name else ""
    if ending not in KINDS:
        return f"a file of a kind that is not published; the kinds are {', '.join(KINDS)}"
    if not PATH.fullmatch(path):
        return "a name that is no part of an address; use letters, digits, dots and hyphens"
    return True


def faults(path, text):
    """Yields a `Mistake` for everything in a text that could run, hide or lead astray."""
    for number, line in enumerate(text.split("\n"), 1):
        if found := CONTROL_CHARACTER.search(line.rstrip("\r").replace("\t", " ")):
            told = f"the control character {found[0]!r}; remove it"
            yield Mistake(path, number, found.start() + 1, told)
    if path.endswith(".svg"):
        yield from faults_of_picture(path, text)
    if path.endswith(".md"):
        head = HEAD.match(text)
        for number, line in enumerate(head[1].splitlines() if head else (), 2):
            if not FIELD.fullmatch(line):
                told = (
                    "not 'title: words', 'description: words' or 'branch: address/' in the head; "
                    "write only these"
                )
                yield Mistake(path, number, 1, told)
        yield from faults_of_page(path, blanked(HEAD, text, 1))


def blanked(pattern, text, count=0):
    """The text with everything that a pattern finds replaced by spaces, line by line."""
    return pattern.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text, count=count)


def faults_of_page(path, text):
    """Yields a `Mistake` for everything in a page's Markdown that is more than prose."""
    bare = blanked(CODE, text)
    for address in REVIEWED:
        bare = bare.replace(address, " " * len(address))
    for number, line in enumerate(bare.split("\n"), 1):
        for at, told in faults_of_line(line):
            yield Mistake(path, number, at + 1, told)
    line = 1
    for block in re.split(r"(\n\s*\n)", bare):
        plain = re.sub(r"[\x00-\x20\\]", "", html.unescape(html.unescape(block)))
        if SCHEME.search(plain):
            told = "a link that runs a script; lead to an address with https://"
            yield Mistake(
                path, line + block[: len(block) - len(block.lstrip())].count("\n"), 1, told
            )
        line += block.count("\n")


def faults_of_line(line):
    """Yields (position, what is wrong) for a line of Markdown without its code."""
    for found in TAG.finditer(line):
        plain = PLAIN_TAG.match(line, found.start())
        if not (plain and plain[2] in TAGS):
            told = f"the element '<{shown(found[1] or found[2])}' in a page; write it in Markdown"
            yield found.start(), told
    if found := EVENT.search(line):
        told = f"the event attribute '{found[0].strip()}'; remove it, scripts live in docs/assets"
        yield found.start(), told
    if found := ATTRIBUTES.search(line):
        yield found.start(), "attributes in braces; remove them, styles live in docs/assets"
    for found in LINK.finditer(line):
        link = found[0] if ":" in found[0].partition("/")[0] else f"https:{found[0]}"
        if told := deceptive(link):
            yield found.start(), f"the link '{shown(ascii(found[0])[1:-1])}' {told}"


def faults_of_picture(path, text):
    """Yields a `Mistake` for everything in a picture that is more than shapes."""
    if "<!" in text or "<?" in text:
        yield Mistake(path, 1, 1, "a declaration in a picture; begin with '<svg'")
        return
    try:
        elements = list(ElementTree.fromstring(text).iter())
    except ElementTree.ParseError as error:
        line = error.position[0]
        yield Mistake(path, line, 1, "a picture that is no well-formed XML; draw it anew")
        return
    for element in elements:
        name = element.tag.removeprefix(SVG)
        if name not in SHAPES or f"{SVG}{name}" != element.tag:
            told = f"the element '{shown(name)}' in a picture; leave shapes alone in it"
            yield Mistake(path, 1, 1, told)
        for attribute, value in element.attrib.items():
            if attribute.lower().startswith("on") or "}" in attribute or "href" in attribute:
                told = f"the attribute '{shown(attribute)}' in a picture; remove it"
                yield Mistake(path, 1, 1, told)
            elif "url(" in value and not re.fullmatch(r"url\(#[\w-]+\)", value):
                yield Mistake(path, 1, 1, "a picture that loads another file; remove it")
