"""Writes a new entry from arguments and questions, valid from the start."""

import json
from pathlib import Path

from generator.reading.shape import ENTRY_SCHEMAS, Schemas, closest, identity_field
from generator.reading.source import read_document


class Unfinished(Exception):
    """Something that was given, or not given, keeps the entry from being written; the message says
    what to do.
    """


def write_entry(root, kind, name, given, ask=None):
    """Writes the file of a new entry and returns its path from the root.

    `kind` is a schema such as `response`; `name` its id (`google/quota-exceeded` for a response,
    `de/mailbox-full` for a customer reply);
    `given` maps fields, dotted where nested (`source.kind`), to texts. A required field that is not
    given is asked for with `ask(question)`; without `ask`, `Unfinished` lists all of them.
    """
    if kind not in ENTRY_SCHEMAS:
        raise Unfinished(
            f"there is no kind '{kind}'; the kinds are {', '.join(ENTRY_SCHEMAS)}{closest(kind, ENTRY_SCHEMAS)}"
        )
    path = f"catalog/{ENTRY_SCHEMAS[kind]}/{name}.yml"
    file = Path(root) / path
    if file.exists():
        raise Unfinished(f"{path} exists already; edit it instead")
    schemas = Schemas(Path(root) / "catalog/schema")
    schema = schemas.by_name[kind]
    given = {identity_field(schema["properties"]): name.rsplit("/", 1)[-1], **given}
    missing = []
    value = _fill(schemas, kind, schema, "", given, ask, missing)
    if missing:
        raise Unfinished(
            "give these fields too:\n" + "\n".join(f"  {field}: {told}" for field, told in missing)
        )
    if given:
        raise Unfinished(
            f"not a field of this kind: {', '.join(sorted(given))}; see the schema catalog/schema/{kind}.json"
        )
    text = "\n".join(_lines(value, 0)) + "\n"
    mistakes = list(schemas.mistakes(read_document(path, text.encode("utf-8"))))
    if mistakes:
        raise Unfinished("\n".join(mistake.message for mistake in mistakes))
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
    return path


def _fill(schemas, kind, schema, prefix, given, ask, missing):
    """The value of a mapping: given fields, and the required ones that had to be asked for; used
    ones leave `given`.
    """
    value = {}
    for field, part in schema["properties"].items():
        name = prefix + field
        told = schemas.description(kind, part)
        home, target = schemas.resolve(kind, part)
        needed = field in schema.get("required", ())
        inside = [key for key in given if key.startswith(f"{name}.")]
        if not needed and name not in given and not inside:
            continue
        if target.get("type") == "object":
            value[field] = _fill(schemas, home, target, f"{name}.", given, ask, missing)
        elif target.get("type") == "array":
            value[field] = _items(schemas, home, target, name, told, given, ask, missing)
        else:
            value[field] = _text(name, told, given, ask, missing)
    return value


def _text(name, told, given, ask, missing):
    if name in given:
        return given.pop(name)
    if ask is None:
        missing.append((name, told))
        return ""
    return ask(f"{name} ({told}): ")


def _items(schemas, home, target, name, told, given, ask, missing):
    """A list: texts are separated by ' | ', mappings are given as name.0.field."""
    home, inner = schemas.resolve(home, target["items"])
    if inner.get("type") != "object":
        return [
            part.strip()
            for part in _text(
                name, f"{told}; separate items with ' | '", given, ask, missing
            ).split(" | ")
        ]
    count = max(
        [
            0,
            *(
                int(key[len(name) + 1 :].split(".")[0])
                for key in given
                if key.startswith(f"{name}.")
            ),
        ]
    )
    return [
        _fill(schemas, home, inner, f"{name}.{position}.", given, ask, missing)
        for position in range(count + 1)
    ]


def _lines(value, depth):
    """A value as lines of YAML, every text in double quotes."""
    indent = "  " * depth
    for field, part in value.items():
        if isinstance(part, dict):
            yield f"{indent}{field}:"
            yield from _lines(part, depth + 1)
        elif isinstance(part, list):
            yield f"{indent}{field}:"
            for item in part:
                yield f"{indent}  - {json.dumps(item, ensure_ascii=False)}"
        else:
            yield f"{indent}{field}: {json.dumps(part, ensure_ascii=False)}"
