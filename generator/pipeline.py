"""The flow on one screen: files -> documents -> entries -> links -> pages and data."""

import os
from pathlib import Path

from generator.api import documents as data
from generator.entries.build import build_catalogue
from generator.exports import documents as exports
from generator.links.links import Links
from generator.lookup import index as lookup
from generator.pages import pages
from generator.pages.feet import hand_written
from generator.pages.pictures import pictures
from generator.publish.joined import joined
from generator.publish.output import clashes
from generator.reading.hand_written import read_hand_written
from generator.reading.ledger import ledger_of, moved
from generator.reading.library import Library
from generator.reading.made import all_made, anew
from generator.reading.mistakes import Mistake, Unusable
from generator.reading.shape import Schemas
from generator.reading.source import read_catalogue
from generator.rules import ledger, rulebook


def check(root, read=read_catalogue, recall=anew):
    """Returns the `Links` of the catalogue below `root`, or None, and all mistakes, sorted; `read`
    reads its files, and may know some of them, and `recall` what rules found.

    Each stage is applied only to what passed the one before: with fields missing, what a rule
    of sense would say is noise. The rule on published addresses comes last: it needs the links.
    """
    try:
        return checked(root, read, recall)
    except Unusable as unusable:
        return None, [unusable.mistake]


def checked(root, read, recall):
    """The same; raises `Unusable` where a file is unfit without which nothing can be checked."""
    folder = Path(root) / "catalog"
    found, mistakes = read(root)
    mistakes.extend(read_hand_written(root)[1])
    schemas = Schemas(folder / "schema")
    for document in found:
        mistakes.extend(schemas.mistakes(document))
    if mistakes:
        return None, sorted(set(mistakes))
    library = Library(found, folder / "registry")
    mistakes = sorted(set(rulebook.mistakes(library, recall)))
    if mistakes:
        return None, mistakes
    links = Links(build_catalogue(library))
    addresses = links.addresses
    return links, sorted(
        ledger.published_addresses_lead_somewhere(
            ledger_of(root), addresses.pages, addresses.aliases
        )
    )


def generate(root, check=check, recall=anew):
    """Returns all that MkDocs reads, as a dict of path to content or None, and all mistakes; a
    content is a text, bytes, or a function that gives what `output.mirror` makes a file of.
    `recall` may know what was found with a digest before.
    """
    links, mistakes = check(root)
    if mistakes:
        return None, mistakes
    learnt = lookup.contents(links, Path(root) / "build/lookup")
    home = address_of_the_site()
    documents = data.contents(links, home, recall)
    made = [*documents, *exports.contents(links, home), *learnt, *pictures(links.catalogue)]
    return assembled(root, links, made, recall)


def generate_pages(root):
    """The same of the pages alone, all made, which takes seconds: nothing is learnt for the
    lookup.
    """
    links, mistakes = check(root)
    files, mistakes = (None, mistakes) if mistakes else assembled(root, links, [])
    return files and dict(all_made(files.items())), mistakes


def assembled(root, links, made, recall=anew):
    """The pages and what else is `made` as a dict of path to content, or None, and the mistakes
    that only the pages show.
    """
    told = told_to_contributors(root)
    repository, home = os.environ.get("REPO_URL", ""), address_of_the_site()
    arrows = moved(ledger_of(root))
    written_pages = pages.contents(links, told, arrows, repository, home, recall)
    generated = once([*written_pages, *made])
    written = hand_written(joined(read_hand_written(root)[0]), repository)
    mistakes = list(ledger.anchors_of_arrows_exist(ledger_of(root), generated | written))
    mistakes += [
        Mistake(
            f"docs/{path}", 1, 1, "the catalogue makes a page at this place too; rename this one"
        )
        for path in clashes(written, generated)
    ]
    return (None, mistakes) if mistakes else (written | generated, [])


def address_of_the_site():
    """The address at which the site is published, ending in a slash; empty where nobody told it."""
    address = os.environ.get("SITE_URL", "").rstrip("/")
    return f"{address}/" if address else ""


def told_to_contributors(root):
    """What contributors are told about the catalogue: the tables of fields, the rules in words."""
    schemas = Schemas(Path(root) / "catalog/schema")
    return {"schemas": list(schemas.field_tables()), "checks": rulebook.statements()}


def once(files):
    """(path, content) pairs as a dict; raises `ValueError` for a path that is made twice."""
    made = {}
    for path, content in files:
        if path in made:
            raise ValueError(f"two pages have the path {path}; give one another address")
        made[path] = content
    return made
