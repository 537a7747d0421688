"""Every address that was ever published leads to its page, in a browser without JavaScript."""

import re
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import pytest
from conftest import ROOT
from parsed import Document

from generator.reading.ledger import ledger_of, read

LONGEST = 3  # steps from an old address to its page
HOSTS = ("https://example.org/", "https://example.org/some/prefix/")


class Host:
    """A plain static host that serves the folder of a site below a prefix, as a browser sees it
    that runs no script.
    """

    def __init__(self, folder, home):
        """Takes the folder of the site and the address of its root."""
        self._folder = folder
        self._home = home
        self._read = {}

    def page(self, address):
        """(where it leads at once, its canonical address, the ids on it) for the page that the host
        has at a whole address; None where it would answer with 404.
        """
        if not address.startswith(self._home):
            return None
        path = unquote(urlsplit(address).path).removeprefix(urlsplit(self._home).path)
        if path not in self._read:
            file = self._folder / path / "index.html"
            self._read[path] = told(file.read_text("utf-8")) if file.is_file() else None
        return self._read[path]


def told(text):
    """What a page says of itself: where it leads at once, its canonical address, its ids."""
    if 'http-equiv="refresh"' not in text:
        return None, None, set(re.findall(r'\bid="?([^"\s>]+)', text))  # a page, parsed elsewhere
    page = Document(text)
    leads = [
        one.attributes["content"].partition("url=")[2]
        for one in page.named("meta")
        if one.attributes.get("http-equiv") == "refresh"
    ]
    canonical = [
        one.attributes["href"]
        for one in page.named("link")
        if one.attributes.get("rel") == "canonical"
    ]
    return (leads or [None])[0], (canonical or [None])[0], set()


def followed(host, address):
    """The whole address at which a browser comes to rest that was sent to `address`."""
    for _ in range(LONGEST):
        found = host.page(urldefrag(address).url)
        assert found, f"{address} is not there"
        leads, canonical, ids = found
        if leads is None:
            fragment = urldefrag(address).fragment
            assert not fragment or fragment in ids, f"{address} has no such place"
            return address
        assert canonical == leads, f"{address} tells search engines something else"
        address = urljoin(address, leads)
    raise AssertionError(f"{address} does not come to rest")


@pytest.mark.parametrize("home", HOSTS)
def test_every_line_of_the_ledger_leads_to_a_page(site, real, home):
    """An address of a page leads to that page; an alias and an arrow to what they promise."""
    host = Host(site, home)
    wrong = []
    for _, address, target in read(ledger_of(ROOT)):
        wanted = target if target is not None else real.addresses.aliases.get(address, address)
        try:
            found = followed(host, home + address)
        except AssertionError as error:
            found = str(error)
        if found != home + wanted:
            wrong.append(f"/{address}: {found}")
    assert wrong == []
