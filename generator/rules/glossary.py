"""Rules of sense for the glossary; a rule's docstring is the rule."""

from generator.reading.shape import unknown
from generator.rules.entries import known_in_vocabularies, pairs_stand_once


def terms_and_forms_stand_once(library):
    """No id, term or form of a term stands in the glossary twice."""
    for names in (ids_of, forms_of):
        places = {}
        for document, position, item in terms(library):
            for keys, name in names(item):
                first = places.setdefault(name, document.place(("glossary", position, *keys))[0])
                if first != document.place(("glossary", position, *keys))[0]:
                    yield document.mistake(
                        ("glossary", position, *keys),
                        f"'{name}' stands on line {first} already; keep one of the two",
                    )


def ids_of(item):
    """Yields (keys, id) of a term."""
    yield ("id",), item["id"]


def forms_of(item):
    """Yields (keys, form) for the term itself and all forms by which text is linked."""
    yield ("term",), item["term"]
    for field in ("also", "forms"):
        for position, form in enumerate(item.get(field, ())):
            yield (field, position), form


def related_terms_exist(library):
    """Every term that a term is related to is in the glossary, and is another one."""
    listed = library.names("glossary")
    for document, keys, here, there in related_terms(library):
        if there not in listed:
            yield document.mistake(keys, unknown("term", there, listed))
        elif here == there:
            yield document.mistake(keys, f"{here} is related to itself; remove it")


def related_terms_stand_once(library):
    """A pair of related terms is written at one of the two."""
    yield from pairs_stand_once(
        related_terms(library), lambda document, keys: f"on line {document.place(keys)[0]}"
    )


def entries_of_terms_exist(library):
    """Every code and every problem that a term names exists."""
    known = known_in_vocabularies(library)
    for document, position, item in terms(library):
        for field, (what, there) in known.items():
            for number, name in enumerate(item.get(field, ())):
                if name not in there and not library.published_as(what, name):
                    keys = ("glossary", position, field, number)
                    yield document.mistake(keys, unknown(what, name, there))


def terms_are_in_alphabetical_order(library):
    """The terms of the glossary are in alphabetical order, whatever the case of their letters."""
    before = ""
    for document, position, item in terms(library):
        if item["term"].lower() < before.lower():
            yield document.mistake(
                ("glossary", position, "term"),
                f"'{item['term']}' stands behind '{before}'; put it in alphabetical order",
            )
        before = item["term"]


def terms(library):
    """Yields (document, position, item) for every term of the glossary."""
    document = library.vocabularies.get("glossary")
    for position, item in enumerate(document.value["glossary"] if document else ()):
        yield document, position, item


def related_terms(library):
    """Yields (document, keys, id, related id) for every pair of related terms, as written."""
    for document, position, item in terms(library):
        for number, there in enumerate(item.get("related", ())):
            yield document, ("glossary", position, "related", number), item["id"], there
