"""The JSON Schema of the documents, made from their public shapes."""

from generator.api.resolved import RESOLVED
from generator.api.shapes import (
    CODE,
    NUMBER,
    PROBLEM,
    PROVIDER,
    RESPONSE,
    TEXT,
    TEXTS,
    Shape,
    by_name,
)
from generator.links.addresses import DATA, VERSION


def schema(home=""):
    """A JSON Schema of the documents; objects stay open for further fields, since v1 may grow.
    Where the address of the site is known, it has its own as an id.
    """
    definitions = {}
    for shape in (CODE, PROBLEM, PROVIDER, RESPONSE, RESOLVED):
        define(shape, definitions)
    lists = {
        f"{shape.name}s": {"type": "array", "items": reference(shape.name)}
        for shape in (CODE, PROBLEM, PROVIDER, RESPONSE)
    }
    for name, items in lists.items():
        definitions[name] = required_object({name: items})
    definitions["catalogue"] = required_object(lists)
    definitions["index"] = required_object(
        {
            "version": TEXT,
            "licence": TEXT,
            "counts": {"type": "object"},
            "documents": TEXTS,
            "sizes": {"type": "object", "additionalProperties": NUMBER},
            "parts": {"type": "object", "additionalProperties": NUMBER},
            "codes": {"type": "object", "additionalProperties": TEXT},
        }
    )
    definitions["index"]["properties"]["site"] = TEXT
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **({"$id": f"{home}{DATA}schema.json"} if home else {}),
        "title": f"SMTP status codes, {VERSION}",
        "$defs": definitions,
    }


def define(shape, definitions):
    """Adds a shape, and those of its fields, to the definitions."""
    properties = {field.name: type_of(field.kind, definitions) for field in shape.fields}
    required = [field.name for field in shape.fields if field.required]
    definitions[shape.name] = {"type": "object", "properties": properties, "required": required}


def type_of(kind, definitions):
    """The JSON Schema of a field's kind."""
    if isinstance(kind, list):
        return {"type": "array", "items": type_of(kind[0], definitions)}
    if isinstance(kind, Shape):
        if kind.name not in definitions:
            define(kind, definitions)
        return reference(kind.name)
    if isinstance(inner := kind.get("additionalProperties"), Shape):
        return by_name(type_of(inner, definitions))
    return kind


def reference(name):
    """A reference to a definition."""
    return {"$ref": f"#/$defs/{name}"}


def required_object(properties):
    """An object that has all of the properties."""
    return {"type": "object", "properties": properties, "required": list(properties)}
