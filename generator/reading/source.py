"""Reads catalogue files: YAML in which every value is text, with its line and column."""

import re
import sys
from dataclasses import dataclass
from functools import cached_property, partial

import yaml

from generator.reading import syntax
from generator.reading.files import LARGEST_FILE, ordinary_files
from generator.reading.made import anew
from generator.reading.mistakes import Mistake, Refusal, shown
from generator.reading.names import wanted
from generator.reading.outline import outlined

DEEPEST_NESTING = 12  # levels; the deepest schema has seven
# What nobody sees and programs obey or stumble over: controls, marks of direction and of no width.
CONTROL_CHARACTER = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufdd0-\ufdef\ufeff"
    "\ufff9-\uffff\ud800-\udfff\U000e0000-\U000e007f"
    + "".join(chr(plane << 16 | last) for plane in range(1, 17) for last in (0xFFFE, 0xFFFF))
    + "]"
)
NO_BREAK_SPACES = "\u00a0\u2007\u202f\u3000"
NO_BREAK_TOLD = "a no-break space; type an ordinary space in its place"
QUOTED_WHOLE = re.compile(
    "[\u201c\u201d\u201e\u00ab\u00bb\u2018\u2019\u201a].*[\u201c\u201d\u201f\u00ab\u00bb\u2018\u2019]",
    re.DOTALL,
)


@dataclass(frozen=True)
class CatalogFile:
    """A catalogue file: its path from the root of the project, its bytes, and its value.

    The value consists of `dict`, `list` and `str` alone: `4.20` stays "4.20" and `no` stays "no".
    """

    path: str
    data: bytes
    value: dict

    @property
    def text(self):
        """The file as it is written."""
        return self.data.decode("utf-8")

    @cached_property
    def name(self):
        """The file's name without its ending, which is the id of its entry."""
        return self.path.rpartition("/")[2].rpartition(".")[0]

    @cached_property
    def folder(self):
        """The folders between `catalog/` and the file, such as `responses/google`."""
        return "/".join(self.path.split("/")[1:-1])

    @cached_property
    def _outlined(self):
        return outlined(self.value)

    @property
    def parts(self):
        """Every value inside the document's value, at any depth, as (keys, value) in order."""
        outline, values = self._outlined
        return zip(outline.keys, values, strict=True)

    def fields(self, *names):
        """Yields (keys, value) for every field, at any depth, that has one of the names."""
        outline, values = self._outlined
        for place, keys in outline.named(names):
            yield keys, values[place]

    def texts_outside(self, names=frozenset()):
        """Yields (keys, text) for every text, at any depth, that is in no field with one of the
        names, a frozen set.
        """
        outline, values = self._outlined
        for place, keys in outline.outside(names):
            if isinstance(value := values[place], str):
                yield keys, value

    @property
    def told(self):
        """All texts of the document, one below the other: to see at once that it has no such
        word, before each of them is looked at.
        """
        return "\n".join(value for value in self._outlined[1] if isinstance(value, str))

    @cached_property
    def _places(self):
        return _Reader(self.text).read()[1]

    def place(self, keys):
        """The (line, column) of the value at `keys`, a path of mapping keys and list positions.

        A path that does not exist has the place of the nearest enclosing value.
        """
        keys = tuple(keys)
        while keys and keys not in self._places:
            keys = keys[:-1]
        return self._places.get(keys, (1, 1))

    def mistake(self, keys, message):
        """A `Mistake` at the value at `keys`."""
        return Mistake(self.path, *self.place(keys), message)


def read_catalogue(root, read=None):
    """Reads every `.yml` file below `root/catalog`, sorted by path; `read` does it for one of them,
    as `read_document` does.

    Returns the readable documents and the mistakes that made others unreadable.
    """
    read = read or read_document
    documents = []
    found, mistakes = ordinary_files(root, "catalog", partial(wanted, root))
    for path, data in found:
        try:
            documents.append(read(path, data))
        except Refusal as refusal:
            mistakes.append(Mistake(path, refusal.line, refusal.column, str(refusal)))
    return documents, mistakes


def read_document(path, data, recall=anew):
    """Reads the bytes of one file; raises `Refusal` where they are not plain YAML with a mapping at
    the top. `recall` may know what was found in the same bytes before.
    """
    value = recall(data, lambda: value_of(data))
    return CatalogFile(path, data, value)


def value_of(data):
    """The value that the bytes of a file stand for."""
    text = _decode(data)
    try:
        return _Reader(text).read()[0]
    except Refusal as refusal:  # what is missing at the end has a place behind the last line
        refusal.line = min(refusal.line, text.count("\n") + 1)
        raise
    except yaml.MarkedYAMLError as error:
        raise syntax.explained(text, error) from None


def _decode(data):
    if len(data) > LARGEST_FILE:
        raise Refusal(
            1, 1, f"the file has {len(data):,} bytes, more than {LARGEST_FILE:,}; split it"
        )
    if data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        raise Refusal(1, 1, "the file begins with a byte-order mark; save it as UTF-8 without one")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Refusal(line, 1, "a byte that is not UTF-8; save the file as UTF-8") from None
    if "\r" in text:
        if "\n" in text:
            line = text.count("\n", 0, text.index("\r")) + 1
            told = "a line that ends in CR LF; save the file with line ends of LF"
        else:
            line, told = 1, "lines that end in CR alone; save the file with line ends of LF"
        raise Refusal(line, 1, told)
    for number, line in enumerate(text.split("\n"), 1):
        if "\t" in line:
            raise Refusal(number, line.index("\t") + 1, "a tab; use spaces")
        if found := CONTROL_CHARACTER.search(line):
            raise Refusal(
                number, found.start() + 1, f"the control character {found[0]!r}; remove it"
            )
    return text


class _Reader:
    """Builds plain values from YAML events, so that nothing is expanded, converted or nested
    without bound.
    """

    def __init__(self, text):
        self._events = yaml.parse(text, Loader=yaml.CBaseLoader)
        self._places = {}
        self._lines = text.split("\n")

    def read(self):
        """The value, and the (line, column) of every value in it by its path."""
        next(self._events)
        first = next(self._events)
        if isinstance(first, yaml.StreamEndEvent):
            raise Refusal(1, 1, "the file is empty; copy an entry of the same kind and change it")
        event = next(self._events)
        if not isinstance(event, yaml.MappingStartEvent):
            raise refused(
                event,
                "the file is not a list of 'name: value' lines; begin with the entry's first field",
            )
        value = self._value(event, ())
        next(self._events)
        last = next(self._events)
        if not isinstance(last, yaml.StreamEndEvent):
            raise refused(last, "a second document after '---'; give every entry a file of its own")
        return value, self._places

    def _value(self, event, keys):
        if isinstance(event, yaml.AliasEvent):
            raise refused(event, f"the alias '*{event.anchor}'; write the value out")
        if event.anchor is not None:
            raise refused(
                event, f"the anchor '&{event.anchor}'; remove it and write each value out"
            )
        if event.tag is not None:
            raise refused(event, f"the tag '{event.tag}'; remove it, every value is text")
        if len(keys) > DEEPEST_NESTING:
            raise refused(
                event,
                f"more than {DEEPEST_NESTING} levels of nesting; "
                "see the schema of this kind of entry",
            )
        self._places[keys] = place_of(event)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._list(keys)
        return self._mapping(keys)

    def _scalar(self, event):
        """The text of a value; refuses what would be lost, or hides, in it."""
        value = event.value
        if event.style == '"' and (found := CONTROL_CHARACTER.search(value.replace("\n", " "))):
            raise refused(event, f"the control character {found[0]!r} in a value; remove it")
        if not event.style:
            if value.strip(NO_BREAK_SPACES) != value:
                raise refused(event, NO_BREAK_TOLD)
            end = event.end_mark
            behind = self._lines[end.line][end.column :] if end.line < len(self._lines) else ""
            if value and behind.lstrip(" ").startswith("#") and behind.startswith(" "):
                raise refused(
                    event,
                    f"' #' cuts off the rest of the value behind '{shown(value)}'; "
                    "put the value in double quotes, or the remark on a line of its own",
                )
        if QUOTED_WHOLE.fullmatch(value) and value.count(value[0]) + value.count(value[-1]) <= 2:
            raise refused(
                event, 'typographic quotation marks around the whole value; write " in their place'
            )
        return sys.intern(value)  # many values stand in many files

    def _list(self, keys):
        values = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            values.append(self._value(event, (*keys, len(values))))
        return values

    def _mapping(self, keys):
        values = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent):
                raise refused(event, "a field name that is not plain text; write 'name: value'")
            field = sys.intern(event.value)  # the same few in thousands of files
            if any(space in field for space in NO_BREAK_SPACES):
                raise refused(event, NO_BREAK_TOLD)
            if field in values:
                line = self._places[(*keys, field)][0]
                raise refused(
                    event, f"the field '{field}' stands here twice, first on line {line}; keep one"
                )
            values[field] = self._value(next(self._events), (*keys, field))
            self._places[(*keys, field)] = place_of(event)  # the name's, where people look for it
        return values


def place_of(event):
    """The (line, column) at which a YAML event begins, both counted from 1."""
    return event.start_mark.line + 1, event.start_mark.column + 1


def refused(event, message):
    """A `Refusal` at a YAML event."""
    return Refusal(*place_of(event), message)
