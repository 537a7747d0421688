"""Reads the hand-written pages and assets in `docs/`, and refuses what could run, or lead astray.

A pull request can carry anything; the pages must hold no script, and nothing from outside `docs/`.
"""

import html
import re

from generator.reading.files import LARGEST_ASSET, ordinary_files
from generator.reading.mistakes import Mistake, shown

KINDS = {
    *(".md", ".css", ".js", ".json", ".svg", ".png", ".ico", ".txt", ".webmanifest", ".woff2"),
}
TAGS = {
    *(
        "a",
        "abbr",
        "b",
        "br",
        "button",
        "code",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "em",
        "form",
        "h2",
    ),
    *("h3", "i", "input", "kbd", "label", "li", "nav", "noscript", "ol", "output", "p", "pre", "q"),
    *(
        "samp",
        "section",
        "small",
        "span",
        "strong",
        "sub",
        "summary",
        "sup",
        "table",
        "tbody",
        "td",
    ),
    *("textarea", "th", "thead", "tr", "ul", "var", "wbr"),
}
CODE = re.compile(r"(?ms)^(```+|~~~+).*?^\1\s*$|(`+)(?!`).+?(?<!`)\2(?!`)")
TAG = re.compile(r"<\s*([a-zA-Z][\w:-]*)|<([!?])(?!--)")
EVENT = re.compile(r"""(?i)(?:[\s"'/{])on[a-z]{3,20}\s*=""")
SCHEME = re.compile(r"(?i)(java|vb)\s*script\s*:|data\s*:\s*(text|application|image/svg)")
REVIEWED = (  # whole addresses that run a script and were looked at: the bookmarklet
    "javascript:void(open('https://example.org/#q='+encodeURIComponent(getSelection())))",
)


def read_hand_written(root):
    """Returns ({path below `docs`: bytes}, mistakes)."""
    found, mistakes = ordinary_files(root, "docs", wanted, LARGEST_ASSET)
    files = {path.removeprefix("docs/"): data for path, data in found}
    for path, data in found:
        if path.endswith((".md", ".svg")):
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
    if ending in KINDS:
        return True
    return f"a file of a kind that is not published; the kinds are {', '.join(sorted(KINDS))}"


def faults(path, text):
    """Yields a `Mistake` for everything in a page that could run."""
    bare = CODE.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)
    for address in REVIEWED:
        bare = bare.replace(address, " " * len(address))
    for number, line in enumerate(bare.split("\n"), 1):
        for found in TAG.finditer(line) if path.endswith(".md") else ():
            if (found[1] or found[2]).lower() not in TAGS:
                told = (
                    f"the element '<{shown(found[1] or found[2])}' in a page; write it in Markdown"
                )
                yield Mistake(path, number, found.start() + 1, told)
        if "<script" in line.lower() and path.endswith(".svg"):
            yield Mistake(path, number, 1, "a script in a picture; remove it")
        if found := EVENT.search(line):
            told = (
                f"the event attribute '{found[0].strip()}'; remove it, scripts live in docs/assets"
            )
            yield Mistake(path, number, found.start() + 1, told)
        plain = re.sub(r"[\x00-\x1f\s\\]", "", html.unescape(html.unescape(line)))
        if SCHEME.search(plain):
            yield Mistake(
                path, number, 1, "a link that runs a script; lead to an address with https://"
            )
