"""Makes the Markdown pages of the site, as (path, text) pairs."""

from generator.pages.pieces import Pieces
from generator.pages.site import Site
from generator.pages.view import index
from generator.pages.views_codes import code_page
from generator.pages.views_lists import index_pages
from generator.pages.views_problems import problem_page
from generator.pages.views_providers import provider_page, response_page
from generator.pages.views_texts import text_lists


def pages(links, told, moved, repository=""):
    """Yields (path, text) for every generated page and every redirect.

    `told` is what contributors are told about the catalogue, a dict with `schemas` (the tables of
    fields) and `checks` (the rules in words); `moved` maps old addresses to new ones.
    """
    site = Site(links)
    for view in views(Pieces(links, repository), told):
        yield site.page(view)
    for alias, address in (links.addresses.aliases | moved).items():
        yield site.redirect(alias, address)


def views(pieces, told):
    """Yields the view of every page."""
    catalogue = pieces.catalogue
    yield from (code_page(pieces, code) for code in catalogue.codes.values())
    yield from (problem_page(pieces, problem) for problem in catalogue.problems.values())
    yield from (provider_page(pieces, provider) for provider in catalogue.providers.values())
    yield from (response_page(pieces, response) for response in catalogue.responses.values())
    yield from text_lists(pieces)
    yield from index_pages(pieces)
    yield from told_to_contributors(told)


def told_to_contributors(told):
    """The pages about fields and rules."""
    above = ("contribute/", "Contribute")
    yield index(
        "fields.md", "contribute/fields/", "Fields of the catalogue",
        "Every field of every kind of entry, with its allowed values.", "About",
        (above, ("contribute/fields/", "Fields")), schemas=told["schemas"],
    )  # fmt: skip
    yield index(
        "checks.md", "contribute/checks/", "What is checked",
        "Every rule that an entry of the catalogue is held to, in one sentence each.", "About",
        (above, ("contribute/checks/", "What is checked")), checks=told["checks"],
    )  # fmt: skip
