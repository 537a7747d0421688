"""Scores the problems for the words of a text by the learnt weights.

docs/assets/lookup/model.js does the same in the browser, step for step: sums are made in the same
order, so that both give the same numbers.
"""

import math

from generator.lookup.packing import (
    STEPS,
    front_decoded,
    numbers,
    ungapped,
    unpacked,
    unpacked_weight,
)

FEW_WORDS, MANY = 10.0, 0.6  # the summed rarity of few known words; the share that is many
EVIDENCE, HALF = 9.0, 0.5  # the summed rarity of what tells something; or the share of words
NOTHING = (0.0, ())  # what a feature says that has no weights
ASIDE = 0.3  # how much the words count that stand beside the deciding line


class Model:
    """The learnt weights, as the index has them."""

    def __init__(self, index, further=None):
        """Takes the plain values of `index.json` and of what was learnt beyond it."""
        self.words, self.rarity, self._everyday = [], {}, set()
        self._bias = index["bias"]
        self._problems = len(index["problems"])
        self._features = self._read(index)
        self._further = self._read(further) if further else {}
        self._known = self._features | self._further

    def _read(self, part):
        """The features that a part has: {name: (rarity, [(problem, weight)])}; adds its words."""
        words = front_decoded(part["words"])
        rarity = (unpacked(digit) / STEPS for digit in part["rarity"])
        self.words += words
        self.rarity |= dict(zip(words, rarity, strict=True))
        self._everyday.update(words[at] for at in ungapped(part["everyday"]))
        names = list(self._named(part["features"]))
        rows = [[] for _ in names]
        levels = iter(part["features"]["levels"])
        for problem, gaps in enumerate(part["features"]["gaps"].split(" ")):
            for at in ungapped(gaps):
                rows[at].append((problem, unpacked_weight(next(levels), part["largest"])))
        return {name: (rarity, row) for (name, rarity), row in zip(names, rows, strict=True) if row}

    def _named(self, features):
        """Yields (name, rarity) of every word and of the pairs that it begins."""
        seconds = features["seconds"]
        at = 0
        for word, count in zip(self.words, numbers(features["pairs"]), strict=True):
            yield word, self.rarity[word]
            for _ in range(count):
                second = self.words[unpacked(seconds[2 * at : 2 * at + 2])]
                yield f"{word} {second}", unpacked(features["rarity"][at]) / STEPS
                at += 1

    def scores(self, lines, marks):
        """(the distance of each problem from its boundary, [(what it gave, feature, problem)]).

        `lines` are pairs of words and how much they count, the deciding ones first; `marks` are
        the features of the codes.
        """
        found = self._found(lines, marks)
        first = {name: much for name, much in found.items() if name in self._features}
        totals = [self._bias] * self._problems
        reasons = []
        for features, present in ((self._features, first), (self._further, found)):
            square = 0.0
            for name, much in present.items():
                square += (self._known[name][0] * much) ** 2
            norm = math.sqrt(square) or 1.0
            for name, much in present.items():
                rarity, weights = features.get(name, NOTHING)
                for problem, weight in weights:
                    given = rarity * much / norm * weight
                    totals[problem] += given
                    reasons.append((given, name, problem))
        return totals, reasons

    def known(self, lines):
        """How much of a text the model knows: the summed rarity of its words."""
        found = {word for words, _ in lines for word in words}
        return sum(self._known[word][0] for word in sorted(found) if word in self._known)

    def hardly_knows(self, lines):
        """Whether the model knows next to nothing of a text: few words, and not many of them."""
        words = {word for words, _ in lines for word in words}
        found = sum(word in self._known for word in words)
        return self.known(lines) < FEW_WORDS and found < MANY * len(words)

    def has_evidence(self, lines):
        """Whether there is enough in a text that not every text has: words and pairs that the model
        knows and that are not of everyday words alone.
        """
        words = {word for words, _ in lines for word in words}
        names = [name for name in self._found(lines, ()) if not self._is_everyday(name)]
        weight = sum(self._known[name][0] for name in names)
        known = sum(name in words for name in names)
        return weight >= EVIDENCE or known >= max(1, HALF * len(words))

    def _is_everyday(self, name):
        """Whether a word, or both of a pair, are everyday words."""
        return self._everyday.issuperset(name.split(" "))

    def _found(self, lines, marks):
        """{feature: how much it counts} for what the model knows of a text, in the text's order."""
        found = {}
        for words, much in lines:
            for at, word in enumerate(words):
                pair = f"{word} {words[at + 1]}" if at + 1 < len(words) else word
                for name in (word, pair):
                    if name in self._known:
                        found.setdefault(name, much)
        for name in marks:
            if name in self._known:
                found.setdefault(name, 1.0)
        return found
