"""What views are made of: a page, a link, and the pieces that several pages show.

A view knows what a page shows: limits, order, plurals, the first of several, "and 3 more". It
holds plain values and entries (for links to them); templates loop over it and print.
"""

from dataclasses import dataclass, field

from generator.entries.sources import Page, Source
from generator.pages.words import counted

FILTERED = 12  # a list of more texts has a filter
ALL_SHOWN = 40  # a longer list is folded
GROUPED = 40  # a list of more texts is folded by what they mean
ORDER_OF_CLASSES = "5423"  # failures first


@dataclass(frozen=True, kw_only=True)
class Foot:
    """What a page is made of, and where to correct, report or read it otherwise."""

    file: str
    links: tuple[tuple[str, str], ...]
    data: str | None = None
    searched: str | None = None


@dataclass(frozen=True, kw_only=True)
class PageView:
    """A page: the template that prints it, where it stands, what heads it, and its values.

    `trail` is the way from the home page, (address, text) pairs, the page itself last; `branch` is
    the address of the page in the navigation to which one belongs that is not in it. An
    entry's page has its foot among its values.
    """

    template: str
    address: str
    title: str
    description: str
    trail: tuple[tuple[str, str], ...] = ()
    branch: str | None = None
    picture: str | None = None
    foot: Foot | None = None
    values: dict = field(default_factory=dict)


@dataclass(frozen=True)
class Link:
    """A place on this site, and what its link says."""

    address: str
    text: str


@dataclass(frozen=True)
class Chip:
    """A code as a small coloured sign."""

    address: str
    code: str
    name: str
    colour: str
    current: bool = False


@dataclass(frozen=True, kw_only=True)
class Answer:
    """One of the four questions, its answer, and what stands below it."""

    question: str
    answer: str
    detail: str | None = None


@dataclass(frozen=True, kw_only=True)
class Stop:
    """A station on a message's way: whether it broke there, may have, or not."""

    name: str
    kind: str
    state: str


@dataclass(frozen=True, kw_only=True)
class Way:
    """A message's way with the broken place, as a picture and in words."""

    stops: tuple[Stop, ...]
    places: tuple[Link, ...]
    lead: str


@dataclass(frozen=True, kw_only=True)
class Reply:
    """A text to send to a customer, when it fits, and the place where it stands on the page.

    `data` is the document with the text in `languages`, for the `case`; `elsewhere` is where
    replies in other languages stand that say nearly the same.
    """

    id: str
    text: str
    button: str
    case: str
    when: str | None = None
    languages: tuple[str, ...] = ()
    data: str | None = None
    elsewhere: Link | None = None


@dataclass(frozen=True, kw_only=True)
class Card:
    """The first screen: what it is, the four answers, the first step, where it broke. `scrolls`
    where what is said is so long that a phone shows its first lines, and keys must reach the rest.
    """

    id: str
    title: str
    colour: str = ""
    code: str = ""
    registered: str | None = None
    kind: tuple[Page | Link | str, ...] = ()
    said: str | None = None
    scrolls: bool = False
    language: str | None = None
    lead: str | None = None
    notice: str | None = None
    answers: tuple[Answer, ...] = ()
    because: str | None = None
    first: str | None = None
    by: str | None = None
    way: Way | None = None
    replies: tuple[Reply, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Role:
    """What one person can do; `open` for the one that is shown at once."""

    id: str
    label: str
    steps: tuple[str, ...]
    open: bool


@dataclass(frozen=True, kw_only=True)
class Cause:
    """A problem that a code can stand for, and what tells it."""

    problem: Page
    words: tuple[str, ...] = ()
    note: str | None = None
    share: str | None = None
    width: int = 0
    first: str | None = None
    texts: Link | None = None


@dataclass(frozen=True, kw_only=True)
class Causes:
    """The problems that a code can stand for; the rest is folded under `more`."""

    lead: str
    counted: bool
    shown: tuple[Cause, ...]
    folded: tuple[Cause, ...]
    more: str
    whole: Link | None


@dataclass(frozen=True, kw_only=True)
class Sender:
    """A provider with one of its texts, and how many more it sends."""

    provider: Page
    text: Link
    language: str | None
    mark: str | None
    more: str | None


@dataclass(frozen=True, kw_only=True)
class ShownSenders:
    """Who sends a code or tells of a problem; all texts stand at `whole`."""

    shown: tuple[Sender, ...]
    whole: Link | None


@dataclass(frozen=True)
class Sources:
    """Where statements come from, folded under their number and the date of the last review."""

    lead: str
    listed: tuple[Source, ...]


def sources_of(sources, reviewed=None):
    """The sources of a page, last reviewed on a date where it is an entry's."""
    lead = counted(len(sources), "source")
    return Sources(f"{lead}, last reviewed on {reviewed}" if reviewed else lead, tuple(sources))


def class_buttons(digits):
    """The classes by which a list can be filtered, failures first; none where all are of one."""
    given = set(digits)
    found = tuple(digit for digit in ORDER_OF_CLASSES if digit in given)
    return found if len(found) > 1 else ()


def index(template, address, title, description, branch=None, trail=None, **values):
    """A page that is in the navigation or below it."""
    return PageView(
        template=template,
        address=address,
        title=title,
        description=description,
        trail=trail or ((address, title),) if address else (),
        branch=branch,
        values=values,
    )


def by_station(pieces):
    """The (station, problems) pairs: each problem where it breaks first."""
    return tuple(
        (
            station,
            tuple(
                one for one in pieces.catalogue.problems.values() if one.breaks_at[0] == station.id
            ),
        )
        for station in pieces.catalogue.stations.values()
    )


def stations_of_problems(pieces):
    """The (station, problems) pairs, without the stations at which no problem breaks first."""
    return tuple(pair for pair in by_station(pieces) if pair[1])
