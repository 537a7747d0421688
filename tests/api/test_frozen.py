"""What v1 of the data interface has, it keeps: programs of other people read it."""

from conftest import ROOT

from generator.api.documents import documents
from generator.api.schema import schema


def promises():
    """One line for every field of the schema: where it stands, whether it is always there, its
    type.
    """
    for name, definition in sorted(schema()["$defs"].items()):
        for field, kind in definition["properties"].items():
            always = "always" if field in definition["required"] else "maybe"
            target = kind.get("$ref") or kind["type"]
            items = kind.get("items", {})
            inner = items.get("$ref") or items.get("type", "")
            yield " ".join(filter(None, (f"{name}.{field}", always, target, inner)))


def test_no_field_of_v1_was_taken_away():
    """Every line of the frozen file still holds; new fields are new lines, added by hand."""
    frozen = (ROOT / "tests/frozen/v1-fields.txt").read_text("utf-8").splitlines()
    assert frozen == sorted(promises())


def test_no_document_of_v1_was_taken_away(tiny):
    """The paths of the documents, codes and ids of the tiny catalogue apart."""
    made = {path for path, _ in documents(tiny)}
    frozen = (ROOT / "tests/frozen/v1-documents.txt").read_text("utf-8").splitlines()
    assert set(frozen) <= made
