"""What the box says of a problem or a text is what the pages say."""

from generator.lookup.cards import in_order, problem_card
from generator.lookup.entries import steps
from generator.lookup.packing import numbers


def test_a_card_answers_as_the_page_of_a_text_does(real):
    """Of a text without answers of its own the card tells, for the class of its code, what the
    text's page tells.
    """
    cards = {name: problem_card(problem) for name, problem in real.catalogue.problems.items()}
    plain = [one for one in real.catalogue.responses.values() if one.answers is None]
    assert {one.digit for one in plain} >= {"4", "5", None}
    for response in plain:
        card = cards[response.problem]
        told = card | card["inClass"].get(response.digit, {})
        answers = real.advice.answers_to(response)
        shown = (tuple(told["who"]), told["retry"], told["permanent"])
        assert shown == (answers.who, answers.retry, answers.permanent), response.id


def test_the_answers_of_every_text_are_those_of_its_page(real, lookup_documents):
    """A text that was recognised is answered as its page answers, and whoever acts has a step: the
    text's own, else the problem's.
    """
    _, (known,), named = lookup_documents
    problems = list(real.catalogue.problems)
    ordered = in_order(real.catalogue)
    told = [known["answers"][number] for number in numbers(known["answersOf"])]
    (own,) = steps(real)
    lines = own["steps"].split("\n")
    firsts = [lines[number] for number in numbers(own["stepsOf"])]
    for response, (who, retry, permanent), step in zip(ordered, told, firsts, strict=True):
        answers = real.advice.answers_to(response)
        assert (tuple(who), retry, permanent) == (answers.who, answers.retry, answers.permanent)
        assert bool(step) == bool(response.remedy)
        assert step or named["steps"][problems.index(response.problem)], response.id
