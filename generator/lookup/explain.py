"""Answers on the command line: what a text means.

The index is read from the last build where it is as new as the catalogue, else made.
"""

from generator.lookup.diagnose import Engine
from generator.lookup.entries import entries
from generator.lookup.index import further, index
from generator.lookup.learning import learn
from generator.lookup.naming import names
from generator.pages.words import plain_title

TIERS = {
    "sure": "This is it",
    "group": "One of a group",
    "unsure": "Not sure: one of these",
    "none": "There is no cause in this text",
}
NO_CODE = "No SMTP code in use has this number. What comes next to it"


def engine(links, folder=None):
    """The engine for a catalogue."""
    learnt = learn(links, folder)
    first = index(links, learnt)
    more = further(links.catalogue, learnt, first)
    named = names(links) | {"further": more}
    return Engine(first, entries(links, learnt, first, more), named)


def told(links, answer):
    """Yields the lines that tell an answer."""
    catalogue = links.catalogue
    for number, report in enumerate(answer["reports"]):
        if number:
            yield ""
        if report["recipient"]:
            yield f"For {report['recipient']}"
        is_no_code = "no-such-code" in report["notes"]
        yield f"{NO_CODE if is_no_code else TIERS[report['tier']]}:"
        for result in report["results"][: 1 if report["tier"] == "sure" else 3]:
            yield from told_result(catalogue, result)
        if "code-differs" in report["notes"]:
            yield "  The words decide: the code alone would mean something else."
        if report["group"] is not None:
            yield f"  {catalogue.groups[report['group']].question}"


def told_result(catalogue, result):
    """Yields the lines that tell one result."""
    code = f"{result['code']}: " if result["code"] else ""
    alone = catalogue.codes.get(result["page"].rstrip("/"))
    problem = None if alone else catalogue.problems.get(result["problem"])
    title = plain_title(alone.summary) if alone else problem.name if problem else result["page"]
    yield f"  {code}{title}"
    if result["response"]:
        provider = catalogue.providers[result["provider"]].name
        yield f"    a text of {provider}: {catalogue.responses[result['response']].name}"
    if problem:
        yield f"    {problem.answers.what}"
    yield f"    /{result['page']}"
    if result["because"]:
        yield f"    because of: {', '.join(result['because'])}"
