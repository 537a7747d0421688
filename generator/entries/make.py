"""Builds frozen values of their types from the plain values of documents.

Nothing is checked here: the rules held before a catalogue is built. A document with a field that
its type does not know raises `KeyError`, so that no field can be lost in silence.
"""

import types
import typing
from dataclasses import fields, is_dataclass
from functools import cache


def make(kind, value):
    """Builds a value of the type `kind` (a dataclass, `tuple[...]`, `dict[str, ...]`, `str` or
    `int`).
    """
    if isinstance(kind, types.UnionType):
        kind = typing.get_args(kind)[0]  # `str | None`: what is there is a text
    if is_dataclass(kind):
        return value if isinstance(value, kind) else make_dataclass(kind, value)
    inner = typing.get_args(kind)
    match typing.get_origin(kind):
        case None:
            return value.strip() if kind is str else kind(value)
        case origin if origin is tuple:
            return tuple(make(inner[0], item) for item in value)
        case _:
            return {key: make(inner[1], item) for key, item in value.items()}


def make_dataclass(kind, value):
    """Builds a dataclass from a mapping of its fields, by the names that people write."""
    parts = parts_of(kind)
    if unknown := value.keys() - parts.keys():
        raise KeyError(f"{kind.__name__} has no field for {', '.join(sorted(unknown))}")
    given = {name: make(parts[name][1], part) for name, part in value.items()}
    return kind(**{parts[name][0]: part for name, part in given.items()})


@cache
def parts_of(kind):
    """The fields of a dataclass: {name as written: (name in the model, type)}.

    Cached, because there are thousands of entries of a few kinds.
    """
    hints = typing.get_type_hints(kind)
    return {
        part.metadata.get("written", part.name): (part.name, hints[part.name])
        for part in fields(kind)
    }
