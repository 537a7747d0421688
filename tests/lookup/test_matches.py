"""What the wordings that a text has say: of the problem, and of who sent it."""

import math
from dataclasses import replace

import pytest

from generator.lookup.diagnose import best_of_each, is_shared, log_shares, merged
from generator.lookup.templates import Match

FULL, UNKNOWN = 0, 1  # problems, by their number
ONE = Match(
    key="example-mail/over-limit",
    provider="example-mail",
    codes=("550",),
    problem=FULL,
    share=0.5,
    explained=0.5,
    weight=6.0,
    is_whole=False,
    tells=True,
)


def of(provider, weight):
    """A match of another provider."""
    return replace(ONE, key=f"{provider}/x", provider=provider, weight=weight)


@pytest.mark.parametrize(
    ("matches", "shared"),
    [
        ([], False),
        ([ONE], False),
        ([ONE, of("example-mail", 6.0)], False),  # two texts of one provider
        ([ONE, of("other-mail", 6.0)], True),
        ([ONE, of("other-mail", 5.1)], True),
        ([ONE, of("other-mail", 5.0)], False),  # the first says clearly more
        ([ONE, of("example-mail", 6.0), of("other-mail", 6.0)], False),
    ],
)
def test_a_text_that_two_providers_send_names_neither(matches, shared):
    """Unless it says clearly more for the first of them."""
    assert is_shared(matches) == shared


def test_the_best_wording_of_a_problem_counts():
    """A text that is nothing else than a wording says most; but not where somebody else tells of
    such problems.
    """
    better = replace(ONE, share=1.0)
    whole = replace(ONE, problem=UNKNOWN, is_whole=True)
    partly = 4.0 * 0.5
    assert best_of_each([better, ONE], ()) == {FULL: partly}
    assert best_of_each([ONE, better, whole], ()) == {FULL: partly, UNKNOWN: 18.0}
    assert best_of_each([whole], (UNKNOWN,)) == {UNKNOWN: 4.0 * 0.25}
    assert best_of_each([], ()) == {}


def test_two_lists_of_matches_are_one():
    """Each response once, as it matches best; the best first, and those alike by their keys."""
    weaker, last = replace(ONE, weight=2.0), of("a-mail", 1.0)
    assert merged([weaker, last], [ONE]) == [ONE, last]
    assert merged([ONE], [weaker, last]) == [ONE, last]
    assert merged([of("b-mail", 1.0)], [last]) == [last, of("b-mail", 1.0)]


def test_scores_become_shares_of_one():
    """Equal scores have equal shares, and no score is too large."""
    assert log_shares([3.0, 3.0]) == pytest.approx([math.log(0.5)] * 2)
    assert sum(map(math.exp, log_shares([1.0, 2.0, 1000.0]))) == pytest.approx(1.0)
