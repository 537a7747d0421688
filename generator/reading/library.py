"""The well-formed documents of a catalogue, by kind and id, as the rules of sense and the model need them."""

from collections import defaultdict

from generator.reading.registry import read_table
from generator.reading.shape import kind_of


class Library:
    """The documents of a catalogue by kind and id, with the facts of the registries."""

    def __init__(self, documents, registry):
        """Takes well-formed documents and the folder with the registries' facts."""
        by_kind = defaultdict(dict)
        for document in documents:
            key = document.name
            if kind_of(document) == "response":
                key = f"{document.folder.removeprefix('responses/')}/{document.name}"
            by_kind[kind_of(document)][key] = document
        self.replies = by_kind["reply"]
        self.enhanced = by_kind["enhanced"]
        self.problems = by_kind["problem"]
        self.providers = by_kind["provider"]
        self.responses = by_kind["response"]
        self.vocabularies = {
            name: by_kind[name][name]
            for name in by_kind
            if name not in ("reply", "enhanced", "problem", "provider", "response")
        }
        self.entries = [
            *self.replies.values(), *self.enhanced.values(), *self.problems.values(),
            *self.providers.values(), *self.responses.values(),
        ]  # fmt: skip
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

    def names(self, vocabulary, key="id"):
        """The ids that a vocabulary lists, as a set."""
        document = self.vocabularies.get(vocabulary)
        return {item[key] for item in document.value[vocabulary]} if document else set()


def concrete_codes(family):
    """The concrete codes of an enhanced entry, ranges spelled out: `X.1.1` with class 5 gives 5.1.1."""
    _, subject, detail = family["code"].split(".")
    last = int(family.get("last", family["code"]).split(".")[2])
    for digit in family["classes"]:
        for number in range(int(detail), last + 1):
            yield f"{digit}.{subject}.{number}"


def fields(document, *names):
    """Yields (keys, value) for every field of the document, at any depth, that has one of the names."""
    for keys, value in document.parts:
        if keys[-1] in names:
            yield keys, value


def code_blocks(library):
    """Yields (document, keys, first digit, code, block) for every code that gets a page of its own."""
    for document in library.replies.values():
        yield document, (), document.value["code"][0], document.value["code"], document.value
    for document in library.enhanced.values():
        for digit, block in document.value["classes"].items():
            yield document, ("classes", digit), digit, digit + document.value["code"][1:], block


def groups(links):
    """For every key of `links`, a mapping of keys to linked keys, all keys that it is linked with directly or through others."""
    found = {key: {key} for key in links}
    for key, others in links.items():
        for other in others:
            if other in found and found[other] is not found[key]:
                found[key] |= found[other]
                for member in found[key]:
                    found[member] = found[key]
    return found
