"""The four answers that lead every page of a failure."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Answers:
    """The four answers: what happened, who acts, is it retried, is it permanent."""

    what: str
    who: tuple[str, ...]
    retry: str
    permanent: str
    because: str | None = None


@dataclass(frozen=True, kw_only=True)
class ClassAnswers:
    """What is so of a problem where the code is of one class, instead of its general answers."""

    permanent: str
    retry: str | None = None
    because: str | None = None


@dataclass(frozen=True, kw_only=True)
class ResponseAnswers:
    """The answers in which a response differs from its problem and its code's class."""

    what: str | None = None
    who: tuple[str, ...] = ()
    retry: str | None = None
    permanent: str | None = None
    because: str | None = None
