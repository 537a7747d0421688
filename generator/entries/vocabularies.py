"""Values that many entries share: sources, notes, links, and the catalogue's vocabularies."""

from dataclasses import dataclass, field

CLASS_ADDRESSES = {"2": "2xx/", "3": "3xx/", "4": "4xx/", "5": "5xx/"}


@dataclass(frozen=True, kw_only=True)
class Source:
    """Where statements come from: a section of an RFC, or another page."""

    document: str | None = None
    section: str | None = None
    title: str | None = None
    url: str | None = None
    purpose: str | None = field(default=None, metadata={"written": "for"})

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
class Page:
    """Whatever has an address."""

    @property
    def address(self):
        """The path of the page below the root of the site, ending in a slash."""
        raise NotImplementedError


@dataclass(frozen=True, kw_only=True)
class Link:
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
class Category(Page):
    """A topic under which people look for codes and problems."""

    id: str
    name: str
    summary: str
    meaning: str

    @property
    def address(self):
        """`categories/mailbox/`."""
        return f"categories/{self.id}/"


@dataclass(frozen=True, kw_only=True)
class ReplyClass(Page):
    """A first digit and what it tells the client."""

    digit: str
    name: str
    range: str
    summary: str
    meaning: str
    sources: tuple[Source, ...]
    enhanced: str | None = None

    @property
    def address(self):
        """`5xx/`."""
        return CLASS_ADDRESSES[self.digit]


@dataclass(frozen=True, kw_only=True)
class Subject(Page):
    """A subject of enhanced status codes."""

    subject: str
    name: str
    summary: str
    meaning: str
    sources: tuple[Source, ...]

    @property
    def address(self):
        """`subjects/x.1/`."""
        return f"subjects/x.{self.subject}/"


@dataclass(frozen=True, kw_only=True)
class Label:
    """What readers see for a fixed value of a field."""

    field: str
    value: str
    label: str
    detail: str | None = None
    role: str | None = None


@dataclass(frozen=True, kw_only=True)
class Station:
    """A place on the way of a message, or the link between two."""

    id: str
    name: str
    summary: str
    meaning: str


@dataclass(frozen=True, kw_only=True)
class Language:
    """A language, besides English, in which customers are told what happened."""

    id: str
    name: str
    own_name: str
    form_of_address: str


@dataclass(frozen=True, kw_only=True)
class Term(Page):
    """A word of mail: `also` are other names of the same thing, `further_forms` plurals and the
    like.
    """

    id: str
    term: str
    meaning: str
    also: tuple[str, ...] = ()
    further_forms: tuple[str, ...] = field(default=(), metadata={"written": "forms"})
    more: str | None = None
    related: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()

    @property
    def address(self):
        """`glossary/#soft-bounce`."""
        return f"glossary/#{self.id}"

    @property
    def heading(self):
        """The term with a capital letter, for headings and lists."""
        return self.term[0].upper() + self.term[1:]

    @property
    def forms(self):
        """Everything by which text is linked to the term."""
        return (self.term, *self.also, *self.further_forms)


@dataclass(frozen=True, kw_only=True)
class PageSource:
    """A page where something was read, and when it was last compared."""

    title: str
    url: str
    checked: str


@dataclass(frozen=True, kw_only=True)
class Corpus:
    """A public collection in which codes were counted."""

    id: str
    name: str
    url: str
    size: int
    meaning: str


@dataclass(frozen=True, kw_only=True)
class SecondDigit:
    """A second digit and what RFC 5321 says it stands for."""

    digit: str
    name: str
    meaning: str


@dataclass(frozen=True, kw_only=True)
class Digits:
    """The rules of the code space, as `classes.yml` tells them."""

    no_first_digit_one: str
    second_digits: tuple[SecondDigit, ...]
    third_digit: str
    grammar: str
    enhanced_rules: tuple[Note, ...]
    sources: tuple[Source, ...]


@dataclass(frozen=True, kw_only=True)
class Placeholder:
    """A word in angle brackets in a response, and plausible values for it."""

    name: str
    meaning: str
    values: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class CitedDocument:
    """A document that entries cite."""

    id: str
    title: str
    status: str | None = None
    note: str | None = None


@dataclass(frozen=True, kw_only=True)
class CommandReply:
    """A reply that a command may get, and where that is written."""

    code: str
    document: str
    section: str
    note: str | None = None


@dataclass(frozen=True, kw_only=True)
class Command:
    """A command or phase of a session, with the replies it may get."""

    id: str
    name: str
    summary: str
    status: str
    replies: tuple[CommandReply, ...]
    step: str | None = None

    @property
    def heading(self):
        """The name with a capital letter, for headings and lists."""
        return self.name[0].upper() + self.name[1:]


@dataclass(frozen=True, kw_only=True)
class Comparison(Page):
    """Codes (ids) that people confuse, and what tells them apart."""

    codes: tuple[str, ...]
    why: str

    @property
    def name(self):
        """`550-554`."""
        return "-".join(self.codes)

    @property
    def address(self):
        """`compare/550-554/`."""
        return f"compare/{self.name}/"


@dataclass(frozen=True, kw_only=True)
class Question:
    """A question that comes without any error message, and its answer."""

    id: str
    question: str
    answer: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, kw_only=True)
class Retry:
    """When a server tries again, and when it gives up."""

    id: str
    name: str
    every: str
    until: str
    source: PageSource
    warns: str | None = None
    setting: str | None = None
