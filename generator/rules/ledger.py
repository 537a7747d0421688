"""The promise of the addresses; it is a rule about the finished site, so it takes the addresses
that the site has.
"""

from generator.reading.ledger import LEDGER, read
from generator.reading.source import Mistake


def published_addresses_lead_somewhere(text, pages, aliases):
    """Every address that was published leads somewhere: to its page, or by an arrow to another."""
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
