"""Reads the ledger of addresses: whatever was published once leads somewhere for ever."""

import re
from pathlib import Path

from generator.reading.mistakes import Mistake, Unusable

LEDGER = "catalog/addresses.txt"
STEP = r"(?!\.+/)[A-Za-z0-9._-]{1,80}/"
LINE = re.compile(rf"/((?:{STEP}){{0,6}})(?: -> /((?:{STEP}){{0,6}}(?:#[A-Za-z0-9.-]{{1,80}})?))?")


def ledger_of(root):
    """The text of the ledger of the project at `root`; empty where nothing was published yet.
    Raises `Unusable` where it is no text.
    """
    file = Path(root) / LEDGER
    if not file.exists():
        return ""
    try:
        return file.read_text("utf-8")
    except UnicodeDecodeError:
        told = "a byte that is not UTF-8; save it as UTF-8"
        raise Unusable(Mistake(LEDGER, 1, 1, told)) from None


def read(text):
    """Yields (line number, address, target or None) for the lines of the ledger; comments begin
    with #.
    """
    for number, line in enumerate(text.splitlines(), 1):
        if line and not line.startswith("#"):
            found = LINE.fullmatch(line)
            yield ((number, found[1], found[2]) if found else (number, None, None))


def moved(text):
    """The redirects that the ledger asks for: {old address: new address}."""
    return {address: target for _, address, target in read(text) if target is not None}
