"""Which files of the catalogue are read as entries, and how to name the others."""

import re
from pathlib import Path, PurePosixPath

from generator.reading.ledger import LEDGER

LOWER = ("problems", "providers", "responses", "replies-in")
OTHER_FILES = {("registry", ".tsv"), ("schema", ".json")}  # of the catalogue, read elsewhere


def wanted(root, path):
    """Whether a file of the catalogue is read here, or what to do about one that nobody reads."""
    place = path.split("/")[1]
    if place in LOWER and path != path.lower():
        told = "capital letters in the name of a file or folder"
        return f"{told}; {renamed(root, path, path.lower())}"
    if path.endswith(".yml"):
        return True
    here = PurePosixPath(path)
    if path == LEDGER or (place, here.suffix) in OTHER_FILES:
        return False
    if here.suffix == ".yaml":
        return f"the file ends in '.yaml'; {renamed(root, path, str(here.with_suffix('.yml')))}"
    if ".yml" in path.lower() or ".yaml" in path.lower():
        name = str(here.with_name(re.sub(r"(?i)\.ya?ml.*", ".yml", here.name)))
        told = "the file does not end in '.yml', so nothing reads it"
        return f"{told}; {renamed(root, path, name)}"
    return (
        "nothing reads this file; an entry's file ends in '.yml', anything else belongs elsewhere"
    )


def renamed(root, path, name):
    """What to do with a file that ought to have another name, which another file may have."""
    there = Path(root) / name
    if there.exists() and not there.samefile(Path(root) / path):
        return f"{name} is there already, so merge the two or choose another name"
    return f"name it {name}"
