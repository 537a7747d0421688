"""What the box says of a problem is what the pages say."""

from generator.lookup.cards import problem_card


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
