"""Whatever a template can print stands on an expected page: the tiny catalogue has an entry for it,
or a list that is long.
"""

import re
import sys

import pytest
from conftest import ROOT, compare
from jinja2.ext import Extension
from test_pages import REPOSITORY, TOLD

from generator.pages import markup, pages

LONG = ROOT / "tests/expected/long"
LIMITS = {  # by which the shortest list is long, and who is asked for on the home page
    "ALL_SHOWN": 1, "FEW_CITED": 1, "FILTERED": 1, "FIRST": 1, "GROUPED": 1, "LISTED_SENDERS": 1,
    "LONGEST": 1, "LONGEST_OF_PROVIDER": 1, "LONG_STRIP": 1, "NEIGHBOURS": 1, "SHOWN_CAUSES": 1,
    "SHOWN_WORDS": 1, "HELD": ("example-mail", "example-service"),
}  # fmt: skip
ALL = {"if": {"yes", "no"}, "for": {"many"}}  # what has to come of a condition and of a loop
CONDITION = re.compile(r"(\{% (?:el)?if |\{\{[^{}]*? if )(.+?)(?= else | %}| }})")
LOOP = re.compile(r"(\{% for [\w, ]+ in )(.+?)(?= %})")
UNSEEN = {  # what the rules keep out of so small a catalogue, or what none can be without
    "code.md: for view.anatomy.registration": {"many"},
    "code.md: if view.anatomy.document": {"no"},
    "home.md: if always": {"no"},
    "parts/card.md: if card.first": {"no"},
    "problem.md: for view.translated": {"many"},
    "problem.md: if view.translated": {"no"},
    "response.md: if view.source.unsourced": {"yes"},
    "response.md: if view.source.url": {"no"},
}


@pytest.fixture
def long(monkeypatch):
    """Makes every list long."""
    met = set()
    for name, module in sys.modules.items():
        if name.startswith(("generator.pages.", "generator.links.")):
            for limit in LIMITS.keys() & vars(module).keys():
                monkeypatch.setattr(module, limit, LIMITS[limit])
                met.add(limit)
    assert met == LIMITS.keys()


def made_of(links):
    """{path: text} of all pages."""
    return dict(pages.pages(links, TOLD, {"old/": "550/"}, REPOSITORY))


def test_long_lists_are_the_expected_ones(tiny, request):
    """Of every page that has one, byte for byte."""
    short = made_of(tiny)
    request.getfixturevalue("long")
    made = {path: text for path, text in made_of(tiny).items() if short.get(path) != text}
    for path, text in made.items():
        compare(LONG / path, text)
    there = {file.relative_to(LONG).as_posix() for file in LONG.rglob("*") if file.is_file()}
    assert there == made.keys()


def test_every_branch_of_a_template_is_taken(tiny, monkeypatch, request):
    """Every condition is met and is not met, and every loop has more than one turn; what is
    excepted has to be.
    """
    seen = {}  # {(template, line, condition or loop): what came of it}

    def met(place, value):
        seen[place].add("yes" if value else "no")
        return value

    def turns(place, values):
        seen[place].add("many" if len(values) > 1 else "few")
        return values

    class Watched(Extension):
        """Lets every condition and loop of a template tell what comes of it."""

        def preprocess(self, source, name, filename=None):
            for way, word, call in ((CONDITION, "if", "met"), (LOOP, "for", "turns")):

                def telling(found, word=word, call=call):
                    line = found.string.count("\n", 0, found.start())
                    place = (name, line, f"{word} {found[2]}")
                    seen.setdefault(place, set())
                    return f"{found[1]}{call}({place!r}, {found[2]})"

                source = way.sub(telling, source)
            return source

    environment = markup.environment()
    environment.add_extension(Watched)
    environment.globals |= {"met": met, "turns": turns}
    monkeypatch.setattr(markup, "environment", lambda: environment)
    made_of(tiny)
    request.getfixturevalue("long")
    made_of(tiny)
    missing = {
        f"{name}: {what}": left
        for (name, _, what), came in seen.items()
        if (left := ALL[what.split()[0]] - came)
    }
    assert missing == UNSEEN
