"""Makes the Markdown pages of the site and their plain texts, as (path, text) pairs."""

from functools import cache, partial

from generator.pages.assistants import assistants
from generator.pages.feet import footed
from generator.pages.guesses import guesses
from generator.pages.open_search import open_search
from generator.pages.pieces import Pieces
from generator.pages.plain import HEIGHT, names_of
from generator.pages.printed import Printer
from generator.pages.site import Site, path_of
from generator.pages.view import index
from generator.pages.views_codes import code_page
from generator.pages.views_lists import index_pages
from generator.pages.views_problems import problem_page
from generator.pages.views_providers import provider_page, response_page
from generator.pages.views_texts import text_lists
from generator.pages.words import counted
from generator.reading.made import Made, all_made, anew, digest

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
    site, codes = Site(links), links.catalogue.codes
    beside = site.digest(repository, links.digests.beside_responses)
    printer = Printer(site, beside, recall, home)
    for address, view_of, shown in ways(Pieces(links, repository), told):
        made_of = partial(printer.made_of, address, view_of, shown)
        if view_of.func in WITH_PLAIN_TEXT:
            made_of = cache(made_of)
            code = codes.get(address.rstrip("/"))
            for path in names_of(address, getattr(code, "members", ())):
                yield path, partial(printer.plain_text, view_of, made_of)
        yield path_of(address), partial(printer.page, view_of, made_of)
    yield from open_search(home)
    yield "assets/guesses.json", guesses(links.catalogue)
    yield "llms.txt", assistants(links.catalogue, home, HEIGHT)
    for alias, address in (links.addresses.aliases | moved).items():
        of = digest("redirect", alias, address)
        yield f"{alias}index.html", Made(of, partial(site.redirect, alias, address))


def views(pieces, told):
    """Yields the view of every page."""
    for _, view_of, _ in ways(pieces, told):
        yield view_of()


def ways(pieces, told):
    """Yields (address, function that gives the view, what it shows) for every page: there are
    thousands of entries, and what one of them shows is found when it is asked for.

    What a page shows is what of the responses it is made of: all that it lists, and of the others
    their codes and problems alone; the page of a response, itself and its twins. A test holds that
    it is nothing else. It is None for the few pages that may be made of everything.
    """
    catalogue, senders, outline = pieces.catalogue, pieces.links.senders, pieces.links.outline
    for view_of, entries, responses_of in (
        (code_page, catalogue.codes, senders.responses_with),
        (problem_page, catalogue.problems, senders.responses_meaning),
        (provider_page, catalogue.providers, senders.responses_from),
    ):
        for entry in entries.values():
            yield entry.address, partial(view_of, pieces, entry), (outline, responses_of(entry))
    for response in catalogue.responses.values():
        shown = response, pieces.links.pairs.twins(response)
        yield response.address, partial(response_page, pieces, response), shown
    for address, view_of, responses in text_lists(pieces):
        yield address, partial(footed_view, view_of, pieces.repository), (outline, responses)
    for lists in (index_pages(pieces), told_to_contributors(pieces.links, told)):
        for view in lists:
            yield view.address, partial(given, footed(view, pieces.repository)), None


def footed_view(view_of, repository):
    """The view that a function gives, with its foot."""
    return footed(view_of(), repository)


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
