"""Reply codes and enhanced status codes as frozen values: what people wrote are fields, what
follows from one entry are properties.
"""

from dataclasses import dataclass, field

from generator.entries.answers import Answers
from generator.entries.sources import Note, Page, Source


def sort_key(code):
    """Orders codes as people count: reply codes first, then enhanced codes by class, subject and
    detail.
    """
    return (code.count("."), [int(part) if part.isdigit() else 0 for part in code.split(".")], code)


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """How often something was counted in a named public corpus."""

    corpus: str
    count: int
    of: int
    label: str | None = None

    @property
    def percent(self):
        """The share in per cent, with one decimal below ten."""
        share = 100 * self.count / self.of
        return f"{share:.0f}" if share >= 10 else f"{share:.1f}"


@dataclass(frozen=True, kw_only=True)
class ProblemReference:
    """A problem that a code can stand for, with the words that tell it from the others."""

    problem: str
    words: tuple[str, ...]
    note: str | None = None
    evidence: Evidence | None = None


@dataclass(frozen=True, kw_only=True)
class RelatedCode:
    """A code worth comparing (an id), and why."""

    code: str
    why: str


@dataclass(frozen=True, kw_only=True)
class Meaning:
    """What one document says a reply code means."""

    document: str
    sections: tuple[str, ...]
    status: str
    explanation: str
    text: str | None = None


@dataclass(frozen=True, kw_only=True)
class Code(Page):
    """What reply codes and enhanced status codes have in common; one page each."""

    code: str
    name: str
    category: str
    importance: str
    summary: str
    meaning: str
    sources: tuple[Source, ...]
    reviewed: str
    answers: Answers | None = None
    problems: tuple[ProblemReference, ...] = ()
    remedy: dict[str, tuple[str, ...]] = field(default_factory=dict)
    customer_reply: str | None = None
    example: str | None = None
    related: tuple[RelatedCode, ...] = ()
    notes: tuple[Note, ...] = ()
    frequency: Evidence | None = None
    known_senders: tuple[str, ...] | None = None
    search: tuple[str, ...] = ()

    @property
    def digit(self):
        """The first digit, which is the class."""
        return self.code[0]

    @property
    def address(self):
        """`550/`, `5.1.1/`: nothing shorter exists, and people guess it."""
        return f"{self.code}/"

    @property
    def heading(self):
        """The code as the page is headed, a range with both ends."""
        return self.code

    @property
    def is_folklore(self):
        """Whether this is a popular number that is no SMTP code."""
        return False


@dataclass(frozen=True, kw_only=True)
class Instead:
    """A real code (an id) to read instead of a folklore number, and when."""

    code: str
    why: str


@dataclass(frozen=True, kw_only=True)
class ReplyCode(Code):
    """A three-digit reply code, or a popular number that is none."""

    kind: str
    meanings: tuple[Meaning, ...] = ()
    claim: str | None = None
    origin: str | None = None
    instead: tuple[Instead, ...] = ()

    @property
    def file(self):
        """The file to edit, from the root of the project."""
        return f"catalog/replies/{self.code}.yml"

    @property
    def is_folklore(self):
        """Whether this is a popular number that is no SMTP code."""
        return self.kind == "folklore"


@dataclass(frozen=True, kw_only=True)
class Family:
    """An enhanced status code in all its classes, as registered or as its owner documents it."""

    code: str
    status: str
    name: str
    meaning: str
    last: str | None = None
    owner: str | None = None
    document: str | None = None
    section: str | None = None
    registered_classes: str | None = None
    reply_codes: tuple[str, ...] = ()
    covers: tuple[str, ...] = ()

    @property
    def subject(self):
        """The middle number, such as "1"."""
        return self.code.split(".")[1]

    @property
    def detail(self):
        """The last number, such as "10"."""
        return self.code.split(".")[2]

    @property
    def anchor(self):
        """The id of the family's heading on its subject's page: `x.1.1`."""
        return self.code.lower()


@dataclass(frozen=True, kw_only=True)
class EnhancedCode(Code):
    """An enhanced status code in one class."""

    family: Family
    basis: str
    basis_note: str | None = None
    members: tuple[str, ...]
    paired_codes: tuple[str, ...] = ()

    @property
    def file(self):
        """The file to edit, from the root of the project."""
        return f"catalog/enhanced/{self.family.code}.yml"

    @property
    def heading(self):
        """The code as the page is headed, a range with both ends."""
        return self.code if len(self.members) == 1 else f"{self.members[0]} to {self.members[-1]}"
