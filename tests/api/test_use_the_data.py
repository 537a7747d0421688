"""What the page tells people to ask, they can ask, and the answers it shows are the true ones."""

import json
import re

import pytest
from conftest import REWRITE, ROOT

from generator.api.documents import documents
from generator.pages.assistants import assistants

PAGE = ROOT / "docs/use-the-data.md"
ASKED = re.compile(
    r"```\ncurl https://example\.org/(api/v1/\S+)\n```\n\n```json\n(.*?)```", re.DOTALL
)
LONGEST = 60  # characters of a value that are shown


@pytest.fixture(scope="module")
def made(real):
    """The documents of the project's own catalogue."""
    return dict(documents(real))


def part(shown, true):
    """What is true of the part that is shown: the same fields, as many items, texts cut short."""
    if isinstance(shown, dict):
        return {name: part(value, true[name]) for name, value in shown.items()}
    if isinstance(shown, list):
        if not true or isinstance(true[0], str):
            return true
        return [part(value, item) for value, item in zip(shown, true, strict=False)]
    if isinstance(true, str) and len(true) > LONGEST:
        return true[:LONGEST].rsplit(" ", 1)[0] + " …"
    return true


def test_every_answer_shown_is_the_true_one(made):
    """Each curl line asks for a document that is there; REWRITE=1 shows its values as they are."""
    text = PAGE.read_text("utf-8")
    found = list(ASKED.finditer(text))
    assert len(found) == text.count("\ncurl https://example.org/api/") == 5
    for asked in reversed(found):
        shown = json.loads(asked[2])
        true = part(shown, json.loads(made[asked[1]]))
        if REWRITE:
            told = json.dumps(true, ensure_ascii=False, indent=1) + "\n"
            text = text[: asked.start(2)] + told + text[asked.end(2) :]
        else:
            assert shown == true, f"{asked[1]}; run REWRITE=1 to show it as it is now"
    if REWRITE:
        PAGE.write_text(text, "utf-8")


def test_every_document_in_the_table_is_there(made):
    """The table of the page tells every document that is no entry."""
    text = PAGE.read_text("utf-8")
    told = set(re.findall(r"\]\((api/v1/[^)]+)\)", text))
    assert told <= made.keys()
    assert {path for path in made if path.count("/") == 2} <= told


def test_every_document_that_assistants_are_told_of_is_there(made, real):
    """`llms.txt` names each by its address; an address with a part to fill in has that part."""
    home = "https://example.org/"
    told = assistants(real.catalogue, home, 20)
    asked = set(re.findall(rf"{home}(api/v1/[^\s`)]+)", told))
    assert {path for path in asked if "<" not in path} <= made.keys()
    assert "api/v1/replies/550/5.7.1.json" in asked
