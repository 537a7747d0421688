"""Responses as frozen values: what people wrote are fields, what follows from one entry are
properties.
"""

import re
from dataclasses import dataclass, field

from generator.entries.answers import ResponseAnswers
from generator.entries.sources import Page


@dataclass(frozen=True, kw_only=True)
class ResponseSource:
    """Where a response's text was read, and when it was last compared."""

    kind: str
    title: str
    checked: str
    url: str | None = None
    unsourced: str | None = None


@dataclass(frozen=True, kw_only=True)
class Response(Page):
    """One text that a provider sends; `problem` is the id of what it means.

    `answers` are those in which it differs from its problem; `Advice.answers_to` tells all four.
    `customer_reply_of` is the id of the problem whose customer reply it has instead of that one's;
    `shared_reply` is the id of the words in `customer_reply` where other responses have them too.
    """

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
    answers: ResponseAnswers | None = None
    remedy: dict[str, tuple[str, ...]] = field(default_factory=dict)
    customer_reply: str | None = None
    customer_reply_of: str | None = None
    shared_reply: str | None = None
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
        """The text as the server sends it."""
        return self.sent(self.text)

    def sent(self, wording):
        """A wording with its codes in front, as the server sends it; some servers write the
        enhanced code into their words, as in `553 no such user (#5.1.1)`.
        """
        within = self.enhanced and re.search(
            rf"(?<![\d.]){re.escape(self.enhanced)}(?![\d.]*\d)", wording
        )
        return " ".join(
            part for part in (self.reply, None if within else self.enhanced, wording) if part
        )
