"""Rules for what readers are told to do; a rule's docstring is the rule."""

import re

from generator.reading.answers import class_of
from generator.reading.library import key_of
from generator.rules.answers import answered, provider_of
from generator.rules.codes import no_steps

PASSING = "temporary-failure"
BY_RULE = "policy"
UNTRUSTED = "certificate-not-trusted"
HIDDEN = "reply-hidden"
REFUSED_LOGIN = "auth-failed"
NAMELESS = "no-ptr"
ANY_REPLY = "whatever the server said"
ONE_CONNECTION = re.compile(r"\b(?:in|over|concerns) (?:one|this) (?:connection|session)\b")
LIMITS = {"rate-limited", "too-many-recipients"}
GREETING_NAME = re.compile(r"\b(?:HELO|EHLO)\b")
TOKEN = re.compile(r"\b(?:OAuth|XOAUTH2|tokens?)\b")
SPENT = re.compile(r"expired|revoked|\bweak\b|too small|insecure|not ?yet ?valid", re.IGNORECASE)
ORDER = re.compile(r"\bfirst(?=[.,;:!]| and | if )")
RECEIVING_SIDE = {"nobody", "recipient", "recipient-admin"}


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
    for document in library.entries:
        for keys, remedy in document.fields("remedy"):
            for person, steps in remedy.items():
                if ORDER.search(re.split(r"(?<=[.!?])\s", steps[0], maxsplit=1)[0]):
                    yield document.mistake(
                        (*keys, person, 0),
                        "the page says 'First step' before this step; leave out its 'first', or "
                        "say before what it is to be done",
                    )


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


def lasting_causes_say_whether_they_pass(library):
    """A 4xx reply under a problem that asks for a change, and may stay until then, says in its own
    answers whether it is permanent: its code alone would call it temporary.
    """
    for document, problem, _ in answered(library):
        general, own = problem.value["answers"], document.value.get("answers", {})
        lasting = (general["retry"], general["permanent"]) == ("after-change", "depends")
        if lasting and class_of(document.value) == "4" and "permanent" not in own:
            yield document.mistake(
                ("problem",),
                f"'{problem.name}' asks for a change, and a 4xx reply is tried again by itself; "
                "add 'answers' with 'permanent': 'depends' and on what, or 'temporary'",
            )


def programs_say_who_repeats_what_passes(library):
    """A text of a program with a 4xx reply says in its own answers whether it is tried again: a
    program has no queue, as a sending server has.
    """
    programs = of_kind("program", library)
    for document in library.responses.values():
        silent = "retry" not in document.value.get("answers", {})
        if silent and provider_of(document) in programs and class_of(document.value) == "4":
            yield document.mistake(
                ("reply",) if "reply" in document.value else ("enhanced",),
                "a sending server tries again after this code, a program does not; "
                "add 'answers' with 'retry'",
            )


def sentences_for_any_reply_hide_it(library):
    """A sentence that is shown whatever the server said has the problem of a hidden reply."""
    for document in library.responses.values():
        problem = document.value["problem"]
        if ANY_REPLY in document.value["meaning"] and problem != HIDDEN:
            yield document.mistake(
                ("problem",),
                f"the words are shown '{ANY_REPLY}', and '{problem}' says what it said; "
                f"write '{HIDDEN}'",
            )


def texts_of_a_refused_token_have_own_steps(library):
    """A text by which a token was refused has its own remedy: the problem's steps are about user
    names and passwords.
    """
    for document, token in generally_advised(library, {REFUSED_LOGIN}, TOKEN):
        yield document.mistake(
            ("problem",),
            f"it is about a token ('{token}'), and the steps of '{REFUSED_LOGIN}' are about "
            "passwords; add 'remedy'",
        )


def texts_of_a_greeting_name_have_own_steps(library):
    """A text about the name in HELO or EHLO that stands under a missing PTR record has its own
    remedy: the problem's first step looks at the record alone.
    """
    for document, command in generally_advised(library, {NAMELESS}, GREETING_NAME):
        yield document.mistake(
            ("problem",),
            f"it is about the name in {command}, and the steps of '{NAMELESS}' begin with the "
            "PTR record; add 'remedy'",
        )


def limits_of_one_connection_have_own_steps(library):
    """A limit on what goes over one connection has its own remedy: a new connection helps, and the
    problems of limits ask for waiting or for fewer messages.
    """
    for document, limit in generally_advised(library, LIMITS, ONE_CONNECTION, ("meaning",)):
        yield document.mistake(
            ("problem",),
            f"the limit is one of a connection ('{limit}'), and the steps of "
            f"'{document.value['problem']}' are about waiting or fewer messages; add 'remedy'",
        )


def programs_lay_a_fault_of_a_certificate_on_the_same_people(library):
    """Where two programs call a fault of a certificate by one name, the same people act, unless
    whoever sends reads the text.
    """
    programs, told = of_kind("program", library), {}
    for document, problem, answers in answered(library):
        of_a_program = provider_of(document) in programs and answers["who"][0] != "sender"
        if of_a_program and problem.value["id"] == UNTRUSTED:
            name, who = document.value["name"], ", ".join(answers["who"])
            other, people = told.setdefault(name.casefold(), (key_of(document), who))
            if who != people:
                yield document.mistake(
                    ("answers", "who") if "answers" in document.value else ("name",),
                    f"'{other}' has the name '{name}' too, and there act {people}; "
                    "write the same people, or another name",
                )


def generally_advised(library, problems, pattern, fields=("text", "meaning")):
    """Yields (document, words) for every response of some problems whose fields have words of a
    pattern, and that has no remedy of its own.
    """
    for document in library.responses.values():
        value = document.value
        found = pattern.search(" ".join(value[field] for field in fields))
        if value["problem"] in problems and found and "remedy" not in value:
            yield document, found[0]


def of_kind(kind, library):
    """The slugs of the providers of one kind, as a set."""
    return {slug for slug, document in library.providers.items() if document.value["kind"] == kind}
