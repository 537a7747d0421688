"""Checks a whole catalogue: reading, shape, sense, and the promise of the addresses."""

from pathlib import Path

from generator.entries.build import build_catalogue
from generator.links import addresses
from generator.reading.library import Library
from generator.reading.shape import Schemas
from generator.reading.source import read_catalogue
from generator.rules import sense


def check(root):
    """Returns the `Catalogue` below `root`, or None, and all mistakes, sorted.

    Each stage is applied only to what passed the one before: with fields missing, what a rule
    of sense would say is noise.
    """
    folder = Path(root) / "catalog"
    documents, mistakes = read_catalogue(root)
    schemas = Schemas(folder / "schema")
    for document in documents:
        mistakes.extend(schemas.mistakes(document))
    if mistakes:
        return None, sorted(set(mistakes))
    library = Library(documents, folder / "registry")
    mistakes = sorted(set(sense.mistakes(library)))
    if mistakes:
        return None, mistakes
    catalogue = build_catalogue(library)
    return catalogue, sorted(addresses.mistakes(addresses.ledger_of(root), catalogue))
