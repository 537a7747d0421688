"""Reads the schemas, and makes of each what checks documents by it."""

import json
from pathlib import Path

import jsonschema_rs

from generator.reading.mistakes import Mistake, Unusable

COMMON = "common"  # what the other schemas refer to, and nothing else
BASE = "https://schema.invalid/"  # they name it by its file's name alone; nothing is fetched


def read_schemas(folder):
    """{name: schema} of every `.json` file in a folder; raises `Unusable` where one is no JSON."""
    return {file.stem: read_schema(file) for file in sorted(Path(folder).glob("*.json"))}


def read_schema(file):
    """One schema."""
    where = f"catalog/schema/{file.name}"
    try:
        return json.loads(file.read_text("utf-8"))
    except UnicodeDecodeError:
        raise Unusable(Mistake(where, 1, 1, "a byte that is not UTF-8; save it as UTF-8")) from None
    except json.JSONDecodeError as error:
        told = f"not readable as JSON: {error.msg}; correct it"
        raise Unusable(Mistake(where, error.lineno, error.colno, told)) from None


def validators_of(schemas):
    """{name: validator} of the schemas of documents; raises `Unusable` at one that cannot be
    used.
    """
    named = {name: {**schema, "$id": f"{BASE}{name}.json"} for name, schema in schemas.items()}
    common = named.pop(COMMON)
    validator(COMMON, common, common)
    return {name: validator(name, schema, common) for name, schema in named.items()}


def validator(name, schema, common):
    """What checks documents by a schema; a fault is told at the file that has it."""
    try:
        registry = jsonschema_rs.Registry([(one["$id"], one) for one in (common, schema)])
        return jsonschema_rs.validator_for(schema, registry=registry)
    except (ValueError, jsonschema_rs.ReferencingError) as error:
        told = f"a schema cannot be used: {str(error).splitlines()[0]}; correct it"
        raise Unusable(Mistake(f"catalog/schema/{name}.json", 1, 1, told)) from None
