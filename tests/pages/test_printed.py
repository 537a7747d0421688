"""Templates print whatever views give: no link and no words of a view are lost on the way."""

import dataclasses
import re
from itertools import chain

import pytest
from conftest import NOTHING_TOLD

from generator.entries.sources import Page
from generator.pages import pages
from generator.pages.markup import relative
from generator.pages.pieces import Pieces
from generator.pages.site import Site
from generator.pages.view import Chip, Link

EVERY = 40  # of the responses, whose pages are all alike
NOT_LINKED = {  # (template, what) that heads its own page, or says which part is folded
    ("category.md", "category"), ("class.md", "reply_class"), ("code.md", "folded.texts"),
    ("problems.md", "groups"), ("provider.md", "provider"),
    ("subject.md", "subject"),
}  # fmt: skip
NOT_SHOWN = {  # (view, field) whose words stand only beside something else, or choose a text
    ("Causes", "more"), ("ClassMap", "more"), ("CodePage", "paired_lead"),
    ("CodePage", "steps"), ("ProviderPage", "total"), ("Reply", "case"),
}  # fmt: skip
EXPLAINED = {"1xx/", "classes/", "not-smtp-codes/"}  # say that the RFCs write 5yz for 5xx
FOLDED = {"folded", "whole"}  # causes without room tell their problem and its texts alone


@pytest.fixture(scope="module")
def printed(real):
    """(view, its page) of the project's own catalogue, but for most of the responses."""
    site, responses, made = Site(real), 0, []
    for view in pages.views(Pieces(real, "https://example.org/project"), NOTHING_TOLD):
        responses += view.template == "response.md"
        if view.template != "response.md" or responses % EVERY == 0:
            made.append((view, site.text(view)))
    return made


def parts(value):
    """The values directly inside a value: of views and of what holds them, not of entries."""
    if isinstance(value, dict):
        return value.items()
    if isinstance(value, list | tuple):
        return (("", one) for one in value)
    if type(value).__module__.startswith("generator.pages"):
        return ((part.name, getattr(value, part.name)) for part in dataclasses.fields(value))
    return ()


def linked(value, path=()):
    """Yields (path of fields, address) of every place that a view names."""
    if isinstance(value, Link | Chip | Page):
        yield path, value.address
    for name, part in () if isinstance(value, Link | Chip) else parts(value):
        yield from linked(part, (*path, name) if name else path)


def said(value):
    """Yields (view, field, text) of every text in a view, but for what has no room."""
    for name, part in parts(value):
        if name in FOLDED or isinstance(part, Link):
            continue
        for text in part if isinstance(part, tuple) else (part,):
            if isinstance(text, str) and name and not isinstance(value, dict):
                yield type(value).__name__, name, text
        yield from said(part)


def unescaped(page):
    """The source of a page with its characters instead of references to them."""
    return re.sub(r"&#(\d+);", lambda found: chr(int(found[1])), page)


def words_of(page):
    """The words of a page, without its elements."""
    return unescaped(re.sub(r"<[^>]*>", "", page))


def test_every_place_that_a_view_names_is_linked(printed):
    """Signs of codes, links and entries; what is excepted has to be."""
    excepted = set()
    for view, page in printed:
        found = set(re.findall(r'href="([^"]*)"', page))
        for path, address in linked(view.values):
            if relative(view.address, address) not in found:
                what = ".".join(path[-2:] if path[-1] == "texts" else path[-1:])
                assert (view.template, what) in NOT_LINKED, (view.address, path, address)
                excepted.add((view.template, what))
    assert excepted == NOT_LINKED


def test_a_counted_cause_tells_its_share(printed):
    """Behind its problem, with a bar where it is open and without one where it is folded."""
    told = {"shown": 0, "folded": 0}
    for view, page in printed:
        causes = view.values["view"].causes if view.template == "code.md" else None
        for place in told if causes else ():
            for cause in getattr(causes, place):
                if cause.share:
                    told[place] += 1
                    there = relative(view.address, cause.problem.address)
                    share = re.search(
                        rf'<li><a href="{re.escape(there)}">[^<]*</a> <b>([^<]*)</b>(<svg)?', page
                    )
                    assert unescaped(share[1]) == cause.share, (view.address, there)
                    assert bool(share[2]) == (place == "shown" or not cause.texts)
    assert all(told.values())


def test_all_that_a_view_says_is_shown(printed):
    """Every text of every view, entries apart; what is excepted has to be."""
    excepted = set()
    for view, page in printed:
        shown = " ".join(chain(unescaped(page).split(), ["|"], words_of(page).split()))
        for kind, name, text in said(view.values):
            if " ".join(text.split()) not in shown:
                assert (kind, name) in NOT_SHOWN, (view.address, kind, name, text)
                excepted.add((kind, name))
    assert excepted == NOT_SHOWN


def test_a_class_is_written_in_one_way(printed):
    """As 5xx, which most people write; the RFCs' way stands where it is explained."""
    found = {view.address for view, page in printed if re.search(r"\b[1-5]yz\b", words_of(page))}
    assert found == EXPLAINED


def test_every_page_but_home_begins_with_its_way(printed):
    """Above its heading, which is the only one of its kind."""
    for view, page in printed:
        body = page.split("---\n\n", 1)[1].lstrip()
        assert not view.trail or body.startswith('<nav class="crumbs"'), view.address
        assert body.count("<h1 ") == 1 and not re.search("^# ", body, re.MULTILINE), view.address
