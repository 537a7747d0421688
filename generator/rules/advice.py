"""Rules for what readers are told to do; a rule's docstring is the rule."""

import re
from collections import Counter, defaultdict
from functools import lru_cache

from generator.reading.answers import answers_in_class, class_of
from generator.reading.library import concrete_codes
from generator.rules.codes import no_steps

PASSING = "temporary-failure"
BY_RULE = "policy"
UNTRUSTED = "certificate-not-trusted"
SPENT = re.compile(r"expired|revoked|\bweak\b|too small|insecure|not ?yet ?valid", re.IGNORECASE)
ORDER = re.compile(r"\bfirst(?=[.,;:!]| and | if )")
RECEIVING_SIDE = {"nobody", "recipient", "recipient-admin"}
CONTRARY = {
    ("permanent", "automatic"),
    ("permanent", "send-again"),
    ("temporary", "after-change"),
}


def whoever_acts_first_on_a_response_has_steps(library):
    """Who must act first on a response finds steps: in its own remedy, else in its problem's."""
    for document, problem, answers in answered(library):
        person = answers["who"][0]
        steps = document.value.get("remedy") or problem.value["remedy"]
        if person not in steps and person != "nobody":
            keys = (
                ("answers", "who") if "who" in document.value.get("answers", ()) else ("problem",)
            )
            yield document.mistake(keys, no_steps(person))


def whoever_acts_first_on_a_code_has_steps(library):
    """Who must act first on a code finds steps: in its own remedy, else in that of the problem that
    it lists first, whose steps stand on its page.
    """
    for block in library.code_blocks():
        listed = block.value.get("problems", ())
        first = library.problems.get(listed[0]["problem"]) if listed else None
        if "answers" in block.value and first:
            person = block.value["answers"]["who"][0]
            steps = block.value.get("remedy") or first.value["remedy"]
            if person not in steps and person != "nobody":
                yield block.mistake(("answers", "who"), no_steps(person))


def first_steps_do_not_say_first(library):
    """The first sentence of a first step does not end in 'first': the page says "First step"."""
    blocks = (*library.problems.values(), *library.code_blocks(), *library.responses.values())
    for block in blocks:
        for person, steps in block.value.get("remedy", {}).items():
            if ORDER.search(re.split(r"(?<=[.!?])\s", steps[0], maxsplit=1)[0]):
                yield block.mistake(
                    ("remedy", person, 0),
                    "the page says 'First step' before this step; leave out its 'first', or say "
                    "before what it is to be done",
                )


def answered(library):
    """Yields (document, problem's document, answers) for every response whose problem exists."""
    for document in library.responses.values():
        problem = library.problems.get(document.value["problem"])
        if problem:
            own = document.value.get("answers", {})
            answers = answers_in_class(problem.value["answers"], own, class_of(document.value))
            yield document, problem, answers


def only_what_passes_is_a_temporary_failure(library):
    """Under the problem temporary-failure stands no 5xx reply and nothing that needs a change
    before it is sent again.
    """
    for document, problem, answers in answered(library):
        if problem.name != PASSING:
            continue
        if class_of(document.value) == "5":
            keys = ("reply",) if "reply" in document.value else ("enhanced",)
            yield document.mistake(
                keys,
                f"a 5xx reply under '{PASSING}', which is about faults that pass; "
                "write the problem that it tells of",
            )
        elif answers["retry"] in ("after-change", "no"):
            yield document.mistake(
                ("answers", "retry"),
                f"'{answers['retry']}' under '{PASSING}', which is about faults that pass; "
                "write the problem that it tells of",
            )


def faults_of_the_sending_side_say_what_happened(library):
    """The words of the problem temporary-failure blame the receiving server; a response under it
    that only the sending side can end says in its own answers what happened.
    """
    for document in library.responses.values():
        own = document.value.get("answers", {})
        sending_side = RECEIVING_SIDE.isdisjoint(own.get("who", RECEIVING_SIDE))
        if document.value["problem"] == PASSING and sending_side and "what" not in own:
            yield document.mistake(
                ("answers", "who"),
                f"'{own['who'][0]}' ends it, but '{PASSING}' speaks of the receiving server; "
                "add 'what' to 'answers'",
            )


def returned_messages_say_what_comes_next(library):
    """A 5xx response of a problem that is tried again by itself says in its own answers what is to
    be done with the returned message.
    """
    for document, problem, _ in answered(library):
        returned = class_of(document.value) == "5"
        repeated = problem.value["answers"]["retry"] == "automatic"
        if returned and repeated and "retry" not in document.value.get("answers", {}):
            yield document.mistake(
                ("problem",),
                f"'{problem.name}' is tried again by itself, but a 5xx reply is not; "
                "add 'answers' with 'retry'",
            )


def mailbox_providers_say_whom_their_rules_ask(library):
    """A refusal by a rule of a mailbox provider says in its own answers who acts: the problem asks
    the recipient's administrator, and there that is the provider itself.
    """
    mailboxes = of_kind("mailbox", library)
    for document in library.responses.values():
        by_rule = document.value["problem"] == BY_RULE and provider_of(document) in mailboxes
        if by_rule and "who" not in document.value.get("answers", {}):
            yield document.mistake(
                ("problem",),
                f"'{BY_RULE}' asks the recipient's administrator, and at a mailbox provider that "
                "is the provider; add 'answers' with 'who'",
            )


def programs_that_try_again_say_of_what(library):
    """A program in the table of who tries again says in the own answers of each text without a code
    whether it tries again then: the problem speaks of programs that do not.
    """
    trying = of_kind("program", library) & library.names("retry")
    for document in library.responses.values():
        silent = "retry" not in document.value.get("answers", {})
        if silent and provider_of(document) in trying and class_of(document.value) is None:
            yield document.mistake(
                ("problem",),
                f"'{provider_of(document)}' tries again by itself (retry.yml), and no code tells "
                "whether it does so with this text; add 'answers' with 'retry'",
            )


def where_nobody_acts_the_steps_are_own(library):
    """A response by which nobody acts has its own remedy, where the problem's asks somebody."""
    for document, problem, answers in answered(library):
        asked = "nobody" not in problem.value["answers"]["who"]
        if answers["who"][0] == "nobody" and asked and "remedy" not in document.value:
            yield document.mistake(
                ("answers", "who"),
                f"nobody acts, and the steps of '{problem.name}' ask somebody; add 'remedy'",
            )


def texts_of_a_spent_certificate_have_own_steps(library):
    """A text that calls a certificate expired, revoked, weak or not yet valid has its own remedy,
    unless the recipient's side acts: the problem's steps are about names and chains.
    """
    for document, problem, answers in answered(library):
        spent = problem.value["id"] == UNTRUSTED and SPENT.search(document.value["text"])
        if spent and "remedy" not in document.value and answers["who"][0] != "recipient-admin":
            yield document.mistake(
                ("text",),
                f"the text says '{spent[0]}' of a certificate, and the steps of '{UNTRUSTED}' are "
                "about its name and chain; add 'remedy'",
            )


def of_kind(kind, library):
    """The slugs of the providers of one kind, as a set."""
    return {slug for slug, document in library.providers.items() if document.value["kind"] == kind}


def provider_of(response):
    """The slug of the provider in whose folder a response's document stands."""
    return response.folder.split("/")[1]


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
        for entries in (library.problems, library.replies, library.enhanced)
        for document in entries.values()
        for keys, answers in document.fields("answers")
    ]
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


def noted_problems(block):
    """The problems of a code with which a note stands, as a set."""
    return {one["problem"] for one in block.value.get("problems", ()) if "note" in one}


@lru_cache(maxsize=1)  # several rules ask the same
def told_with_codes(library):
    """{code that heads a page: {problem: [(provider, answers)]}} of all responses."""
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
