"""Builds frozen values of their types from the plain values of documents.

Nothing is checked here: the rules held before a catalogue is built.
"""

import types
import typing
from dataclasses import MISSING, fields
from functools import cache


def make(kind, value):
    """Builds a dataclass, a tuple, a dict or a text of the type `kind` from a document's plain value."""
    if isinstance(kind, types.UnionType):
        kind = typing.get_args(kind)[0]
    origin, inner = typing.get_origin(kind), typing.get_args(kind)
    if isinstance(value, origin or kind) and origin is None and kind is not str:
        return value
    if origin is tuple:
        return tuple(make(inner[0], item) for item in value)
    if origin is dict:
        return {key: make(inner[1], item) for key, item in value.items()}
    if kind is int:
        return int(value)
    if kind is str:
        return value.strip()
    hints = types_of(kind)
    given = {}
    for part in fields(kind):
        written = part.metadata.get("written", part.name)
        if written in value:
            given[part.name] = make(hints[part.name], value[written])
        elif part.default is MISSING and part.default_factory is MISSING:
            raise KeyError(f"{kind.__name__}.{written}")
    return kind(**given)


@cache
def types_of(kind):
    """The types of a dataclass' fields, by name; looked up once, because there are thousands of entries of a few kinds."""
    return typing.get_type_hints(kind)
