"""Recognises the provider's response in a text, by the rarest words of each wording.

docs/assets/lookup/templates.js does the same in the browser.
"""

from dataclasses import dataclass

from generator.lookup.packing import STEPS, front_decoded, numbers, unhyphened, unpacked

LONGEST_SIGNATURE = 6
MARKS = frozenset(("qaddr", "qhost", "qip"))
NEARLY_ALL = 0.9  # the share of a text that its wording explains
SOME_MORE = 2  # words that a text may have beyond its wording
ENOUGH = 0.8  # the share of a signature's weight that a text must have for it to be this wording
TELLING = 9.0  # the weight that a signature must have: a word or two are no wording
SAME_CODE, SAME_NUMBER, SAME_SENDER, SAME_LENGTH = 2.0, 0.5, 4.0, 2.0  # what agreeing codes, as
# many codes, the sender, and as many words add to the weight found
SAME = 2  # a smaller difference of words is none


@dataclass(frozen=True)
class Match:
    """A response whose wording a text has: its key, codes and problem (a number), and how well:
    the share of its signature that the text has, how much of the text that explains, how much
    speaks for it in all, and whether the text says nothing else.
    """

    key: str
    provider: str
    codes: tuple[str, ...]
    problem: int
    share: float
    explained: float
    weight: float
    is_whole: bool


class Templates:
    """The wordings of all responses, as the parts of `entries.json` have them."""

    def __init__(self, parts, names, known):
        """Takes the plain values of the parts of `entries.json` and of `names.json`, and {word: how
        rare} of the index.
        """
        self._rarity = dict(known)
        self._wordings = []
        self._by_word = {}
        self._providers = [
            (provider["id"], [name.lower() for name in (*provider["hosts"], *provider["marks"])])
            for provider in names["providers"]
        ]
        for part in parts:
            self._read(part, list(known))

    def _read(self, part, known):
        """Keeps the wordings of a part; `known` are the words of the index."""
        own = front_decoded(part["words"])
        words = [*known, *own]
        rarity = (unpacked(digit) / STEPS for digit in part["rarity"])
        self._rarity |= dict(zip(own, rarity, strict=True))
        signatures = part["signatures"].split("\n")
        ids = unhyphened(part["idWords"], part["ids"])
        lengths = iter(part["lengths"])
        codes_of = [tuple(part["codes"][found].split()) for found in numbers(part["codesOf"])]
        number = 0
        for (provider, _), count in zip(self._providers, part["counts"], strict=True):
            for id in ids[number : number + count]:
                problem = unpacked(part["problemOf"][number])
                response = (f"{provider}/{id}", provider, codes_of[number], problem)
                for spelled in signatures[number].split():
                    found = range(0, len(spelled), 2)
                    signature = [words[unpacked(spelled[at : at + 2])] for at in found]
                    self._add(response, signature, unpacked(next(lengths)))
                number += 1

    def _add(self, response, signature, length):
        """Keeps a wording, and where each of its words occurs."""
        for word in signature:
            self._by_word.setdefault(word, []).append(len(self._wordings))
        total = sum(self._rarity[word] for word in signature)
        self._wordings.append((response, total, len(signature), length))

    def knows(self, word):
        """Whether some wording has a word."""
        return word in self._rarity

    def marked(self, words):
        """The response that one of some words names: no other has it in its wording."""
        for word in words:
            found = {self._wordings[number][0] for number in self._by_word.get(word, ())}
            if len(found) == 1:
                key, provider, codes, problem = found.pop()
                return [Match(key, provider, codes, problem, 1.0, 1.0, 0.0, False)]
        return []

    def senders(self, text):
        """The providers that are recognised in a text by their hosts and marks."""
        lower = text.lower()
        return {
            provider for provider, names in self._providers if any(name in lower for name in names)
        }

    def matches(self, lines, reply, enhanced, senders):
        """The responses whose wording the lines of words have, the best first; each once."""
        present = list(dict.fromkeys(word for words in lines for word in words))
        rarest = sorted((self._rarity.get(word, 0.0) for word in present), reverse=True)
        whole = [0.0]
        for rarity in rarest[:LONGEST_SIGNATURE]:
            whole.append(whole[-1] + rarity)
        count = len(set(present) - MARKS)
        said = [code for code in (enhanced, reply) if code]
        weights = {}
        for word in present:
            for number in self._by_word.get(word, ()):
                weights[number] = weights.get(number, 0.0) + self._rarity[word]
        best = {}
        for number, weight in weights.items():
            response, total, size, length = self._wordings[number]
            key, provider, codes, problem = response
            share = weight / total
            if share < ENOUGH:
                continue
            explained = min(1.0, weight / whole[min(size, len(whole) - 1)])
            weight += SAME_CODE * sum(code in codes for code in said)
            if len(said) == len(codes):
                weight += SAME_NUMBER
            if provider in senders:
                weight += SAME_SENDER
            if abs(count - length) < SAME:
                weight += SAME_LENGTH
            agrees = set(said) <= set(codes) if said else not codes
            long = count <= length + max(SOME_MORE, length // 4)
            is_whole = agrees and long and explained > NEARLY_ALL
            match = Match(key, provider, codes, problem, share, explained, weight, is_whole)
            if key not in best or best[key].weight < weight:
                best[key] = match
        return sorted(best.values(), key=lambda match: (-match.weight, match.key))
