"""Recognises the provider's response in a text, by the rarest words of each wording.

docs/assets/lookup/templates.js does the same in the browser.
"""

from dataclasses import dataclass

from generator.lookup.packing import unpacked

LONGEST_SIGNATURE = 6
ENOUGH = 0.8  # the share of a signature's weight that a text must have for it to be this wording
TELLING = 9.0  # the weight that a signature must have: a word or two are no wording
SAME_CODE, SAME_NUMBER, SAME_SENDER = 2.0, 0.5, 4.0  # what agreeing codes, as many codes, and
# the sender add to the weight found


@dataclass(frozen=True)
class Match:
    """A response whose wording a text has: its key, codes and problem (a number), and how well:
    the share of its signature that the text has, how much of the text that explains, and how much
    speaks for it in all.
    """

    key: str
    provider: str
    codes: tuple[str, ...]
    problem: int
    share: float
    explained: float
    weight: float
    agrees: bool


class Templates:
    """The wordings of all responses, as `entries.json` has them."""

    def __init__(self, entries):
        """Takes the plain value of `entries.json`."""
        words = entries["words"].split(" ")
        self._rarity = dict(
            zip(words, [unpacked(digit) / 8 for digit in entries["rarity"]], strict=True)
        )
        self._wordings = []
        self._by_word = {}
        self._providers = []
        for provider in entries["providers"]:
            names = [name.lower() for name in (*provider["hosts"], *provider["marks"])]
            self._providers.append((provider["id"], names))
            for name, problem, codes, signatures in provider["responses"]:
                response = (
                    f"{provider['id']}/{name}",
                    provider["id"],
                    tuple(codes.split()),
                    problem,
                )
                for spelled in signatures.split(" "):
                    signature = [
                        words[unpacked(spelled[at : at + 2])] for at in range(0, len(spelled), 2)
                    ]
                    total = sum(self._rarity[word] for word in signature)
                    for word in signature:
                        self._by_word.setdefault(word, []).append(len(self._wordings))
                    self._wordings.append((response, total))

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
        whole = sum(rarest[:LONGEST_SIGNATURE])
        said = [code for code in (enhanced, reply) if code]
        weights = {}
        for word in present:
            for number in self._by_word.get(word, ()):
                weights[number] = weights.get(number, 0.0) + self._rarity[word]
        best = {}
        for number, weight in weights.items():
            response, total = self._wordings[number]
            key, provider, codes, problem = response
            share = weight / total
            if share < ENOUGH:
                continue
            explained = min(1.0, weight / whole)
            weight += SAME_CODE * sum(code in codes for code in said)
            if len(said) == len(codes):
                weight += SAME_NUMBER
            if provider in senders:
                weight += SAME_SENDER
            agrees = set(said) <= set(codes) if said else not codes
            match = Match(key, provider, codes, problem, share, explained, weight, agrees)
            if key not in best or best[key].weight < weight:
                best[key] = match
        return sorted(best.values(), key=lambda match: (-match.weight, match.key))
