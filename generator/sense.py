"""The second stage of checking: do the documents, each well formed, make sense together?

A rule is a function that takes the `Library` and yields mistakes; its docstring is the rule.
"""

import re
from collections import Counter, defaultdict

from generator.library import code_blocks, concrete_codes, fields, registered_facts
from generator.response_rules import RESPONSE_RULES, placeholders, texts
from generator.shape import unknown

LONGEST_CUSTOMER_REPLY = 80  # words
RULES = []


def rule(function):
    """Adds a function to the rules that `mistakes` applies."""
    RULES.append(function)
    return function


def mistakes(library):
    """Yields every mistake that a rule finds in the `Library`."""
    for check in [*RULES, *RESPONSE_RULES]:
        yield from check(library)


@rule
def entries_are_named_after_their_files(library):
    """An entry's id equals its file's name."""
    for document in library.entries:
        field = "code" if "code" in document.value else "id"
        if document.value[field] != document.name:
            yield document.mistake(
                (field,), f"'{document.value[field]}' is not the file's name; write {field}: {document.name}, or rename the file"
            )


@rule
def failures_have_answers_and_problems(library):
    """Codes of class 4 and 5 carry the four answers and the problems; 2yz and 3yz carry neither."""
    for document, keys, digit, code, block in code_blocks(library):
        fails = digit in "45" or document.value.get("kind") == "folklore"
        for field in ("answers", "problems"):
            if field == "problems" and digit not in "456":
                fails = fails and field in block  # 200 and 345 are no failures, 101 and 111 are
            if fails and field not in block:
                yield document.mistake((*keys, field), f"{code} has no '{field}'; every 4yz and 5yz code needs them")
            if not fails and field in block:
                yield document.mistake((*keys, field), f"{code} is no failure and cannot have '{field}'; remove it")
        if not fails and "remedy" in block:
            yield document.mistake((*keys, "remedy"), f"{code} is no failure and needs no 'remedy'; remove it")
    for document in library.entries:
        for keys, answers in fields(document, "answers"):
            if answers.get("permanent") == "depends" and "because" not in answers:
                yield document.mistake((*keys, "because"), "'permanent: depends' without 'because'; say on what it depends")
            if "nobody" in answers.get("who", ()) and len(answers["who"]) > 1:
                yield document.mistake((*keys, "who"), "'nobody' beside others; keep one or the other")


@rule
def kinds_have_their_fields(library):
    """What an entry must and cannot have follows from its kind or status."""
    for document in library.replies.values():
        entry = document.value
        own, other = ("claim", "origin", "instead"), ("meanings",)
        if entry["kind"] != "folklore":
            own, other = other, own
        for field in own:
            if field not in entry:
                yield document.mistake((field,), f"the field '{field}' is missing; an entry of kind {entry['kind']} needs it")
        for field in other:
            if field in entry:
                yield document.mistake((field,), f"'{field}' does not go with kind {entry['kind']}; remove it")
        if entry["kind"] not in ("folklore", "registry-only") and "meanings" in entry:
            first = entry["meanings"][0].get("text")
            if first is not None and entry["name"] != first:
                yield document.mistake(("name",), f"the name is not the text of the first meaning; write '{first}'")
    for document in library.enhanced.values():
        entry = document.value
        registered = ("reply_codes", "registered_classes", "covers")
        own, other = ("owner",), (*registered, "document", "section")
        if entry["status"] != "unregistered":
            own, other = registered, ("owner", "last")
        for field in own:
            if field not in entry:
                yield document.mistake((field,), f"the field '{field}' is missing; an entry of status {entry['status']} needs it")
        for field in other:
            if field in entry:
                yield document.mistake((field,), f"'{field}' does not go with status {entry['status']}; remove it")
        for digit, block in entry["classes"].items():
            if block["basis"] == "practice" and "basis_note" not in block:
                yield document.mistake(
                    ("classes", digit, "basis_note"),
                    "'basis: practice' without 'basis_note'; say who sends this class and where that can be read",
                )


@rule
def references_lead_somewhere(library):
    """Every problem, provider, code, document and corpus that an entry names exists."""
    documents, corpora = library.names("rfcs"), library.names("corpora")
    for document in [*library.entries, *library.vocabularies.values()]:
        for keys, value in fields(document, "document"):
            if value not in documents:
                yield document.mistake(keys, unknown("document", value, documents))
        for keys, value in fields(document, "code"):
            if len(keys) > 1 and value not in library.codes:
                yield document.mistake(keys, unknown("code", value, library.codes))
    for document in library.entries:
        for field, what, known in (
            ("problem", "problem", library.problems),
            ("category", "category", library.names("categories")),
            ("owner", "provider", library.providers),
            ("corpus", "corpus", corpora),
            ("reply", "reply code", library.replies),
            ("enhanced", "enhanced status code", library.concrete_codes),
        ):
            for keys, value in fields(document, field):
                if value not in known:
                    yield document.mistake(keys, unknown(what, value, known))
        for keys, values in fields(document, "also_with", "reply_codes", "covers"):
            known, what = (library.problems, "problem") if keys[-1] == "covers" else (library.replies, "reply code")
            for position, value in enumerate(values):
                if value not in known and value not in ("any", "2XX", "4XX", "5XX"):
                    yield document.mistake((*keys, position), unknown(what, value, known))
    for key, document in library.responses.items():
        provider = key.split("/")[0]
        if provider not in library.providers:
            yield document.mistake((), unknown("provider", provider, library.providers))


@rule
def sources_can_be_followed(library):
    """A source is a listed document with its section, or another page with title and url."""
    for document in [*library.entries, *library.vocabularies.values()]:
        for keys, sources in fields(document, "sources"):
            for position, source in enumerate(sources):
                if ("document" in source) == ("url" in source or "title" in source):
                    yield document.mistake(
                        (*keys, position), "a source is either 'document' with 'section', or 'title' with 'url'; write one of the two"
                    )
                elif "document" in source and "section" not in source:
                    yield document.mistake((*keys, position, "section"), f"no section of {source['document']} is named; add 'section'")
                elif "document" not in source and not {"title", "url"} <= source.keys():
                    yield document.mistake((*keys, position), "a page needs both 'title' and 'url'; add the missing one")


@rule
def names_are_as_registered(library):
    """Names, texts, associated codes, classes and references equal the registries' facts."""
    for row in library.registered_replies:
        document = library.replies.get(row["code"])
        if document is None or document.value["kind"] == "folklore":
            continue
        meanings = document.value.get("meanings", [])
        wanted = (row["registered_text"] or None, row["defined_in"].split(" (")[0], row["status"])
        have = [(meaning.get("text"), meaning["document"], meaning["status"]) for meaning in meanings]
        if wanted not in have:
            text, where, status = wanted
            yield document.mistake(
                ("meanings",), f"no meaning of status {status} from {where} has the text '{text}'; write it as registered"
            )
    for code, row in library.registered_enhanced.items():
        document = library.enhanced.get(code)
        if document is None:
            continue
        for field, wanted in registered_facts(row).items():
            have = document.value.get(field)
            if have != wanted:
                yield document.mistake((field,), f"'{field}' is {have!r}, the registry has {wanted!r}; write it as registered")
    for code, document in library.enhanced.items():
        if library.registered_enhanced and (document.value["status"] == "unregistered") == (code in library.registered_enhanced):
            yield document.mistake(
                ("status",), f"{code} is {'' if code in library.registered_enhanced else 'not '}in the registry; correct the status"
            )


@rule
def related_pairs_stand_once(library):
    """A pair of related codes or problems is written in one of the two entries, and never relates a page to itself."""
    for pairs in (related_codes(library), related_problems(library)):
        first_places = {}
        for document, keys, here, there in pairs:
            pair = frozenset((here, there))
            if here == there:
                yield document.mistake(keys, f"{here} is related to itself; remove the line")
            elif pair in first_places:
                yield document.mistake(keys, f"the pair {here} and {there} stands in {first_places[pair]} already; keep one of the two")
            else:
                first_places[pair] = f"{document.path}:{document.place(keys)[0]}" if pair not in first_places else ""


def related_codes(library):
    """Yields (document, keys, code, related code)."""
    for document, keys, _, code, block in code_blocks(library):
        for position, related in enumerate(block.get("related", ())):
            yield document, (*keys, "related", position), code, related["code"]


def related_problems(library):
    """Yields (document, keys, problem, related problem)."""
    for slug, document in library.problems.items():
        for position, related in enumerate(document.value.get("related", ())):
            yield document, ("related", position), slug, related["problem"]


@rule
def nothing_is_orphaned(library):
    """Every problem, provider, document and placeholder is used by some entry."""
    used = defaultdict(set)
    for document in [*library.entries, *library.vocabularies.values()]:
        for keys, value in fields(document, "problem", "document", "owner", "corpus", "category"):
            used[keys[-1]].add(value)
    for document in library.responses.values():
        for text in texts(document):
            used["placeholder"].update(placeholders(text))
    used["provider"] = used["owner"] | {key.split("/")[0] for key in library.responses}
    for name, entries in (("problem", library.problems), ("provider", library.providers)):
        for key in sorted(entries.keys() - used[name]):
            yield entries[key].mistake((), f"no code and no response uses the {name} '{key}'; use it or remove the file")
    for vocabulary, key, field in (
        ("rfcs", "id", "document"),
        ("placeholders", "name", "placeholder"),
        ("corpora", "id", "corpus"),
        ("categories", "id", "category"),
    ):
        document = library.vocabularies.get(vocabulary)
        for position, item in enumerate(document.value[vocabulary] if document else ()):
            if item[key] not in used[field]:
                yield document.mistake((vocabulary, position), f"nothing uses the {field} '{item[key]}'; remove it from the list")


@rule
def customer_replies_are_short(library):
    """A customer reply has at most 80 words."""
    for document in library.entries:
        for keys, value in fields(document, "customer_reply", "temporary", "permanent"):
            if isinstance(value, str) and len(value.split()) > LONGEST_CUSTOMER_REPLY:
                yield document.mistake(
                    keys, f"the customer reply has {len(value.split())} words, at most {LONGEST_CUSTOMER_REPLY} fit; shorten it"
                )


@rule
def dialogues_are_dialogues(library):
    """Every line of an example begins with 'C: ', 'S: ' or 'R: ', and the server or the report says the code."""
    for document, keys, _, code, block in code_blocks(library):
        if "example" not in block:
            continue
        place = (*keys, "example")
        lines = block["example"].rstrip().split("\n")
        nobody = [line for line in lines if not re.match("[CSR]: ?", line)]
        if nobody:
            yield document.mistake(place, f"the line '{nobody[0]}' does not begin with 'C: ', 'S: ' or 'R: '; say who speaks")
            continue
        told = re.compile(rf"(?<![0-9.]){re.escape(code)}(?![0-9.]*[0-9])")
        if document.value.get("kind") != "folklore" and not any(line[0] in "SR" and told.search(line) for line in lines):
            yield document.mistake(place, f"no line of the server or of a report has {code}; show the code where it is sent")


@rule
def problems_are_ranked(library):
    """A code lists a problem once, and those with evidence come first, in falling order."""
    for document, keys, _, code, block in code_blocks(library):
        counts = []
        names = Counter()
        for position, reference in enumerate(block.get("problems", ())):
            place = (*keys, "problems", position)
            names[reference["problem"]] += 1
            if names[reference["problem"]] == 2:
                yield document.mistake(place, f"{code} lists the problem '{reference['problem']}' twice; merge the two")
            counts.append(int(reference["evidence"]["count"]) if "evidence" in reference else 0)
            if len(counts) > 1 and counts[-1] > counts[-2]:
                yield document.mistake(
                    place, f"'{reference['problem']}' is more frequent than the problem before it; put the most frequent first"
                )
    for document in library.entries:
        for keys, value in fields(document, "evidence", "frequency"):
            if int(value["count"]) > int(value["of"]) or value["of"] == "0":
                yield document.mistake(keys, f"{value['count']} of {value['of']} is no share; correct the numbers")


@rule
def ranges_are_ranges(library):
    """A range ends after it begins, in the same subject, and no code stands in two files."""
    owners = {}
    for document in library.enhanced.values():
        first, last = document.value["code"].split("."), document.value.get("last", document.value["code"]).split(".")
        if first[1] != last[1] or int(last[2]) < int(first[2]) or int(last[2]) - int(first[2]) > 200:
            yield document.mistake(
                ("last",),
                f"'{document.value['last']}' does not end a range that begins with {document.value['code']}; correct one of the two",
            )
            continue
        for code in concrete_codes(document.value):
            if code in owners:
                yield document.mistake(("code",), f"{code} is in {owners[code]} already; narrow one of the two ranges")
                break
            owners[code] = document.path


@rule
def whoever_acts_has_steps(library):
    """Who must act finds steps: in the entry's own remedy or in that of a problem it stands for."""
    remedies = {slug: set(document.value["remedy"]) for slug, document in library.problems.items()}
    blocks = [
        (document, keys, block)
        for document, keys, _, _, block in code_blocks(library)
        if "answers" in block and "problems" in block and all(one["problem"] in remedies for one in block["problems"])
    ]
    blocks += [(document, (), document.value) for document in library.problems.values()]
    for document, keys, block in blocks:
        helped = set(block.get("remedy", ()))
        helped.update(*(remedies.get(reference["problem"], ()) for reference in block.get("problems", ())))
        for person in block["answers"]["who"]:
            if person not in helped and person != "nobody":
                yield document.mistake((*keys, "answers", "who"), f"'{person}' must act, but no remedy tells how; add steps for '{person}'")


@rule
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
