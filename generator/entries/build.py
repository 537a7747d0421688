"""Builds the catalogue from checked documents."""

import re

from generator.entries.catalogue import Catalogue
from generator.entries.codes import EnhancedCode, Family, ReplyCode
from generator.entries.customer_replies import CustomerReply
from generator.entries.make import make
from generator.entries.problems import Problem
from generator.entries.providers import Provider
from generator.entries.recognition import Group, Reporters, Wordings
from generator.entries.responses import Response
from generator.entries.vocabularies import (
    Category,
    CitedDocument,
    Command,
    Comparison,
    Corpus,
    Digits,
    Label,
    Language,
    Placeholder,
    Question,
    ReplyClass,
    Retry,
    Station,
    Subject,
    Term,
)
from generator.reading.library import concrete_codes

OF_EVERY_CLASS = ("name", "category", "sources", "reviewed", "notes", "search")


def build_catalogue(library):
    """Builds the `Catalogue` from a `Library` without mistakes."""
    vocabulary = {name: document.value for name, document in library.vocabularies.items()}

    def listed(kind, name, key="id"):
        return {item[key]: make(kind, item) for item in vocabulary[name][name]}

    replies = vocabulary["shared_replies"]["shared_replies"]
    shared = {item["id"]: item["customer_reply"] for item in replies}
    families = {code: family_of(document.value) for code, document in library.enhanced.items()}
    return Catalogue(
        replies={
            code: make(ReplyCode, document.value) for code, document in library.replies.items()
        },
        enhanced={
            code.code: code
            for document in library.enhanced.values()
            for code in classes_of_family(document.value, families[document.value["code"]])
        },
        families=families,
        problems={
            slug: make(Problem, document.value) for slug, document in library.problems.items()
        },
        providers={
            slug: make(Provider, document.value) for slug, document in library.providers.items()
        },
        responses={
            key: make(Response, told(document.value, shared) | {"provider": key.split("/")[0]})
            for key, document in library.responses.items()
        },
        customer_replies={
            key: make(CustomerReply, document.value | {"language": key.split("/")[0]})
            for key, document in library.customer_replies.items()
        },
        categories=listed(Category, "categories"),
        classes=listed(ReplyClass, "classes", "digit"),
        subjects=listed(Subject, "subjects", "subject"),
        commands=tuple(listed(Command, "commands").values()),
        corpora=listed(Corpus, "corpora"),
        documents=listed(CitedDocument, "rfcs"),
        placeholders=listed(Placeholder, "placeholders", "name"),
        stations=listed(Station, "stations"),
        languages=listed(Language, "languages"),
        glossary=listed(Term, "glossary"),
        comparisons={
            one.name: one
            for one in (make(Comparison, item) for item in vocabulary["comparisons"]["comparisons"])
        },
        questions=tuple(listed(Question, "questions").values()),
        retries=tuple(listed(Retry, "retry").values()),
        labels=tuple(make(Label, item) for item in vocabulary["labels"]["labels"]),
        reporters=make(Reporters, vocabulary["reporters"]),
        groups=tuple(listed(Group, "groups").values()),
        wordings=tuple(listed(Wordings, "wordings", "problem").values()),
        digits=make(Digits, without(vocabulary["classes"], "classes")),
    )


def told(entry, shared):
    """A response with the words of the customer reply that it shares with others, if it does."""
    named = entry.get("shared_reply")
    return entry | {"customer_reply": shared[named]} if named else entry


def family_of(entry):
    """The `Family` that an enhanced entry describes: what holds whatever the class."""
    return make(Family, without(entry, *OF_EVERY_CLASS, "classes") | {"name": entry["name"]})


def classes_of_family(entry, family):
    """Yields the `EnhancedCode` of every class that an enhanced entry describes."""
    shared = {key: entry[key] for key in OF_EVERY_CLASS if key in entry}
    for digit, block in entry["classes"].items():
        registered = {
            code
            for code in entry.get("reply_codes", ())
            if re.fullmatch(f"{digit}[0-9][0-9]", code)
        }
        members = [code for code in concrete_codes(entry) if code[0] == digit]
        computed = {
            "code": members[0],
            "members": members,
            "family": family,
            "paired_codes": sorted(registered | set(block.get("paired_codes", ()))),
        }
        yield make(EnhancedCode, shared | block | computed)


def without(value, *keys):
    """A mapping without some of its keys."""
    return {key: part for key, part in value.items() if key not in keys}
