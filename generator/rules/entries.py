"""Rules of sense for all kinds of entry and for the links between them; a rule's docstring is the
rule.
"""

from collections import defaultdict

from generator.reading.placeholders import placeholders, texts
from generator.reading.shape import identity_field, unknown

RESERVED_NAMES = {
    *("index", "texts", "fields", "checks"),
    *("con", "prn", "aux", "nul"),
    *(f"{device}{number}" for device in ("com", "lpt") for number in range(10)),
}
USE = {
    "problem": "write 'problem: {}' in a response or a code that means it, or remove the file",
    "provider": "add a response below catalog/responses/{}/, or remove the file",
}


def entries_are_named_after_their_files(library):
    """An entry's id equals its file's name, and a file that was published keeps its name."""
    paths = {document.path for document in library.entries}
    for document in library.entries:
        field = identity_field(document.value)
        name = document.value[field]
        if name == document.name:
            continue
        address = library.address_of(document)
        before = address and f"{address.removesuffix(f'{document.name.lower()}/')}{name.lower()}/"
        remedy = f"write {field}: {document.name}, or rename the file"
        if address in library.published:
            remedy = f"write {field}: {document.name}"
        elif before in library.published and f"catalog/{document.folder}/{name}.yml" not in paths:
            remedy = f"name the file {name}.yml again, people have its address"
        yield document.mistake((field,), f"'{name}' is not the file's name; {remedy}")


def names_are_free(library):
    """No entry has the name of a page that stands beside it,
    or one that Windows keeps for a device.
    """
    for document in library.entries:
        if document.name in RESERVED_NAMES:
            yield document.mistake(
                (), f"'{document.name}' is the name of another page or of a device; choose another"
            )


def names_lead_somewhere(library):
    """Every problem, provider, code, category, document and corpus that an entry names exists."""
    known = known_names(library)
    for document in library.documents:  # in a vocabulary the other names mean other things
        names = known if document.folder else ("document", "code", "problem")
        for keys, value in document.fields(*names):
            what, there = known[keys[-1]]
            own = keys == ("code",)  # at the top, 'code' is the entry's own id
            if value not in there and not own and not library.published_as(what, value):
                yield document.mistake(keys, unknown(what, value, there))


def known_names(library):
    """What the fields that name something may name: {field: (what it names, what there is)}."""
    return {
        "problem": ("problem", library.problems),
        "customer_reply_of": ("problem", library.problems),
        "shared_reply": ("shared reply", library.names("shared_replies")),
        "category": ("category", library.names("categories")),
        "owner": ("provider", library.providers),
        "corpus": ("corpus", library.names("corpora")),
        "reply": ("reply code", library.replies),
        "enhanced": ("enhanced status code", library.concrete_codes),
        "document": ("document", library.names("rfcs")),
        "code": ("code", library.codes),
    }


def known_items(library):
    """The same for the items of fields that are lists of names."""
    return {
        "paired_codes": ("reply code", library.replies),
        "reply_codes": (
            "reply code",
            library.replies | dict.fromkeys(("any", "2XX", "4XX", "5XX")),
        ),
        "members": ("problem", library.problems),
        "covers": ("problem", library.problems | {"any": None}),
        "known_senders": ("provider", library.providers),
    }


def known_in_vocabularies(library):
    """The same for lists of names whose fields mean something else in entries."""
    return {"codes": ("code", library.codes), "problems": ("problem", library.problems)}


def lists_of_names_lead_somewhere(library):
    """Every reply code, problem or provider in an entry's list of them exists."""
    known = known_items(library)
    for document in (*library.entries, library.vocabularies["groups"]):
        for keys, values in document.fields(*known):
            what, there = known[keys[-1]]
            for position, value in enumerate(values):
                if value not in there and not library.published_as(what, value):
                    yield document.mistake((*keys, position), unknown(what, value, there))


def compared_codes_have_pages(library):
    """Every code that is shown side by side with others has a page of its own."""
    document = library.vocabularies.get("comparisons")
    for position, item in enumerate(document.value["comparisons"] if document else ()):
        for place, code in enumerate(item["codes"]):
            if code not in library.codes and not library.published_as("code", code):
                keys = ("comparisons", position, "codes", place)
                yield document.mistake(keys, unknown("code", code, library.codes))


def responses_have_their_provider(library):
    """The folder of a response is the id of a provider."""
    for key, document in library.responses.items():
        provider = key.split("/")[0]
        if provider not in library.providers and not library.published_as("provider", provider):
            yield document.mistake((), unknown("provider", provider, library.providers))


def sources_are_of_one_form(library):
    """A source is a listed document with its section, or another page with title and url."""
    for document, keys, source in all_sources(library):
        if ("document" in source) == ("url" in source or "title" in source):
            yield document.mistake(
                keys,
                "a source is either 'document' with 'section', or 'title' with 'url'; "
                "write one of the two",
            )


def sources_can_be_followed(library):
    """A listed document is cited with its section, another page with both title and url."""
    for document, keys, source in all_sources(library):
        if "document" in source and not {"section", "title", "url"} & source.keys():
            yield document.mistake(
                (*keys, "section"), f"no section of {source['document']} is named; add 'section'"
            )
        if "document" not in source and len({"title", "url"} & source.keys()) == 1:
            yield document.mistake(keys, "a page needs both 'title' and 'url'; add the missing one")


def sentences_of_reports_have_sources(library):
    """Every reporter has sources of its sentences, or says why none can be given."""
    document = library.vocabularies.get("reporters")
    for position, reporter in enumerate(document.value["reporters"] if document else ()):
        given = reporter.keys() & {"sources", "unsourced"}
        if len(given) != 1:
            yield document.mistake(
                ("reporters", position, *(("unsourced",) if given else ())),
                f"'{reporter['id']}' has both; remove 'unsourced'"
                if given
                else f"'{reporter['id']}' has no sources; add 'sources', or say in 'unsourced' "
                "why there are none",
            )


def all_sources(library):
    """Yields (document, keys, source) for every item of every list of sources."""
    for document in library.documents:
        for keys, sources in document.fields("sources"):
            for position, source in enumerate(sources):
                yield document, (*keys, position), source


def nothing_is_related_to_itself(library):
    """No code and no problem is related to itself."""
    for document, keys, here, there in related_pairs(library):
        if here == there:
            yield document.mistake(keys, f"{here} is related to itself; remove the line")


def related_pairs_stand_once(library):
    """A pair of related codes or problems is written in one of the two entries."""
    yield from pairs_stand_once(
        related_pairs(library),
        lambda document, keys: f"in {document.path}:{document.place(keys)[0]}",
    )


def pairs_stand_once(related, place):
    """Yields a mistake for each of the related (document, keys, id, related id) whose pair stands
    further up already, either way round; `place` tells in words where keys of a document are.
    """
    first_places = {}
    for document, keys, here, there in related:
        pair = frozenset((here, there))
        if pair in first_places:
            yield document.mistake(
                keys,
                f"the pair {here} and {there} stands {place(*first_places[pair])} already; "
                "keep one of the two",
            )
        elif here != there:
            first_places[pair] = document, keys


def related_pairs(library):
    """Yields (document, keys, id, related id) of codes and of problems."""
    for block in library.code_blocks():
        for position, related in enumerate(block.value.get("related", ())):
            keys = (*block.keys, "related", position)
            yield block.document, keys, block.code, related["code"]
    for slug, document in library.problems.items():
        for position, related in enumerate(document.value.get("related", ())):
            yield document, ("related", position), slug, related["problem"]


def entries_are_used(library):
    """Every problem and every provider is used by some code or response."""
    used = {"problem": set(), "provider": {key.split("/")[0] for key in library.responses}}
    used["problem"].update(one.value["problem"] for one in library.responses.values())
    for document in library.codes.values():
        used["problem"].update(value for _, value in document.fields("problem"))
        used["provider"].update(value for _, value in document.fields("owner"))
    for name, entries in (("problem", library.problems), ("provider", library.providers)):
        for key in sorted(entries.keys() - used[name]):
            yield entries[key].mistake(
                (), f"no code and no response uses the {name} '{key}'; {USE[name].format(key)}"
            )


def words_of_vocabularies_are_used(library):
    """Every document, placeholder, corpus, category, language and shared reply of a vocabulary is
    used.
    """
    used = defaultdict(set)
    for document in library.beside_responses:  # a response has none of these three
        for keys, value in document.fields("document", "corpus", "category"):
            used[keys[-1]].add(value)
    used["language"] = {key.split("/")[0] for key in library.customer_replies}
    for document in library.responses.values():
        used["shared reply"].add(document.value.get("shared_reply"))
        for text in texts(document):
            used["placeholder"].update(placeholders(text))
    for vocabulary, key, field in (
        ("rfcs", "id", "document"),
        ("placeholders", "name", "placeholder"),
        ("corpora", "id", "corpus"),
        ("categories", "id", "category"),
        ("languages", "id", "language"),
        ("shared_replies", "id", "shared reply"),
    ):
        document = library.vocabularies.get(vocabulary)
        for position, item in enumerate(document.value[vocabulary] if document else ()):
            if item[key] not in used[field]:
                yield document.mistake(
                    (vocabulary, position),
                    f"nothing uses the {field} '{item[key]}'; remove it from the list",
                )


def rows_fit_their_table(library):
    """Every row of a table has as many values as the table has columns."""
    for document in library.problems.values():
        table = document.value.get("table", {"rows": ()})
        for position, row in enumerate(table["rows"]):
            if len(row) != len(table["head"]):
                yield document.mistake(
                    ("table", "rows", position),
                    f"the row has {len(row)} values, the table has {len(table['head'])} columns; "
                    "add or remove values",
                )


def only_programs_have_settings(library):
    """Names of settings belong to programs, an outgoing server to all other providers."""
    for document in library.providers.values():
        kind = document.value["kind"]
        field = "outgoing" if kind == "program" else "settings"
        if field in document.value:
            yield document.mistake((field,), f"'{field}' does not go with kind {kind}; remove it")
