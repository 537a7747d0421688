"""Reads the ledger of addresses: whatever was published once leads somewhere for ever."""

import re
from pathlib import Path

LEDGER = "catalog/addresses.txt"
LINE = re.compile(r"(/\S*)(?: -> (/\S*))?")


def ledger_of(root):
    """The text of the ledger of the project at `root`; empty where nothing was published yet."""
    file = Path(root) / LEDGER
    return file.read_text("utf-8") if file.exists() else ""


def read(text):
    """Yields (line number, address, target or None) for the lines of the ledger; comments begin
    with #.
    """
    for number, line in enumerate(text.splitlines(), 1):
        if line and not line.startswith("#"):
            found = LINE.fullmatch(line)
            yield (
                (number, found[1][1:], found[2] and found[2][1:]) if found else (number, None, None)
            )


def moved(text):
    """The redirects that the ledger asks for: {old address: new address}."""
    return {address: target for _, address, target in read(text) if target is not None}
