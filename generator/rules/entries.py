"""Rules of sense for all kinds of entry and for the links between them; a rule's docstring is the rule."""

from collections import defaultdict

from generator.reading.library import code_blocks, fields
from generator.reading.placeholders import placeholders, texts
from generator.reading.shape import unknown

LONGEST_CUSTOMER_REPLY = 80  # words


def entries_are_named_after_their_files(library):
    """An entry's id equals its file's name."""
    for document in library.entries:
        field = "code" if "code" in document.value else "id"
        if document.value[field] != document.name:
            yield document.mistake(
                (field,),
                f"'{document.value[field]}' is not the file's name; write {field}: {document.name}, or rename the file",
            )


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
            known, what = (
                (library.problems, "problem")
                if keys[-1] == "covers"
                else (library.replies, "reply code")
            )
            for position, value in enumerate(values):
                if value not in known and value not in ("any", "2XX", "4XX", "5XX"):
                    yield document.mistake((*keys, position), unknown(what, value, known))
    for key, document in library.responses.items():
        provider = key.split("/")[0]
        if provider not in library.providers:
            yield document.mistake((), unknown("provider", provider, library.providers))


def sources_can_be_followed(library):
    """A source is a listed document with its section, or another page with title and url."""
    for document in [*library.entries, *library.vocabularies.values()]:
        for keys, sources in fields(document, "sources"):
            for position, source in enumerate(sources):
                if ("document" in source) == ("url" in source or "title" in source):
                    yield document.mistake(
                        (*keys, position),
                        "a source is either 'document' with 'section', or 'title' with 'url'; write one of the two",
                    )
                elif "document" in source and "section" not in source:
                    yield document.mistake(
                        (*keys, position, "section"),
                        f"no section of {source['document']} is named; add 'section'",
                    )
                elif "document" not in source and not {"title", "url"} <= source.keys():
                    yield document.mistake(
                        (*keys, position),
                        "a page needs both 'title' and 'url'; add the missing one",
                    )


def related_pairs_stand_once(library):
    """A pair of related codes or problems is written in one of the two entries, and never relates a page to itself."""
    for pairs in (related_codes(library), related_problems(library)):
        first_places = {}
        for document, keys, here, there in pairs:
            pair = frozenset((here, there))
            if here == there:
                yield document.mistake(keys, f"{here} is related to itself; remove the line")
            elif pair in first_places:
                yield document.mistake(
                    keys,
                    f"the pair {here} and {there} stands in {first_places[pair]} already; keep one of the two",
                )
            else:
                first_places[pair] = (
                    f"{document.path}:{document.place(keys)[0]}" if pair not in first_places else ""
                )


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
            yield entries[key].mistake(
                (), f"no code and no response uses the {name} '{key}'; use it or remove the file"
            )
    for vocabulary, key, field in (
        ("rfcs", "id", "document"),
        ("placeholders", "name", "placeholder"),
        ("corpora", "id", "corpus"),
        ("categories", "id", "category"),
    ):
        document = library.vocabularies.get(vocabulary)
        for position, item in enumerate(document.value[vocabulary] if document else ()):
            if item[key] not in used[field]:
                yield document.mistake(
                    (vocabulary, position),
                    f"nothing uses the {field} '{item[key]}'; remove it from the list",
                )


def customer_replies_are_short(library):
    """A customer reply has at most 80 words."""
    for document in library.entries:
        for keys, value in fields(document, "customer_reply", "temporary", "permanent"):
            if isinstance(value, str) and len(value.split()) > LONGEST_CUSTOMER_REPLY:
                yield document.mistake(
                    keys,
                    f"the customer reply has {len(value.split())} words, at most {LONGEST_CUSTOMER_REPLY} fit; shorten it",
                )
