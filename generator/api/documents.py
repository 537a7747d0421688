"""Makes the documents of the data interface, as (path, text) pairs."""

import json
from dataclasses import fields, is_dataclass

from generator.api.comma_separated import table
from generator.api.openapi import VERSION, openapi
from generator.api.schema import schema
from generator.entries.codes import sort_key

FOLDER = f"api/{VERSION}"


def documents(links):
    """Yields (path, text) for every document below `/api/v1/`; within v1 there are only additions."""
    catalogue = links.catalogue
    codes = [code_document(links, code) for code in catalogue.codes.values()]
    problems = [page_document(problem) for problem in catalogue.problems.values()]
    providers = [page_document(provider) for provider in catalogue.providers.values()]
    responses = [response_document(links, response) for response in catalogue.responses.values()]
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
        "documents": [f"{name}.json" for name in (*lists, "catalogue", "schema", "openapi")]
        + ["codes.csv"],
        "codes": {
            member: f"codes/{code}.json"
            for member, code in sorted(
                catalogue.members.items(), key=lambda pair: sort_key(pair[0])
            )
        },
    }
    yield f"{FOLDER}/index.json", serialise(index)
    yield f"{FOLDER}/schema.json", serialise(schema())
    yield f"{FOLDER}/openapi.json", serialise(openapi())


def own_name(item):
    """What a document is called in its list: the code, the slug, or provider/slug."""
    return (
        f"{item['provider']}/{item['id']}" if "provider" in item else item.get("code") or item["id"]
    )


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


def code_document(links, code):
    """A code with everything its page shows that follows from other entries."""
    document = page_document(code)
    document["class"] = code.digit
    document["related"] = [
        {"code": other.code, "why": why} for other, why in links.pairs.related(code)
    ]
    document["travels_with"] = [other.code for other in links.pairs.companions(code)]
    document["responses"] = [response.key for response in links.senders.responses_with(code)]
    if reply := links.advice.customer_reply(code):
        document["customer_reply"] = reply
    return document


def response_document(links, response):
    """A response with its answers."""
    document = page_document(response)
    document.pop("own_answers", None)
    document["answers"] = plain(links.advice.answers_to(response))
    return document
