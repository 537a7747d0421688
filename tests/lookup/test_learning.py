"""What is learnt is chosen by how far it can move a score, and is kept for the next time."""

import os

import pytest

from generator.lookup import cache, learning
from generator.lookup.examples import Example
from generator.lookup.model import Model

RARITY = {"full": 2.0, "quota": 1.0, "user": 1.0}
MODEL = {  # problem -> how much each feature tells of it
    "quota-exceeded": {"quota": 1.0, "user": -0.5},
    "mailbox-full": {"full": 0.5, "quota": 1.0, "user": 3.0},
}
KNOWN = [
    Example(("full", "mailbox"), "mailbox-full", 1.0),
    Example(("mailbox", "unknown"), "address-unknown", 1.0),
]


def test_what_can_move_a_score_most_comes_first():
    """The weight by its size, whatever its sign, times the rarity; equals by their names."""
    assert learning.largest(MODEL, RARITY) == [
        ("user", "mailbox-full", 3.0),
        ("full", "mailbox-full", 0.5),
        ("quota", "mailbox-full", 1.0),
        ("quota", "quota-exceeded", 1.0),
        ("user", "quota-exceeded", -0.5),
    ]
    assert learning.weightiest(MODEL, RARITY) == ["user", "full", "quota"]


@pytest.mark.parametrize(
    ("features", "weights", "learnt"),
    [
        (3, 4, {"full": 1, "unknown": 1, "mailbox": 2}),
        (2, 4, {"full": 1, "unknown": 1}),  # the word that both have tells least
        (3, 2, {"full": 1, "unknown": 1}),
        (3, 3, {"full": 1, "unknown": 1, "mailbox": 1}),
    ],
)
def test_as_much_is_learnt_as_is_kept(features, weights, learnt, monkeypatch):
    """So many features, and so many weights of them."""
    monkeypatch.setattr(learning, "KEPT_FEATURES", features)
    monkeypatch.setattr(learning, "KEPT_WEIGHTS", weights)
    found = learning.trained(KNOWN)["weights"]
    assert {feature: len(problems) for feature, problems in found.items()} == learnt


def test_what_the_index_has_no_room_for_is_learnt_on_what_it_leaves(monkeypatch):
    """Further features are none of the index's; they weigh where the index alone is not sure."""
    monkeypatch.setattr(learning, "KEPT_FEATURES", 1)
    monkeypatch.setattr(learning, "MORE_FEATURES", 1)
    found = learning.trained(KNOWN)
    assert found["weights"].keys() == {"full"}
    assert found["further"] == {"unknown": found["further"]["unknown"]}
    assert found["further"]["unknown"]["address-unknown"] > 0


def test_further_words_add_to_what_the_index_says(lookup_documents):
    """A text without any of them is scored as by the index alone."""
    index, _, names = lookup_documents
    alone, both = Model(index), Model(index, names["further"])
    word = both.words[len(alone.words)]
    assert alone.known([([word], 1.0)]) == 0 < both.known([([word], 1.0)])
    lines = [(["spamhau"], 1.0)]
    assert alone.known(lines) > 0
    assert both.scores(lines, ()) == alone.scores(lines, ())
    assert both.scores([(["spamhau", word], 1.0)], ()) != alone.scores(lines, ())


def test_what_was_found_is_kept(tmp_path):
    """For the same examples alone; what is damaged is found anew, and a folder that cannot be
    written changes nothing.
    """
    found = []

    def kept(known, folder=tmp_path / "lookup"):
        return cache.kept(known, lambda: found.append(len(known)) or {"found": len(known)}, folder)

    assert [kept(KNOWN), kept(KNOWN), kept(KNOWN[:1])] == [{"found": 2}] * 2 + [{"found": 1}]
    assert found == [2, 1]
    assert len(list(tmp_path.glob("lookup/*"))) == 2
    for file in tmp_path.glob("lookup/*"):
        file.write_text(file.read_text().replace('"found"', '"lost"'))
    assert kept(KNOWN) == {"found": 2} and found == [2, 1, 2]
    (tmp_path / "file").touch()
    assert kept(KNOWN, tmp_path / "file/lookup") == {"found": 2}


def test_the_oldest_goes(tmp_path):
    """Eight are kept: those that were made last."""
    for number in range(10):
        known = [Example((), "x", number)]
        cache.kept(known, lambda: 1, tmp_path)
        os.utime(tmp_path / f"{cache.digest(known)}.json", (number, number))
    assert sorted(file.stat().st_mtime for file in tmp_path.iterdir()) == list(range(2, 10))
