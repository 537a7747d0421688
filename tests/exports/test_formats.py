"""The rules of the tiny catalogue are exactly the expected ones, in every format."""

import pytest
from conftest import ROOT, compare

from generator.exports import zonemta
from generator.exports.documents import exports

EXPECTED = ROOT / "tests/expected/exports"


def test_rules_are_the_expected_ones(tiny):
    """Byte for byte, with the address of the site."""
    made = {
        path.removeprefix("exports/"): text for path, text in exports(tiny, "https://example.org/")
    }
    for path, text in made.items():
        compare(EXPECTED / path, text)
    assert {file.relative_to(EXPECTED).as_posix() for file in EXPECTED.rglob("*.*")} == made.keys()


@pytest.mark.parametrize(
    ("problem", "refused_for_now", "refused_for_good"),
    [
        ("user-unknown", "defer", "reject"),
        ("greylisted", "defer", "defer"),
        ("rate-limited", "slowdown", "slowdown"),
    ],
)
def test_what_a_server_does_follows_class_and_problem(
    problem, refused_for_now, refused_for_good, real
):
    """What passes by itself is tried again, and too much mail makes the server slower."""
    told = real.catalogue.problems[problem]
    assert [zonemta.action(digit, told) for digit in "45"] == [refused_for_now, refused_for_good]
