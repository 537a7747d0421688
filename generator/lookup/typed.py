"""What somebody typed instead of pasting: a code in any spelling, a provider, a word or two with
typing errors, the name of a page.

docs/assets/lookup/typed.js does the same in the browser.
"""

import re

from generator.lookup.normalise import clean

LONGEST = 100  # characters; what is longer was not typed
MOST_WORDS = 14
FILLERS = frozenset(
    (  # noqa: SIM905
        "a about an and bounc cod doe dsn enhanc err error esmtp for have how i in is it mail "
        "mean messag ndr of on reason repli respons should smtp statu the to try what when "
        "why with will again do my retry retri after email e s permanen temporar can and or vs "
        "versus compar comparis differen between"
    ).split()
)


def is_typed(text):
    """Whether a text was typed: one short line."""
    text = text.strip()
    return len(text) <= LONGEST and "\n" not in text and len(text.split(" ")) <= MOST_WORDS


class Typed:
    """The names of providers and pages, as `names.json` has them."""

    def __init__(self, names):
        """Takes the plain value of `names.json`."""
        self._providers = {}
        for provider in names["providers"]:
            for name in (provider["id"], *provider["names"], *provider["hosts"]):
                self._providers.setdefault(plain(name), provider["id"])
        titles = [title.split(" ") for title in names["titles"]]
        self._titles = [(page, frozenset(words)) for page, *words in titles]

    def provider(self, text):
        """The provider that is called so, or None."""
        return self._providers.get(plain(text)) if plain(text) else None

    def pages(self, words):
        """The pages that have all of some words in their title, the shortest title first."""
        wanted = frozenset(words)
        found = [(len(title), page) for page, title in self._titles if wanted and wanted <= title]
        return list(dict.fromkeys(page for _, page in sorted(found)))

    def has_page(self, page):
        """Whether a page can be found by its name."""
        return any(page == one for one, _ in self._titles)

    def is_called(self, page, words):
        """Whether a page's title has some words and no others; codes go by their numbers."""
        return not page[:1].isdigit() and (page, frozenset(words)) in self._titles


def plain(name):
    """A name without what people leave out: `gmail.com` and `Gmail com` are one."""
    return re.sub("[^a-z0-9\u00c0-\u024f\u0370-\u9fff]", "", name.lower())


def repaired(words, is_known, rarity):
    """The words, those that are unknown replaced by one of the index with one letter less, more,
    changed or exchanged; `rarity` is {word: how rare}.
    """
    return [word if is_known(word) else nearest(word, rarity) for word in words]


def nearest(word, known):
    """The commonest known word one letter away, or the word itself."""
    if len(word) < 3 or re.search("[0-9]", word):
        return word
    best = None
    for other, rarity in known.items():
        near = abs(len(other) - len(word)) < 2 and len(other) > 3 and one_letter_away(word, other)
        if near and (best is None or (rarity, other) < best):
            best = (rarity, other)
    return best[1] if best else word


def one_letter_away(one, other):
    """Whether one edit makes the words equal."""
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    rest, more = one[start:], other[start:]
    swapped = rest[1:2] + rest[:1] + rest[2:]
    return rest[1:] == more[1:] or rest == more[1:] or rest[1:] == more or swapped == more


def typed_line(text):
    """The typed text as one line."""
    return " ".join(clean(text).split())
