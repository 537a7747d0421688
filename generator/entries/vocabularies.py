"""The catalogue's vocabularies: the values that entries choose from, and lists that stand alone."""

from dataclasses import dataclass

from generator.entries.sources import Note, Page, PageSource, Source

CLASS_ADDRESSES = {"2": "2xx/", "3": "3xx/", "4": "4xx/", "5": "5xx/"}


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
    """A word of mail: `also` are other names of the same thing, `forms` plurals and the like."""

    id: str
    term: str
    meaning: str
    also: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
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
    def all_forms(self):
        """Everything by which text is linked to the term."""
        return (self.term, *self.also, *self.forms)


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
    read_as: str | None = None


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
    other_names: tuple[str, ...] = ()

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
