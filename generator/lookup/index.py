"""Makes the lookup's index: what was learnt, the phrases, and what the answers say.

`index.json` is enough for a problem and a code; `names.json` has what is found by its name, what
the cards say beyond, and the sentences of reports in other languages. Neither grows with the
responses. `entries.json`, fetched beside them, names the provider's response, and `steps.json` has
the first steps of those that have their own; of these two there are parts where responses are many.
The first three are read by the same engine in the browser and in Python.
"""

import json
import math
from itertools import pairwise

from generator.entries.codes import sort_key
from generator.lookup import codes, encoded, normalise, pick
from generator.lookup.book import Book
from generator.lookup.cards import problem_mark
from generator.lookup.entries import entries, steps
from generator.lookup.learning import learn
from generator.lookup.naming import names
from generator.lookup.normalise import words_of
from generator.lookup.packing import front_coded, packed
from generator.lookup.templates import MARKS
from generator.lookup.training import BIAS
from generator.lookup.typed import FILLERS

CLEARLY = 0.15  # the distance by which the weights must know a phrase for it to be left out


def documents(links, folder=None):
    """Yields (path, text) of the documents; in `folder` is kept what training found."""
    learnt = learn(links, folder)
    first = index(links, learnt)
    made = {
        "index": first,
        "names": names(links),
        **numbered("entries", entries(links, learnt, first)),
        **numbered("steps", steps(links)),
    }
    for name, document in made.items():
        text = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
        yield f"assets/lookup/{name}.json", text + "\n"


def numbered(name, parts):
    """Parts by their names: the second is called so, and those behind it."""
    return {f"{name}-{place}" if place > 1 else name: one for place, one in enumerate(parts, 1)}


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
        "groups": [
            [book.problems.index(member) for member in group.members] for group in catalogue.groups
        ],
    }


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
