"""What follows from links stands in an order that readers know, whatever the order of the files."""

import pytest

from generator.entries.codes import sort_key


def code(one):
    """Where a code stands as people count."""
    return sort_key(one.code)


def identity(one):
    """By which a problem or response is found."""
    return getattr(one, "key", None) or one.id


ORDERS = {  # what is listed -> (of what, the list, where a thing stands in it)
    "related codes": ("codes", lambda links, it: links.pairs.related(it), lambda one: code(one[0])),
    "codes sent together": ("codes", lambda links, it: links.pairs.paired_codes(it), code),
    "related problems": (
        "problems",
        lambda links, it: links.pairs.related_problems(it),
        lambda one: identity(one[0]),
    ),
    "the same text elsewhere": ("responses", lambda links, it: links.pairs.twins(it), identity),
    "codes of a subject": (
        "subjects",
        lambda links, it: links.sequence.families_of(it),
        lambda one: int(one.detail),
    ),
    "problems that responses alone tell of": (
        "codes",
        lambda links, it: links.senders.further_problems(it),
        lambda one: (-len(one[1]), one[0].id),
    ),
}


@pytest.mark.parametrize("what", ORDERS)
def test_lists_stand_in_their_order(what, real):
    """Codes as people count, the rest by name; what more texts mean comes before what fewer do."""
    entries, listed, place = ORDERS[what]
    lengths = set()
    for entry in getattr(real.catalogue, entries).values():
        places = [place(one) for one in listed(real, entry)]
        assert places == sorted(places), entry.address
        lengths.add(len(places))
    assert max(lengths) > 1  # there is something to put in order


def test_codes_that_name_a_problem_first_come_first(real):
    """Each part in the order in which people count; numbers that are no SMTP codes last."""
    for problem in real.catalogue.problems.values():
        places = [
            (one.is_folklore, one.problems[0].problem != problem.id, code(one))
            for one in real.senders.codes_standing_for(problem)
        ]
        assert places == sorted(places), problem.id


def test_dialects_stand_by_code_and_provider(real):
    """A provider's dialects of a code stand side by side."""
    places = [(code(one.code), one.provider.id, one.problem.id) for one in real.senders.dialects]
    assert len(places) > 50 and places == sorted(places)


def test_commands_list_each_code_once(real):
    """However many documents name it."""
    for command in real.catalogue.commands:
        told = [one.code for one in real.sequence.codes_answering(command)]
        assert told == sorted({reply.code for reply in command.replies}), command.id
