"""What `explain` prints is what the engine answered, in words, with the place that tells more."""

import pytest

from generator.lookup import explain


@pytest.fixture(scope="module")
def answer(engine):
    """The answer to a text whose code and words agree."""
    return engine.diagnose("552 5.2.2 mailbox full")


def of(answer, **changed):
    """The answer with another tier, group or notes."""
    (report,) = answer["reports"]
    return {"reports": [report | changed]}


def test_a_sure_answer_is_told_alone(real, answer):
    """Code and problem, what happened, the page, and the words that decided."""
    lines = list(explain.told(real, of(answer, tier="sure", group=None, notes=[])))
    problem = real.catalogue.problems["mailbox-full"]
    assert lines[0] == "This is it:" and lines[1] == f"  5.2.2: {problem.name}"
    assert f"    {problem.answers.what}" in lines
    (page,) = (line.strip() for line in lines if line.startswith("    /"))
    assert page[1:] in real.addresses.pages
    assert any(line.startswith("    because of: ") for line in lines)
    assert not [line for line in lines if line.endswith("?") or "words decide" in line]


def test_several_recipients_are_named(real, engine):
    """Each before its answer, as the text has them."""
    text = """
<anna@example.net>: host mx.example.net[192.0.2.10] said: 550 5.1.1 User unknown

<ben@example.org>: host mx.example.org[192.0.2.27] said: 552 5.2.2 mailbox full
"""
    lines = list(explain.told(real, engine.diagnose(text)))
    named = [line for line in lines if line.startswith("For ")]
    assert named == ["For anna@example.net", "For ben@example.org"]


def test_an_unsure_answer_tells_three(real, answer):
    """At most, each with its page."""
    lines = list(explain.told(real, of(answer, tier="unsure", group=None)))
    assert lines[0] == "Not sure: one of these:"
    assert len([line for line in lines if line.startswith("    /")]) == 3


def test_a_group_comes_with_its_question(real, answer):
    """The question that tells its problems apart; it stands last."""
    for number, group in enumerate(real.catalogue.groups):
        lines = list(explain.told(real, of(answer, tier="group", group=number)))
        assert lines[0] == "One of a group:" and lines[-1] == f"  {group.question}"


def test_words_that_decide_against_the_code_are_told(real, answer):
    """In a line of its own, and only then."""
    told = "  The words decide: the code alone would mean something else."
    assert told in list(explain.told(real, of(answer, notes=["code-differs"])))
    assert told not in list(explain.told(real, of(answer, notes=[])))


def test_every_recipient_is_told(real, answer):
    """Answers stand apart by an empty line."""
    lines = list(explain.told(real, {"reports": answer["reports"] * 2}))
    half = len(lines) // 2
    assert lines[half] == "" and lines[:half] == lines[half + 1 :]
