"""Templates loop and print: what a page shows, in which number and words, views decide."""

import re

import pytest
from conftest import ROOT

TEMPLATES = ROOT / "generator" / "pages" / "templates"
CODE = re.compile(r"\{%(.+?)%\}|\{\{(.+?)\}\}", re.DOTALL)
DECIDES = re.compile(  # counts, compares, chooses between words, asks for whole vocabularies
    r"\| *(?:length|count|sort|selectattr)\b|\bcatalogue\b"
    r"|[=!<>]=|[<>]|(?<!loop\.first )\belse *[\"']"
)


def code_of(text):
    """What stands between the marks of a template."""
    return [first or second for first, second in CODE.findall(text)]


@pytest.mark.parametrize(
    "decision",
    [
        '{{ "source" if given | length == 1 else "sources" }}',
        "{% if others | length > 1 %}",
        '{{ " Historic." if command.status == "historic" }}',
        "{% for station in catalogue.stations.values() %}",
        '{{ "yes" if row.required else "no" }}',
    ],
)
def test_a_decision_is_seen(decision):
    """Each of these stood in a template once."""
    assert any(map(DECIDES.search, code_of(decision)))


@pytest.mark.parametrize("file", sorted(TEMPLATES.rglob("*.md")), ids=lambda file: file.name)
def test_no_template_decides(file):
    """None has a plural, compares a value, or asks for more than its view gives."""
    found = [one.strip() for one in code_of(file.read_text("utf-8")) if DECIDES.search(one)]
    assert found == []
