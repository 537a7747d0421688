"""Where a rule begins to speak: at its limit, and not before."""

from types import SimpleNamespace

import pytest

from generator.rules import rulebook
from generator.rules.responses import few_texts_are_unsourced


@pytest.mark.parametrize(("responses", "mistakes"), [(100, 0), (99, 1)])
def test_one_text_in_a_hundred_may_be_unsourced(responses, mistakes):
    """One of a hundred, not one of ninety-nine."""

    def response(number):
        source = {"title": "Seen"} | ({} if number else {"unsourced": "It was seen once."})
        return SimpleNamespace(value={"source": source}, mistake=lambda *told: told)

    known = {f"x/{number}": response(number) for number in range(responses)}
    library = SimpleNamespace(responses=known, published=(), address_of=lambda one: "x/")
    assert len(list(few_texts_are_unsourced(library))) == mistakes


def test_rules_stand_under_what_they_are_about():
    """The headings of the page "What is checked", in their order."""
    assert list(rulebook.statements()) == [
        "Reply codes and enhanced status codes", "What readers are told to do", "Answers",
        "What prose claims", "Words that tell problems apart", "The registries' facts",
        "All entries", "Responses", "Customer replies", "The glossary", "Values",
        "Entries beside each other", "Addresses",
    ]  # fmt: skip
    assert all(rulebook.statements().values())
