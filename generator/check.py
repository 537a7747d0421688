"""Checks a whole catalogue: reading, shape, sense, and the promise of the addresses."""

from pathlib import Path

from generator import addresses, sense
from generator.build import build_catalogue
from generator.library import Library
from generator.shape import Schemas
from generator.source import read_catalogue


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
