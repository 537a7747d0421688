"""Makes the Markdown pages of the site and their plain texts, as (path, text) pairs."""

from dataclasses import fields
from functools import cache, partial

from generator.pages.assistants import assistants
from generator.pages.feet import footed
from generator.pages.guesses import guesses
from generator.pages.open_search import open_search
from generator.pages.pieces import Pieces
from generator.pages.plain import HEIGHT, plain_texts
from generator.pages.site import Site, path_of
from generator.pages.view import index
from generator.pages.views_codes import code_page
from generator.pages.views_lists import index_pages
from generator.pages.views_problems import problem_page
from generator.pages.views_providers import provider_page, response_page
from generator.pages.views_texts import text_lists
from generator.pages.words import counted
from generator.reading.made import Made, all_made, anew

WITH_PLAIN_TEXT = (code_page, problem_page)


def pages(*given):
    """Yields (path, text) for every generated page, plain text and redirect, all made; see
    `contents`.
    """
    yield from all_made(contents(*given))


def contents(links, told, moved, repository="", home="", recall=anew):
    """Yields (path, content) for every generated page, plain text and redirect; the content of a
    page is a function that gives it as `Made`, so that none is made that is there already.

    `told` is what contributors are told about the catalogue, a dict with `schemas` (the tables of
    fields) and `checks` (the rules in words); `moved` maps old addresses to new ones. `repository`
    and `home` are the addresses of the project's source and of the site, empty where unknown;
    `recall` may know what was found with a digest before.
    """
    site, pieces = Site(links), Pieces(links, repository)
    codes = links.catalogue.codes
    beside = site.digest([repository, all_but_responses(links.catalogue)])
    for address, view_of in ways(pieces, told):
        if view_of.func in WITH_PLAIN_TEXT:
            view_of = partial(given, view := view_of())
            code = codes.get(address.rstrip("/"))
            yield from plain_texts(view, getattr(code, "members", ()), home)
        if view_of.func is response_page:
            yield path_of(address), partial(page_of_response, site, view_of, beside, recall)
        else:
            yield path_of(address), partial(page, site, view_of)
    yield from open_search(home)
    yield "assets/guesses.json", guesses(links.catalogue)
    yield "llms.txt", assistants(links.catalogue, home, HEIGHT)
    for alias, address in (links.addresses.aliases | moved).items():
        yield site.redirect(alias, address)


def page(site, view_of):
    """The page of a view, which a function gives."""
    view = view_of()
    return Made(site.made_of(view), partial(site.text, view))


def page_of_response(site, view_of, beside, recall):
    """The same of a response, of which there are thousands: by what its view is made of, the view's
    digest is known without the view. `beside` is a digest of all that is no response; of the other
    responses a page shows its twins alone, and a test holds that it does.
    """
    pieces, response = view_of.args
    view_of = cache(view_of)  # where both are wanted, one view is made
    shown = site.digest([beside, response, pieces.links.pairs.twins(response)])
    return Made(recall(shown, lambda: site.made_of(view_of())), lambda: site.text(view_of()))


def all_but_responses(catalogue):
    """Everything in a catalogue that is no response, by name."""
    every = {part.name: getattr(catalogue, part.name) for part in fields(catalogue)}
    return {name: part for name, part in every.items() if name != "responses"}


def views(pieces, told):
    """Yields the view of every page."""
    for _, view_of in ways(pieces, told):
        yield view_of()


def ways(pieces, told):
    """Yields (address, function that gives the view) for every page: there are thousands of
    entries, and what one of them shows is found when it is asked for.
    """
    catalogue = pieces.catalogue
    for view_of, entries in (
        (code_page, catalogue.codes),
        (problem_page, catalogue.problems),
        (provider_page, catalogue.providers),
        (response_page, catalogue.responses),
    ):
        for entry in entries.values():
            yield entry.address, partial(view_of, pieces, entry)
    for lists in (
        text_lists(pieces),
        index_pages(pieces),
        told_to_contributors(pieces.links, told),
    ):
        for view in lists:
            yield view.address, partial(given, footed(view, pieces.repository))


def fields_of(schema):
    """A schema's name, title and fields, each field with whether it is needed in words."""
    name, title, rows = schema
    return name, title, tuple((row, "yes" if row["required"] else "no") for row in rows)


def given(view):
    """A view that is there."""
    return view


def told_to_contributors(links, told):
    """The pages about fields and rules."""
    above = ("contribute/", "Contribute")
    yield index(
        "fields.md", "contribute/fields/", "Fields of the catalogue",
        "Every field of every kind of entry, with its allowed values.", "contribute/",
        (above, ("contribute/fields/", "Fields")), schemas=tuple(map(fields_of, told["schemas"])),
        total=counted(sum(len(rows) for _, _, rows in told["schemas"]), "field"),
    )  # fmt: skip
    yield index(
        "checks.md", "contribute/checks/", "What is checked",
        "Every rule that an entry of the catalogue is held to, in one sentence each.",
        "contribute/",
        (above, ("contribute/checks/", "What is checked")), checks=told["checks"],
        unsourced=f"{len(links.senders.unsourced)} of "
        f"{counted(len(links.catalogue.responses), 'text')}",
    )  # fmt: skip
