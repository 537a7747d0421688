"""Scores the problems for the words of a text: the linear model and the phrases of the index.

docs/assets/lookup/model.js does the same in the browser, step for step: sums are made in the same
order, so that both give the same numbers.
"""

import math

from generator.lookup.packing import unpacked, unpacked_weight

SHARPNESS = 12.0  # how much a distance to the boundary says, against the phrases
ASIDE = 0.3  # how much the words count that stand beside the deciding line


class Model:
    """The learnt weights and the phrases, as the index has them."""

    def __init__(self, index):
        """Takes the plain value of `index.json`."""
        self.words = index["words"].split(" ")
        rarity = [unpacked(digit) / 8 for digit in index["rarity"]]
        self.problems = [problem["id"] for problem in index["problems"]]
        self.bias = index["bias"]
        self.features = {}
        for packed in index["features"].split(" "):
            spelled, _, rest = packed.partition("!")
            weights = [
                (unpacked(rest[at]), unpacked_weight(rest[at + 1], index["largest"]))
                for at in range(1, len(rest), 2)
            ]
            self.features[" ".join(self.read(spelled))] = (unpacked(rest[0]) / 8, weights)
        self.rarity = dict(zip(self.words, rarity, strict=True))
        self.phrases = {}
        self.longest = 0
        for packed in index["phrases"].split(" "):
            spelled, _, rest = packed.partition("!")
            words = self.read(spelled)
            shares = [
                (unpacked(rest[at]), unpacked(rest[at + 1]) / 90) for at in range(0, len(rest), 2)
            ]
            self.phrases[" ".join(words)] = (sum(self.rarity[word] for word in words), shares)
            self.longest = max(self.longest, len(words))

    def read(self, spelled):
        """The words that a row of numbers stands for."""
        return [self.words[unpacked(spelled[at : at + 2])] for at in range(0, len(spelled), 2)]

    def scores(self, deciding, aside, marks):
        """The scores of the problems (natural logarithms that sum up to no more than a certainty)
        and what gave them: [(score, feature, problem)], the largest first.

        `deciding` and `aside` are lists of lines, a line being a list of words; `marks` are the
        features of the codes.
        """
        found = self.found_features(deciding, aside, marks)
        norm = math.sqrt(
            sum((self.features[name][0] * much) ** 2 for name, much in found.items())
        )
        totals = list(self.bias)
        reasons = []
        for name, much in found.items():
            rarity, weights = self.features[name]
            value = rarity * much / norm
            for problem, weight in weights:
                totals[problem] += value * weight
                reasons.append((value * weight, name, problem))
        scores = log_shares([SHARPNESS * total for total in totals])
        phrases = self.found_phrases(deciding, aside)
        for problem, (weight, _) in phrases.items():
            scores[problem] += math.log(1 + weight)
        return scores, reasons, phrases

    def found_features(self, deciding, aside, marks):
        """{feature: how much it counts} for what the model knows of a text, in the text's order."""
        found = {}
        for lines, much in ((deciding, 1.0), (aside, ASIDE)):
            for words in lines:
                for at, word in enumerate(words):
                    pair = f"{word} {words[at + 1]}" if at + 1 < len(words) else word
                    for name in (word, pair):
                        if name in self.features:
                            found.setdefault(name, much)
        for name in marks:
            if name in self.features:
                found.setdefault(name, 1.0)
        return found

    def found_phrases(self, deciding, aside):
        """{problem: (weight, phrase)} for the weightiest phrase of each problem in a text."""
        best = {}
        for lines, much in ((deciding, 1.0), (aside, ASIDE)):
            for words in lines:
                for start in range(len(words)):
                    for end in range(start + 1, min(start + self.longest, len(words)) + 1):
                        text = " ".join(words[start:end])
                        if text in self.phrases:
                            weight, shares = self.phrases[text]
                            for problem, share in shares:
                                claim = weight * share * much
                                if problem not in best or claim > best[problem][0]:
                                    best[problem] = (claim, text)
        return best


def log_shares(scores):
    """Scores as the logarithms of shares of one (softmax)."""
    largest = max(scores)
    total = math.log(sum(math.exp(score - largest) for score in scores)) + largest
    return [score - total for score in scores]
