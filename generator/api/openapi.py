"""The documents of the data interface as an OpenAPI description, for programs that read one."""

from generator.api.shapes import TEXT
from generator.links.addresses import DATA, VERSION

LICENCE = {"name": "CC BY 4.0", "identifier": "CC-BY-4.0"}
DESCRIPTION = (
    "Static documents; within v1 there are only additions. What is not there is answered with 404 "
    "and a page in HTML for people: look at the status before the body."
)
CODE = ("code", "such as 550 or 5.1.1")
PROBLEM, PROVIDER = ("id", "such as mailbox-full"), ("id", "such as google")
OF_PROVIDER = ("provider", "such as google")
PATHS = (  # address, what it tells, its definition in the schema, what varies in the address
    ("/index.json", "What there is", "index"),
    ("/codes.json", "Every code", "codes"),
    ("/codes/{code}.json", "One code", "code", CODE),
    (
        "/replies/{reply}/{enhanced}.json",
        "A reply code and an enhanced status code that are sent together",
        "resolved",
        ("reply", "such as 550"),
        ("enhanced", "such as 5.7.1"),
    ),
    ("/problems.json", "Every problem", "problems"),
    ("/problems/{id}.json", "One problem", "problem", PROBLEM),
    ("/providers.json", "Every provider", "providers"),
    ("/providers/{id}.json", "One provider", "provider", PROVIDER),
    ("/responses.json", "Every response", "responses"),
    ("/responses/{provider}.json", "Every response of a provider", "responses", OF_PROVIDER),
    (
        "/responses/{provider}/parts/{number}.json",
        "So many responses of a provider whose list is long, as the index tells",
        "responses",
        OF_PROVIDER,
        ("number", "such as 1"),
    ),
    (
        "/responses/{provider}/{id}.json",
        "One response",
        "response",
        OF_PROVIDER,
        ("id", "such as inbox-out-of-storage"),
    ),
    ("/catalogue.json", "Everything", "catalogue"),
)
FILES = (  # address, what it tells, its media type
    ("/schema.json", "The JSON Schema of the documents", "application/json"),
    ("/openapi.json", "This description", "application/json"),
    ("/codes.csv", "Every code with its answers, as a table", "text/csv"),
    ("/catalogue.sqlite", "Everything as a database", "application/vnd.sqlite3"),
)


def fixed():
    """The paths of the documents whose addresses do not vary, as the index lists them."""
    paths = [address for address, _, _, *varying in PATHS if not varying]
    paths += [address for address, _, _ in FILES]
    return [path.lstrip("/") for path in paths if path != "/index.json"]


def openapi(home=""):
    """The documents as an OpenAPI description; where the address of the site is known, with it."""
    documents = {
        address: operation(told, "application/json", reference(definition), varying)
        for address, told, definition, *varying in PATHS
    }
    files = {address: operation(told, kind, {}, ()) for address, told, kind in FILES}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "SMTP status codes",
            "version": VERSION,
            "description": DESCRIPTION,
            "license": LICENCE,
        },
        "servers": [{"url": f"{home}{DATA}".rstrip("/") if home else "."}],
        "paths": documents | files,
    }


def operation(told, media_type, schema, varying):
    """What can be asked at an address: its content, and for what varies that it can be missing."""
    answers = {"200": {"description": told, "content": {media_type: {"schema": schema}}}}
    if varying:
        answers["404"] = {
            "description": "There is no such entry; the body is the site's own page for that",
            "content": {"text/html": {"schema": TEXT}},
        }
    asked = {"summary": told, "responses": answers}
    if varying:
        asked["parameters"] = [parameter(name, told) for name, told in varying]
    return {"get": asked}


def reference(definition):
    """A reference to a definition of the schema, which lies beside this description."""
    return {"$ref": f"schema.json#/$defs/{definition}"}


def parameter(name, told):
    """A part of an address that varies."""
    return {"name": name, "in": "path", "required": True, "schema": TEXT, "description": told}
