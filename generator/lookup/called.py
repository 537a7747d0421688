"""How the box calls a page that is neither a problem's nor a response's. A code alone gets its own
answers; those of one of its problems would claim to know which it is.
"""

from generator.lookup.cards import step_of
from generator.pages.pieces import Pieces
from generator.pages.views_codes import SUCCESS
from generator.pages.views_lists import index_pages
from generator.pages.words import plain_title


def pages_of(links):
    """{address: [title, first step, retry, permanent, who ...]}; of a page that is about no failure
    the title, and of a success that it is one. A step is the number of the problem whose it is, or
    the code's own.
    """
    catalogue = links.catalogue
    problems = enumerate(catalogue.problems.values())
    steps = {step_of(links.advice.remedy_of(one)): number for number, one in problems}
    called = {code.address: code_card(links, code, steps) for code in catalogue.codes.values()}
    for view in index_pages(Pieces(links)):
        called[view.address] = [view.title]
    for command in catalogue.commands:
        called[f"session/#{command.id}"] = [f"{command.heading}: the replies it can get"]
    for term in catalogue.glossary.values():
        called[term.address] = [f"{term.heading}: what the word means"]
    return called


def code_card(links, code, steps):
    """What the box shows of a code that stands alone."""
    title, answers = plain_title(code.summary), code.answers
    if not answers:
        return [title, SUCCESS]
    step = step_of(links.advice.remedy(code))
    return [title, steps.get(step, step), answers.retry, answers.permanent, *answers.who]
