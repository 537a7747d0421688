"""Reads catalogue files: YAML in which every value is text, with its line and column."""

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import yaml

LARGEST_FILE = 256 * 1024  # bytes; the largest vocabulary file is a tenth of that
DEEPEST_NESTING = 12  # levels; the deepest schema has seven
CONTROL_CHARACTER = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]")


@dataclass(frozen=True, order=True)
class Mistake:
    """What is wrong in a file, and what to do: `path:line: message`; line and column count from 1."""

    path: str
    line: int
    column: int
    message: str

    def __str__(self):
        return f"{self.path}:{self.line}: {self.message}"


class Refusal(Exception):
    """One fault that makes a file unreadable as a whole, with its place."""

    def __init__(self, line, column, message):
        super().__init__(message)
        self.line, self.column = line, column


@dataclass(frozen=True)
class CatalogFile:
    """A catalogue file: its path from the root of the project, its text, and its value.

    The value consists of `dict`, `list` and `str` alone: `4.20` stays "4.20" and `no` stays "no".
    """

    path: str
    text: str
    value: dict

    @property
    def name(self):
        """The file's name without its ending, which is the id of its entry."""
        return Path(self.path).stem

    @property
    def folder(self):
        """The folders between `catalog/` and the file, such as `responses/google`."""
        return "/".join(Path(self.path).parts[1:-1])

    @cached_property
    def parts(self):
        """Every value inside the document's value, at any depth, as (keys, value) pairs in order."""
        return list(_walk(self.value, ()))

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


def _walk(value, keys):
    for key, part in value.items() if isinstance(value, dict) else enumerate(value):
        yield (*keys, key), part
        if not isinstance(part, str):
            yield from _walk(part, (*keys, key))


def read_catalogue(root, folder="catalog"):
    """Reads every `.yml` file below `root/folder`, sorted by path.

    Returns the readable documents and the mistakes that made others unreadable.
    """
    documents, mistakes = [], []
    for file in sorted((Path(root) / folder).rglob("*")):
        path = file.relative_to(root).as_posix()
        if file.suffix == ".yaml":
            mistakes.append(
                Mistake(path, 1, 1, "the file ends in '.yaml'; rename it to end in '.yml'")
            )
        if file.suffix != ".yml":
            continue
        try:
            documents.append(read_document(path, file.read_bytes()))
        except Refusal as refusal:
            mistakes.append(Mistake(path, refusal.line, refusal.column, str(refusal)))
    return documents, mistakes


def read_document(path, data):
    """Reads the bytes of one file; raises `Refusal` where they are not plain YAML with a mapping at
    the top.
    """
    text = _decode(data)
    try:
        value, _ = _Reader(text).read()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise Refusal(mark.line + 1, mark.column + 1, _explain(error)) from None
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        raise Refusal(
            line, 1, f"unreadable character {chr(error.character)!r}; remove it"
        ) from None
    return CatalogFile(path, text, value)


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
    for number, line in enumerate(text.split("\n"), 1):
        if "\t" in line:
            raise Refusal(number, line.index("\t") + 1, "a tab; use spaces")
        if found := CONTROL_CHARACTER.search(line.rstrip("\r")):
            raise Refusal(
                number, found.start() + 1, f"the control character {found[0]!r}; remove it"
            )
    return text


def _explain(error):
    """PyYAML's words for a syntax error, with the usual remedy."""
    problem = (error.problem or "not readable as YAML").strip()
    if "mapping values are not allowed" in problem:
        return "a colon inside a value; put the whole value in double quotes"
    if "found unexpected end of stream" in problem:
        return "a quotation mark that is never closed; close it"
    if "could not find expected ':'" in problem:
        return "a line without 'name: value'; add the colon, or indent the line under the value it continues"
    return f"not readable as YAML: {problem}; check the indentation and the quotation marks around here"


class _Reader:
    """Builds plain values from YAML events, so that nothing is expanded, converted or nested
    without bound.
    """

    def __init__(self, text):
        self._events = yaml.parse(text, Loader=yaml.CBaseLoader)
        self._places = {}

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
                f"more than {DEEPEST_NESTING} levels of nesting; see the schema of this kind of entry",
            )
        self._places[keys] = place_of(event)
        if isinstance(event, yaml.ScalarEvent):
            return event.value
        if isinstance(event, yaml.SequenceStartEvent):
            return self._list(keys)
        return self._mapping(keys)

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
            field = event.value
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
