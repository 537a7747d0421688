"""The loader keeps every value as text, knows where it stands, and refuses what could mislead."""

import pytest
import yaml

from generator.reading.source import CONTROL_CHARACTER, Refusal, read_document


def test_every_value_stays_text():
    """Numbers, dates, booleans and nothing at all are read as they were written."""
    document = read_document(
        "catalog/x.yml", b"code: 4.20\nno: no\nday: 2026-11-22\nempty:\nlist: [01, ~]\n"
    )
    assert document.value == {
        "code": "4.20",
        "no": "no",
        "day": "2026-11-22",
        "empty": "",
        "list": ["01", "~"],
    }


def test_places_are_those_of_the_names_and_items():
    """A field's place is that of its name, an item's that of its first character; a missing field
    has its parent's.
    """
    document = read_document("catalog/x.yml", b"a: 1\nb:\n  - one\n  - c: 2\n")
    assert document.place(["b"]) == (2, 1)
    assert document.place(["b", 0]) == (3, 5)
    assert document.place(["b", 1, "c"]) == (4, 5)
    assert document.place(["b", 1, "missing"]) == (4, 5)
    assert document.place(["missing"]) == (1, 1)


def test_name_and_folder_come_from_the_path():
    """The file's name is the entry's id; the folders say what kind of entry it is."""
    document = read_document("catalog/responses/google/quota.yml", b"id: quota")
    assert (document.name, document.folder) == ("quota", "responses/google")


@pytest.mark.parametrize(
    ("data", "line", "message"),
    [
        (b"a: 1\na: 2", 2, "the field 'a' stands here twice, first on line 1; keep one"),
        (b"a: &x 1", 1, "the anchor '&x'; remove it and write each value out"),
        (b"a: 1\nb: *x", 2, "the alias '*x'; write the value out"),
        (
            b"a: !!python/object:os.system 1",
            1,
            "the tag 'tag:yaml.org,2002:python/object:os.system'; remove it, every value is text",
        ),
        (b"a: 1\n\tb: 2", 2, "a tab; use spaces"),
        (
            b"\xef\xbb\xbfa: 1",
            1,
            "the file begins with a byte-order mark; save it as UTF-8 without one",
        ),
        (b"a: 1\nb: \xff", 2, "a byte that is not UTF-8; save the file as UTF-8"),
        (b"a: \x07", 1, "the control character '\\x07'; remove it"),
        ("a: b\u202ec".encode(), 1, "the control character '\\u202e'; remove it"),
        (
            b"- a",
            1,
            "the file is not a list of 'name: value' lines; begin with the entry's first field",
        ),
        (b"", 1, "the file is empty; copy an entry of the same kind and change it"),
        (
            b"a: 1\n---\nb: 2",
            2,
            "a second document after '---'; give every entry a file of its own",
        ),
        (b"a: b: c", 1, "a colon inside a value; put the whole value in double quotes"),
        (
            b'a: "b',
            1,
            'the quotation mark that opens here is never closed; add " at the end of the value',
        ),
        (b"? [a]\n: b", 1, "a field name that is not plain text; write 'name: value'"),
        (
            b"a: " + b"[" * 60_000,
            1,
            "more than 12 levels of nesting; see the schema of this kind of entry",
        ),
        (b"a: " + b"x" * 600_000, 1, "the file has 600,003 bytes, more than 524,288; split it"),
    ],
)
def test_what_could_mislead_is_refused(data, line, message):
    """Each fault has its line, says what is wrong and what to do; even hostile input ends in a
    message.
    """
    with pytest.raises(Refusal) as refusal:
        read_document("catalog/x.yml", data)
    assert (refusal.value.line, str(refusal.value)) == (line, message)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('a: "b "c" d"', (1, 7)),
        ('a: ""b" c"', (1, 5)),
        ("a: 1\nb: 'it's'", (2, 7)),
        ("a: 1\n\tb: 2", (2, 1)),
        ("a: 1\nb: x\ty", (2, 5)),
        ("a: x\x07", (1, 5)),
        ("a: 1\nb: &x 1", (2, 4)),
        ("a: 1\na: 2", (2, 1)),
        ("a: b # c", (1, 4)),
        ("a: b: c", (1, 5)),
        ('a: "b', (1, 4)),
        ("a: [b", (1, 4)),
        ('a: "\\q"', (1, 5)),
        ("a:\n  b: 1\n c: 2", (3, 2)),
        ("a: 1\nb: “c”", (2, 4)),
        ("a: 1\n---\nb: 2", (2, 1)),
    ],
)
def test_a_refusal_points_at_its_place(text, place):
    """The column too, which the workflow's annotation shows: at what has to be changed."""
    with pytest.raises(Refusal) as refusal:
        read_document("catalog/x.yml", text.encode())
    assert (refusal.value.line, refusal.value.column) == place


def test_twelve_levels_of_nesting_are_read():
    """Each of them; one more is refused (above)."""
    lines = [f"{'  ' * depth}a:" for depth in range(11)] + [f"{'  ' * 11}a: b"]
    value = read_document("catalog/x.yml", "\n".join(lines).encode()).value
    for _ in range(12):
        value = value["a"]
    assert value == "b"


def test_what_yaml_cannot_read_is_refused_before():
    """Every character that its reader refuses, so that ours tells the place."""
    every = "".join(map(chr, (*range(0xD800), *range(0xE000, 0x110000))))
    strange = set(yaml.reader.Reader.NON_PRINTABLE.findall(every))
    assert len(strange) > 60 and strange <= set(CONTROL_CHARACTER.findall(every))
