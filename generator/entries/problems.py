"""Problems as frozen values: what people wrote are fields, what follows from one entry are
properties.
"""

from dataclasses import dataclass, field

from generator.entries.answers import Answers, ClassAnswers
from generator.entries.sources import Page, Source


@dataclass(frozen=True, kw_only=True)
class RelatedProblem:
    """A problem easily mistaken for another (an id), and what tells them apart."""

    problem: str
    why: str


@dataclass(frozen=True, kw_only=True)
class Table:
    """Values that belong to a problem, such as system error numbers; every row has as many values
    as there are columns.
    """

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, kw_only=True)
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
    cause: str | None = None
    in_class: dict[str, ClassAnswers] = field(default_factory=dict)

    @property
    def hides_its_cause(self):
        """Whether its words tell only that something failed."""
        return self.cause == "hidden"

    @property
    def told_in_class(self):
        """What it says instead where the code begins with a digit: {digit: a mapping}."""
        return {digit: vars(told) for digit, told in self.in_class.items()}

    @property
    def address(self):
        """`problems/mailbox-full/`."""
        return f"problems/{self.id}/"

    @property
    def file(self):
        """The file to edit, from the root of the project."""
        return f"catalog/problems/{self.id}.yml"
