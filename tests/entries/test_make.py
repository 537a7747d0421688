"""Frozen values are built from the plain values of documents, by the names that people write."""

import importlib
from dataclasses import FrozenInstanceError, dataclass, fields, is_dataclass

import pytest
from conftest import ROOT

from generator.entries.make import make
from generator.entries.sources import Source


@dataclass(frozen=True, kw_only=True)
class Written:
    """A made-up kind of entry, with a field of every type."""

    name: str
    count: int = 0
    words: tuple[str, ...] = ()
    steps: dict[str, tuple[str, ...]] | None = None
    source: Source | None = None
    sources: tuple[Source, ...] = ()


def test_every_type_is_made_from_what_is_written():
    """Texts lose the blanks at their ends, lists become tuples, mappings and entries are built."""
    made = make(
        Written,
        {
            "name": "a name\n",
            "count": "12",
            "words": ["one ", "two"],
            "steps": {"sender": ["wait"]},
            "source": {"title": "A page", "url": "https://example.org/"},
            "sources": [{"document": "RFC 5321", "section": "4.2.3"}],
        },
    )
    assert made == Written(
        name="a name",
        count=12,
        words=("one", "two"),
        steps={"sender": ("wait",)},
        source=Source(title="A page", url="https://example.org/"),
        sources=(Source(document="RFC 5321", section="4.2.3"),),
    )
    assert make(Written, {"name": "x"}) == Written(name="x")


def test_a_value_that_is_made_already_is_taken_as_it_is():
    """A family is built once and stands in the codes of all its classes."""
    source = Source(document="RFC 5321")
    assert make(Written, {"name": "x", "source": source}).source is source


def test_a_field_is_called_in_yaml_what_python_keeps_for_itself():
    """`for` is a word of Python's; people write it, the program says `purpose`."""
    assert make(Source, {"document": "RFC 5321", "for": "the codes"}).purpose == "the codes"
    with pytest.raises(KeyError, match="Source has no field for purpose"):
        make(Source, {"document": "RFC 5321", "purpose": "the codes"})


def test_no_field_is_lost_in_silence():
    """What the type does not know is named; what it needs has to be there."""
    with pytest.raises(KeyError, match="Written has no field for colour, shape"):
        make(Written, {"name": "x", "shape": "round", "colour": "red"})
    with pytest.raises(TypeError, match="name"):
        make(Written, {"count": "1"})


def test_what_is_made_stays_as_it_is():
    """Whoever is given an entry cannot change it for others."""
    with pytest.raises(FrozenInstanceError):
        make(Written, {"name": "x"}).name = "y"


def test_values_never_change():
    """Every class of values is frozen, and those of entries are made by the names of their
    fields.
    """
    found = []
    for file in sorted((ROOT / "generator").rglob("*.py")):
        name = ".".join(file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        if name != "generator.__main__":
            for one in vars(importlib.import_module(name)).values():
                if isinstance(one, type) and is_dataclass(one) and one.__module__ == name:
                    found.append(one)
    assert len(found) > 90 and all(one.__dataclass_params__.frozen for one in found)
    entries = [one for one in found if one.__module__.startswith("generator.entries.")]
    assert all(field.kw_only for one in entries for field in fields(one))
