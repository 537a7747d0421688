"""A list that is too long for one page goes on elsewhere, and nothing of it gets lost."""

import re

import pytest
from conftest import NOTHING_TOLD

from generator.links import lists
from generator.links.links import Links
from generator.pages import pages
from generator.pages.pieces import Pieces
from generator.pages.site import path_of

HREF = re.compile(r'href="([^"]+)"')
ANCHOR = re.compile(r'(?:id="|\{ #)([\w-]+)')


def texts_on(links, paths):
    """The addresses of responses to which the pages at some paths lead."""
    made = dict(pages.pages(links, NOTHING_TOLD, {}))
    found = [href.replace("../", "") for path in paths for href in HREF.findall(made[path])]
    return {one.address for one in links.catalogue.responses.values()} & set(found), made


@pytest.fixture
def whole(tiny, monkeypatch):
    """The pages as they are; after that a page has one text: the tiny catalogue is large then."""
    made = dict(pages.pages(tiny, NOTHING_TOLD, {}))
    monkeypatch.setattr(lists, "LONGEST", 1)
    monkeypatch.setattr(lists, "LONGEST_OF_PROVIDER", 1)
    monkeypatch.setattr(lists, "FIRST", 1)
    return made


def test_long_lists_go_on_elsewhere_with_every_text(tiny, whole):
    """Each page has at most so many texts, together they have all; every group's anchor stays on
    the list's own page; every page is among the addresses that the ledger records.
    """
    links = Links(tiny.catalogue)
    parts = list(links.lists.all_parts())
    assert any(part.count > 1 for part in parts)
    assert {part.address for part in parts} <= links.addresses.pages
    for part in parts:
        there, made = texts_on(links, [path_of(part.address)])
        assert there == {one.address for one in part.responses} and len(there) == 1
    for entry in (*links.catalogue.codes.values(), *links.catalogue.problems.values()):
        if not links.lists.parts(entry):
            continue
        path = path_of(links.addresses.list_of_texts(entry))
        assert set(ANCHOR.findall(whole[path])) == set(ANCHOR.findall(made[path]))
        every = [part for them in links.lists.parts(entry).values() for part in them]
        there, _ = texts_on(links, [path, *(path_of(part.address) for part in every)])
        groups = links.lists.groups(entry)
        assert there == {one.address for _, them in groups for one in them}


def test_pages_have_what_the_addresses_tell(tiny, whole):
    """No page is made at an address that is not among them, and none lacks."""
    links = Links(tiny.catalogue)
    made = {view.address for view in pages.views(Pieces(links), NOTHING_TOLD)}
    assert {part.address for part in links.lists.all_parts()} <= made <= links.addresses.pages


def test_groups_stand_in_an_order_of_their_own(real):
    """Of a provider the most frequent problem first, of a problem by kind of provider, of a code as
    its causes stand; a group keeps the order of the whole list.
    """
    catalogue, senders = real.catalogue, real.senders
    kinds = [label.value for label in catalogue.labels if label.field == "provider_kind"]
    for provider in catalogue.providers.values():
        groups = real.lists.groups(provider)
        sizes = [len(them) for _, them in groups]
        assert sizes == sorted(sizes, reverse=True), provider.id
        for problem, them in groups:
            every = senders.responses_from(provider)
            assert them == tuple(one for one in every if one.problem == problem)
    for problem in catalogue.problems.values():
        places = [kinds.index(kind) for kind, _ in real.lists.groups(problem)]
        assert places == sorted(set(places)), problem.id
    for code in catalogue.codes.values():
        listed = [problem.id for problem, _ in senders.texts_of(code)]
        assert [group for group, _ in real.lists.groups(code)] == listed, code.code
