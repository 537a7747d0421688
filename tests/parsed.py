"""What a browser's parser makes of HTML: the elements, and every fault that it had to mend."""

import re
from dataclasses import dataclass

import markupever

# The parser passes over these, which the standard calls errors of the stream.
NO_CHARACTER = re.compile(
    "[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]"
    "|["
    + "".join(
        f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0x110000, 0x10000)
    )
    + "]"
)


@dataclass(frozen=True)
class Element:
    """An element: its name, its attributes, and all text in it."""

    name: str
    attributes: dict
    node: markupever.dom.Element

    @property
    def text(self):
        """The text of the element and of all inside it."""
        return self.node.text()

    @property
    def children(self):
        """The elements directly inside it."""
        return [taken(node) for node in self.node.children() if is_element(node)]


class Document:
    """A page as the parser of a browser engine reads it."""

    def __init__(self, text):
        """Takes the HTML of a page, or of a piece of one."""
        parser = markupever.Parser().process(text).finish()
        self.faults = parser.errors() + NO_CHARACTER.findall(text)
        self._tree = parser.into_dom()
        self.elements = [
            taken(node) for node in self._tree.root().descendants() if is_element(node)
        ]

    def named(self, *names):
        """The elements with one of the names, in order."""
        return [element for element in self.elements if element.name in names]

    def first(self, selector):
        """The first element that a selector finds, or None."""
        node = self._tree.select_one(selector)
        return node and taken(node)


def is_element(node):
    """Whether a node is an element."""
    return isinstance(node, markupever.dom.Element)


def taken(node):
    """A node of the parser as an `Element`."""
    return Element(node.name.local, {key.local: value for key, value in node.attrs.items()}, node)


def body_of(text):
    """The elements directly inside the body that a piece of HTML makes."""
    return Document(text).first("body").children
