"""The JSON Schema of the documents, derived from the types of the entries."""

import types
import typing
from dataclasses import MISSING, fields

from generator.entries.codes import EnhancedCode, ReplyCode
from generator.entries.make import types_of
from generator.entries.problems import Problem
from generator.entries.providers import Provider
from generator.entries.responses import Response

TEXT = {"type": "string"}
TEXTS = {"type": "array", "items": TEXT}
COMPUTED = {  # what documents have beside the fields of their entry
    "code": {
        "class": TEXT,
        "page": TEXT,
        "travels_with": TEXTS,
        "responses": TEXTS,
        "related": {
            "type": "array",
            "items": {"type": "object", "properties": {"code": TEXT, "why": TEXT}},
        },
    },
    "problem": {"page": TEXT},
    "provider": {"page": TEXT},
    "response": {"page": TEXT},
}


def schema():
    """A JSON Schema of the documents, derived from the types of the entries; `additionalProperties` stays open, since v1 may grow."""
    definitions = {}
    reply, enhanced = schema_of(ReplyCode, definitions), schema_of(EnhancedCode, definitions)
    definitions["code"] = {
        "type": "object",
        "properties": reply["properties"] | enhanced["properties"] | COMPUTED["code"],
        "required": [
            *sorted(set(reply["required"]) & set(enhanced["required"])),
            "class",
            "page",
            "travels_with",
            "responses",
            "related",
        ],
    }
    for name, kind in (("problem", Problem), ("provider", Provider), ("response", Response)):
        made = schema_of(kind, definitions)
        definitions[name] = made | {
            "properties": made["properties"] | COMPUTED[name],
            "required": [*made["required"], "page"],
        }
    definitions["response"]["properties"].pop("own_answers")
    definitions["response"]["properties"]["answers"] = {"$ref": "#/$defs/Answers"}
    lists = {
        f"{name}s": {"type": "array", "items": {"$ref": f"#/$defs/{name}"}}
        for name in ("code", "problem", "provider", "response")
    }
    for name, items in lists.items():
        definitions[name] = {"type": "object", "properties": {name: items}, "required": [name]}
    definitions["catalogue"] = {"type": "object", "properties": lists, "required": list(lists)}
    index = {
        "version": TEXT,
        "counts": {"type": "object"},
        "documents": TEXTS,
        "codes": {"type": "object", "additionalProperties": TEXT},
    }
    definitions["index"] = {"type": "object", "properties": index, "required": list(index)}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "SMTP status codes, v1",
        "$defs": definitions,
    }


def schema_of(kind, definitions):
    """The JSON Schema of a dataclass; the dataclasses inside it go into `definitions`, by their names."""
    hints = types_of(kind)
    return {
        "type": "object",
        "properties": {
            part.name: type_schema(hints[part.name], definitions) for part in fields(kind)
        },
        "required": [
            part.name
            for part in fields(kind)
            if part.default is MISSING and part.default_factory is MISSING
        ],
    }


def type_schema(kind, definitions):
    """The JSON Schema of a type that occurs in an entry."""
    if isinstance(kind, types.UnionType):
        kind = typing.get_args(kind)[0]
    inner = typing.get_args(kind)
    if typing.get_origin(kind) is tuple:
        return {"type": "array", "items": type_schema(inner[0], definitions)}
    if typing.get_origin(kind) is dict:
        return {"type": "object", "additionalProperties": type_schema(inner[1], definitions)}
    if kind is int:
        return {"type": "integer"}
    if kind is str:
        return TEXT
    if kind.__name__ not in definitions:
        definitions[kind.__name__] = {}
        definitions[kind.__name__] = schema_of(kind, definitions)
    return {"$ref": f"#/$defs/{kind.__name__}"}
