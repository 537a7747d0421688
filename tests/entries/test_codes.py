"""Codes are frozen values: their order, their headings, and how often they were counted."""

import pytest

from generator.entries.codes import Evidence, sort_key


def test_codes_are_ordered_as_people_count():
    """Reply codes first, then enhanced codes by class, subject and detail as numbers."""
    assert sorted(["5.1.10", "5.1.2", "550", "4.2.2", "452"], key=sort_key) == [
        "452",
        "550",
        "4.2.2",
        "5.1.2",
        "5.1.10",
    ]


def test_every_class_of_a_family_is_a_code(tiny):
    """X.2.2 with classes 4 and 5 gives two pages; a range gives one, with all its members."""
    assert list(tiny.catalogue.enhanced) == [
        "5.1.1", "4.2.2", "5.2.2", "4.4.7", "5.7.1", "5.7.100", "5.7.200", "5.7.300",
    ]  # fmt: skip
    assert tiny.catalogue.code("5.7.102") is tiny.catalogue.enhanced["5.7.100"]
    assert tiny.catalogue.enhanced["5.7.100"].heading == "5.7.100 to 5.7.102"
    assert tiny.catalogue.enhanced["5.2.2"].heading == "5.2.2"


def test_a_code_inside_a_range_has_the_page_of_the_range(tiny):
    """Every single code leads to the code whose page tells of it."""
    assert tiny.catalogue.members["5.7.101"] == "5.7.100"
    assert tiny.catalogue.members["550"] == "550"


def test_what_holds_in_every_class_stands_once(tiny):
    """A family knows its subject, its detail, and the place of its heading."""
    family = tiny.catalogue.families["X.7.100"]
    assert (family.subject, family.detail, family.anchor) == ("7", "100", "x.7.100")


def test_pairs_are_those_of_the_registry_and_those_of_practice(tiny):
    """A class pairs with the registered reply codes of that class, and with those written at it."""
    assert tiny.catalogue.enhanced["5.1.1"].paired_codes == ("550",)  # as registered
    assert tiny.catalogue.enhanced["4.2.2"].paired_codes == ("452",)  # the registry gives none
    assert tiny.catalogue.enhanced["5.2.2"].paired_codes == ("550",)


@pytest.mark.parametrize(
    ("count", "percent"), [(1, "0.1"), (99, "9.9"), (100, "10"), (995, "100"), (494, "49")]
)
def test_shares_have_one_decimal_below_ten(count, percent):
    """Above, whole per cents tell enough."""
    assert Evidence(corpus="made-up", count=count, of=1000).percent == percent
