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
    return maker(kind)(value)


@cache
def maker(kind):
    """The function that builds values of a type; made once, because there are thousands of entries
    of a few kinds.
    """
    if isinstance(kind, types.UnionType):
        kind = typing.get_args(kind)[0]  # `str | None`: what is there is a text
    if is_dataclass(kind):
        return maker_of_dataclass(kind)
    if kind is str:
        return str.strip
    inner = typing.get_args(kind)
    match typing.get_origin(kind):
        case None:
            return kind
        case origin if origin is tuple:
            item = maker(inner[0])
            return lambda value: tuple([item(one) for one in value])
        case _:
            part = maker(inner[1])
            return lambda value: {key: part(one) for key, one in value.items()}


def maker_of_dataclass(kind):
    """The function that builds a dataclass from a mapping of its fields, by the names that people
    write; a value of the dataclass is taken as it is.
    """
    hints = typing.get_type_hints(kind)
    parts = {
        part.metadata.get("written", part.name): (part.name, maker(hints[part.name]))
        for part in fields(kind)
    }

    def build(value):
        if isinstance(value, kind):
            return value
        if unknown := value.keys() - parts.keys():
            raise KeyError(f"{kind.__name__} has no field for {', '.join(sorted(unknown))}")
        given = {}
        for name, part in value.items():
            field, made = parts[name]
            given[field] = made(part)
        return kind(**given)

    return build
