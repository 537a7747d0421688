"""The ledger keeps the promise that an address never breaks."""

from conftest import ROOT

from generator.reading.ledger import LEDGER, moved
from generator.reading.library import Library
from generator.reading.source import read_catalogue
from generator.rules.ledger import published_addresses_lead_somewhere


def test_new_addresses_are_recorded(tiny):
    """What was published stays in the ledger, comments stay on top, and new addresses are added in
    order.
    """
    text = "# a comment\n/old/ -> /550/\n/550/\n"
    completed = tiny.addresses.recorded(text).splitlines()
    assert completed[0] == "# a comment"
    assert completed[1:] == sorted(completed[1:], key=lambda line: line.split(" -> ")[0])
    assert {
        "/old/ -> /550/",
        "/550/",
        "/5.1.1/",
        "/550-5.1.1/",
        "/x.1.1/",
        "/providers/example-mail/over-limit/",
        "/",
    } <= set(completed)
    assert tiny.addresses.recorded("\n".join(completed)).splitlines() == completed


def test_retired_addresses_lead_on():
    """An arrow in the ledger becomes a redirect."""
    assert moved("/a/\n/b/ -> /c/\n") == {"b/": "c/"}


def test_the_check_knows_the_addresses_that_pages_have(real):
    """What a rule takes for the address of an entry leads to the page of that entry."""
    library = Library(read_catalogue(ROOT)[0], ROOT / "catalog/registry")
    catalogue, addresses = real.catalogue, real.addresses
    entries = (catalogue.codes, catalogue.problems, catalogue.providers, catalogue.responses)
    found = {entry.file: entry.address for listed in entries for entry in listed.values()}
    for document in library.entries:
        address = library.address_of(document)
        if document.folder == "enhanced":
            assert address in addresses.aliases, address
        elif document.folder.startswith("replies-in"):
            assert address is None
        else:
            assert address == found[document.path], address


def test_the_check_knows_under_which_address_something_was_published(real):
    """Named in an entry, it is looked for where its page stands."""
    library = Library(read_catalogue(ROOT)[0], ROOT / "catalog/registry")
    catalogue = real.catalogue
    named = {
        "problem": catalogue.problems,
        "provider": catalogue.providers,
        "response": catalogue.responses,
        "category": catalogue.categories,
        "reply code": catalogue.replies,
        "enhanced status code": catalogue.enhanced,
        "code": catalogue.codes,
    }
    for what, entries in named.items():
        for name, entry in entries.items():
            assert library.published_as(what, name) == entry.address, (what, name)
    assert library.published_as("document", "RFC 5321") is None
    assert library.published_as("problem", "never-there") is None


def test_every_published_address_still_leads_somewhere(real):
    """The project's own ledger is kept."""
    text = (ROOT / LEDGER).read_text("utf-8")
    assert (
        list(published_addresses_lead_somewhere(text, real.addresses.pages, real.addresses.aliases))
        == []
    )
    assert len(text.splitlines()) > 1000
