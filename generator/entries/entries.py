"""Problems, providers and responses as frozen values: what people wrote are fields, what follows from one entry are properties."""

from dataclasses import dataclass, field

from generator.entries.codes import Answers
from generator.entries.vocabularies import Link, Page, PageSource, Source


@dataclass(frozen=True)
class RelatedProblem:
    """A problem easily mistaken for another (an id), and what tells them apart."""

    problem: str
    why: str


@dataclass(frozen=True)
class Table:
    """Values that belong to a problem, such as system error numbers; every row has as many values as there are columns."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Problem(Page):
    """What actually went wrong, in the reader's terms."""

    id: str
    name: str
    category: str
    breaks_at: tuple[str, ...]
    spoken_by: tuple[str, ...]
    summary: str
    answers: Answers
    meaning: str
    causes: tuple[str, ...]
    phrases: tuple[str, ...]
    remedy: dict[str, tuple[str, ...]]
    ask: tuple[str, ...]
    customer_reply: dict[str, str]
    confirm: tuple[str, ...]
    search: tuple[str, ...]
    sources: tuple[Source, ...]
    reviewed: str
    related: tuple[RelatedProblem, ...] = ()
    phrases_in: dict[str, tuple[str, ...]] = field(default_factory=dict)
    table: Table | None = None

    @property
    def address(self):
        """`problems/mailbox-full/`."""
        return f"problems/{self.id}/"

    @property
    def file(self):
        """The file to edit, from the root of the project."""
        return f"catalog/problems/{self.id}.yml"


@dataclass(frozen=True)
class Recognise:
    """How to see that an answer came from a provider."""

    hosts: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()


@dataclass(frozen=True)
class Settings:
    """The real names of a program's settings for outgoing mail."""

    host: str
    login: str
    source: PageSource
    port_465: str | None = None
    port_587: str | None = None
    note: str | None = None


@dataclass(frozen=True)
class Outgoing:
    """What a provider publishes for outgoing mail."""

    host: str
    ports: tuple[str, ...]
    login: str
    source: PageSource
    note: str | None = None


@dataclass(frozen=True)
class Provider(Page):
    """A mailbox provider, filter, relay, blocklist, mail server product, or program that sends."""

    id: str
    name: str
    kind: str
    summary: str
    sources: tuple[Source, ...]
    reviewed: str
    other_names: tuple[str, ...] = ()
    recognise: Recognise | None = None
    pages: tuple[Link, ...] = ()
    forms: tuple[Link, ...] = ()
    settings: Settings | None = None
    outgoing: Outgoing | None = None
    ended: str | None = None
    peculiar: str | None = None
    search: tuple[str, ...] = ()

    @property
    def address(self):
        """`providers/google/`."""
        return f"providers/{self.id}/"

    @property
    def file(self):
        """The file to edit, from the root of the project."""
        return f"catalog/providers/{self.id}.yml"


@dataclass(frozen=True)
class ResponseSource:
    """Where a response's text was read, and when it was last compared."""

    kind: str
    title: str
    checked: str
    url: str | None = None


@dataclass(frozen=True)
class ResponseAnswers:
    """The answers in which a response differs from its problem and its code's class."""

    what: str | None = None
    who: tuple[str, ...] = ()
    retry: str | None = None
    permanent: str | None = None
    because: str | None = None


@dataclass(frozen=True)
class Response(Page):
    """One text that a provider sends; `problem` holds the problem itself."""

    id: str
    provider: str
    name: str
    text: str
    problem: str
    meaning: str
    source: ResponseSource
    reply: str | None = None
    enhanced: str | None = None
    wording: str | None = None
    language: str | None = None
    ended: str | None = None
    variants: tuple[str, ...] = ()
    same_text_as: tuple[str, ...] = ()
    own_answers: ResponseAnswers | None = field(default=None, metadata={"written": "answers"})
    remedy: dict[str, tuple[str, ...]] = field(default_factory=dict)
    help: str | None = None
    classes_differ: str | None = None

    @property
    def key(self):
        """`google/inbox-out-of-storage`."""
        return f"{self.provider}/{self.id}"

    @property
    def address(self):
        """`providers/google/inbox-out-of-storage/`."""
        return f"providers/{self.key}/"

    @property
    def file(self):
        """The file to edit, from the root of the project."""
        return f"catalog/responses/{self.key}.yml"

    @property
    def digit(self):
        """The class: the first digit of the reply code, else of the enhanced code, else None."""
        code = self.reply or self.enhanced
        return code[0] if code else None

    @property
    def codes(self):
        """The codes it carries, the most telling one first."""
        return tuple(code for code in (self.enhanced, self.reply) if code)

    @property
    def line(self):
        """The text with its codes in front, as the server sends it."""
        return " ".join(part for part in (self.reply, self.enhanced, self.text) if part)
