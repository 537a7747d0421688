"""What the lookup packs into characters comes back as it was."""

import pytest

from generator.lookup.codes import pages_of
from generator.lookup.index import codes_of
from generator.lookup.packing import (
    LONG,
    SHORT,
    front_coded,
    front_decoded,
    gapped,
    hyphened,
    numbers,
    ungapped,
    unhyphened,
    varied,
)


@pytest.mark.parametrize(
    ("number", "digits"),
    [(0, 1), (SHORT - 1, 1), (SHORT, 2), (LONG - 1, 2), (LONG, 4), (3_000, 4), (700_000, 4)],
)
def test_a_number_comes_back(number, digits):
    """Alone and between others, however large it is."""
    assert len(varied(number)) == digits
    assert list(numbers(varied(7) + varied(number) + varied(LONG))) == [7, number, LONG]


def test_places_come_back():
    """From the gaps between them, the first place of all and far ones among them."""
    for places in ([], [0], [0, 1, 5, 4 * LONG]):
        assert list(ungapped(gapped(places))) == places


def test_words_come_back():
    """With what they share with the one before, digits and letters beyond ASCII among them."""
    words = ["=5.7.1", "=x.7.1", "abcdefghijklmnopqrstuvwxyzab", "abcdefghijklmnopqrstuvwxyzabc"]
    words += ["tss04", "tss05", "über"]
    assert front_decoded(front_coded(words)) == words
    assert front_decoded(front_coded([])) == []


def test_many_names_come_back():
    """More words than two digits name: none is lost."""
    names = [f"word{number}-of-many" for number in range(4 * LONG)]
    assert unhyphened(*hyphened(names)) == names


def test_codes_come_back(real):
    """Every code with its page, those of a range with that of the range, and its problems."""
    catalogue = real.catalogue
    problems = list(catalogue.problems)
    found = pages_of(codes_of(catalogue, problems))
    assert found["5.7.607"][0] == "5.7.606"
    for code, (page, claimed) in found.items():
        assert page == catalogue.members[code]
        named = [one.problem for one in catalogue.codes[page].problems]
        assert [problems[number] for number in claimed] == named
    left_out = catalogue.members.keys() - found.keys()
    assert all(catalogue.codes[code].is_folklore for code in left_out)
