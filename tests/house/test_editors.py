"""Editors and standard tools understand the catalogue as the program does."""

import json
import re
import subprocess
import sys

import pytest
from conftest import ROOT

SETTINGS = json.loads((ROOT / ".vscode/settings.json").read_text("utf-8"))["yaml.schemas"]


def test_every_file_of_the_catalogue_has_its_schema_in_the_editor():
    """The editor's list of schemas covers every entry and vocabulary, and only what is there."""
    covered = set()
    for schema, pattern in SETTINGS.items():
        assert (ROOT / schema).is_file()
        found = set(ROOT.glob(pattern))
        assert found and not found & covered
        covered |= found
    assert covered == set(ROOT.glob("catalog/**/*.yml"))


@pytest.mark.parametrize("schema", SETTINGS)
def test_a_standard_tool_accepts_the_whole_catalogue(schema):
    """Offline, with the schemas as they lie there. A number without quotation marks is text to this
    project and a number to others; nothing else may differ.
    """
    files = sorted(str(file) for file in ROOT.glob(SETTINGS[schema]))
    result = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", "--schemafile", str(ROOT / schema), *files],
        capture_output=True,
        text=True,
        check=False,
    )
    faults = [line for line in result.stdout.splitlines() if "::$" in line]
    assert [line for line in faults if not re.search(r"\d is not of type 'string'", line)] == []
    assert faults or result.returncode == 0, result.stdout + result.stderr


def test_every_field_is_explained_in_the_editor():
    """A field without a description of its own has one in the common schema."""
    for schema in SETTINGS:
        for name, part in json.loads((ROOT / schema).read_text("utf-8"))["properties"].items():
            assert part.get("description") or "$ref" in part, (schema, name)
