"""Rules of sense for customer replies in other languages; a rule's docstring is the rule."""

import re

from generator.reading.answers import CASES, case_of_text, class_of
from generator.reading.shape import unknown
from generator.rules.answers import answered

LONGEST_IN_ENGLISH = 80  # words
LONGEST_IN_OTHER_LANGUAGES = 100  # words: the same sentence is longer in most of them
BOTH_SIDES = {"outgoing-server", "receiving-server"}
OWN_WORDS = {"customer_reply", "shared_reply"}  # which hold in every case
WRITTEN = ("customer_reply_of", "shared_reply", "customer_reply")  # what a response may have
ATTEMPT = re.compile(r"\b(?:by itself|automatically|(?:keeps|continues) (?:trying|to try))\b")
RECIPIENTS_SIDE = re.compile(
    r"\brecipients?['’]s? (?:mail )?(?:server|provider|organisation|filter)"
)


def languages_are_listed(library):
    """The folder of a customer reply is a language that `languages.yml` lists."""
    listed = library.names("languages")
    for key, document in library.customer_replies.items():
        language = key.split("/")[0]
        if language not in listed:
            yield document.mistake((), unknown("language", language, listed))


def every_problem_has_a_reply_in_every_language(library):
    """In every language that has a folder, every problem has a customer reply."""
    languages = sorted({key.split("/")[0] for key in library.customer_replies})
    for slug, document in library.problems.items():
        lacking = [each for each in languages if f"{each}/{slug}" not in library.customer_replies]
        if lacking:
            yield document.mistake(
                ("customer_reply",),
                f"nothing tells the customer in {', '.join(lacking)}; "
                f"write catalog/replies-in/{lacking[0]}/{slug}.yml"
                + (" and so on" if len(lacking) > 1 else ""),
            )


def replies_are_for_the_same_cases(library):
    """A customer reply has `temporary` and `permanent` exactly where the English one has them."""
    for document in library.customer_replies.values():
        problem = library.problems.get(document.value["problem"])
        for case in CASES if problem else ():
            here, there = case in document.value, case in problem.value["customer_reply"]
            if here and not there:
                yield document.mistake(
                    (case,), f"{problem.path} has no '{case}' customer reply; remove this one"
                )
            if there and not here:
                yield document.mistake(
                    (case,), f"{problem.path} has a '{case}' customer reply; add it here"
                )


def customer_replies_are_short(library):
    """A customer reply has at most 80 words, in another language than English at most 100."""
    for keys, text, document, most in all_replies(library):
        yield from longer_than(most, keys, text, document)


def own_replies_are_short(library):
    """The customer reply that a response has of its own has at most 80 words."""
    for document in library.responses.values():
        if "customer_reply" in document.value:
            text = document.value["customer_reply"]
            yield from longer_than(LONGEST_IN_ENGLISH, ("customer_reply",), text, document)


def own_replies_are_told_once(library):
    """A customer reply that several responses have stands once, in `shared_replies.yml`."""
    document = library.vocabularies.get("shared_replies")
    shared = {
        item["customer_reply"]: item["id"]
        for item in (document.value["shared_replies"] if document else ())
    }
    seen = {}
    for document in library.responses.values():
        text = document.value.get("customer_reply")
        if text in shared:
            yield document.mistake(
                ("customer_reply",),
                f"shared_replies.yml has these words; write shared_reply: {shared[text]} instead",
            )
        elif text in seen:
            yield document.mistake(
                ("customer_reply",),
                f"{seen[text]} has the same words; give them an id in "
                "catalog/shared_replies.yml, and name it as 'shared_reply' in both files",
            )
        elif text:
            seen[text] = document.path


def longer_than(most, keys, text, document):
    """Yields a mistake where a customer reply has more words than fit."""
    if (number := len(text.split())) > most:
        yield document.mistake(
            keys, f"the customer reply has {number} words, at most {most} fit; shorten it"
        )


def borrowed_replies_are_anothers(library):
    """A response has the customer reply of another problem than its own, or a shared one, or words
    of its own, or none of these; not two of them.
    """
    for document in library.responses.values():
        borrowed = document.value.get("customer_reply_of")
        if borrowed == document.value["problem"]:
            yield document.mistake(
                ("customer_reply_of",),
                f"'{borrowed}' is its own problem; remove 'customer_reply_of'",
            )
        written = [key for key in WRITTEN if key in document.value]
        if len(written) > 1:
            yield document.mistake(
                (written[1],), f"'{written[0]}' gives a reply already; remove one of the two"
            )


def responses_have_a_customer_reply(library):
    """A response after which something is to be sent again has a customer reply: its own, or that
    of a problem for a message that waits or came back, whichever its answers tell. Problems have
    none for a message that is not to be sent again; a response may.
    """
    for document, replying, case, _ in cases(library):
        written = [key for key in WRITTEN if key in document.value]
        if case is None and "customer_reply_of" in written:
            yield document.mistake(
                ("customer_reply_of",),
                "nothing is to be sent again here, which no problem's reply says; "
                "write a 'customer_reply', or remove this one",
            )
        elif case and not OWN_WORDS & set(written) and case not in replying.value["customer_reply"]:
            yield document.mistake(
                (*written, "problem")[:1],
                f"'{replying.name}' has no {case} customer reply; name a problem in "
                "'customer_reply_of' or a 'shared_reply' that fits, or write a 'customer_reply'",
            )


def replies_lay_it_on_who_speaks(library):
    """What the customer is told of a returned message does not lay it on the recipient's side where
    the outgoing server tells the problem too, except behind an "If". What is tried again by itself
    comes back because of the recipient's side.
    """
    for document in library.problems.values():
        told = document.value["customer_reply"].get("permanent", "")
        repeated = document.value["answers"]["retry"] == "automatic"
        if repeated or not set(document.value["spoken_by"]) >= BOTH_SIDES:
            continue
        for sentence in re.split(r"(?<=[.?!])\s+", told):
            found = RECIPIENTS_SIDE.search(sentence)
            if found and not sentence.startswith("If "):
                yield document.mistake(
                    ("customer_reply", "permanent"),
                    f"the outgoing server speaks too, but this lays it on the {found[0]}; "
                    "write a mail server, or begin the sentence with If",
                )


def nobody_is_promised_an_attempt(library):
    """What the customer of a waiting message is told promises no attempt where a text that has
    this reply is not tried again by itself, except behind an "If".
    """
    alone = {
        replying.name: document
        for document, replying, case, answers in cases(library)
        if case == "temporary" and answers["retry"] != "automatic"
        if not OWN_WORDS & document.value.keys()
    }
    for slug, text in alone.items():
        told = library.problems[slug].value["customer_reply"].get("temporary", "")
        for sentence in re.split(r"(?<=[.?!])\s+", told):
            found = ATTEMPT.search(sentence)
            if found and not sentence.startswith("If "):
                yield library.problems[slug].mistake(
                    ("customer_reply", "temporary"),
                    f"'{found[0]}', but nothing tries again after {text.path}; "
                    "say it without, or begin the sentence with If",
                )


def cases(library):
    """Yields (document, the problem's whose customer reply it has, the case, the answers) of every
    response.
    """
    for document, problem, answers in answered(library):
        replying = library.problems.get(document.value.get("customer_reply_of")) or problem
        queued = replying.value["answers"]["retry"] == "automatic"
        case = case_of_text(answers, class_of(document.value), queued)
        yield document, replying, case, answers


def all_replies(library):
    """Yields (keys, text, document, the most words it may have) of every customer reply, without
    those that single responses have.
    """
    for block in library.code_blocks():
        if "customer_reply" in block.value:
            keys = (*block.keys, "customer_reply")
            yield keys, block.value["customer_reply"], block.document, LONGEST_IN_ENGLISH
    for document in library.problems.values():
        for case, text in document.value["customer_reply"].items():
            yield ("customer_reply", case), text, document, LONGEST_IN_ENGLISH
    for document in library.customer_replies.values():
        for case in CASES:
            if case in document.value:
                yield (case,), document.value[case], document, LONGEST_IN_OTHER_LANGUAGES
    if document := library.vocabularies.get("shared_replies"):
        for position, item in enumerate(document.value["shared_replies"]):
            keys = ("shared_replies", position, "customer_reply")
            yield keys, item["customer_reply"], document, LONGEST_IN_ENGLISH


def replies_have_typographic_characters(library):
    """In other languages a customer reply has typographic apostrophes and quotation marks."""
    for document in library.customer_replies.values():
        for case in CASES:
            if found := re.search("[\"'`]", document.value.get(case, "")):
                yield document.mistake(
                    (case,),
                    f"the customer reply has the typewriter's sign {found[0]}; "
                    "write the sign that the language has in print, such as ’ « » „ “",
                )
