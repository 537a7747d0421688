"""The published descriptions are what validators accept, and every document keeps to them.

`openapi-3.1.json` is the OpenAPI Initiative's own schema of OpenAPI 3.1 documents, published below
https://spec.openapis.org/oas/3.1/schema/ under the Apache Licence 2.0.
"""

import json
import re

import jsonschema
import jsonschema_rs
import pytest
from conftest import ROOT

from generator.api.documents import PART, documents
from generator.links.addresses import DATA

HOME = "https://example.org/codes/"


@pytest.fixture(scope="module", params=["", HOME], ids=["address unknown", "address known"])
def made(real, request):
    """Every document of the project's own catalogue, by its path below `/api/v1/`."""
    return {path.removeprefix(DATA): content for path, content in documents(real, request.param)}


def test_the_schema_is_one(made):
    """By the meta-schema of JSON Schema 2020-12; every reference in it leads to a definition."""
    schema = json.loads(made["schema.json"])
    jsonschema.Draft202012Validator.check_schema(schema)
    for name in re.findall(r'"#/\$defs/(\w+)"', made["schema.json"]):
        assert name in schema["$defs"]


def test_the_description_is_one(made):
    """By the schema of OpenAPI 3.1; every parameter stands in its address and the other way round;
    every reference leads to a definition of the schema beside it.
    """
    description = json.loads(made["openapi.json"])
    rules = json.loads((ROOT / "tests/api/openapi-3.1.json").read_text("utf-8"))
    validator = jsonschema_rs.validator_for(rules)
    assert [error.message for error in validator.iter_errors(description)] == []
    definitions = json.loads(made["schema.json"])["$defs"]
    for address, item in description["paths"].items():
        named = [parameter["name"] for parameter in item["get"].get("parameters", ())]
        assert named == re.findall(r"\{(\w+)\}", address), address
        assert ("404" in item["get"]["responses"]) == bool(named), address
        for target in re.findall(r'"\$ref": "([^"]+)"', json.dumps(item)):
            assert target.removeprefix("schema.json#/$defs/") in definitions, target


def test_every_document_keeps_to_its_description(made):
    """Each is found by exactly one address of the OpenAPI description, and is as that says; every
    address is that of a document.
    """
    description = json.loads(made["openapi.json"])
    definitions = json.loads(made["schema.json"])["$defs"]
    validators = {
        name: jsonschema_rs.validator_for({"$ref": f"#/$defs/{name}", "$defs": definitions})
        for name in definitions
    }
    asked = set()
    for path, content in made.items():
        (address,) = (address for address in description["paths"] if fits(address, path))
        asked.add(address)
        answers = description["paths"][address]["get"]["responses"]
        ((kind, told),) = answers["200"]["content"].items()
        if kind == "application/json":
            value = json.loads(content)
            if reference := told["schema"].get("$ref"):
                validator = validators[reference.rpartition("/")[2]]
                assert [error.message for error in validator.iter_errors(value)] == [], path
    assert asked == description["paths"].keys()


def fits(address, path):
    """Whether a path is one that an address of the description stands for."""
    pattern = re.escape(address).replace(r"\{", "{").replace(r"\}", "}")
    return re.fullmatch(re.sub(r"\{\w+\}", "[^/]+", pattern), f"/{path}")


def test_links_are_whole_where_the_address_of_the_site_is_known(made):
    """Then every entry has `url`, the address of its page; else none, and `page` leads there."""
    home = json.loads(made["index.json"]).get("site", "")
    for items in json.loads(made["catalogue.json"]).values():
        for item in items:
            assert item.get("url", "") == (home + item["page"] if home else "")
    server = json.loads(made["openapi.json"])["servers"][0]["url"]
    assert server == (f"{HOME}api/v1" if home else ".")


def test_a_reply_is_resolved_in_one_request(made, real):
    """Reply code and enhanced code of every response make an address that has an answer."""
    for response in real.catalogue.responses.values():
        if response.reply and response.enhanced:
            told = json.loads(made[f"replies/{response.reply}/{response.enhanced}.json"])
            assert response.key in told["responses"]


def test_long_lists_have_parts_and_large_documents_tell_their_size(made):
    """The parts of a list are together the list; the index counts them, and the bytes of what is
    large.
    """
    told = json.loads(made["index.json"])
    assert told["parts"]
    for path, count in told["parts"].items():
        folder = path.removesuffix(".json")
        parts = [
            json.loads(made[f"{folder}/parts/{one}.json"])["responses"]
            for one in range(1, count + 1)
        ]
        assert max(map(len, parts)) <= PART
        assert [one for part in parts for one in part] == json.loads(made[path])["responses"]
    assert told["sizes"].keys() < set(told["documents"])
    assert {"catalogue.json", "catalogue.sqlite"} <= told["sizes"].keys()
    for path, size in told["sizes"].items():
        content = made[path]
        assert len(content.encode() if isinstance(content, str) else content) == size
