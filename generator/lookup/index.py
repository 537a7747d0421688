"""Makes the lookup's index: what was learnt, the phrases, and what the answers say.

`index.json` is enough for a problem and a code; `names.json` has what is found by its name, what
the cards say beyond, and the sentences of reports in other languages. Neither grows with the
responses. `entries.json`, fetched beside them, names the provider's response, and `steps.json` has
the first steps of those that have their own. The first three are read by the same engine in the
browser and in Python.
"""

import json
import math
from collections import Counter
from itertools import pairwise

from generator.entries.codes import sort_key
from generator.lookup import codes, encoded, normalise, pick
from generator.lookup.cards import answers_of, in_order, own_steps, problem_mark
from generator.lookup.learning import learn
from generator.lookup.naming import names
from generator.lookup.normalise import words_of
from generator.lookup.packing import (
    STEPS,
    front_coded,
    front_decoded,
    gapped,
    hyphened,
    packed,
    packed_weight,
    varied,
)
from generator.lookup.templates import MARKS
from generator.lookup.training import BIAS, rarities
from generator.lookup.typed import FILLERS

SHORTEST_SIGNATURE, LONGEST_SIGNATURE = 3, 6  # words by which a wording is known
LONGEST, STEP = 90, 2  # words of a wording that are counted, and in steps of how many
TELLING = 17.0  # the rarity that they have together, if there are as many
CLEARLY = 0.15  # the distance by which the weights must know a phrase for it to be left out
RARE = 6.0  # the rarity of a word that no example has


def documents(links, folder=None):
    """Yields (path, text) of the documents; in `folder` is kept what training found."""
    learnt = learn(links, folder)
    first = index(links, learnt)
    ordered = in_order(links.catalogue)
    made = {
        "index": first,
        "entries": entries(links, learnt, first, ordered),
        "names": names(links),
        "steps": own_steps(links, ordered),
    }
    for name, document in made.items():
        text = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
        yield f"assets/lookup/{name}.json", text + "\n"


def index(links, learnt):
    """What names the problem and the code; `learnt` is what training found."""
    catalogue = links.catalogue
    phrases = unlearnt(phrases_of(catalogue, learnt.numbers), learnt, catalogue.problems)
    words = sorted(
        {word for feature in learnt.weights for word in feature.split(" ")}
        | {word for phrase in phrases for word in phrase}
    )
    book = Book(words, list(catalogue.problems), learnt.rarity)
    largest = max(abs(weight) for row in learnt.weights.values() for weight in row.values())
    return {
        "normalise": normalise.PATTERNS | encoded.PATTERNS,
        "codePatterns": codes.PATTERNS,
        "fillers": " ".join(sorted(FILLERS)),
        "knownNumbers": " ".join(sorted(learnt.numbers)),
        "commonNames": " ".join(sorted(normalise.COMMON_NAMES)),
        "pick": pick.texts(catalogue.reporters),
        "words": front_coded(words),
        "rarity": "".join(packed(book.rarity(word), 1) for word in words),
        "largest": largest,
        "features": book.features(learnt.weights, largest),
        "bias": BIAS,
        "phrases": [book.phrases(problem, phrases) for problem in book.problems],
        "problems": [problem_mark(catalogue.problems[problem]) for problem in book.problems],
        **codes_of(catalogue, book.problems),
        "common": [
            number for number, one in enumerate(catalogue.problems.values()) if one.phrases_in
        ],
        "ofPrograms": [
            number
            for number, one in enumerate(catalogue.problems.values())
            if tuple(one.spoken_by) == ("sending-program",)
        ],
        "hidden": [
            number for number, one in enumerate(catalogue.problems.values()) if one.hides_its_cause
        ],
        "groups": [
            [book.problems.index(member) for member in group.members] for group in catalogue.groups
        ],
    }


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


def unlearnt(phrases, learnt, problems):
    """The phrases that the weights alone do not lead to their problem, far before any other."""
    return {
        words: found
        for words, found in phrases.items()
        if not is_learnt(words, found, learnt, problems)
    }


def is_learnt(words, claimed, learnt, problems):
    """Whether the weights alone lead a phrase to its only problem."""
    if len(claimed) > 1:
        return False
    pairs = (f"{one} {two}" for one, two in pairwise(words))
    known = [name for name in dict.fromkeys((*words, *pairs)) if name in learnt.weights]
    norm = math.sqrt(sum(learnt.rarity[name] ** 2 for name in known)) or 1.0
    totals = dict.fromkeys(problems, BIAS)
    for name in known:
        for problem, weight in learnt.weights[name].items():
            totals[problem] += learnt.rarity[name] / norm * weight
    first, second = sorted(totals, key=lambda problem: (-totals[problem], problem))[:2]
    return first in claimed and totals[first] - totals[second] > CLEARLY


def phrases_of(catalogue, numbers):
    """{words: ids of problems}: what servers say for a problem; several may claim the same."""
    claims = {}
    for problem in catalogue.problems.values():
        foreign = (text for texts in problem.phrases_in.values() for text in texts)
        for text in (*problem.phrases, *foreign):
            claims.setdefault(tuple(words_of(text, numbers)), set()).add(problem.id)
    for code in catalogue.codes.values():
        for reference in code.problems:
            for text in reference.words:
                claims.setdefault(tuple(words_of(text, numbers)), set()).add(reference.problem)
    return {words: found for words, found in claims.items() if set(words) - MARKS}


def codes_of(catalogue, problems):
    """Every code that a text can hold, a range with its last detail; and a digit for each problem
    that it can stand for.
    """
    found = {}
    for code, page in sorted(catalogue.members.items(), key=lambda item: sort_key(item[0])):
        if not catalogue.codes[page].is_folklore or code[0] in "45":
            found.setdefault(page, []).append(code)
    claimed = [
        "".join(packed(problems.index(one.problem), 1) for one in catalogue.codes[page].problems)
        for page in found
    ]
    return {
        "codes": front_coded(
            page if len(every) == 1 else f"{page}-{every[-1].rpartition('.')[2]}"
            for page, every in found.items()
        ),
        "claims": " ".join(claimed),
    }


def entries(links, learnt, index, ordered):
    """What names the provider's response: of each, its id, problem, codes and signatures, in words
    of the index and further ones; and its answers, as a number of `answers` each. `ordered` are
    the responses as they stand in it.
    """
    catalogue = links.catalogue
    counts = {}
    wordings = {}
    for response in catalogue.responses.values():
        wordings[response.key] = [
            words_of(catalogue.filled(text), learnt.numbers)
            for text in (response.text, *response.variants)
        ]
        for words in wordings[response.key]:
            for word in set(words):
                counts[word] = counts.get(word, 0) + 1
    rarity = rarities(counts, sum(len(found) for found in wordings.values()))
    rarity |= {
        word: learnt.rarity[word] for word in front_decoded(index["words"]) if word in learnt.rarity
    }
    chosen = {
        key: [(signature(words, rarity), len(told(words))) for words in found]
        for key, found in wordings.items()
    }
    known = front_decoded(index["words"])
    used = {word for found in chosen.values() for one, _ in found for word in one}
    words = sorted(used - set(known))
    book = Book([*known, *words], list(catalogue.problems), rarity)
    signatures = {
        key: sorted(
            {
                (book.spelled(one), -(-min(length, LONGEST) // STEP) * STEP)
                for one, length in found
                if one
            }
        )
        for key, found in chosen.items()
    }
    counted = Counter(" ".join(response.codes) for response in catalogue.responses.values())
    codes = sorted(counted, key=lambda found: (-counted[found], found))
    mine = Counter(response.provider for response in ordered)
    id_words, ids = hyphened([response.id for response in ordered])
    answers, numbers = answers_of(links, ordered)
    return {
        "words": front_coded(words),
        "rarity": "".join(packed(book.rarity(word), 1) for word in words),
        "codes": codes,
        "counts": [mine[provider] for provider in catalogue.providers],
        "idWords": id_words,
        "ids": ids,
        "problemOf": "".join(
            packed(book.problems.index(response.problem), 1) for response in ordered
        ),
        "answers": answers,
        "answersOf": "".join(map(varied, numbers)),
        "codesOf": "".join(varied(codes.index(" ".join(response.codes))) for response in ordered),
        "signatures": "\n".join(
            " ".join(spelled for spelled, _ in signatures[response.key]) for response in ordered
        ),
        "lengths": "".join(
            packed(length, 1) for response in ordered for _, length in signatures[response.key]
        ),
    }


def told(words):
    """The different words of a wording, marks apart."""
    return set(words) - MARKS


def signature(words, rarity):
    """The words by which a wording is known: the rarest, so many that they tell it from others."""
    kept = sorted(set(words), key=lambda word: (-rarity[word], word))[:LONGEST_SIGNATURE]
    told = 0.0
    for number, word in enumerate(kept):
        if number >= SHORTEST_SIGNATURE and told >= TELLING:
            return sorted(kept[:number])
        told += rarity[word]
    return sorted(kept)
