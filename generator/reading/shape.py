"""The first stage of checking: does every document have the fields and values of its schema?

The schemas in `catalog/schema/` are the only list of fields and allowed values; the words of
the messages are ours, and the remedies quote the schemas' own descriptions.
"""

import difflib
import re
from pathlib import Path

from generator.reading.mistakes import shown
from generator.reading.schema_files import read_schemas, validators_of

ENTRY_SCHEMAS = {  # the schema of a kind of entry -> the folder of its entries
    "reply": "replies",
    "enhanced": "enhanced",
    "problem": "problems",
    "provider": "providers",
    "response": "responses",
    "customer-reply": "replies-in",
}
MOST_TOLD = 20  # mistakes of one file: nobody reads a thousand
FOLDERS_INSIDE = {"responses": "<provider>", "replies-in": "<language>"}
SCHEMA_OF_FOLDER = {folder: name for name, folder in ENTRY_SCHEMAS.items()}
TYPES = {"string": "text", "array": "a list", "object": "a group of 'name: value' lines"}


def folder_of(kind):
    """Where entries of a kind lie below `catalog/`: `replies`, `responses/<provider>` ..."""
    folder = ENTRY_SCHEMAS[kind]
    return "/".join(filter(None, (folder, FOLDERS_INSIDE.get(folder))))


def identity_field(value):
    """The field of an entry, or of its schema's properties, that equals the file's name."""
    return next(field for field in ("code", "id", "problem") if field in value)


def closest(word, words):
    """A hint that names the member of `words` most like `word`, or an empty text if none is like
    it.
    """
    if re.fullmatch(r"[\dX.x]+|RFC \d+", word):
        return ""  # a number is not like another number
    by_lower = {known.lower(): known for known in sorted(words)}
    matches = difflib.get_close_matches(word.lower()[:80], by_lower, n=1, cutoff=0.65)
    matches = [by_lower[match] for match in matches]
    return f"; did you mean '{matches[0]}'?" if matches else ""


def near(word, fields):
    """The field that a wrong name was meant for, in a list; [] if it is like none."""
    before = word.partition(":")[0]
    return [before] if before in fields else difflib.get_close_matches(word[:80], fields, n=1)


def unknown(what, value, known):
    """The message for a reference to nothing."""
    add = "add it to catalog/rfcs.yml" if what == "document" else "add that entry"
    return f"there is no {what} '{shown(value)}'; correct it or {add}{closest(value, known)}"


def looks_like(kind, document):
    """The message for an entry in the folder of another kind."""
    return f"this looks like a {kind}; move it to catalog/{folder_of(kind)}/{document.name}.yml"


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
        self.by_name = read_schemas(folder)
        self._validators = validators_of(self.by_name)
        self._vocabularies = sorted(self._validators.keys() - ENTRY_SCHEMAS.keys())

    def mistakes(self, document):
        """Yields a `Mistake` for everything in the document that its schema does not allow."""
        name = schema_name_of(document)
        if name not in (ENTRY_SCHEMAS if document.folder else self._vocabularies):
            yield self._misplaced(document)
            return
        if document.folder and (other := self.looks_like(document.value, name)):
            yield document.mistake((), looks_like(other, document))
            return
        found = list(self.explained(name, document.value).items())
        for keys, message in found[:MOST_TOLD]:
            yield document.mistake(keys, message)
        if len(found) > MOST_TOLD:
            told = f"{len(found) - MOST_TOLD:,} mistakes more in this file; mend the others first"
            yield document.mistake((), told)

    def explained(self, name, value):
        """What the schema `name` does not allow in a value: {path of keys: message}."""
        found = {}
        misspelt = set()  # required fields under a wrong name: one mistake, one message
        for error in self._validators[name].iter_errors(value):
            for keys, message in self._explain(name, error):
                found.setdefault(keys, message)
            if error.kind.name == "additionalProperties":
                for unexpected in error.kind.as_dict()["unexpected"]:
                    fields = self._schema_at(name, list(error.schema_path)[:-1])[1]["properties"]
                    misspelt.update(
                        (*error.instance_path, field) for field in near(unexpected, fields)
                    )
        return {keys: message for keys, message in found.items() if keys not in misspelt}

    def looks_like(self, value, name=None):
        """The kind of entry, other than `name`, that a value is by its fields; None if none."""

        def strange(kind):
            schema = self.by_name[kind]
            return len(value.keys() - schema["properties"].keys())

        def lacking(kind):
            return len(set(self.by_name[kind]["required"]) - value.keys())

        if name is not None and strange(name) + lacking(name) < 3:
            return None
        best = min(ENTRY_SCHEMAS, key=lambda kind: strange(kind) + lacking(kind))
        near = strange(best) + lacking(best) <= 1 and len(value) > 2
        return best if best != name and near else None

    def _misplaced(self, document):
        """The `Mistake` of a document that lies where no entry belongs."""
        if other := self.looks_like(document.value):
            return document.mistake((), looks_like(other, document))
        places = ", ".join(folder_of(kind) for kind in ENTRY_SCHEMAS)
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
                if unexpected.partition(":")[0] in allowed:
                    remedy = "; put a space behind the colon"
                yield (*keys, unexpected), f"'{shown(unexpected)}' is not a field here{remedy}"
        elif name == "enum":
            options = details["options"]
            yield (
                keys,
                f"{called} cannot be '{shown(value)}'; "
                f"write one of {', '.join(options)}{closest(shown(value), options)}",
            )
        elif name == "type":
            expected = " or ".join(TYPES[kind] for kind in details["types"])
            if expected == "text" and isinstance(value, dict):
                description = "put it in double quotes if it contains a colon"
            if expected == "a list" and isinstance(value, str) and value.startswith("-"):
                description = "put a space behind each hyphen"
            yield keys, f"{called} has to be {expected}; {description}"
        elif name == "pattern":
            yield keys, f"'{shown(value)}' does not fit {called}; write {description}"
        elif name == "minLength" and not value:
            yield keys, f"{called} is empty; fill it in or remove the line: {description}"
        elif name == "minLength":
            yield (
                keys,
                f"{called} has {len(value)} characters, "
                f"at least {details['limit']} are needed; {description}",
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
                f"{called} has {len(value)} items, "
                f"at most {details['limit']} fit; remove the least useful",
            )
        elif name == "minProperties":
            yield keys, f"{called} says too little; {description}"
        elif name == "uniqueItems":
            seen = set()
            twice = next(item for item in map(str, value) if item in seen or seen.add(item))
            yield keys, f"{called} has '{shown(twice)}' twice; keep one"
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
