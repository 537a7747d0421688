"""The rules of the tiny catalogue are exactly the expected ones, in every format."""

from dataclasses import replace

import pytest
from conftest import ROOT, compare

from generator.exports import choice, postfix, zonemta
from generator.exports.documents import exports
from generator.links.links import Links

EXPECTED = ROOT / "tests/expected/exports"


def test_rules_are_the_expected_ones(tiny):
    """Byte for byte, with the address of the site."""
    made = {
        path.removeprefix("exports/"): text for path, text in exports(tiny, "https://example.org/")
    }
    for path, text in made.items():
        compare(EXPECTED / path, text)
    assert {file.relative_to(EXPECTED).as_posix() for file in EXPECTED.rglob("*.*")} == made.keys()


@pytest.mark.parametrize(("reply", "is_in"), [("451", True), ("550", False)])
def test_words_that_another_text_means_otherwise_change_no_reply(reply, is_in, tiny):
    """Where it is refused with the same first digit; with the other the words are no doubt."""
    responses = tiny.catalogue.responses
    misled = next(one for one in responses.values() if postfix.is_contradicted(tiny, one))
    other = replace(
        misled, id="other", reply=reply, enhanced=None, problem="user-unknown", answers=None
    )
    links = Links(replace(tiny.catalogue, responses={**responses, other.key: other}))
    assert not postfix.is_contradicted(links, other) and other.key not in responses
    heard = choice.Heard(choice.said_by_servers(links), links.catalogue)
    names = {one.key: one.name for one in responses.values()}
    assert (misled.text.lower() in postfix.table(links, heard, names, "")) is is_in


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
