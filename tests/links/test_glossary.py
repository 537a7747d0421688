"""The words of the glossary are found in the text of a page, once each."""

import pytest

from generator.links.glossary import Glossary


def found(tiny, text, known=()):
    """What is found: (the words in the text, the id of the term)."""
    return [
        (text[use.start : use.end], use.term.id) for use in tiny.glossary.first_uses(text, known)
    ]


@pytest.mark.parametrize(
    ("text", "uses"),
    [
        ("A bounce, and a bounce.", [("bounce", "bounce")]),
        ("Bounces tell why.", [("Bounces", "bounce")]),
        ("A soft bounce passes.", [("soft bounce", "soft-bounce")]),
        ("A soft bounce is a bounce.", [("soft bounce", "soft-bounce"), ("bounce", "bounce")]),
        ("A bounce message came.", [("bounce message", "bounce")]),
        (
            "Reverse DNS and MX records",
            [("Reverse DNS", "ptr-record"), ("MX records", "mx-record")],
        ),
        ("The bounce’s text, or (bounce)", [("bounce", "bounce")]),
        ("bounced, bounce-back, rebounce, no-bounce", []),
        ("bounce@example.com, example@bounce, bounce.example.com, mx.bounce", []),
        ("an mx record, BOUNCE", []),
        ("It has come as a bounce.", [("bounce", "bounce")]),
        ("", []),
    ],
)
def test_the_first_use_of_every_term_is_found(tiny, text, uses):
    """Whole words, the longest form, letter for letter but for the capital of a sentence."""
    assert found(tiny, text) == uses


def test_what_a_page_has_linked_is_not_found_again(tiny):
    """The texts of a page are asked one after another."""
    text = "A soft bounce is a bounce."
    assert found(tiny, text, {"bounce"}) == [("soft bounce", "soft-bounce")]
    assert found(tiny, text, {"soft-bounce"}) == [("bounce", "bounce")]


def test_pieces_are_the_text(tiny):
    """A text is cut at its first uses; nothing is lost and nothing is added."""
    text = "Bounces: a soft bounce is a bounce of an MX record"
    pieces = list(tiny.glossary.pieces(text))
    assert "".join(piece for piece, _ in pieces) == text
    assert [(piece, term.id) for piece, term in pieces if term] == [
        ("Bounces", "bounce"),
        ("soft bounce", "soft-bounce"),
        ("MX record", "mx-record"),
    ]
    assert list(tiny.glossary.pieces("")) == []


def test_related_terms_are_found_from_both(tiny):
    """A pair is written at one term and shown at both."""
    terms = tiny.catalogue.glossary
    assert tiny.glossary.related(terms["bounce"]) == (terms["soft-bounce"],)
    assert tiny.glossary.related(terms["soft-bounce"]) == (terms["bounce"],)
    assert tiny.glossary.related(terms["bounce"])[0].address == "glossary/#soft-bounce"


def test_no_word_of_the_catalogues_glossary_hides_another(real):
    """Asked for any of its forms alone, the glossary answers with that term."""
    glossary = Glossary(real.catalogue)
    for term in real.catalogue.glossary.values():
        for form in term.all_forms:
            (use,) = glossary.first_uses(form)
            assert use.term is term and (use.start, use.end) == (0, len(form))
