"""The cards of the lookup: what its answer says of a problem, and how a provider is recognised."""

from generator.reading.answers import answers_in_class

LONGEST_MARK = 16  # characters; so many of them tell a sender


def problem_mark(problem):
    """How an answer calls a problem, and who tells of it."""
    return {"id": problem.id, "name": problem.name, "spokenBy": list(problem.spoken_by)}


def problem_card(problem):
    """What the answer says of a problem, and under `inClass` what it says instead where the code
    begins with that digit.
    """
    answers = problem.answers
    general = told_of(vars(answers))
    in_class = {digit: told_of(answers_in_class(vars(answers), {}, digit)) for digit in "45"}
    return {
        "what": answers.what,
        **general,
        "inClass": {
            digit: {field: told for field, told in those.items() if told != general[field]}
            for digit, those in in_class.items()
            if those != general
        },
        "breaksAt": list(problem.breaks_at),
    }


def told_of(answers):
    """Who acts, whether it is sent again and whether it is permanent."""
    return {
        "who": list(answers["who"]),
        "retry": answers["retry"],
        "permanent": answers["permanent"],
    }


def provider_card(provider):
    """How a provider is recognised."""
    recognise = provider.recognise
    return {
        "id": provider.id,
        "hosts": list(recognise.hosts) if recognise else [],
        "marks": [mark[:LONGEST_MARK] for mark in recognise.marks] if recognise else [],
    }
