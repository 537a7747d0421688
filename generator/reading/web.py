"""Which addresses a link may lead to: public hosts in plain letters, with nothing that deceives."""

import re
from functools import lru_cache
from urllib.parse import urlsplit

LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
HOST = re.compile(rf"(?:(?!xn--){LABEL}\.)+(?!xn--)(?=[a-z]){LABEL}")
NUMBER = re.compile(r"(?:^|\.)(?:\d+|0x[0-9a-f]*)$")  # browsers take such a host for an IP address
NOT_PUBLIC = re.compile(  # RFC 6761, RFC 6762 (appendix G), RFC 7686, RFC 8375
    r"(?:^|\.)(?:localhost|local|internal|intranet|private|corp|home|lan|test|invalid|onion|home\.arpa)$"
)
PREPARED = re.compile(r"[?&#%,;]")
PORTS = (None, 80, 443, 8080, 8443)


@lru_cache(maxsize=4096)  # many entries have the same sources
def deceptive(link):
    """What is wrong with a link, and what to do; None if nothing is."""
    if link.startswith("mailto:"):
        if PREPARED.search(link):
            return "prepares a message; write 'mailto:', one mail address and nothing else"
        return wrong_host(link.rpartition("@")[2].lower())
    try:
        parts = urlsplit(link)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return "has no valid host; correct it"
    if "@" in parts.netloc:
        return "has a user name before its host; remove it"
    if told := wrong_host(host):
        return told
    if port not in PORTS:
        return "names an unusual port; remove it"
    if not link.isascii():
        return "has letters beyond ASCII; write them as browsers send them, with % and two digits"
    return None


def wrong_host(host):
    """What is wrong with the host of a link, and what to do; None if nothing is."""
    if NUMBER.search(host) or NOT_PUBLIC.search(host):
        return "leads to no public host; name the host that everyone can reach"
    if not HOST.fullmatch(host):
        return "has no plain host name; write the host in letters, digits, hyphens and dots"
    return None
