"""The documents of the data interface as an OpenAPI description, for programs that read one."""

from generator.api.shapes import TEXT

VERSION = "v1"


def openapi():
    """The documents as an OpenAPI description, for programs that read one."""

    def path(told, definition, parameters=()):
        content = {"application/json": {"schema": {"$ref": f"schema.json#/$defs/{definition}"}}}
        answers = {
            "200": {"description": told, "content": content},
            "404": {"description": "there is no such entry"},
        }
        operation = {
            "summary": told,
            "responses": answers if parameters else {"200": answers["200"]},
        }
        return {"get": operation | ({"parameters": list(parameters)} if parameters else {})}

    def parameter(name, told):
        return {"name": name, "in": "path", "required": True, "schema": TEXT, "description": told}

    return {
        "openapi": "3.1.0",
        "info": {
            "title": "SMTP status codes",
            "version": VERSION,
            "description": "Static documents; within v1 there are only additions.",
        },
        "paths": {
            "/index.json": path("What there is", "index"),
            "/codes.json": path("Every code", "codes"),
            "/codes/{code}.json": path(
                "One code", "code", [parameter("code", "such as 550 or 5.1.1")]
            ),
            "/problems.json": path("Every problem", "problems"),
            "/problems/{id}.json": path(
                "One problem", "problem", [parameter("id", "such as mailbox-full")]
            ),
            "/providers.json": path("Every provider", "providers"),
            "/providers/{id}.json": path(
                "One provider", "provider", [parameter("id", "such as google")]
            ),
            "/responses.json": path("Every response", "responses"),
            "/responses/{provider}/{id}.json": path(
                "One response",
                "response",
                [
                    parameter("provider", "such as google"),
                    parameter("id", "such as inbox-out-of-storage"),
                ],
            ),
            "/catalogue.json": path("Everything", "catalogue"),
        },
    }
