"""Hand-written pages and pictures hold prose and shapes: whatever could run, hide or lead astray is
told, at its place.
"""

import pytest

from generator.reading.hand_written import faults, read_hand_written

ELEMENT = "the element '{}' in a page; write it in Markdown"
EVENT = "the event attribute '{}'; remove it, scripts live in docs/assets"
BRACES = "attributes in braces; remove them, styles live in docs/assets"
SCRIPT = "a link that runs a script; lead to an address with https://"
CONTROL = "the control character {}; remove it"
LINK = "the link '{}' {}"
A_USER = "has a user name before its host; remove it"
NO_HOST = "leads to no public host; name the host that everyone can reach"
A_MESSAGE = "prepares a message; write 'mailto:', one mail address and nothing else"
SHAPE = "the element '{}' in a picture; leave shapes alone in it"
ATTRIBUTE = "the attribute '{}' in a picture; remove it"


def told(path, text):
    """("line:column", message) of all that is wrong with a text, in the order of its lines."""
    found = sorted(faults(path, text), key=lambda one: (one.line, one.column))
    return [(f"{one.line}:{one.column}", one.message) for one in found]


PAGES = {  # the third line of a page -> what is wrong with it, each at its place
    "<script>alert(1)</script>": [
        ("3:1", ELEMENT.format("<script")),
        ("3:17", ELEMENT.format("<script")),
    ],
    '<img src="x" onerror="alert(1)">': [
        ("3:1", ELEMENT.format("<img")),
        ("3:13", EVENT.format("onerror=")),
    ],
    "[x](javascript:alert(1))": [("3:1", SCRIPT)],
    "[x](java&#115;cript&colon;alert(1))": [("3:1", SCRIPT)],
    "[x](JaVa\tScRiPt:alert(1))": [("3:1", SCRIPT)],
    "[x](data:text/html,hello)": [("3:1", SCRIPT)],
    "words {: onclick=alert(1) }": [("3:7", BRACES), ("3:9", EVENT.format("onclick="))],
    "<iframe src='//evil.example'></iframe>": [
        ("3:1", ELEMENT.format("<iframe")),
        ("3:30", ELEMENT.format("<iframe")),
    ],
    "<svg/onload=alert(1)>": [
        ("3:1", ELEMENT.format("<svg/onload=alert(1)")),
        ("3:5", EVENT.format("/onload=")),
    ],
    "<!DOCTYPE x [<!ENTITY y 'z'>]>": [
        ("3:1", ELEMENT.format("<!")),
        ("3:14", ELEMENT.format("<!")),
    ],
    "<style>*{display:none}</style>": [
        ("3:1", ELEMENT.format("<style")),
        ("3:23", ELEMENT.format("<style")),
    ],
    "\\`<script>alert(1)</script>\\`": [
        ("3:3", ELEMENT.format("<script")),
        ("3:19", ELEMENT.format("<script")),
    ],
    "`code\n\n<script>alert(1)</script>\n\ncode`": [
        ("5:1", ELEMENT.format("<script")),
        ("5:17", ELEMENT.format("<script")),
    ],
    "<div>`<script>alert(1)</script>`</div>": [
        ("3:1", ELEMENT.format("<div")),
        ("3:33", ELEMENT.format("<div")),
    ],
    "<a\nhref='x'\nonclick='alert(1)'>x</a>": [
        ("3:1", ELEMENT.format("<a")),
        ("5:1", EVENT.format("onclick=")),
        ("5:21", ELEMENT.format("<a")),
    ],
    "<\tscript>alert(1)</script>": [
        ("3:1", ELEMENT.format("<script")),
        ("3:18", ELEMENT.format("<script")),
    ],
    "</article>": [("3:1", ELEMENT.format("<article"))],
    "[x](a.md){: href=javascript:alert(1) }": [("3:1", SCRIPT), ("3:10", BRACES)],
    "[x][y]\n\n[y]: java\nscript:alert(1)": [("5:1", SCRIPT)],
    "[x](https://support.google.com@evil.example/)": [
        ("3:5", LINK.format("https://support.google.com@evil.example/", A_USER))
    ],
    "[x](//127.0.0.1/)": [("3:5", LINK.format("//127.0.0.1/", NO_HOST))],
    "[x](mailto:a@example.com?bcc=b@example.com)": [
        ("3:5", LINK.format("mailto:a@example.com?bcc=b@example.com", A_MESSAGE))
    ],
    "right \u202e left": [("3:7", CONTROL.format("'\\u202e'"))],
    "no \x00 thing": [("3:4", CONTROL.format("'\\x00'"))],
    "\x02klzzwxh:0000\x03": [("3:1", CONTROL.format("'\\x02'"))],
    "words {: style=color:red }": [("3:7", BRACES)],
    "words onclick=x": [("3:6", EVENT.format("onclick="))],
    '<b onclick="x">': [("3:1", ELEMENT.format("<b")), ("3:3", EVENT.format("onclick="))],
    "[x](vbscript:alert(1))": [("3:1", SCRIPT)],
}


@pytest.mark.parametrize("text", PAGES)
def test_a_page_holds_nothing_that_runs(text):
    """A page may hold prose, Markdown and a short list of elements."""
    assert told("docs/x.md", f"# Title\n\n{text}\n") == PAGES[text]


ALLOWED = [
    "<b>bold</b>, <kbd>Enter</kbd> and a line break<br>",
    "`<script>alert(1)</script>` as code",
    "```html\n<script>alert(1)</script>\n```",
    "{braces} without a sign of equality, and on = off",
    "[x](https://example.org/)",
]


@pytest.mark.parametrize("text", ALLOWED)
def test_a_page_holds_prose(text):
    """What only looks like something else is left alone."""
    assert told("docs/x.md", f"# Title\n\n{text}\n") == []


HEADS = [
    'title: "</title><script>alert(1)</script>"',
    "title: '`<script>`'",
    'description: 0;url=https://evil.example" http-equiv="refresh',
    "template: 404.html",
    "title: [",
    "hide: [navigation]",
]


@pytest.mark.parametrize("head", HEADS)
def test_the_head_of_a_page_is_words(head):
    """What the engines print into the head of the page, or obey, is a title and a description."""
    ((place, message), *_) = told("docs/x.md", f"---\ntitle: Words\n{head}\n---\n\n# Title\n")
    assert place == "3:1" and message.startswith("not 'title: words', 'description: words' or ")


PICTURES = {  # what is inside a picture -> what is wrong with it
    "<script>alert(1)</script>": [("1:1", SHAPE.format("script"))],
    '<s:script xmlns:s="http://www.w3.org/2000/svg">alert(1)</s:script>': [
        ("1:1", SHAPE.format("script"))
    ],
    '<path onload="alert(1)"/>': [("1:1", ATTRIBUTE.format("onload"))],
    '<foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml" src="x"/></foreignObject>': [
        ("1:1", SHAPE.format("foreignObject")),
        ("1:1", SHAPE.format("{http://www.w3.org/1999/xhtml}iframe")),
    ],
    '<a href="javascript:alert(1)"><path/></a>': [
        ("1:1", SHAPE.format("a")),
        ("1:1", ATTRIBUTE.format("href")),
    ],
    '<path fill="url(https://evil.example/x)"/>': [
        ("1:1", "a picture that loads another file; remove it")
    ],
    '<image href="https://evil.example/x.png"/>': [
        ("1:1", SHAPE.format("image")),
        ("1:1", ATTRIBUTE.format("href")),
    ],
    "<!DOCTYPE svg>": [("1:1", "a declaration in a picture; begin with '<svg'")],
    "<path>": [("1:1", "a picture that is no well-formed XML; draw it anew")],
}


@pytest.mark.parametrize("inside", PICTURES)
def test_a_picture_is_made_of_shapes(inside):
    """A picture can be opened as a page of its own, so it holds nothing that runs or loads."""
    picture = f'<svg xmlns="http://www.w3.org/2000/svg">{inside}</svg>'
    assert told("docs/x.svg", picture) == PICTURES[inside]


def test_a_picture_may_use_its_own_colours():
    """A reference to a part of the same picture loads nothing."""
    inside = '<defs><linearGradient id="a"/></defs><path fill="url(#a)" d="M0 0"/>'
    assert told("docs/x.svg", f'<svg xmlns="http://www.w3.org/2000/svg">{inside}</svg>') == []


def test_what_is_read_is_looked_at(tmp_path):
    """A page with a fault is no page: its file is told, with the place."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/good.md").write_text("# Title\n")
    (tmp_path / "docs/bad.md").write_text("# Title\n\n<hr>\n")
    (tmp_path / "docs/other.md").write_bytes(b"# Title\n\n\xff\n")
    files, mistakes = read_hand_written(tmp_path)
    assert files.keys() == {"good.md", "bad.md", "other.md"}
    assert sorted(map(str, mistakes)) == [
        f"docs/bad.md:3: {ELEMENT.format('<hr')}",
        "docs/other.md:3: a byte that is not UTF-8; save the file as UTF-8",
    ]
