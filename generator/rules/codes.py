"""Rules of sense for reply codes and enhanced status codes; a rule's docstring is the rule."""

import re
from collections import Counter

from generator.reading.library import code_blocks, concrete_codes, fields
from generator.reading.registry import registered_facts


def failures_have_answers_and_problems(library):
    """Codes of class 4 and 5 carry the four answers and the problems; 2yz and 3yz carry neither."""
    for document, keys, digit, code, block in code_blocks(library):
        fails = digit in "45" or document.value.get("kind") == "folklore"
        for field in ("answers", "problems"):
            if field == "problems" and digit not in "456":
                fails = fails and field in block  # 200 and 345 are no failures, 101 and 111 are
            if fails and field not in block:
                yield document.mistake(
                    (*keys, field), f"{code} has no '{field}'; every 4yz and 5yz code needs them"
                )
            if not fails and field in block:
                yield document.mistake(
                    (*keys, field), f"{code} is no failure and cannot have '{field}'; remove it"
                )
        if not fails and "remedy" in block:
            yield document.mistake(
                (*keys, "remedy"), f"{code} is no failure and needs no 'remedy'; remove it"
            )
    for document in library.entries:
        for keys, answers in fields(document, "answers"):
            if answers.get("permanent") == "depends" and "because" not in answers:
                yield document.mistake(
                    (*keys, "because"),
                    "'permanent: depends' without 'because'; say on what it depends",
                )
            if "nobody" in answers.get("who", ()) and len(answers["who"]) > 1:
                yield document.mistake(
                    (*keys, "who"), "'nobody' beside others; keep one or the other"
                )


def kinds_have_their_fields(library):
    """What an entry must and cannot have follows from its kind or status."""
    for document in library.replies.values():
        entry = document.value
        own, other = ("claim", "origin", "instead"), ("meanings",)
        if entry["kind"] != "folklore":
            own, other = other, own
        for field in own:
            if field not in entry:
                yield document.mistake(
                    (field,),
                    f"the field '{field}' is missing; an entry of kind {entry['kind']} needs it",
                )
        for field in other:
            if field in entry:
                yield document.mistake(
                    (field,), f"'{field}' does not go with kind {entry['kind']}; remove it"
                )
        if entry["kind"] not in ("folklore", "registry-only") and "meanings" in entry:
            first = entry["meanings"][0].get("text")
            if first is not None and entry["name"] != first:
                yield document.mistake(
                    ("name",), f"the name is not the text of the first meaning; write '{first}'"
                )
    for document in library.enhanced.values():
        entry = document.value
        registered = ("reply_codes", "registered_classes", "covers")
        own, other = ("owner",), (*registered, "document", "section")
        if entry["status"] != "unregistered":
            own, other = registered, ("owner", "last")
        for field in own:
            if field not in entry:
                yield document.mistake(
                    (field,),
                    f"the field '{field}' is missing; an entry of status {entry['status']} needs it",
                )
        for field in other:
            if field in entry:
                yield document.mistake(
                    (field,), f"'{field}' does not go with status {entry['status']}; remove it"
                )
        for digit, block in entry["classes"].items():
            if block["basis"] == "practice" and "basis_note" not in block:
                yield document.mistake(
                    ("classes", digit, "basis_note"),
                    "'basis: practice' without 'basis_note'; say who sends this class and where that can be read",
                )


def names_are_as_registered(library):
    """Names, texts, associated codes, classes and references equal the registries' facts."""
    for row in library.registered_replies:
        document = library.replies.get(row["code"])
        if document is None or document.value["kind"] == "folklore":
            continue
        meanings = document.value.get("meanings", [])
        wanted = (row["registered_text"] or None, row["defined_in"].split(" (")[0], row["status"])
        have = [
            (meaning.get("text"), meaning["document"], meaning["status"]) for meaning in meanings
        ]
        if wanted not in have:
            text, where, status = wanted
            yield document.mistake(
                ("meanings",),
                f"no meaning of status {status} from {where} has the text '{text}'; write it as registered",
            )
    for code, row in library.registered_enhanced.items():
        document = library.enhanced.get(code)
        if document is None:
            continue
        for field, wanted in registered_facts(row).items():
            have = document.value.get(field)
            if have != wanted:
                yield document.mistake(
                    (field,),
                    f"'{field}' is {have!r}, the registry has {wanted!r}; write it as registered",
                )
    for code, document in library.enhanced.items():
        if library.registered_enhanced and (document.value["status"] == "unregistered") == (
            code in library.registered_enhanced
        ):
            yield document.mistake(
                ("status",),
                f"{code} is {'' if code in library.registered_enhanced else 'not '}in the registry; correct the status",
            )


def dialogues_are_dialogues(library):
    """Every line of an example begins with 'C: ', 'S: ' or 'R: ', and the server or the report says the code."""
    for document, keys, _, code, block in code_blocks(library):
        if "example" not in block:
            continue
        place = (*keys, "example")
        lines = block["example"].rstrip().split("\n")
        nobody = [line for line in lines if not re.match("[CSR]: ?", line)]
        if nobody:
            yield document.mistake(
                place,
                f"the line '{nobody[0]}' does not begin with 'C: ', 'S: ' or 'R: '; say who speaks",
            )
            continue
        told = re.compile(rf"(?<![0-9.]){re.escape(code)}(?![0-9.]*[0-9])")
        if document.value.get("kind") != "folklore" and not any(
            line[0] in "SR" and told.search(line) for line in lines
        ):
            yield document.mistake(
                place,
                f"no line of the server or of a report has {code}; show the code where it is sent",
            )


def problems_are_ranked(library):
    """A code lists a problem once, and those with evidence come first, in falling order."""
    for document, keys, _, code, block in code_blocks(library):
        counts = []
        names = Counter()
        for position, reference in enumerate(block.get("problems", ())):
            place = (*keys, "problems", position)
            names[reference["problem"]] += 1
            if names[reference["problem"]] == 2:
                yield document.mistake(
                    place, f"{code} lists the problem '{reference['problem']}' twice; merge the two"
                )
            counts.append(int(reference["evidence"]["count"]) if "evidence" in reference else 0)
            if len(counts) > 1 and counts[-1] > counts[-2]:
                yield document.mistake(
                    place,
                    f"'{reference['problem']}' is more frequent than the problem before it; put the most frequent first",
                )
    for document in library.entries:
        for keys, value in fields(document, "evidence", "frequency"):
            if int(value["count"]) > int(value["of"]) or value["of"] == "0":
                yield document.mistake(
                    keys, f"{value['count']} of {value['of']} is no share; correct the numbers"
                )


def ranges_are_ranges(library):
    """A range ends after it begins, in the same subject, and no code stands in two files."""
    owners = {}
    for document in library.enhanced.values():
        first, last = (
            document.value["code"].split("."),
            document.value.get("last", document.value["code"]).split("."),
        )
        if (
            first[1] != last[1]
            or int(last[2]) < int(first[2])
            or int(last[2]) - int(first[2]) > 200
        ):
            yield document.mistake(
                ("last",),
                f"'{document.value['last']}' does not end a range that begins with {document.value['code']}; correct one of the two",
            )
            continue
        for code in concrete_codes(document.value):
            if code in owners:
                yield document.mistake(
                    ("code",), f"{code} is in {owners[code]} already; narrow one of the two ranges"
                )
                break
            owners[code] = document.path


def whoever_acts_has_steps(library):
    """Who must act finds steps: in the entry's own remedy or in that of a problem it stands for."""
    remedies = {slug: set(document.value["remedy"]) for slug, document in library.problems.items()}
    blocks = [
        (document, keys, block)
        for document, keys, _, _, block in code_blocks(library)
        if "answers" in block
        and "problems" in block
        and all(one["problem"] in remedies for one in block["problems"])
    ]
    blocks += [(document, (), document.value) for document in library.problems.values()]
    for document, keys, block in blocks:
        helped = set(block.get("remedy", ()))
        helped.update(
            *(remedies.get(reference["problem"], ()) for reference in block.get("problems", ()))
        )
        for person in block["answers"]["who"]:
            if person not in helped and person != "nobody":
                yield document.mistake(
                    (*keys, "answers", "who"),
                    f"'{person}' must act, but no remedy tells how; add steps for '{person}'",
                )


def customer_replies_fit_the_class(library):
    """A code without its own customer reply has one for its class in the first problem it stands for."""
    for document, keys, digit, code, block in code_blocks(library):
        if "problems" not in block or "customer_reply" in block:
            continue
        problem = library.problems.get(block["problems"][0]["problem"])
        wanted = "temporary" if digit == "4" else "permanent"
        if problem and wanted not in problem.value["customer_reply"]:
            yield document.mistake(
                (*keys, "problems", 0),
                f"'{problem.name}' has no {wanted} customer reply for {code}; add one there, or give {code} a 'customer_reply' of its own",
            )
