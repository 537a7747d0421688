"""What a source is called and where it is read; and that whatever has a page has an address."""

import pytest

from generator.entries.sources import Page, Source


@pytest.mark.parametrize(
    ("written", "label", "address"),
    [
        (
            {"document": "RFC 5321", "section": "4.2.3"},
            "RFC 5321, section 4.2.3",
            "https://www.rfc-editor.org/rfc/rfc5321#section-4.2.3",
        ),
        (
            {"document": "RFC 5321", "section": "appendix F.1"},
            "RFC 5321, appendix F.1",
            "https://www.rfc-editor.org/rfc/rfc5321#appendix-F.1",
        ),
        ({"document": "RFC 5321"}, "RFC 5321", "https://www.rfc-editor.org/rfc/rfc5321"),
        ({"title": "Its page", "url": "https://example.org/"}, "Its page", "https://example.org/"),
    ],
)
def test_a_source_is_a_place_in_a_document_or_a_page(written, label, address):
    """A document is read at the RFC Editor's, at the section; a page has title and address."""
    source = Source(**written)
    assert (source.label, source.address) == (label, address)


def test_whatever_has_a_page_tells_its_address():
    """A kind of page without an address of its own cannot be made."""
    with pytest.raises(TypeError, match=r"abstract method .*address"):
        type("Homeless", (Page,), {})()


def test_addresses_are_below_the_root_and_end_in_a_slash(real):
    """Or in a place on such a page; no two entries have the same."""
    catalogue = real.catalogue
    listed = (
        catalogue.codes, catalogue.problems, catalogue.providers, catalogue.responses,
        catalogue.categories, catalogue.classes, catalogue.subjects, catalogue.glossary,
        catalogue.comparisons,
    )  # fmt: skip
    entries = [entry for every in listed for entry in every.values()]
    addresses = [entry.address for entry in entries]
    assert len(set(addresses)) == len(addresses)
    for address in addresses:
        page, _, place = address.partition("#")
        assert page.endswith("/") and not page.startswith("/") and " " not in address
        assert bool(place) == page.startswith("glossary/")
