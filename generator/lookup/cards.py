"""The cards of the lookup: what its answer says of a problem or response, and how a provider is
recognised.
"""

import json
from collections import Counter

from generator.lookup.packing import varied
from generator.pages.words import first_sentence
from generator.reading.answers import answers_in_class

LONGEST_MARK = 16  # characters; so many of them tell a sender


def problem_mark(problem):
    """How an answer calls a problem."""
    return {"id": problem.id, "name": problem.name}


def problem_card(problem):
    """What the answer says of a problem, and under `inClass` what it says instead where the code
    begins with that digit.
    """
    answers = problem.answers
    general = told_of(vars(answers))
    in_class = {
        digit: told_of(answers_in_class(vars(answers), problem.told_in_class, {}, digit))
        for digit in "45"
    }
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


def answers_of(links, ordered):
    """(the different answers that responses have, the commonest first; the number of each one's)"""
    told = [list(told_of(vars(links.advice.answers_to(one))).values()) for one in ordered]
    counted = Counter(map(json.dumps, told))
    kinds = [json.loads(one) for one in sorted(counted, key=lambda one: (-counted[one], one))]
    return kinds, [kinds.index(one) for one in told]


def first_steps(links, ordered):
    """The different first steps of responses whose remedy is their own, a line each behind an empty
    one, those of one problem together; and of each response the number of its line.
    """
    told = [
        (one.problem, step_of(links.advice.remedy(one)) if one.remedy else "") for one in ordered
    ]
    different = dict.fromkeys(step for _, step in sorted(told) if step)
    lines = ["", *different]
    number = {step: at for at, step in enumerate(lines)}
    return {
        "steps": "\n".join(lines),
        "stepsOf": "".join(varied(number[step]) for _, step in told),
    }


def step_of(remedy):
    """The first step of all, or nothing."""
    steps = next(iter(remedy.values()), ("",))
    return first_sentence(steps[0])


def provider_card(provider):
    """How a provider is called and recognised."""
    recognise = provider.recognise
    return {
        "id": provider.id,
        "names": [provider.name, *provider.other_names],
        "hosts": list(recognise.hosts) if recognise else [],
        "marks": [mark[:LONGEST_MARK] for mark in recognise.marks] if recognise else [],
    }


def in_order(catalogue):
    """All responses, those of one provider together, and in it those of one problem and code: that
    packs best.
    """
    places = {provider: place for place, provider in enumerate(catalogue.providers)}
    return sorted(
        catalogue.responses.values(),
        key=lambda one: (places[one.provider], one.problem, one.codes, one.id),
    )
