"""The well-formed documents of a catalogue, by kind and id, as rules and entries need them."""

import json
from collections import defaultdict
from copy import copy
from dataclasses import dataclass
from pathlib import Path

from generator.reading.ledger import ledger_of, read
from generator.reading.made import digest
from generator.reading.registry import read_table
from generator.reading.shape import ENTRY_SCHEMAS, schema_name_of
from generator.reading.source import CatalogFile

FOLDERS = {  # a kind of entry, or what an entry names -> where its page is
    "problem": "problems/",
    "provider": "providers/",
    "response": "providers/",
    "category": "categories/",
    **dict.fromkeys(("reply", "enhanced", "code", "reply code", "enhanced status code"), ""),
}


class Library:
    """The documents of a catalogue by kind and id, with the facts of the registries."""

    def __init__(self, documents, registry):
        """Takes well-formed `CatalogFile`s and the folder with the registries' facts."""
        catalog = Path(registry).parent
        self.expected_vocabularies = {file.stem for file in catalog.glob("schema/*.json")} - {
            "common",
            *ENTRY_SCHEMAS,
        }
        lines = read(ledger_of(catalog.parent))
        self.published = {address: number for number, address, target in lines if target is None}
        self.sections = {
            row["document"]: set(row["sections"].split())
            for row in read_table(Path(registry) / "rfc-sections.tsv")
        }
        by_schema = defaultdict(dict)
        for document in documents:
            by_schema[schema_name_of(document)][key_of(document)] = document
        self.replies = by_schema["reply"]
        self.enhanced = by_schema["enhanced"]
        self.problems = by_schema["problem"]
        self.providers = by_schema["provider"]
        self.responses = by_schema["response"]
        self.responses_named = self.responses.keys()
        self.customer_replies = by_schema["customer-reply"]
        self.vocabularies = {
            name: files[name] for name, files in by_schema.items() if name not in ENTRY_SCHEMAS
        }
        self.entries = [document for name in ENTRY_SCHEMAS for document in by_schema[name].values()]
        self.documents = [*self.entries, *self.vocabularies.values()]
        there = set(map(id, self.responses.values()))
        self.beside_responses = [one for one in self.documents if id(one) not in there]
        self.concrete_codes = {
            code: document
            for document in self.enhanced.values()
            for code in concrete_codes(document.value)
        }
        self.codes = self.replies | self.concrete_codes
        self.registered_replies = read_table(registry / "reply-codes.tsv")
        self.registered_enhanced = {
            row["code"]: row for row in read_table(registry / "enhanced-status-codes.tsv")
        }

    def parts(self):
        """Yields (digest, library) for all that is no response, and for the responses of each
        provider: nothing else is in `documents`, `entries` and `responses` then. What is no
        response is at hand in each part, and of other responses their ids; the digest is of all
        that.
        """
        others = self.beside_responses
        facts = (
            *(self.published, self.sections, self.expected_vocabularies),
            *(self.registered_replies, self.registered_enhanced, self.responses_named),
        )
        beside = digest(json.dumps(facts, default=sorted), *contents(others))
        of_providers = defaultdict(dict)
        for key, document in self.responses.items():
            of_providers[key.split("/")[0]][key] = document
        for responses in ({}, *of_providers.values()):
            part = copy(self)
            part.responses = responses
            part.documents = list(responses.values()) or others
            part.entries = [document for document in part.documents if document.folder]
            yield digest(beside, *contents(part.documents)), part

    def names(self, vocabulary, key="id"):
        """The ids that a vocabulary lists, as a set; empty where the vocabulary is missing."""
        document = self.vocabularies.get(vocabulary)
        return {item[key] for item in document.value[vocabulary]} if document else set()

    def published_as(self, what, value):
        """The address under which something that is not in the catalogue was published, or None."""
        folder = FOLDERS.get(what)
        address = f"{folder}{value}/" if folder is not None else None
        return address if address in self.published else None

    def address_of(self, document):
        """The address of an entry's own page, or None: a customer reply has none."""
        folder = FOLDERS.get(schema_name_of(document))
        return f"{folder}{key_of(document)}/".lower() if folder is not None else None

    def code_blocks(self):
        """Yields a `CodeBlock` for every code that gets a page of its own."""
        for document in self.replies.values():
            code = document.value["code"]
            yield CodeBlock(document, (), code[0], code, document.value)
        for document in self.enhanced.values():
            for digit, block in document.value["classes"].items():
                code = digit + document.value["code"][1:]
                yield CodeBlock(document, ("classes", digit), digit, code, block)


@dataclass(frozen=True)
class CodeBlock:
    """The part of an entry that describes one code: the whole entry of a reply code, one class of
    an enhanced one.
    """

    document: CatalogFile
    keys: tuple
    digit: str
    code: str
    value: dict

    @property
    def is_folklore(self):
        """Whether the number is popular, but no SMTP code."""
        return self.document.value.get("kind") == "folklore"

    @property
    def fails(self):
        """Whether the code tells of a failure, so that its page answers who acts and what to do."""
        return self.digit in "45" or self.is_folklore

    def mistake(self, keys, message):
        """A `Mistake` at the value at `keys` inside the block."""
        return self.document.mistake((*self.keys, *keys), message)


def contents(documents):
    """Yields the path and the bytes of each document."""
    for document in documents:
        yield document.path
        yield document.data


def key_of(document):
    """The id of a document's entry: the file's name, behind its provider's for a response, behind
    its language's for a customer reply.
    """
    folders = document.folder.split("/")
    return "/".join([*folders[1:], document.name])


def concrete_codes(family):
    """The concrete codes of an enhanced entry: `X.1.1` with class 5 gives 5.1.1; ranges are spelled
    out.
    """
    _, subject, detail = family["code"].split(".")
    last = int(family.get("last", family["code"]).split(".")[2])
    for digit in family["classes"]:
        for number in range(int(detail), last + 1):
            yield f"{digit}.{subject}.{number}"


def groups(links):
    """Which keys belong together: for every key of `links`, a mapping of keys to linked keys,
    the set of all keys that it is linked with directly or through others, itself among them.
    """
    found = {key: {key} for key in links}
    for key, others in links.items():
        for other in others:
            if other in found and found[other] is not found[key]:
                found[key] |= found[other]
                for member in found[key]:
                    found[member] = found[key]
    return found
