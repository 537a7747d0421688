"""The first stage of checking: does every document have the fields and values of its schema?

The schemas in `catalog/schema/` are the only list of fields and allowed values; the words of
the messages are ours, and the remedies quote the schemas' own descriptions.
"""

import difflib
import json
from pathlib import Path

import jsonschema_rs

ENTRY_SCHEMAS = {  # the schema of a kind of entry -> the folder of its entries
    "reply": "replies",
    "enhanced": "enhanced",
    "problem": "problems",
    "provider": "providers",
    "response": "responses",
    "customer-reply": "replies-in",
}
FOLDERS_INSIDE = {"responses": "<provider>", "replies-in": "<language>"}
SCHEMA_OF_FOLDER = {folder: name for name, folder in ENTRY_SCHEMAS.items()}
TYPES = {"string": "text", "array": "a list", "object": "a group of 'name: value' lines"}


def identity_field(value):
    """The field of an entry, or of its schema's properties, that equals the file's name."""
    return next(field for field in ("code", "id", "problem") if field in value)


def closest(word, words):
    """A hint that names the member of `words` most like `word`, or an empty text if none is like
    it.
    """
    matches = difflib.get_close_matches(word, sorted(words), n=1, cutoff=0.6)
    return f"; did you mean '{matches[0]}'?" if matches else ""


def unknown(what, value, known):
    """The message for a reference to nothing."""
    return f"there is no {what} '{value}'; correct it or add that entry{closest(value, known)}"


def schema_name_of(document):
    """The name of the schema for a document, by where it lies: `reply`, `classes` ...; None in a
    strange folder.
    """
    folders = document.folder.split("/")
    if folders == [""]:
        return document.name
    expected_depth = 2 if folders[0] in FOLDERS_INSIDE else 1
    return SCHEMA_OF_FOLDER.get(folders[0]) if len(folders) == expected_depth else None


class Schemas:
    """The schemas of one catalogue, ready to check documents."""

    def __init__(self, folder):
        """Reads every `.json` file in `folder`."""
        self.by_name = {
            file.stem: json.loads(file.read_text("utf-8"))
            for file in sorted(Path(folder).glob("*.json"))
        }
        registry = jsonschema_rs.Registry(
            [(schema["$id"], schema) for schema in self.by_name.values()]
        )
        self._validators = {
            name: jsonschema_rs.validator_for(schema, registry=registry)
            for name, schema in self.by_name.items()
            if name != "common"
        }
        self._vocabularies = sorted(self._validators.keys() - ENTRY_SCHEMAS.keys())

    def mistakes(self, document):
        """Yields a `Mistake` for everything in the document that its schema does not allow."""
        name = schema_name_of(document)
        if name not in (ENTRY_SCHEMAS if document.folder else self._vocabularies):
            yield self._misplaced(document)
            return
        found = {}
        misspelt = set()  # required fields under a wrong name: one mistake, one message
        for error in self._validators[name].iter_errors(document.value):
            for keys, message in self._explain(name, error):
                found.setdefault(keys, message)
            if error.kind.name == "additionalProperties":
                for unexpected in error.kind.as_dict()["unexpected"]:
                    fields = self._schema_at(name, list(error.schema_path)[:-1])[1]["properties"]
                    misspelt.update(
                        (*error.instance_path, field)
                        for field in difflib.get_close_matches(unexpected, fields, n=1)
                    )
        for keys, message in found.items():
            if keys not in misspelt:
                yield document.mistake(keys, message)

    def _misplaced(self, document):
        """The `Mistake` of a document that lies where no entry belongs."""
        places = ", ".join(
            "/".join(filter(None, (folder, FOLDERS_INSIDE.get(folder))))
            for folder in SCHEMA_OF_FOLDER
        )
        looked_for = document.folder.split("/")[0] or document.name
        hint = closest(looked_for, [*SCHEMA_OF_FOLDER, *self._vocabularies])
        return document.mistake(
            (), f"no entry belongs here; the folders of the catalogue are {places}{hint}"
        )

    def _explain(self, kind, error):
        keys = tuple(error.instance_path)
        details = error.kind.as_dict()
        name, value = error.kind.name, error.instance
        field = next((key for key in reversed(keys) if isinstance(key, str)), "the entry")
        called = f"an item of '{field}'" if keys and isinstance(keys[-1], int) else f"'{field}'"
        home, schema = self._schema_at(kind, list(error.schema_path)[:-1])
        description = schema.get("description", "see the schema")
        if name == "required":
            missing = details["property"]
            told = self.description(home, schema["properties"][missing])
            yield (*keys, missing), f"the field '{missing}' is missing; add it: {told}"
        elif name == "additionalProperties":
            allowed = schema["properties"]
            for unexpected in sorted(details["unexpected"]):
                remedy = (
                    closest(unexpected, allowed)
                    or f"; the fields here are {', '.join(sorted(allowed))}"
                )
                yield (*keys, unexpected), f"'{unexpected}' is not a field here{remedy}"
        elif name == "enum":
            options = details["options"]
            yield (
                keys,
                f"{called} cannot be '{value}'; write one of {', '.join(options)}{closest(str(value), options)}",
            )
        elif name == "type":
            expected = " or ".join(TYPES[kind] for kind in details["types"])
            if expected == "text" and isinstance(value, dict):
                description = "put it in double quotes if it contains a colon"
            yield keys, f"{called} has to be {expected}; {description}"
        elif name == "pattern":
            yield keys, f"'{value}' does not fit {called}; write {description}"
        elif name == "minLength" and not value:
            yield keys, f"{called} is empty; fill it in or remove the line: {description}"
        elif name == "minLength":
            yield (
                keys,
                f"{called} has {len(value)} characters, at least {details['limit']} are needed; {description}",
            )
        elif name == "maxLength":
            yield (
                keys,
                f"{called} has {len(value)} characters, at most {details['limit']} fit; shorten it",
            )
        elif name == "minItems":
            yield keys, f"{called} has too few items; {description}"
        elif name == "maxItems":
            yield (
                keys,
                f"{called} has {len(value)} items, at most {details['limit']} fit; remove the least useful",
            )
        elif name == "minProperties":
            yield keys, f"{called} says too little; {description}"
        elif name == "uniqueItems":
            twice = next(item for position, item in enumerate(value) if item in value[:position])
            yield keys, f"{called} has '{twice}' twice; keep one"
        else:
            yield keys, f"{called} is not as the schema wants it; {description}"

    def _schema_at(self, kind, steps):
        """The (schema's name, part) that an error points at; references lead into the common
        schema.
        """
        for name in (kind, "common"):
            part = self.by_name[name]
            for step in steps:
                part = part.get(step) if isinstance(part, dict) else None
            if part is not None:
                return name, part
        return kind, {}

    def field_tables(self):
        """Yields (schema's name, its title, its fields) for every kind of entry, for the
        contributors' page.

        A field is a dict with `field`, `required` and `description`; allowed values stand in the
        description.
        """
        for name in ENTRY_SCHEMAS:
            schema = self.by_name[name]
            rows = list(self._rows(name, schema, ""))
            yield name, schema["title"], rows

    def _rows(self, name, schema, prefix):
        for field, part in schema["properties"].items():
            name_of_part, target = self.resolve(name, part)
            told = part.get("description") or target.get("description", "see the schema")
            if "enum" in target and not all(value in told for value in target["enum"]):
                told += f"; one of {', '.join(target['enum'])}"
            yield {
                "field": prefix + field,
                "required": field in schema.get("required", ()),
                "description": told,
            }
            name_of_inner, inner = self.resolve(name_of_part, target.get("items", target))
            if "properties" in inner:
                yield from self._rows(name_of_inner, inner, f"{prefix}{field}.")

    def resolve(self, name, part):
        """The (schema's name, part) that a reference in the schema `name` leads to, or the part
        itself.
        """
        if "$ref" not in part:
            return name, part
        file, _, pointer = part["$ref"].partition("#")
        name = Path(file).stem or name
        target = self.by_name[name]
        for step in pointer.strip("/").split("/"):
            target = target[step]
        return name, target

    def description(self, name, part):
        """What a part of the schema `name` says of itself, following its reference."""
        return part.get("description") or self.resolve(name, part)[1].get(
            "description", "see the schema"
        )
