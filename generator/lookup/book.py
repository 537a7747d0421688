"""The numbers by which the documents of the lookup name words and problems."""

from generator.lookup.packing import STEPS, gapped, packed, packed_weight, varied

RARE = 6.0  # the rarity of a word that no example has


class Book:
    """The numbers by which an index names words and problems."""

    def __init__(self, words, problems, rarity):
        """Takes the words and the problems' ids in their order, and the rarities of features."""
        self.problems = problems
        self._words = {word: number for number, word in enumerate(words)}
        self._rarity = rarity

    def rarity(self, feature):
        """How rare a feature is, in steps."""
        return int(STEPS * self._rarity.get(feature, RARE))

    def spelled(self, words):
        """Words as numbers of two digits each."""
        return "".join(packed(self._words[word], 2) for word in words)

    def features(self, weights, largest):
        """What every word weighs, and every pair that it begins, in columns that pack well: of each
        word how many pairs, of each pair the second word and the rarity; and for each problem the
        words and pairs that say something about it, as the gaps between, and the level of each.
        """
        pairs = {word: [] for word in self._words}
        for feature in sorted(weights):
            one, _, two = feature.partition(" ")
            pairs[one] += [two] if two else []
        every = [(word, two) for word, found in pairs.items() for two in found]
        names = [
            name
            for word, found in pairs.items()
            for name in (word, *(f"{word} {two}" for two in found))
        ]
        columns = [
            [
                (at, weights[name][one])
                for at, name in enumerate(names)
                if one in weights.get(name, ())
            ]
            for one in self.problems
        ]
        return {
            "pairs": "".join(varied(len(found)) for found in pairs.values()),
            "seconds": self.spelled(two for _, two in every),
            "rarity": "".join(packed(self.rarity(f"{one} {two}"), 1) for one, two in every),
            "gaps": " ".join(gapped(at for at, _ in column) for column in columns),
            "levels": "".join(
                packed_weight(weight, largest) for column in columns for _, weight in column
            ),
        }

    def phrases(self, problem, phrases):
        """The phrases that a problem claims, alone or beside others."""
        return " ".join(
            sorted(self.spelled(words) for words in phrases if problem in phrases[words])
        )
