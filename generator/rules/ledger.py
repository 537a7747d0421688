"""The promise of the addresses; it is a rule about the finished site, so it takes the addresses
that the site has.
"""

import re

from generator.reading.ledger import LEDGER, read
from generator.reading.made import made
from generator.reading.mistakes import Mistake

LONGEST = 400


def published_addresses_lead_somewhere(text, pages, aliases):
    """Every address that was published leads somewhere: to its page, or by an arrow to another."""
    first = {}
    for number, address, target in read(text):
        page = target and target.partition("#")[0]
        if address is None:
            message = (
                "not '/address/' or '/old/ -> /new/'; write one address a line, of letters, "
                "digits, dots and hyphens, each with a slash at its end"
            )
        elif address in first:
            message = f"'/{address}' stands here twice, first on line {first[address]}; keep one"
        elif target is None and address not in pages and address not in aliases:
            message = (
                f"'/{address}' was published and has no page now; restore its entry, "
                f"or let it lead elsewhere: /{address} -> /new/"
            )
        elif target is not None and address in pages:
            message = f"'/{address}' has a page, so it cannot lead to '/{target}'; remove the arrow"
        elif target is not None and address in aliases:
            message = (
                f"'/{address}' leads to '/{aliases[address]}' by itself, "
                f"so it cannot lead to '/{target}'; remove the arrow"
            )
        elif target is not None and page not in pages:
            message = f"'/{target}' has no page; let '/{address}' lead to one that has"
        else:
            first[address] = number
            continue
        first.setdefault(address, number)
        yield Mistake(LEDGER, number, 1, shorter(message))


def shorter(message):
    """A message about a line that somebody wrote much into."""
    return message if len(message) <= LONGEST else f"{message[:LONGEST]}…; shorten it"


def anchors_of_arrows_exist(text, files):
    """An arrow to a section leads to one that its page has."""
    for number, _, target in read(text):
        page, _, anchor = (target or "").partition("#")
        if anchor:
            path = page.rstrip("/")
            content = made(files.get(f"{path}.md") or files.get(f"{page}index.md") or "")
            if not re.search(rf"(#|id=\"){re.escape(anchor)}[ }}\"]", str(content)):
                yield Mistake(
                    LEDGER, number, 1, f"'/{page}' has no section '#{anchor}'; name one that it has"
                )


def no_line_goes(before, after):
    """No address that was published before is taken out of the ledger."""
    kept = {address for _, address, _ in read(after)}
    for _, address, target in read(before):
        if address is not None and address not in kept:
            line = f"/{address} -> /{target}" if target else f"/{address}"
            yield Mistake(
                LEDGER,
                1,
                1,
                f"the line '{line}' was taken out; put it back: what was published stays",
            )


def new_addresses_are_recorded(text, pages, aliases):
    """Whatever is published is in the ledger, so that it cannot vanish without a word."""
    recorded = {address for _, address, _ in read(text)}
    lacking = sorted((pages | aliases.keys()) - recorded)
    if lacking:
        shown = ", ".join(f"/{address}" for address in lacking[:3])
        more = f" and {len(lacking) - 3} more" if len(lacking) > 3 else ""
        yield Mistake(
            LEDGER,
            1,
            1,
            f"{shown}{more} would be published unrecorded; run make addresses, and commit",
        )
