"""Makes the JSON and CSV documents of the data interface, as (path, text) pairs."""

import csv
import io
import json
import types
import typing
from dataclasses import MISSING, fields, is_dataclass

from generator.entries.codes import EnhancedCode, ReplyCode, sort_key
from generator.entries.entries import Problem, Provider, Response
from generator.entries.vocabularies import types_of
from generator.links.advice import answers_to, customer_reply

VERSION = "v1"
FOLDER = f"api/{VERSION}"


def documents(catalogue):
    """Yields (path, text) for every document below `/api/v1/`; within v1 there are only additions."""
    codes = [code_document(catalogue, code) for code in catalogue.codes.values()]
    problems = [page_document(problem) for problem in catalogue.problems.values()]
    providers = [page_document(provider) for provider in catalogue.providers.values()]
    responses = [response_document(catalogue, response) for response in catalogue.responses.values()]
    lists = {"codes": codes, "problems": problems, "providers": providers, "responses": responses}
    for name, items in lists.items():
        for item in items:
            yield f"{FOLDER}/{name}/{own_name(item)}.json", serialise(item)
        yield f"{FOLDER}/{name}.json", serialise_line({name: items}) + "\n"
    yield f"{FOLDER}/catalogue.json", serialise_line(lists) + "\n"
    yield f"{FOLDER}/codes.csv", table(codes)
    index = {
        "version": VERSION,
        "counts": {name: len(items) for name, items in lists.items()},
        "documents": [f"{name}.json" for name in (*lists, "catalogue", "schema", "openapi")] + ["codes.csv"],
        "codes": {member: f"codes/{code}.json" for member, code in sorted(catalogue.members.items(), key=lambda pair: sort_key(pair[0]))},
    }
    yield f"{FOLDER}/index.json", serialise(index)
    yield f"{FOLDER}/schema.json", serialise(schema())
    yield f"{FOLDER}/openapi.json", serialise(openapi())


def own_name(item):
    """What a document is called in its list: the code, the slug, or provider/slug."""
    return f"{item['provider']}/{item['id']}" if "provider" in item else item.get("code") or item["id"]


def serialise(value):
    """A document that people look at: indented, in the order of the fields, ending in a line break."""
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def serialise_line(value):
    """JSON on one line, for what programs read: it is a third smaller, and written ten times as fast."""
    return json.dumps(value, ensure_ascii=False)


def plain(value):
    """A dataclass as a dict without its empty fields; tuples as lists."""
    if is_dataclass(value):
        pairs = ((part.name, getattr(value, part.name)) for part in fields(value))
        return {name: plain(part) for name, part in pairs if part not in (None, (), {})}
    if isinstance(value, tuple):
        return [plain(part) for part in value]
    if isinstance(value, dict):
        return {key: plain(part) for key, part in value.items()}
    return value


def page_document(entry):
    """An entry with the address of its page."""
    return plain(entry) | {"page": entry.address}


def code_document(catalogue, code):
    """A code with everything its page shows that follows from other entries."""
    document = page_document(code)
    document["class"] = code.digit
    document["related"] = [{"code": other.code, "why": why} for other, why in catalogue.related(code)]
    document["travels_with"] = [other.code for other in catalogue.companions(code)]
    document["responses"] = [response.key for response in catalogue.responses_with(code)]
    if reply := customer_reply(catalogue, code):
        document["customer_reply"] = reply
    return document


def response_document(catalogue, response):
    """A response with its answers."""
    document = page_document(response)
    document.pop("own_answers", None)
    document["answers"] = plain(answers_to(catalogue, response))
    return document


def table(codes):
    """The codes as comma-separated values with a line of names on top."""
    lines = io.StringIO()
    writer = csv.writer(lines, lineterminator="\n")
    writer.writerow(["code", "name", "category", "importance", "what", "who", "retry", "permanent", "summary", "page"])
    for code in codes:
        answers = code.get("answers", {})
        writer.writerow(
            [code["code"], code["name"], code["category"], code["importance"], answers.get("what", ""), " ".join(answers.get("who", ())),
             answers.get("retry", ""), answers.get("permanent", ""), code["summary"], code["page"]]
        )  # fmt: skip
    return lines.getvalue()


TEXT = {"type": "string"}
TEXTS = {"type": "array", "items": TEXT}
COMPUTED = {  # what documents have beside the fields of their entry
    "code": {
        "class": TEXT,
        "page": TEXT,
        "travels_with": TEXTS,
        "responses": TEXTS,
        "related": {"type": "array", "items": {"type": "object", "properties": {"code": TEXT, "why": TEXT}}},
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
        "required": [*sorted(set(reply["required"]) & set(enhanced["required"])), "class", "page", "travels_with", "responses", "related"],
    }
    for name, kind in (("problem", Problem), ("provider", Provider), ("response", Response)):
        made = schema_of(kind, definitions)
        definitions[name] = made | {"properties": made["properties"] | COMPUTED[name], "required": [*made["required"], "page"]}
    definitions["response"]["properties"].pop("own_answers")
    definitions["response"]["properties"]["answers"] = {"$ref": "#/$defs/Answers"}
    lists = {f"{name}s": {"type": "array", "items": {"$ref": f"#/$defs/{name}"}} for name in ("code", "problem", "provider", "response")}
    for name, items in lists.items():
        definitions[name] = {"type": "object", "properties": {name: items}, "required": [name]}
    definitions["catalogue"] = {"type": "object", "properties": lists, "required": list(lists)}
    index = {"version": TEXT, "counts": {"type": "object"}, "documents": TEXTS, "codes": {"type": "object", "additionalProperties": TEXT}}
    definitions["index"] = {"type": "object", "properties": index, "required": list(index)}
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "SMTP status codes, v1", "$defs": definitions}


def schema_of(kind, definitions):
    """The JSON Schema of a dataclass; the dataclasses inside it go into `definitions`, by their names."""
    hints = types_of(kind)
    return {
        "type": "object",
        "properties": {part.name: type_schema(hints[part.name], definitions) for part in fields(kind)},
        "required": [part.name for part in fields(kind) if part.default is MISSING and part.default_factory is MISSING],
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


def openapi():
    """The documents as an OpenAPI description, for programs that read one."""

    def path(told, definition, parameters=()):
        content = {"application/json": {"schema": {"$ref": f"schema.json#/$defs/{definition}"}}}
        answers = {"200": {"description": told, "content": content}, "404": {"description": "there is no such entry"}}
        operation = {"summary": told, "responses": answers if parameters else {"200": answers["200"]}}
        return {"get": operation | ({"parameters": list(parameters)} if parameters else {})}

    def parameter(name, told):
        return {"name": name, "in": "path", "required": True, "schema": TEXT, "description": told}

    return {
        "openapi": "3.1.0",
        "info": {"title": "SMTP status codes", "version": VERSION, "description": "Static documents; within v1 there are only additions."},
        "paths": {
            "/index.json": path("What there is", "index"),
            "/codes.json": path("Every code", "codes"),
            "/codes/{code}.json": path("One code", "code", [parameter("code", "such as 550 or 5.1.1")]),
            "/problems.json": path("Every problem", "problems"),
            "/problems/{id}.json": path("One problem", "problem", [parameter("id", "such as mailbox-full")]),
            "/providers.json": path("Every provider", "providers"),
            "/providers/{id}.json": path("One provider", "provider", [parameter("id", "such as google")]),
            "/responses.json": path("Every response", "responses"),
            "/responses/{provider}/{id}.json": path(
                "One response", "response", [parameter("provider", "such as google"), parameter("id", "such as inbox-out-of-storage")]
            ),
            "/catalogue.json": path("Everything", "catalogue"),
        },
    }
