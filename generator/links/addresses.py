"""The ledger of addresses: whatever was published once leads somewhere for ever."""

import re
from pathlib import Path

from generator.reading.source import Mistake

LEDGER = "catalog/addresses.txt"
LINE = re.compile(r"(/\S*)(?: -> (/\S*))?")
FIXED = ("", "about/", "classes/", "codes/", "contribute/", "contribute/fields/", "corpora/", "categories/", "dialects/",
         "not-smtp-codes/", "problems/", "providers/", "session/", "subjects/", "use-the-data/")  # fmt: skip


def pages_of(catalogue):
    """The addresses of all pages, entries and fixed ones, as a set; an address is a path below the root of the site."""
    entries = [
        *catalogue.codes.values(), *catalogue.problems.values(), *catalogue.providers.values(), *catalogue.responses.values(),
        *catalogue.categories.values(), *catalogue.classes.values(), *catalogue.subjects.values(),
    ]  # fmt: skip
    lists = {catalogue.list_of_texts(entry) for entry in (*catalogue.codes.values(), *catalogue.problems.values())} - {None}
    return {entry.address for entry in entries} | lists | set(FIXED)


def aliases_of(catalogue):
    """Addresses that lead to another page: {alias: address}, none of them the address of a page."""
    found = {f"{digit}.x.x/": address.address for digit, address in catalogue.classes.items()}
    for family in catalogue.families.values():
        found[f"{family.anchor}/"] = f"{catalogue.subjects[family.subject].address}#{family.anchor}"
    for member, code in catalogue.members.items():
        if member != code:
            found[f"{member}/"] = f"{code}/"
    for code, companions in catalogue.companions_by_code.items():
        if code in catalogue.replies:
            found |= {f"{code}-{other}/": f"{other}/" for other in companions}
    for alias, address in list(found.items()):
        found.setdefault(alias.replace("x", "X"), address)
    return dict(sorted(found.items()))


def ledger_of(root):
    """The text of the ledger of the project at `root`; empty where nothing was published yet."""
    file = Path(root) / LEDGER
    return file.read_text("utf-8") if file.exists() else ""


def read(text):
    """Yields (line number, address, target or None) for the lines of the ledger; comments begin with #."""
    for number, line in enumerate(text.splitlines(), 1):
        if line and not line.startswith("#"):
            found = LINE.fullmatch(line)
            yield (number, found[1][1:], found[2] and found[2][1:]) if found else (number, None, None)


def mistakes(text, catalogue):
    """Yields a `Mistake` for every line of the ledger that leads nowhere."""
    pages, aliases = pages_of(catalogue), aliases_of(catalogue)
    for number, address, target in read(text):
        if address is None:
            message = "not '/address/' or '/old/ -> /new/'; write one address a line"
        elif target is None and address not in pages and address not in aliases:
            message = f"'/{address}' was published and has no page now; restore its entry, or let it lead elsewhere: /{address} -> /new/"
        elif target is not None and address in pages:
            message = f"'/{address}' has a page, so it cannot lead to '/{target}'; remove the arrow"
        elif target is not None and target.partition("#")[0] not in pages:
            message = f"'/{target}' has no page; let '/{address}' lead to one that has"
        else:
            continue
        yield Mistake(LEDGER, number, 1, message)


def moved(text):
    """The redirects that the ledger asks for: {old address: new address}."""
    return {address: target for _, address, target in read(text) if target is not None}


def completed(text, catalogue):
    """The text of the ledger with every address that it lacks, sorted, the comments on top."""
    comments = [line for line in text.splitlines() if line.startswith("#")]
    kept = {address: target for _, address, target in read(text) if address is not None}
    for address in pages_of(catalogue) | aliases_of(catalogue).keys():
        kept.setdefault(address, None)
    lines = [f"/{address} -> /{target}" if target is not None else f"/{address}" for address, target in sorted(kept.items())]
    return "\n".join([*comments, *lines]) + "\n"
