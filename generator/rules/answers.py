"""Rules for the answers of codes and responses; a rule's docstring is the rule."""

import re
from collections import Counter, defaultdict
from weakref import WeakKeyDictionary

from generator.reading.answers import answers_in_class, class_of
from generator.reading.library import concrete_codes
from generator.reading.shape import schema_name_of

REPLY_DECIDES = re.compile(r"\b(?:look (?:it|them|those|that) up|part to look up|decides?)\b")
OTHER_CLASS = {
    "4": re.compile(r"\b5(?:xx|[0-9]{2}|\.[0-9])"),
    "5": re.compile(r"\b4(?:xx|[0-9]{2}|\.[0-9])"),
}
CONTRARY = {
    ("permanent", "automatic"),
    ("permanent", "send-again"),
    ("temporary", "after-change"),
}
TOLD = WeakKeyDictionary()  # what several rules ask, by library, as long as there is one


def answers_fit_what_senders_mean(library):
    """Whether a code is retried and permanent holds for every problem that two or more senders tell
    with it, or that its only sender tells; or it is permanent: depends, or a note stands with that
    problem.
    """
    told = told_with_codes(library)
    for block in library.code_blocks():
        general = block.value.get("answers")
        if general is None or general["permanent"] == "depends":
            continue
        noted = noted_problems(block)
        senders = {one for given in told[block.code].values() for one, _ in given}
        for slug, given in sorted(told[block.code].items()):
            if len({one for one, _ in given}) < min(2, len(senders)) or slug in noted:
                continue
            for field in ("retry", "permanent"):
                seen = {answers[field] for _, answers in given}
                if not seen & {general[field], "depends"}:
                    yield block.mistake(
                        ("answers", field),
                        f"'{general[field]}', but those who mean '{slug}' by {block.code} say "
                        f"{' or '.join(sorted(seen))}; correct it, write 'permanent: depends', or "
                        "list that problem with a note",
                    )


def retries_fit_the_one_problem(library):
    """Where it depends whether a code is permanent and all who send it mean one problem, its page
    says of the retry what one of them says; or a note stands with that problem.
    """
    told = told_with_codes(library)
    for block in library.code_blocks():
        general = block.value.get("answers", {})
        if general.get("permanent") != "depends" or len(told[block.code]) != 1:
            continue
        [(slug, given)] = told[block.code].items()
        noted = noted_problems(block)
        retry, seen = general["retry"], {answers["retry"] for _, answers in given}
        if retry not in seen and slug not in noted:
            yield block.mistake(
                ("answers", "retry"),
                f"'{retry}', but all who send {block.code} mean '{slug}' and say "
                f"{' or '.join(sorted(seen))}; correct one, or list that problem with a note",
            )


def who_acts_fits_what_senders_say(library):
    """Whoever acts first by at least half of the responses that carry a code is named on its page:
    nobody, too.
    """
    told = told_with_codes(library)
    for block in library.code_blocks():
        firsts = Counter(
            answers["who"][0] for given in told[block.code].values() for _, answers in given
        )
        for person, count in sorted(firsts.items()) if "answers" in block.value else ():
            if 2 * count >= firsts.total() and person not in block.value["answers"]["who"]:
                yield block.mistake(
                    ("answers", "who"),
                    f"'{person}' acts first by {count} of the {firsts.total()} responses with "
                    f"{block.code}; name '{person}', or correct the answers of those responses",
                )


def retry_and_permanence_agree(library):
    """What stays until somebody changes something is not repeated unchanged, and what passes by
    itself needs no change first.
    """
    given = [
        (document, keys, answers)
        for document in library.entries
        if schema_name_of(document) != "response"
        for keys, answers in document.fields("answers")
    ]
    for document in library.problems.values():
        for digit in document.value.get("in_class", ()):
            given.append((document, ("in_class", digit), in_class(document, {}, digit)))
    for document, _, answers in answered(library):
        keys = ("answers",) if "answers" in document.value else ("problem",)
        given.append((document, keys, answers))
    for document, keys, answers in given:
        retry, permanent = answers["retry"], answers["permanent"]
        if (permanent, retry) in CONTRARY:
            yield document.mistake(
                keys,
                f"'{permanent}' beside '{retry}'; correct one, or write 'permanent: depends' "
                "and say in 'because' on what",
            )


def replies_that_are_passed_on_decide(library):
    """A text without a code that passes on words which the reader is to look up, or which decide,
    is neither permanent nor temporary: it depends on those words.
    """
    for document, _, answers in answered(library):
        told = REPLY_DECIDES.search(document.value["meaning"])
        if told and class_of(document.value) is None and answers["permanent"] != "depends":
            own = "permanent" in document.value.get("answers", {})
            yield document.mistake(
                ("answers", "permanent") if own else ("meaning",),
                f"other words decide ('{told[0]}'), and the answers say '{answers['permanent']}'; "
                "write 'permanent: depends' in 'answers' and on what in 'because'",
            )


def reasons_are_of_the_class(library):
    """Why a text with a code of one class stays or passes is told without the other class: a
    problem whose reason speaks of both says in `in_class` what is so of each.
    """
    for document in library.problems.values():
        for digit, other in OTHER_CLASS.items():
            found = other.search(in_class(document, {}, digit)["because"] or "")
            if found:
                told = "in_class" if digit in document.value.get("in_class", {}) else "answers"
                keys = ("in_class", digit) if told == "in_class" else ("answers",)
                yield document.mistake(
                    (*keys, "because"),
                    f"stands on the pages of texts with {digit}xx too and speaks of '{found[0]}'; "
                    f"write in 'in_class' what is so of {digit}xx",
                )


def noted_problems(block):
    """The problems of a code with which a note stands, as a set."""
    return {one["problem"] for one in block.value.get("problems", ()) if "note" in one}


def told_with_codes(library):
    """{code that heads a page: {problem: [(provider, answers)]}} of all responses."""
    if library not in TOLD:
        TOLD[library] = read_with_codes(library)
    return TOLD[library]


def read_with_codes(library):
    """The same, found anew."""
    heads = heads_of_pages(library)
    told = defaultdict(lambda: defaultdict(list))
    for document, problem, answers in answered(library):
        for code in codes_of(document, heads):
            told[code][problem.name].append((provider_of(document), answers))
    return told


def heads_of_pages(library):
    """{enhanced code with its class: the code that heads its page}; a range has one page."""
    return {
        member: digit + document.value["code"][1:]
        for document in library.enhanced.values()
        for digit in document.value["classes"]
        for member in concrete_codes(document.value)
        if member[0] == digit
    }


def codes_of(response, heads):
    """The codes on whose pages a response's document stands."""
    return {response.value.get("reply"), heads.get(response.value.get("enhanced"))} - {None}


def answered(library):
    """Yields (document, problem's document, answers) for every response whose problem exists."""
    for document in library.responses.values():
        problem = library.problems.get(document.value["problem"])
        if problem:
            own = document.value.get("answers", {})
            yield document, problem, in_class(problem, own, class_of(document.value))


def in_class(problem, own, digit):
    """The answers of a text about a problem's document whose code begins with a digit."""
    told = problem.value.get("in_class", {})
    return answers_in_class(problem.value["answers"], told, own, digit)


def provider_of(response):
    """The slug of the provider in whose folder a response's document stands."""
    return response.folder.split("/")[1]
