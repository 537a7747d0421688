"""Where the words of the glossary stand in a text, and which terms belong together."""

import re
from dataclasses import dataclass
from functools import cached_property

from generator.entries.vocabularies import Term

WHOLE_WORDS = r"(?<![\w@-])(?<!\w\.)(?:{})(?![\w@-])(?!\.\w)"  # nor parts of names and addresses


@dataclass(frozen=True)
class Use:
    """The place in a text, from `start` to `end`, at which a term is used."""

    start: int
    end: int
    term: Term


class Glossary:
    """The terms of a catalogue, and where a page's text uses them."""

    def __init__(self, catalogue):
        """Takes the `Catalogue`."""
        self._terms = catalogue.glossary
        self._uses_in = {}  # pages share steps and meanings: each text is searched once

    def related(self, term):
        """The terms that belong to a term, in the order of the glossary, whichever of the two
        names the other.
        """
        return tuple(
            other
            for other in self._terms.values()
            if other.id in term.related or term.id in other.related
        )

    def first_uses(self, text, known=()):
        """The first `Use` of every term in a plain text, in the order of the text.

        Whole words alone count, and the longest form at a place: “bounce” is not found inside
        “soft bounce”. `known` are the ids of terms that the page has linked already.
        """
        if text not in self._uses_in:
            found = {}
            for match in self._pattern.finditer(text):
                term = self._term_of_form[match[0]]
                found.setdefault(term.id, Use(match.start(), match.end(), term))
            self._uses_in[text] = tuple(found.values())
        return tuple(use for use in self._uses_in[text] if use.term.id not in known)

    def pieces(self, text, known=()):
        """Yields (piece, term) for a plain text cut at the first uses of terms; the term is None
        between them, and the pieces together are the text.
        """
        end = 0
        for use in self.first_uses(text, known):
            if use.start > end:
                yield text[end : use.start], None
            yield text[use.start : use.end], use.term
            end = use.end
        if end < len(text):
            yield text[end:], None

    @cached_property
    def _term_of_form(self):
        return {
            written: term
            for term in self._terms.values()
            for form in term.all_forms
            for written in (form, form[0].upper() + form[1:])  # a sentence may begin with it
        }

    @cached_property
    def _pattern(self):
        longest_first = sorted(self._term_of_form, key=lambda form: (-len(form), form))
        return re.compile(WHOLE_WORDS.format("|".join(map(re.escape, longest_first))))
