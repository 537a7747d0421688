"""Rules that hold two entries apart and vocabularies whole; a rule's docstring is the rule."""

import re
from collections import defaultdict
from itertools import combinations

from generator.reading.mistakes import Mistake, shown
from generator.reading.placeholders import texts
from generator.rules.answers import provider_of
from generator.rules.entries import known_in_vocabularies, known_items, known_names

# The fields of a response that name something, as a test of their schema holds.
NAMED_BY_RESPONSES = ("problem", "customer_reply_of", "shared_reply", "reply", "enhanced")
WORDS_OF = {  # vocabulary -> the field that tells its items apart
    "categories": "id",
    "classes": "digit",
    "commands": "id",
    "corpora": "id",
    "placeholders": "name",
    "rfcs": "id",
    "shared_replies": "id",
    "stations": "id",
    "subjects": "subject",
}


def vocabularies_are_there(library):
    """Every vocabulary has its file."""
    for name in sorted(library.expected_vocabularies - library.vocabularies.keys()):
        yield Mistake(f"catalog/{name}.yml", 1, 1, "this file is missing; restore it")


def words_of_vocabularies_stand_once(library):
    """A vocabulary has each of its words once."""
    for name, key in WORDS_OF.items():
        document = library.vocabularies.get(name)
        seen = {}
        for position, item in enumerate(document.value[name] if document else ()):
            if item[key] in seen:
                yield document.mistake(
                    (name, position),
                    f"'{shown(item[key])}' stands here twice, first on line {seen[item[key]]}; "
                    "keep one",
                )
            seen.setdefault(item[key], document.place((name, position))[0])


def names_are_told_apart(library):
    """No two problems, no two providers and no two responses of one provider have the same
    name.
    """
    responses = defaultdict(dict)
    for key, document in library.responses.items():
        responses[provider_of(document)][key] = document
    for entries in (library.problems, library.providers, *responses.values()):
        yield from told_twice(library, entries, lambda entry: [(("name",), entry["name"])], "name")


def phrases_mean_one_problem(library):
    """A phrase belongs to one problem."""

    def phrases(entry):
        return [(("phrases", place), phrase) for place, phrase in enumerate(entry["phrases"])]

    yield from told_twice(library, library.problems, phrases, "phrase")


def problems_of_the_same_words_are_told_apart(library):
    """Two problems that one text can mean, whatever its code, are related or of one group: their
    pages say what decides. So are a problem and another one whose phrase is the whole text.
    """
    known, said = told_apart(library), {}
    phrases = {
        plain(phrase): slug
        for slug, document in library.problems.items()
        for phrase in document.value["phrases"]
    }
    for document in library.responses.values():
        problem = document.value["problem"]
        for words in sorted({plain(text) for text in texts(document)}):
            others = [one for one in said.setdefault(words, []) if same_codes(one, document)]
            meant = {one.value["problem"] for one in others} | {phrases.get(words, problem)}
            said[words].append(document)
            for other in sorted(meant - {problem}):
                if frozenset((problem, other)) not in known:
                    known.add(frozenset((problem, other)))  # one text of the two is enough
                    yield document.mistake(
                        ("problem",),
                        f"'{shown(words)}' can mean '{other}' too, and nothing says what decides; "
                        "relate the two problems, put them into a group, or write the other one",
                    )


def told_apart(library):
    """The pairs of problems of which a page says what tells them apart."""
    pairs = {
        frozenset((slug, related["problem"]))
        for slug, document in library.problems.items()
        for related in document.value.get("related", ())
    }
    groups = library.vocabularies.get("groups")
    for group in groups.value["groups"] if groups else ():
        pairs |= {frozenset(pair) for pair in combinations(group["members"], 2)}
    return pairs


def same_codes(one, other):
    """Whether no code tells two responses apart: where both have one, it is the same."""
    return all(
        one.value.get(field, other.value.get(field)) == other.value.get(field, one.value.get(field))
        for field in ("reply", "enhanced")
    )


def plain(text):
    """The words of a text, in small letters and without signs."""
    return re.sub(r"[^\w<>]+", " ", text.lower()).strip()


def told_twice(library, entries, read, told):
    """Yields a mistake for each two entries that have values in common, at the newer of the two,
    where it has the first of them.
    """
    owners = defaultdict(list)
    for key, document in entries.items():
        found = {value.casefold(): (keys, value) for keys, value in read(document.value)}
        for value, (keys, written) in found.items():
            owners[value].append((is_published(library, document), key, keys, written))
    common = defaultdict(list)  # (older, newer) -> what they have in common
    for places in owners.values():
        if len(places) > 1:
            older, newer = sorted(places, key=lambda place: (not place[0], place[1]))[:2]
            common[older[1], newer[1]].append(newer[2:])
    for (older, newer), found in common.items():
        keys, written = found[0]
        more = f" and {len(found) - 1} more" if len(found) > 1 else ""
        yield entries[newer].mistake(
            keys,
            f"'{older}' has the same {told} '{shown(written)}'{more}; "
            f"merge the two, or keep {'each' if more else 'it'} in one",
        )


def is_published(library, document):
    """Whether an entry was published before: its address is in the ledger."""
    return library.address_of(document) in library.published


def codes_are_of_a_class(library):
    """Apart from popular numbers that are no codes, a reply code begins with 2, 3, 4 or 5."""
    for code, document in library.replies.items():
        if document.value["kind"] != "folklore" and code[0] not in "2345":
            yield document.mistake(
                ("code",),
                f"no SMTP code begins with {code[0]}; call it kind: folklore, or correct it",
            )


def enhanced_codes_have_a_subject(library):
    """The middle number of an enhanced status code is a subject of catalog/subjects.yml."""
    known = library.names("subjects", "subject")
    for document in library.enhanced.values():
        subject = document.value["code"].split(".")[1]
        if known and subject not in known:
            yield document.mistake(
                ("code",),
                f"there is no subject {subject}; correct it or add it to catalog/subjects.yml",
            )


def published_entries_stay(library):
    """An entry that was published and is named by others is not removed, or they name another."""
    gone, paths = {}, defaultdict(set)
    for document, _, what, value in names_of_removed(library):
        address = library.published_as(what, value)
        gone.setdefault(address, (what, value))
        paths[address].add(document.path)
    for address, (what, value) in gone.items():
        count = len(paths[address])
        entries = f"{count} entries name it" if count > 1 else f"{min(paths[address])} names it"
        yield Mistake(
            "catalog/addresses.txt",
            library.published[address],
            1,
            f"the {what} '{value}' was published and is gone, but {entries}; restore its file, or "
            f"name another {what} there and let its address lead on: /{address} -> /new/",
        )


def names_of_removed(library):
    """Yields (document, keys, what, value) for every name of something that was published and is
    not there any more.
    """
    single, several = known_names(library), known_items(library)
    in_vocabularies = known_in_vocabularies(library)
    for document in library.beside_responses:
        known = single | several | ({} if document.folder else in_vocabularies)
        for keys, value in document.fields(*known):
            what, there = known[keys[-1]]
            for name in [value] if isinstance(value, str) else value:
                lost = isinstance(name, str) and name not in there and keys != ("code",)
                if lost and library.published_as(what, name):
                    yield document, keys, what, name
    for key, document in library.responses.items():
        for field in NAMED_BY_RESPONSES:
            what, there = single[field]
            name = document.value.get(field)
            if name is not None and name not in there and library.published_as(what, name):
                yield document, (field,), what, name
        provider = key.split("/")[0]
        if provider not in library.providers and library.published_as("provider", provider):
            yield document, (), "provider", provider
        for other in document.value.get("same_text_as", ()):
            if other not in library.responses and library.published_as("response", other):
                yield document, ("same_text_as",), "response", other
