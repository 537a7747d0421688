"""Providers as frozen values: what people wrote are fields, what follows from one entry are
properties.
"""

from dataclasses import dataclass

from generator.entries.sources import Elsewhere, Page, PageSource, Source


@dataclass(frozen=True, kw_only=True)
class Recognise:
    """How to see that an answer came from a provider."""

    hosts: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Settings:
    """The real names of a program's settings for outgoing mail."""

    host: str
    login: str
    source: PageSource
    port_465: str | None = None
    port_587: str | None = None
    note: str | None = None


@dataclass(frozen=True, kw_only=True)
class Outgoing:
    """What a provider publishes for outgoing mail."""

    host: str
    ports: tuple[str, ...]
    login: str
    source: PageSource
    note: str | None = None


@dataclass(frozen=True, kw_only=True)
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
    pages: tuple[Elsewhere, ...] = ()
    forms: tuple[Elsewhere, ...] = ()
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
