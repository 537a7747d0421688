"""Answers on the command line: what a text means, or what a whole log holds.

The index is read from the last build where it is as new as the catalogue, else made.
"""

import json
from collections import Counter

from generator.lookup.diagnose import Engine
from generator.lookup.index import entries, index, names
from generator.lookup.learning import learn

LONGEST_LINE = 4000  # characters of a line of a log that are looked at
MOST_KEPT = 20000  # different lines whose answers are remembered
TIERS = {
    "sure": "This is it",
    "group": "One of a group",
    "unsure": "Not sure: one of these",
    "none": "There is no cause in this text",
}


def engine(links, folder=None):
    """The engine for a catalogue."""
    learnt = learn(links, folder)
    first = index(links, learnt)
    return Engine(first, entries(links, learnt, first), names(links))


def told(links, answer):
    """Yields the lines that tell an answer."""
    catalogue = links.catalogue
    for number, report in enumerate(answer["reports"]):
        if number:
            yield ""
        yield f"{TIERS[report['tier']]}:"
        for result in report["results"][: 1 if report["tier"] == "sure" else 3]:
            yield from told_result(catalogue, result)
        if "code-differs" in report["notes"]:
            yield "  The words decide: the code alone would mean something else."
        if report["group"] is not None:
            yield f"  {catalogue.groups[report['group']].question}"


def told_result(catalogue, result):
    """Yields the lines that tell one result."""
    code = f"{result['code']}: " if result["code"] else ""
    problem = catalogue.problems.get(result["problem"])
    yield f"  {code}{problem.name if problem else result['page']}"
    if result["response"]:
        provider = catalogue.providers[result["provider"]].name
        yield f"    a text of {provider}: {catalogue.responses[result['response']].name}"
    if problem:
        yield f"    {problem.answers.what}"
    yield f"    /{result['page']}"
    if result["because"]:
        yield f"    because of: {', '.join(result['because'])}"


def of_log(engine, lines):
    """Counts what the lines of a log mean, each line for itself: (lines, lines with a failure,
    counts of problems, codes and providers). Lines that differ in numbers and addresses alone are
    diagnosed once; memory stays flat.
    """
    known = {}
    total = failures = 0
    problems, codes, providers = Counter(), Counter(), Counter()
    for line in lines:
        total += 1
        line = line[:LONGEST_LINE]
        if not any(f" {digit}" in line or f"={digit}" in line for digit in "45"):
            continue
        picked = engine.picked(line)
        if not picked:
            continue
        key = tuple(word for part in picked[0].deciding for word in engine.words(part))
        code = engine.codes_in(picked[0])
        if not code:
            continue
        if (key, code) not in known:
            if len(known) >= MOST_KEPT:
                known.clear()
            results = engine.report(picked[0])["results"]
            known[key, code] = results[0] if results else None
        result = known[key, code]
        if result is None:
            continue
        failures += 1
        problems[result["problem"]] += 1
        codes[result["code"]] += 1
        if result["provider"]:
            providers[result["provider"]] += 1
    return total, failures, problems, codes, providers


def told_log(counts, as_json):
    """The counts of a log as text."""
    total, failures, problems, codes, providers = counts
    if as_json:
        return json.dumps(
            {
                "lines": total,
                "failures": failures,
                "problems": dict(problems.most_common()),
                "codes": dict(codes.most_common()),
                "providers": dict(providers.most_common()),
            },
            ensure_ascii=False,
            indent=1,
        )
    lines = [f"{total} lines, {failures} with a failure"]
    for title, found in (("problems", problems), ("codes", codes), ("providers", providers)):
        lines += ["", f"{title}:", *(f"{count:8} {name}" for name, count in found.most_common(20))]
    return "\n".join(lines)
