"""Makes the Markdown pages of the site and their plain texts, as (path, text) pairs."""

from generator.pages.assistants import assistants
from generator.pages.feet import footed
from generator.pages.guesses import guesses
from generator.pages.open_search import open_search
from generator.pages.pieces import Pieces
from generator.pages.plain import HEIGHT, plain_texts
from generator.pages.site import Site
from generator.pages.view import index
from generator.pages.views_codes import code_page
from generator.pages.views_lists import index_pages
from generator.pages.views_problems import problem_page
from generator.pages.views_providers import provider_page, response_page
from generator.pages.views_texts import text_lists
from generator.pages.words import counted


def pages(links, told, moved, repository="", home=""):
    """Yields (path, text) for every generated page, plain text and redirect.

    `told` is what contributors are told about the catalogue, a dict with `schemas` (the tables of
    fields) and `checks` (the rules in words); `moved` maps old addresses to new ones. `repository`
    and `home` are the addresses of the project's source and of the site, empty where unknown.
    """
    site = Site(links)
    enhanced = links.catalogue.enhanced
    for view in views(Pieces(links, repository), told):
        yield site.page(view)
        code = enhanced.get(view.address.rstrip("/"))
        yield from plain_texts(view, code.members if code else (), home)
    yield from open_search(home)
    yield "assets/guesses.json", guesses(links.catalogue)
    yield "llms.txt", assistants(links.catalogue, home, HEIGHT)
    for alias, address in (links.addresses.aliases | moved).items():
        yield site.redirect(alias, address)


def views(pieces, told):
    """Yields the view of every page."""
    for view in every_view(pieces, told):
        yield footed(view, pieces.repository)


def every_view(pieces, told):
    """The same, without the feet of pages that are not an entry's."""
    catalogue = pieces.catalogue
    yield from (code_page(pieces, code) for code in catalogue.codes.values())
    yield from (problem_page(pieces, problem) for problem in catalogue.problems.values())
    yield from (provider_page(pieces, provider) for provider in catalogue.providers.values())
    yield from (response_page(pieces, response) for response in catalogue.responses.values())
    yield from text_lists(pieces)
    yield from index_pages(pieces)
    yield from told_to_contributors(pieces.links, told)


def told_to_contributors(links, told):
    """The pages about fields and rules."""
    above = ("contribute/", "Contribute")
    yield index(
        "fields.md", "contribute/fields/", "Fields of the catalogue",
        "Every field of every kind of entry, with its allowed values.", "contribute/",
        (above, ("contribute/fields/", "Fields")), schemas=told["schemas"],
        total=counted(sum(len(rows) for _, _, rows in told["schemas"]), "field"),
    )  # fmt: skip
    yield index(
        "checks.md", "contribute/checks/", "What is checked",
        "Every rule that an entry of the catalogue is held to, in one sentence each.",
        "contribute/",
        (above, ("contribute/checks/", "What is checked")), checks=told["checks"],
        unsourced=len(links.senders.unsourced), texts=len(links.catalogue.responses),
    )  # fmt: skip
