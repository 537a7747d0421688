"""Finds in a text what servers are known to say: the phrases of problems and codes, word for word.

docs/assets/lookup/phrases.js does the same in the browser.
"""

from generator.lookup.packing import unpacked


class Phrases:
    """The phrases as the index has them: how much each weighs, and the problems that claim it."""

    def __init__(self, index, words, rarity):
        """Takes the plain value of `index.json`, its words and how rare each is."""
        self._claims = {}
        self._longest = 0
        for packed in index["phrases"].split(" "):
            spelled, _, rest = packed.partition("!")
            found = [words[unpacked(spelled[at : at + 2])] for at in range(0, len(spelled), 2)]
            shares = [
                (unpacked(rest[at]), unpacked(rest[at + 1]) / 90) for at in range(0, len(rest), 2)
            ]
            self._claims[" ".join(found)] = (sum(rarity[word] for word in found), shares)
            self._longest = max(self._longest, len(found))

    def found(self, lines):
        """{problem: (weight, phrase)}: the weightiest phrase of each problem in lines of words;
        `lines` are pairs of the words and how much they count.
        """
        best = {}
        for words, much in lines:
            for start in range(len(words)):
                for end in range(start + 1, min(start + self._longest, len(words)) + 1):
                    text = " ".join(words[start:end])
                    if text not in self._claims:
                        continue
                    weight, shares = self._claims[text]
                    for problem, share in shares:
                        claim = weight * share * much
                        if problem not in best or claim > best[problem][0]:
                            best[problem] = (claim, text)
        return best
