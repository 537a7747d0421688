"""Rules for the words that tell the problems of a code, and the codes beside which it stands; a
rule's docstring is the rule.
"""

import re
from collections import defaultdict
from functools import cache

from generator.reading.placeholders import texts
from generator.rules.answers import codes_of, heads_of_pages

WHAT_IS_SOUGHT = frozenset(("words", "search", "url"))


def words_tell_problems_apart(library):
    """The words that tell one problem of a code do not stand within those of another: they would
    tell both.
    """
    for block in library.code_blocks():
        told = [
            (place, words.lower(), one["problem"])
            for place, one in enumerate(block.value.get("problems", ()))
            for words in one["words"]
        ]
        for place, words, problem in told:
            for other_place, longer, other in told:
                if place != other_place and words in longer:
                    yield block.mistake(
                        ("problems", place, "words"),
                        f"'{words}' of '{problem}' stands within '{longer}' of '{other}'; "
                        "write words that only one of the two has",
                    )


def words_mean_what_senders_mean(library):
    """Words that tell a problem of a code stand in a response that carries the code and has that
    problem, if they stand in any; or a corpus counts the problem. A response whose own problem is
    told by other words of its text does not count.
    """
    heads = heads_of_pages(library)
    carry = defaultdict(list)
    for key, document in library.responses.items():
        told = "\n".join([document.value["text"], *document.value.get("variants", ())]).lower()
        for code in codes_of(document, heads):
            carry[code].append((key, document.value["problem"], told))
    for block in library.code_blocks():
        causes = block.value.get("problems", ())
        every = {one["problem"]: [words.lower() for words in one["words"]] for one in causes}
        for place, one in enumerate(causes):
            for words in one["words"] if "evidence" not in one else ():
                found = [
                    (problem, key)
                    for key, problem, told in carry[block.code]
                    if words.lower() in told
                    and (
                        problem == one["problem"]
                        or not any(other in told for other in every.get(problem, ()))
                    )
                ]
                if found and one["problem"] not in dict(found):
                    problem, key = found[0]
                    yield block.mistake(
                        ("problems", place, "words"),
                        f"'{words}' tells of '{one['problem']}', but the response '{key}' has "
                        f"'{problem}'; move the words there, or add words that tell it apart",
                    )


def words_stand_in_a_text(library):
    """Words that tell a problem of a code stand in a response, or in what the code's entry says of
    its documents: no words are known from hearsay alone.
    """
    said = "\n".join(" ".join(texts(one)) for one in library.responses.values()).lower()
    is_said = cache(lambda words: words in said)  # the same words stand in several codes
    for block in library.code_blocks():
        for place, one in enumerate(block.value.get("problems", ())):
            for words in one["words"]:
                if not is_said(words.lower()) and not stands_in(block.document, words.lower()):
                    yield block.mistake(
                        ("problems", place, "words"),
                        f"no response has '{words}', and nothing here says where it stands; "
                        "write words of a response, or say which document has them",
                    )


def pairs_are_told(library):
    """A reply code beside which a code is said to stand is registered with it, carried with it by a
    response, or written out with it in the entry of one of the two: in words or in an example.
    """
    carried = {
        (document.value.get("reply"), document.value.get("enhanced"))
        for document in library.responses.values()
    }
    for block in library.code_blocks():
        for place, reply in enumerate(block.value.get("paired_codes", ())):
            entries = [block.document, *filter(None, [library.replies.get(reply)])]
            pair = re.compile(rf"(?<!\d){reply}[ -]{re.escape(block.code)}(?!\.?\d)")
            registered = block.document.value.get("reply_codes", ())
            if not (
                (reply, block.code) in carried
                or {reply, f"{block.digit}XX", "any"} & set(registered)
                or any(pair.search(told) for entry in entries for told in strings(entry))
            ):
                yield block.mistake(
                    ("paired_codes", place),
                    f"neither a response nor a word here has {reply} {block.code}; "
                    "say who sends the two together, or remove it",
                )


def stands_in(document, words):
    """Whether words in small letters stand in what an entry says of its documents."""
    return words in "\n".join(strings(document, WHAT_IS_SOUGHT)).lower()


def strings(document, fields=frozenset()):
    """The texts of a document outside of some fields, each on one line."""
    return [" ".join(value.split()) for _, value in document.texts_outside(fields)]
