"""What the lookup learns from: every wording of the catalogue, and how much each kind counts."""

import pytest

from generator.lookup.examples import examples, features, known_numbers
from generator.lookup.normalise import words_of

KINDS = {  # what is told -> (one of its wordings, the codes beside it), the most telling kind first
    "a phrase that servers use": ("over quota", ()),
    "words that tell a code's problems apart": ("over quota", ("=452", "=4")),
    "a server's own text": (
        "user@example.com: no such user here",
        ("=550", "=5.1.1", "=x.1.1", "=5"),
    ),
    "a name": ("mailbox full", ()),
    "what people search for": ("quota", ()),
    "a wording of no server in particular": ("no such person", ()),
    "a summary": ("The recipient's mailbox has no room for more mail.", ()),
    "a cause": ("The mailbox was not emptied.", ()),
}


@pytest.fixture(scope="module")
def learnt(tiny):
    """[(features, weight)] of the examples of the tiny catalogue."""
    found = examples(tiny, known_numbers(tiny.catalogue))
    return [(one.features, one.weight) for one in found]


def weights(learnt, kind):
    """How much the examples of a kind count."""
    text, codes = KINDS[kind]
    wanted = (*features(words_of(text)), *codes)
    return sorted({weight for found, weight in learnt if found == wanted})


def test_the_weight_of_a_wording_is_that_of_its_kind(learnt):
    """What servers say counts most, a name or a search less, what we say about it least."""
    assert {kind: weights(learnt, kind) for kind in KINDS} == {
        "a phrase that servers use": [1.5],
        "words that tell a code's problems apart": [1.0],
        "a server's own text": [1.0],
        "a name": [0.5, 1.5],  # which servers use as a phrase, too
        "what people search for": [0.5],
        "a wording of no server in particular": [0.9],
        "a summary": [0.3],
        "a cause": [0.2],
    }


def test_words_count_with_their_neighbours():
    """Each word, and each two that stand side by side."""
    assert features(["user", "unknown", "here"]) == (
        "user", "unknown", "here", "user unknown", "unknown here",
    )  # fmt: skip
    assert features([]) == ()


def test_numbers_that_are_no_codes_say_something(real):
    """Those of phrases, and long ones of texts; no code of the catalogue is among them."""
    numbers = known_numbers(real.catalogue)
    assert "10060" in numbers and not numbers & real.catalogue.members.keys()
