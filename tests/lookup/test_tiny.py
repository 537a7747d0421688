"""What is learnt from the tiny catalogue, and what is answered by it, is exactly the expected."""

import json

import pytest
from conftest import ROOT, compare

from generator.lookup import index
from generator.lookup.diagnose import Engine
from generator.lookup.explain import told

EXPECTED = ROOT / "tests/expected/lookup"
ASKED = (ROOT / "tests/expected/lookup/asked.txt").read_text("utf-8").split("\n----\n")


@pytest.fixture(scope="module")
def documents(tiny, tmp_path_factory):
    """The documents of the box, by name."""
    made = index.documents(tiny, tmp_path_factory.mktemp("learnt"))
    return {path.rpartition("/")[2]: json.loads(text) for path, text in made}


def test_documents_are_the_expected_ones(documents):
    """Each with a line for every value."""
    for name, document in documents.items():
        compare(EXPECTED / name, json.dumps(document, ensure_ascii=False, indent=1) + "\n")


def test_answers_are_the_expected_ones(tiny, documents):
    """Whatever is pasted or typed: all of the answer, and how it is told."""
    first, entries, names = (documents[f"{name}.json"] for name in ("index", "entries", "names"))
    engine = Engine(first, [entries], names)
    for number, text in enumerate(ASKED, 1):
        answer = engine.diagnose(text)
        lines = [
            text,
            "",
            *told(tiny, answer),
            "",
            json.dumps(answer, ensure_ascii=False, indent=1),
        ]
        compare(EXPECTED / f"answers/{number:02}.txt", "\n".join(lines) + "\n")
