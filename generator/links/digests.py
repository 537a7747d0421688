"""Digests of values made of entries: by them it is known whether what is made of a value is there
already.
"""

import hashlib
import json
from dataclasses import fields
from functools import cached_property

from generator.entries.sources import Page


class Digests:
    """Digests of a catalogue, of its entries, and of what is made of them."""

    def __init__(self, catalogue):
        """Takes the `Catalogue`."""
        self._catalogue = catalogue
        self._told = {}  # by entry, for many values hold the same
        self._encode = json.JSONEncoder(default=self._plain).encode

    def of(self, *values):
        """A digest of values made of entries and of what JSON can hold."""
        return hashlib.sha256(self._encode(values).encode()).hexdigest()

    @cached_property
    def beside_responses(self):
        """A digest of everything in the catalogue that is no response."""
        names = [part.name for part in fields(self._catalogue) if part.name != "responses"]
        return self.of({name: getattr(self._catalogue, name) for name in names})

    def _plain(self, value):
        """A value of ours as JSON has it; an entry as its digest."""
        if not isinstance(value, Page):
            return [type(value).__name__, vars(value)]
        if id(value) not in self._told:
            self._told[id(value)] = self.of(type(value).__name__, vars(value))
        return self._told[id(value)]
