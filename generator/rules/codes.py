"""Rules of sense for reply codes and enhanced status codes; a rule's docstring is the rule."""

import re
from collections import Counter

from generator.reading.answers import case_of
from generator.reading.library import concrete_codes

REGISTERED_FIELDS = ("reply_codes", "registered_classes", "covers")
REGISTERED_ALONE = (*REGISTERED_FIELDS, "document", "section")
LONGEST_RANGE = 200
SPEAKER = re.compile("[CSR]: ?")


def failures_have_answers(library):
    """Codes of class 4 and 5, and popular numbers that are no codes, have the four answers."""
    for block in library.code_blocks():
        if block.fails and "answers" not in block.value:
            yield block.mistake(
                ("answers",), f"{block.code} has no 'answers'; every 4xx and 5xx code needs them"
            )


def failures_have_problems(library):
    """Codes of class 4 and 5 name the problems that they stand for."""
    for block in library.code_blocks():
        if block.digit in "45" and "problems" not in block.value:
            yield block.mistake(
                ("problems",), f"{block.code} has no 'problems'; every 4xx and 5xx code needs them"
            )


def successes_need_no_help(library):
    """Codes of class 2 and 3 have neither answers nor problems nor a remedy."""
    for block in library.code_blocks():
        if not block.fails:
            for field in ("answers", "problems", "remedy"):
                if field in block.value:
                    yield block.mistake(
                        (field,), f"{block.code} is no failure and cannot have '{field}'; remove it"
                    )


def what_depends_says_on_what(library):
    """Where it depends whether a failure is permanent, the entry says on what."""
    for document in library.entries:
        given = list(document.fields("answers"))
        for digit, told in document.value.get("in_class", {}).items():
            given.append((("in_class", digit), told))
        for keys, answers in given:
            if answers.get("permanent") == "depends" and "because" not in answers:
                yield document.mistake(
                    (*keys, "because"),
                    "'permanent: depends' without 'because'; say on what it depends",
                )


def nobody_stands_alone(library):
    """Where nobody has to act, no other person is named."""
    for document in library.entries:
        for keys, answers in document.fields("answers"):
            if "nobody" in answers.get("who", ()) and len(answers["who"]) > 1:
                yield document.mistake(
                    (*keys, "who"), "'nobody' beside others; keep one or the other"
                )


def replies_have_the_fields_of_their_kind(library):
    """A popular number that is no code has claim, origin and real codes;
    every other has meanings.
    """
    for document in library.replies.values():
        own, other = ("meanings",), ("claim", "origin", "instead")
        if document.value["kind"] == "folklore":
            own, other = other, own
        yield from wrong_fields(document, "kind", own, other)


def enhanced_codes_have_the_fields_of_their_status(library):
    """A registered code has the registry's facts;
    an unregistered one has an owner in their place.
    """
    for document in library.enhanced.values():
        own, other = REGISTERED_FIELDS, ("owner", "last")
        if document.value["status"] == "unregistered":
            own, other = ("owner",), REGISTERED_ALONE
        yield from wrong_fields(document, "status", own, other)


def wrong_fields(document, decides, own, other):
    """Yields a mistake for each field of `own` that is missing and each of `other` that is there;
    the value of the field `decides` is why.
    """
    value = document.value[decides]
    for field in own:
        if field not in document.value:
            yield document.mistake(
                (field,),
                f"the field '{field}' is missing; an entry of {decides} {value} needs it",
            )
    for field in other:
        if field in document.value:
            yield document.mistake(
                (field,), f"'{field}' does not go with {decides} {value}; remove it"
            )


def reply_codes_are_named_as_registered(library):
    """The name of a reply code is the registered text of its first meaning."""
    for document in library.replies.values():
        entry = document.value
        if entry["kind"] not in ("folklore", "registry-only") and "meanings" in entry:
            text = entry["meanings"][0].get("text")
            if text is not None and entry["name"] != text:
                yield document.mistake(
                    ("name",), f"the name is not the text of the first meaning; write '{text}'"
                )


def practice_has_its_reason(library):
    """A class of which neither the registration nor the code's owner tells says who sends it and
    where that can be read; and only such a class does.
    """
    for document in library.enhanced.values():
        for digit, block in document.value["classes"].items():
            if block["basis"] == "practice" and "basis_note" not in block:
                yield document.mistake(
                    ("classes", digit, "basis_note"),
                    "'basis: practice' without 'basis_note'; "
                    "say who sends this class and where that can be read",
                )
            elif block["basis"] != "practice" and "basis_note" in block:
                yield document.mistake(
                    ("classes", digit, "basis"),
                    f"'basis: {block['basis']}' with 'basis_note', which is for practice; "
                    "write 'basis: practice', or take the note away",
                )


def dialogues_say_who_speaks(library):
    """Every line of an example begins with 'C: ', 'S: ' or 'R: '."""
    for block in library.code_blocks():
        for line in example_lines(block):
            if not SPEAKER.match(line):
                yield block.mistake(
                    ("example",),
                    f"the line '{line}' does not begin with 'C: ', 'S: ' or 'R: '; say who speaks",
                )
                break


def dialogues_show_the_code(library):
    """In an example the server or the report says the code; a number that is no code need not be
    said.
    """
    for block in library.code_blocks():
        told = re.compile(rf"[SR]: .*(?<![0-9.]){re.escape(block.code)}(?![0-9.]*[0-9])")
        lines = example_lines(block)
        spoken = lines and all(SPEAKER.match(line) for line in lines)
        if spoken and not block.is_folklore and not any(told.match(line) for line in lines):
            yield block.mistake(
                ("example",),
                f"no line of the server or of a report has {block.code}; "
                "show the code where it is sent",
            )


def example_lines(block):
    """The lines of a block's example; [] where it has none."""
    return block.value.get("example", "").rstrip().splitlines()


def problems_are_listed_once(library):
    """A code lists a problem once."""
    for block in library.code_blocks():
        names = Counter()
        for position, reference in enumerate(block.value.get("problems", ())):
            names[reference["problem"]] += 1
            if names[reference["problem"]] == 2:
                yield block.mistake(
                    ("problems", position),
                    f"{block.code} lists the problem '{reference['problem']}' twice; merge the two",
                )


def counted_problems_come_first(library):
    """A code's problems with evidence come before those without,
    in falling order of their counts.
    """
    for block in library.code_blocks():
        before = None
        for position, reference in enumerate(block.value.get("problems", ())):
            count = int(reference["evidence"]["count"]) if "evidence" in reference else 0
            if before is not None and count > before:
                yield block.mistake(
                    ("problems", position),
                    f"'{reference['problem']}' is more frequent than the problem before it; "
                    "put the most frequent first",
                )
            before = count


def shares_are_shares(library):
    """What was counted is no more than what it was counted of."""
    for document in library.entries:
        for keys, value in document.fields("evidence", "frequency"):
            if int(value["count"]) > int(value["of"]) or value["of"] == "0":
                yield document.mistake(
                    keys, f"{value['count']} of {value['of']} is no share; correct the numbers"
                )


def ranges_end_after_they_begin(library):
    """A range ends after it begins, in the same subject, and is not too long to spell out."""
    for document in library.enhanced.values():
        if not is_range(document.value):
            yield document.mistake(
                ("last",),
                f"'{document.value['last']}' does not end a range that begins with "
                f"{document.value['code']}; correct one of the two",
            )


def codes_stand_in_one_file(library):
    """No enhanced status code stands in two files, alone or in a range."""
    owners = {}
    for document in library.enhanced.values():
        for code in concrete_codes(document.value) if is_range(document.value) else ():
            if code in owners:
                yield document.mistake(
                    ("code",), f"{code} is in {owners[code]} already; narrow one of the two ranges"
                )
                break
            owners[code] = document.path


def is_range(entry):
    """Whether an enhanced entry's `last`, if it has one, ends a range that its `code` begins."""
    _, subject, first = entry["code"].split(".")
    _, same_subject, last = entry.get("last", entry["code"]).split(".")
    return subject == same_subject and 0 <= int(last) - int(first) <= LONGEST_RANGE


def whoever_acts_on_a_code_has_steps(library):
    """Who must act on a code finds steps:
    in its own remedy or in that of a problem it stands for.
    """
    remedies = {slug: set(document.value["remedy"]) for slug, document in library.problems.items()}
    for block in library.code_blocks():
        listed = [reference["problem"] for reference in block.value.get("problems", ())]
        if "answers" in block.value and listed and all(slug in remedies for slug in listed):
            helped = set(block.value.get("remedy", ())).union(*(remedies[slug] for slug in listed))
            for person in block.value["answers"]["who"]:
                if person not in helped and person != "nobody":
                    yield block.mistake(("answers", "who"), no_steps(person))


def whoever_acts_on_a_problem_has_steps(library):
    """Who must act on a problem finds steps in its remedy."""
    for document in library.problems.values():
        for person in document.value["answers"]["who"]:
            if person not in document.value["remedy"] and person != "nobody":
                yield document.mistake(("answers", "who"), no_steps(person))


def no_steps(person):
    """The message for a person who must act and is not told how."""
    return f"'{person}' must act, but no remedy tells how; add steps for '{person}'"


def customer_replies_fit_the_class(library):
    """A code without its own customer reply has one for its class in the first problem it stands
    for.
    """
    for block in library.code_blocks():
        if "problems" not in block.value or "customer_reply" in block.value:
            continue
        problem = library.problems.get(block.value["problems"][0]["problem"])
        wanted = case_of(block.digit)
        if problem and wanted not in problem.value["customer_reply"]:
            yield block.mistake(
                ("problems", 0),
                f"'{problem.name}' has no {wanted} customer reply for {block.code}; "
                f"add one there, or give {block.code} a 'customer_reply' of its own",
            )
