"""What the lookup reads besides entries: how reports look, what is easily confused, wordings."""

from dataclasses import dataclass

from generator.entries.sources import Source


@dataclass(frozen=True, kw_only=True)
class Reporter:
    """A system that reports a server's words: its own sentences, and what precedes the reply."""

    id: str
    name: str
    speaker: str
    language: str | None = None
    frames: tuple[str, ...] = ()
    introduces: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    unsourced: str | None = None


@dataclass(frozen=True, kw_only=True)
class Reporters:
    """How reports, logs and programs surround a server's words, as `reporters.yml` tells it."""

    reporters: tuple[Reporter, ...]
    headers: tuple[str, ...]
    client_lines: tuple[str, ...]
    positive_lines: tuple[str, ...]
    silent_lines: tuple[str, ...]
    originals: tuple[str, ...]
    stock: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Group:
    """Problems (ids) that one text often cannot tell apart, and the question that does."""

    id: str
    name: str
    members: tuple[str, ...]
    question: str


@dataclass(frozen=True, kw_only=True)
class Wordings:
    """Wordings in general use by which a problem (an id) is recognised."""

    problem: str
    words: tuple[str, ...]
