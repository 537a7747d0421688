"""What is no YAML of ours is refused at the place to change, in words that need no knowledge of
YAML.
"""

import pytest
from conftest import ROOT, compare

from generator.reading.shape import ENTRY_SCHEMAS, Schemas, closest, near, unknown
from generator.reading.source import Refusal, read_document

ABOVE = "first: line\n\n"  # so that no line is its column
FAULTY = [
    "a: b: c", "b: 1\n  a: 2", "a:\n  b: 1\n c: 2", "a: 1\nb\nc: 2", "b\n", "a: @x", "a: `x`",
    "a: 1\n- b", "a: [b, c\nd: 1", "a: {b: 1\nc: 2", "a: ]", "a: [b]]", 'a: "b\nc: 1',
    "a: 'b\n  c\nd: 1", 'a: "\\q"', 'a: "b" c', "a: |x\n  b", "a: !x b", "a: * b", "a: & b",
    "a: - b", "a: 1\n b: 2", "a:\n  - b\n c", "a: b\x85c", "a: \ufffe", "a: b\nc: d # e",
    "a: \u00a0b", "\u00a0a: b", "a: ‘b’", "a: \"b\"c\"", "a: 'b'c'", 'a: [b, "c]', "a: |\n  b\n c",
    "a: '", "a: ,", 'a: "x\ty"', "a: |\n\tb", "a:b\n", "- a:b\n", "a: &x 1", "a: *x", "a: 1\na: 2",
    "a: 1\n---\nb: 2", "? [a]\n: b", "a: \"x\\u0007\"", "a: \"b\n\n  c\n  d\"\ne: f: g",
]  # fmt: skip


def test_faults_of_files_are_the_expected_ones():
    """Line and column, what is wrong, and what to do."""
    told = []
    for text in ("", "\n\n", "- a", "a", "a: b\r", "a: b\r\n", *(ABOVE + text for text in FAULTY)):
        with pytest.raises(Refusal) as refusal:
            read_document("catalog/x.yml", text.encode())
        told.append(f"{text!r}\n  {refusal.value.line}:{refusal.value.column}: {refusal.value}\n")
    compare(ROOT / "tests/expected/refusals.txt", "".join(told))


def test_fields_are_told_with_all_that_is_inside_them():
    """A reference is followed, an item's field is named behind its list's, and allowed values
    stand in the description, once.
    """
    schemas = Schemas(ROOT / "catalog/schema")
    name = next(iter(ENTRY_SCHEMAS))
    schemas.by_name[name] = {
        "title": "An entry",
        "required": ["id", "kind"],
        "properties": {
            "id": {"$ref": "common.json#/$defs/slug"},
            "kind": {"enum": ["one", "two"], "description": "what it is"},
            "sort": {"enum": ["one", "two"], "description": "one: the first; two: the last"},
            "plain": {},
            "parts": {"items": {"properties": {"text": {"description": "what it says"}}}},
            "source": {"$ref": "#/$defs/source"},
        },
        "$defs": {"source": {"properties": {"url": {"description": "its address"}}}},
    }
    title, rows = {kind: (title, rows) for kind, title, rows in schemas.field_tables()}[name]
    assert title == "An entry"
    assert [(row["field"], row["required"], row["description"]) for row in rows] == [
        ("id", True, schemas.by_name["common"]["$defs"]["slug"]["description"]),
        ("kind", True, "what it is; one of one, two"),
        ("sort", False, "one: the first; two: the last"),
        ("plain", False, "see the schema"),
        ("parts", False, "see the schema"),
        ("parts.text", False, "what it says"),
        ("source", False, "see the schema"),
        ("source.url", False, "its address"),
    ]


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("mailbox-ful", "; did you mean 'mailbox-full'?"),
        ("MAILBOX-FULL", "; did you mean 'mailbox-full'?"),  # whatever the case of its letters
        ("greylisting", "; did you mean 'Greylisted'?"),
        ("relay", ""),
        ("550", ""),  # a number is not like another number
        ("X.1.1", ""),
        ("RFC 5322", ""),
        ("mailbox-full" + "x" * 500_000, ""),
    ],
)
def test_a_wrong_name_is_told_the_one_that_it_is_like(word, hint):
    """The most like one, if it is much like it."""
    known = {"mailbox-full", "mailbox-fall", "Greylisted", "551", "X.1.2", "RFC 5321"}
    assert closest(word, known) == hint


@pytest.mark.parametrize(
    ("word", "meant"),
    [("cuases", ["causes"]), ("causes: x", ["causes"]), ("steps", []), ("cause", ["causes"])],
)
def test_a_wrong_field_is_meant_for_one(word, meant):
    """The most like one alone, or the one before a colon."""
    assert near(word, ["clauses", "causes", "summary"]) == meant


@pytest.mark.parametrize(
    ("what", "told"),
    [
        ("document", "there is no document 'x'; correct it or add it to catalog/rfcs.yml"),
        ("problem", "there is no problem 'x'; correct it or add that entry"),
    ],
)
def test_a_name_of_nothing_is_told_with_what_to_do(what, told):
    """Documents are listed; all else is an entry."""
    assert unknown(what, "x", ["mailbox-full"]) == told
