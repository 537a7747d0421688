"""Makes the documents of the data interface, as (path, text) pairs."""

import json
from functools import partial

from generator.api.comma_separated import table
from generator.api.database import database
from generator.api.lines import Lines
from generator.api.openapi import fixed, openapi
from generator.api.resolved import RESOLVED, resolved
from generator.api.schema import schema
from generator.api.shapes import ENHANCED_CODE, PROBLEM, PROVIDER, REPLY_CODE, RESPONSE, Shape
from generator.entries.codes import ReplyCode, sort_key
from generator.links.addresses import DATA, VERSION
from generator.links.grouping import grouped
from generator.reading.made import Made, all_made, anew, digest

PART = 150  # responses of a provider in a part of a longer list
LICENCE = "https://creativecommons.org/licenses/by/4.0/"


def documents(links, home=""):
    """Yields (path, text or bytes) of every document, all made; see `contents`."""
    yield from all_made(contents(links, home))


def contents(links, home="", recall=anew):
    """Yields (path, content) of every document in `/api/v1/`; within v1 there are only additions.
    `home` is the address of the site, empty where nobody told it; `recall` may know what was found
    with a digest before: a line is made of its entry and of what is no response; that of a code,
    of what is told of responses too. A test holds that it is nothing else.

    Every entry is put on one line once: the lists are made of those lines, and so are the documents
    that people look at.
    """
    catalogue = links.catalogue
    shapes = {
        "codes": lambda code: REPLY_CODE if isinstance(code, ReplyCode) else ENHANCED_CODE,
        "problems": lambda _: PROBLEM,
        "providers": lambda _: PROVIDER,
        "responses": lambda _: RESPONSE,
    }
    beside = digest(links.digests.beside_responses, home)
    carried = {code.address: carried_with(code, links) for code in catalogue.codes.values()}

    def line_of(shape, entry):
        of_responses = carried.get(entry.address, "")  # of an address that is a code's
        known = digest(beside, links.digests.of(shape.name, entry), of_responses)
        return recall(
            f"line of {known}",
            lambda: serialise_line(entry_document(shape, entry, links, home)),
        )

    lists = {
        name: Lines(line_of(shape_of(entry), entry) for entry in getattr(catalogue, name).values())
        for name, shape_of in shapes.items()
    }
    for name, lines in lists.items():
        for place, key in enumerate(getattr(catalogue, name)):
            yield f"{DATA}{name}/{key}.json", partial(indented, lines, place)
        yield f"{DATA}{name}.json", partial(listed, {name: lines})
    responses = list(catalogue.responses.values())
    sent = grouped(range(len(responses)), lambda place: responses[place].provider)
    parts = {}
    for provider in catalogue.providers:
        places = sent.get(provider, ())
        whole = {"responses": lists["responses"].at(places)}
        yield f"{DATA}responses/{provider}.json", partial(listed, whole)
        starts = range(0, len(places), PART) if len(places) > PART else ()
        for number, start in enumerate(starts, 1):
            part = {"responses": lists["responses"].at(places[start : start + PART])}
            yield f"{DATA}responses/{provider}/parts/{number}.json", partial(listed, part)
            parts[f"responses/{provider}.json"] = number
    lines = Lines(line_of(RESOLVED, pair) for pair in resolved(links))
    pairs = list(map(json.loads, lines))
    for place, pair in enumerate(pairs):
        path = f"{DATA}replies/{pair['reply']}/{pair['enhanced']}.json"
        yield path, partial(indented, lines, place)
    yield f"{DATA}catalogue.json", partial(listed, lists)
    yield f"{DATA}codes.csv", table(map(json.loads, lists["codes"]))
    rows = Database(lists, pairs, catalogue.members)
    yield f"{DATA}catalogue.sqlite", rows.content
    told = partial(index, lists, rows, parts, home)
    of = digest("index", rows.of, serialise_line(parts), home)
    yield f"{DATA}index.json", lambda: Made(of, lambda: serialise(told()))
    yield f"{DATA}schema.json", serialise(schema(home))
    yield f"{DATA}openapi.json", serialise(openapi(home))


def indented(lines, place):
    """A document that people look at, of its line."""
    of = digest("indented", lines.digest(place))
    return Made(of, lambda: serialise(json.loads(lines[place])))


def listed(lists):
    """A document of lists by name, of the lines of their items."""
    return Made(digest_of(lists), lambda: pieces(lists))


def pieces(lists):
    """Yields the pieces of a document of lists, which together are what `serialise_line` makes."""
    between = "{"
    for name, lines in lists.items():
        yield f"{between}{serialise_line(name)}: ["
        for place, line in enumerate(lines):
            yield f", {line}" if place else line
        between = "], "
    yield "]}\n"


class Database:
    """The database of the lines of its rows; its size is known once it was made."""

    def __init__(self, lists, pairs, members):
        """Takes the lines by name, the documents of pairs, and every number with its page's code;
        `of` is a digest of all.
        """
        self.of = digest(digest_of(lists), serialise_line([pairs, members]))
        self.members = members
        self._rows = {name: Items(lines) for name, lines in lists.items()}, pairs, members
        self._size = None

    def content(self):
        """The content of its file."""
        return Made(self.of, self._made)

    def size(self):
        """How many bytes the file has."""
        return self._size or len(self._made())

    def _made(self):
        made = database(*self._rows)
        self._size = len(made)
        return made


class Items:
    """The documents on some lines, one after the other, so that they are never all there."""

    def __init__(self, lines):
        """Takes the lines."""
        self._lines = lines

    def __iter__(self):
        return map(json.loads, self._lines)


def digest_of(lists):
    """A digest of the lines of lists."""
    return digest(*(part for name, lines in lists.items() for part in (name, lines.digests)))


def index(lists, rows, parts, home):
    """What there is: how many entries, which documents, how many bytes the large ones have, in how
    many parts a list can be had, and the document of every code.
    """
    sizes = {name: {name: lines} for name, lines in lists.items()} | {"catalogue": lists}
    return {
        "version": VERSION,
        "licence": LICENCE,
        **({"site": home} if home else {}),
        "counts": {name: len(items) for name, items in lists.items()},
        "documents": fixed(),
        "sizes": {
            f"{name}.json": sum(len(piece.encode()) for piece in pieces(told))
            for name, told in sizes.items()
        }
        | {"catalogue.sqlite": rows.size()},
        "parts": parts,
        "codes": {
            member: f"codes/{code}.json"
            for member, code in sorted(rows.members.items(), key=lambda pair: sort_key(pair[0]))
        },
    }


def carried_with(code, links):
    """A digest of what of the responses the document of a code is made of: which there are, with
    which codes, and the order of its own.
    """
    keys = [one.key for one in links.senders.responses_with(code)]
    return links.digests.of(links.outline, keys)


def entry_document(shape, entry, links, home):
    """The document of what has a page, with the whole address of the page where it is known."""
    told = document(shape, entry, links)
    return told | {"url": home + entry.address} if home else told


def document(shape, value, links):
    """A value as the plain document that a `Shape` describes; empty fields are left out."""
    found = {}
    for field in shape.fields:
        if field.read is None:
            continue
        part = read(field, value, links)
        if field.required or part not in (None, (), [], {}):
            found[field.name] = plain(field.kind, part, links)
    return found


def read(field, value, links):
    """The value of a field: from the entry alone, or from the entry and the links."""
    return field.read(value, links) if field.takes_links else field.read(value)


def plain(kind, value, links):
    """A field's value as JSON has it: tuples as lists, objects by their shapes."""
    if isinstance(kind, list):
        return [plain(kind[0], item, links) for item in value]
    if isinstance(kind, Shape):
        return document(kind, value, links)
    if isinstance(inner := kind.get("additionalProperties"), Shape):
        return {name: plain(inner, item, links) for name, item in value.items()}
    return value


def serialise(value):
    """A document that people look at: indented, fields in their order, ending in a line break."""
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def serialise_line(value):
    """JSON on one line, for what programs read: it is a third smaller, and written ten times as
    fast.
    """
    return json.dumps(value, ensure_ascii=False)
