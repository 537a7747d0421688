"""Finds in a text what servers are known to say: the phrases of problems and codes, word for word.

docs/assets/lookup/phrases.js does the same in the browser.
"""

from generator.lookup.packing import unpacked


class Phrases:
    """The phrases as the index has them: how much each weighs, and the problems that claim it."""

    def __init__(self, index, words, rarity):
        """Takes the plain value of `index.json`, its words and how rare each is."""
        claimed = {}
        for problem, packed in enumerate(index["phrases"]):
            for spelled in packed.split():
                found = [words[unpacked(spelled[at : at + 2])] for at in range(0, len(spelled), 2)]
                claimed.setdefault(" ".join(found), []).append(problem)
        self._claims = {
            text: (sum(rarity[word] for word in text.split(" ")), problems)
            for text, problems in claimed.items()
        }
        self._longest = max((len(text.split(" ")) for text in claimed), default=0)

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
                    weight, problems = self._claims[text]
                    for problem in problems:
                        claim = weight / len(problems) * much
                        if problem not in best or claim > best[problem][0]:
                            best[problem] = (claim, text)
        return best
