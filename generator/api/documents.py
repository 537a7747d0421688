"""Makes the documents of the data interface, as (path, text) pairs."""

import json

from generator.api.comma_separated import table
from generator.api.database import database
from generator.api.openapi import fixed, openapi
from generator.api.resolved import RESOLVED, resolved
from generator.api.schema import schema
from generator.api.shapes import ENHANCED_CODE, PROBLEM, PROVIDER, REPLY_CODE, RESPONSE, Shape
from generator.entries.codes import ReplyCode, sort_key
from generator.links.addresses import DATA, VERSION
from generator.links.grouping import grouped

LICENCE = "https://creativecommons.org/licenses/by/4.0/"


def documents(links, home=""):
    """Yields (path, content) of every document in `/api/v1/`; within v1 there are only additions.
    `home` is the address of the site, empty where nobody told it.
    """
    catalogue = links.catalogue
    shapes = {
        "codes": lambda code: REPLY_CODE if isinstance(code, ReplyCode) else ENHANCED_CODE,
        "problems": lambda _: PROBLEM,
        "providers": lambda _: PROVIDER,
        "responses": lambda _: RESPONSE,
    }
    lists = {
        name: [
            entry_document(shape_of(entry), entry, links, home)
            for entry in getattr(catalogue, name).values()
        ]
        for name, shape_of in shapes.items()
    }
    for name, items in lists.items():
        for item in items:
            yield f"{DATA}{name}/{own_name(item)}.json", serialise(item)
        yield f"{DATA}{name}.json", serialise_line({name: items}) + "\n"
    sent = grouped(lists["responses"], lambda item: item["provider"])
    for provider in catalogue.providers:
        told = serialise_line({"responses": sent.get(provider, [])})
        yield f"{DATA}responses/{provider}.json", told + "\n"
    pairs = [entry_document(RESOLVED, pair, links, home) for pair in resolved(links)]
    for pair in pairs:
        yield f"{DATA}replies/{pair['reply']}/{pair['enhanced']}.json", serialise(pair)
    yield f"{DATA}catalogue.json", serialise_line(lists) + "\n"
    yield f"{DATA}codes.csv", table(lists["codes"])
    yield f"{DATA}catalogue.sqlite", database(lists, pairs, catalogue.members)
    yield f"{DATA}index.json", serialise(index(lists, catalogue.members, home))
    yield f"{DATA}schema.json", serialise(schema(home))
    yield f"{DATA}openapi.json", serialise(openapi(home))


def index(lists, members, home):
    """What there is: how many entries, which documents, and the one of every code."""
    return {
        "version": VERSION,
        "licence": LICENCE,
        **({"site": home} if home else {}),
        "counts": {name: len(items) for name, items in lists.items()},
        "documents": fixed(),
        "codes": {
            member: f"codes/{code}.json"
            for member, code in sorted(members.items(), key=lambda pair: sort_key(pair[0]))
        },
    }


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
    takes_links = getattr(field.read, "__code__", None) and field.read.__code__.co_argcount == 2
    return field.read(value, links) if takes_links else field.read(value)


def plain(kind, value, links):
    """A field's value as JSON has it: tuples as lists, objects by their shapes."""
    if isinstance(kind, list):
        return [plain(kind[0], item, links) for item in value]
    if isinstance(kind, Shape):
        return document(kind, value, links)
    if isinstance(inner := kind.get("additionalProperties"), Shape):
        return {name: plain(inner, item, links) for name, item in value.items()}
    return value


def own_name(item):
    """What a document is called in its list: the code, the slug, or provider/slug."""
    name = item.get("code") or item["id"]
    return f"{item['provider']}/{name}" if "provider" in item else name


def serialise(value):
    """A document that people look at: indented, fields in their order, ending in a line break."""
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def serialise_line(value):
    """JSON on one line, for what programs read: it is a third smaller, and written ten times as
    fast.
    """
    return json.dumps(value, ensure_ascii=False)
