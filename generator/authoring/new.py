"""Writes a new entry from arguments and questions, valid from the start."""

import json
import re
from pathlib import Path

from generator.authoring.interview import BETWEEN, Interview
from generator.reading.library import Library
from generator.reading.shape import (
    ENTRY_SCHEMAS,
    FOLDERS_INSIDE,
    Schemas,
    closest,
    identity_field,
    unknown,
)
from generator.reading.source import read_catalogue, read_document
from generator.rules.entries import known_items, known_names
from generator.rules.registered import wrong_status

DRAFTS = "build/drafts"
USAGE = (
    'say what is new: a kind and an id, such as make new ENTRY="response google/some-new-text"; '
    f"the kinds are {', '.join(ENTRY_SCHEMAS)}"
)
NAMES = {  # an example of each kind's name
    "reply": "550",
    "enhanced": "X.1.1",
    "problem": "mailbox-full",
    "provider": "google",
    "response": "google/some-new-text",
    "customer-reply": "de/mailbox-full",
}


class Unfinished(Exception):
    """Something that was given, or not given, keeps the entry from being written; the message says
    what to do.
    """


def write_entry(root, kind, name, given, ask=None):
    """Writes the file of a new entry and returns its path from the root.

    `kind` is a schema such as `response`; `name` its id (`google/quota-exceeded` for a response,
    `de/mailbox-full` for a customer reply); `given` maps fields, dotted where nested
    (`source.kind`), to texts. What is needed and not given is asked for with `ask(question)`;
    without `ask`, `Unfinished` lists all of it. Answers are kept in a draft until the entry is
    written.
    """
    path = path_of(root, kind, name)
    schemas = Schemas(Path(root) / "catalog/schema")
    fields = schemas.by_name[kind]["properties"]
    library = Library(read_catalogue(root)[0], Path(root) / "catalog/registry")
    provider = name.rpartition("/")[0]
    if kind == "response" and provider not in library.providers:
        raise Unfinished(unknown("provider", provider, library.providers))
    draft = Path(root) / DRAFTS / f"{kind}-{name.replace('/', '-')}.json"
    answers = {identity_field(fields): name.rsplit("/", 1)[-1]}
    if draft.is_file() and ask:
        answers |= json.loads(draft.read_text("utf-8"))
        print(f"going on with the draft {DRAFTS}/{draft.name}; remove it to begin anew")
    answers |= given
    known = known_names(library) | known_items(library)

    def fault(field):
        told = fault_of(schemas, kind, answers, field, known)
        if not told and (kind, field) == ("enhanced", "status"):
            told = wrong_status(library, answers["code"], answers["status"])
        return told

    def kept(question):
        draft.parent.mkdir(parents=True, exist_ok=True)
        draft.write_text(json.dumps(answers, ensure_ascii=False, indent=1), "utf-8")
        return ask(question)

    for field in list(answers):
        if told := fault(field):
            raise Unfinished(f"{field}: {told}")
    problem = library.problems.get(answers["problem"]) if kind == "customer-reply" else None
    cases = tuple(problem.value["customer_reply"]) if problem else ()  # the same as in English
    interview = Interview(schemas, kind, answers, kept if ask else None, fault, also=cases)
    try:
        interview.run()
    except (EOFError, KeyboardInterrupt):
        raise Unfinished(
            f"not finished; your answers are kept in {DRAFTS}/{draft.name}, "
            "and the same command goes on from there"
        ) from None
    if interview.missing:
        raise Unfinished(
            "give these fields too:\n"
            + "\n".join(f"  {field}: {told}" for field, told in interview.missing)
        )
    text = "\n".join(lines(entry_of(schemas, kind, answers), 0)) + "\n"
    mistakes = list(schemas.mistakes(read_document(path, text.encode("utf-8"))))
    if mistakes:
        raise Unfinished("\n".join(mistake.message for mistake in mistakes))
    file = Path(root) / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
    draft.unlink(missing_ok=True)
    return path


def path_of(root, kind, name):
    """The path of a new entry; raises `Unfinished` where none can be."""
    if not kind or not name:
        raise Unfinished(USAGE)
    if kind not in ENTRY_SCHEMAS:
        raise Unfinished(
            f"there is no kind '{kind}'; the kinds are "
            f"{', '.join(ENTRY_SCHEMAS)}{closest(kind, ENTRY_SCHEMAS)}"
        )
    inside = FOLDERS_INSIDE.get(ENTRY_SCHEMAS[kind], "").strip("<>")
    if not re.fullmatch(r"[\w.-]+/[\w.-]+" if inside else r"[\w.-]+", name):
        wanted = f"its {inside} and its id" if inside else "its id"
        raise Unfinished(f"'{name}' names no {kind}; write {wanted}, such as {NAMES[kind]}")
    path = f"catalog/{ENTRY_SCHEMAS[kind]}/{name}.yml"
    if (Path(root) / path).exists():
        raise Unfinished(f"{path} exists already; edit it instead")
    return path


def fault_of(schemas, kind, answers, field, known):
    """What is wrong with the answer for a field, or None: with its form, or because it names
    nothing that there is.
    """
    value = entry_of(schemas, kind, answers)
    keys = keys_of(field)
    for place, message in schemas.explained(kind, value).items():
        if place[: len(keys)] == keys and "is missing; add it" not in message:
            return message
    named = keys[-1]
    if named in known and not (named == "code" and len(keys) == 1):
        what, there = known[named]
        for word in answers[field].split(BETWEEN):
            if word not in there:
                return unknown(what, word, there)
    return None


def keys_of(field):
    """A dotted field as a path of keys."""
    return tuple(int(key) if key.isdigit() else key for key in field.split("."))


def entry_of(schemas, kind, answers):
    """The answers as the nested value that the file will have, in the order of the schema; raises
    `Unfinished` for an answer to no field.
    """
    return nested(schemas, kind, schemas.by_name[kind], "", answers)


def nested(schemas, home, part, prefix, answers):
    """The value of the part of a schema that the answers below `prefix` belong to."""
    inside = [field for field in answers if field.startswith(prefix)]
    keys = dict.fromkeys(field[len(prefix) :].split(".")[0] for field in inside)
    if part.get("type") == "array":
        if not all(key.isdigit() for key in keys):
            raise Unfinished(
                f"'{inside[0]}' names no item of a list; write its number, such as {prefix}0"
            )
        ways = dict.fromkeys(sorted(keys, key=int), part["items"])
    else:
        fields = part.get("properties", {})
        for key in keys:
            if key not in fields:
                raise Unfinished(
                    f"not a field of this kind: {prefix}{key}; "
                    f"see the fields in catalog/schema/{home}.json{closest(key, fields)}"
                )
        ways = {key: fields[key] for key in fields if key in keys}
    value = {}
    for key, way in ways.items():
        there, target = schemas.resolve(home, way)
        answer = answers.get(prefix + key)
        if answer is None:
            value[key] = nested(schemas, there, target, f"{prefix}{key}.", answers)
        elif target.get("type") == "array":
            value[key] = answer.split(BETWEEN) if answer else []
        else:
            value[key] = answer
    return list(value.values()) if part.get("type") == "array" else value


def lines(value, depth):
    """A value as lines of YAML, every text in double quotes."""
    indent = "  " * depth
    for field, part in value.items():
        shown = json.dumps(field) if field.isdigit() else field
        if isinstance(part, dict):
            yield f"{indent}{shown}:"
            yield from lines(part, depth + 1)
        elif isinstance(part, list) and part:
            yield f"{indent}{shown}:"
            for item in part:
                yield f"{indent}  - {json.dumps(item, ensure_ascii=False)}"
        elif isinstance(part, str) and "\n" in part:
            yield f"{indent}{shown}: |-"
            for line in part.split("\n"):
                yield f"{indent}  {line}"
        else:
            yield f"{indent}{shown}: {json.dumps(part, ensure_ascii=False)}"
