"""Values that many entries share: sources, notes, links, and the address that a page has."""

from abc import ABC, abstractmethod
from dataclasses import dataclass, field


@dataclass(frozen=True, kw_only=True)
class Source:
    """Where statements come from: a section of an RFC, or another page."""

    document: str | None = None
    section: str | None = None
    title: str | None = None
    url: str | None = None
    purpose: str | None = field(default=None, metadata={"written": "for"})  # a word of Python's

    @property
    def label(self):
        """What to call the source: `RFC 5321, section 4.2.3`, or its title."""
        return self.title or section_label(self.document, self.section)

    @property
    def address(self):
        """Where the source can be read."""
        return self.url or section_address(self.document, self.section)


def section_label(document, section):
    """`RFC 5321, section 4.2.3`; an appendix is called one."""
    if section is None:
        return document
    return (
        f"{document}, {section}"
        if section.startswith("appendix")
        else f"{document}, section {section}"
    )


def section_address(document, section):
    """The RFC Editor's page of a document, at the section."""
    page = "https://www.rfc-editor.org/rfc/" + document.lower().replace(" ", "")
    if section is None:
        return page
    anchor = (
        section.replace("appendix ", "appendix-")
        if section.startswith("appendix")
        else f"section-{section}"
    )
    return f"{page}#{anchor}"


@dataclass(frozen=True, kw_only=True)
class Page(ABC):
    """Whatever has an address: a kind of page that does not tell its own cannot be made."""

    @property
    @abstractmethod
    def address(self):
        """The path of the page below the root of the site, ending in a slash."""


@dataclass(frozen=True, kw_only=True)
class Elsewhere:
    """A page elsewhere, and what to include when it is a form."""

    title: str
    url: str
    include: str | None = None


@dataclass(frozen=True, kw_only=True)
class Note:
    """Where documents disagree with each other or with practice."""

    text: str
    document: str | None = None
    section: str | None = None


@dataclass(frozen=True, kw_only=True)
class PageSource:
    """A page where something was read, and when it was last compared."""

    title: str
    url: str
    checked: str
