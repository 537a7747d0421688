"""Makes the lookup's index: what was learnt, the phrases, and what the answers say.

`index.json` is enough for a problem and a code; `names.json` has what is found by its name, what
the cards say beyond, the sentences of reports in other languages, and what was learnt beyond the
index. Neither grows with the responses. `entries.json`, fetched beside them, names the provider's
response, and `steps.json` has the first steps of those that have their own; of these two there are
parts where responses are many.
The first three are read by the same engine in the browser and in Python.
"""

import json
import math
from functools import cache, partial
from itertools import pairwise

from generator.entries.codes import sort_key
from generator.lookup import codes, encoded, normalise, pick
from generator.lookup.book import Book
from generator.lookup.cards import problem_mark
from generator.lookup.entries import count_of_parts, entries, steps
from generator.lookup.everyday import everyday_stems
from generator.lookup.learning import learn
from generator.lookup.naming import names
from generator.lookup.normalise import words_of
from generator.lookup.packing import front_coded, front_decoded, gapped, packed
from generator.lookup.templates import MARKS
from generator.lookup.training import BIAS
from generator.lookup.typed import FILLERS
from generator.reading.made import Made, all_made, digest

FOLDER = "assets/lookup/"
CLEARLY = 0.15  # the distance by which the weights must know a phrase for it to be left out


def documents(links, folder=None):
    """Yields (path, text) of the documents, all made; see `contents`."""
    yield from all_made(contents(links, folder))


def contents(links, folder=None):
    """Yields (path, content) of the documents; in `folder` is kept what training found.

    But for the steps they are made of what servers say alone, and nothing is learnt where that is
    the same as before.
    """
    learnt = cache(lambda: learn(links.said, folder))
    first = cache(lambda: index(links.said, learnt()))
    every = cache(lambda: entries(links.said, learnt(), first(), more()))
    parts = count_of_parts(links.catalogue)
    more = cache(lambda: further(links.said.catalogue, learnt(), first()))
    made = {"index": first, "names": lambda: names(links.said) | {"further": more()}}
    made |= {
        name: partial(lambda place: every()[place], place)
        for place, name in enumerate(names_of_parts("entries", parts))
    }
    for name, make in made.items():
        of = digest(name, links.digest_of_said)
        yield f"{FOLDER}{name}.json", Made(of, lambda make=make: written(make()))
    for name, part in zip(names_of_parts("steps", parts), steps(links), strict=True):
        yield f"{FOLDER}{name}.json", written(part)


def written(document):
    """A document as it is published."""
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")) + "\n"


def names_of_parts(name, count):
    """The names of so many parts: the second is called so, and those behind it."""
    return [name, *(f"{name}-{place}" for place in range(2, count + 1))]


def index(links, learnt):
    """What names the problem and the code; `learnt` is what training found."""
    catalogue = links.catalogue
    phrases = unlearnt(phrases_of(catalogue, learnt.numbers), learnt, catalogue.problems)
    words = sorted(
        {word for feature in learnt.weights for word in feature.split(" ")}
        | {word for phrase in phrases for word in phrase}
    )
    book = Book(words, list(catalogue.problems), learnt.rarity)
    largest = largest_of(learnt.weights)
    everyday = everyday_stems()
    return {
        "normalise": normalise.PATTERNS | encoded.PATTERNS,
        "codePatterns": codes.PATTERNS,
        "fillers": " ".join(sorted(FILLERS)),
        "knownNumbers": " ".join(sorted(learnt.numbers)),
        "commonNames": " ".join(sorted(normalise.COMMON_NAMES)),
        "pick": pick.texts(catalogue.reporters),
        "words": front_coded(words),
        "rarity": "".join(packed(book.rarity(word), 1) for word in words),
        "everyday": gapped(at for at, word in enumerate(words) if word in everyday),
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


def further(catalogue, learnt, index):
    """What is learnt beyond the index: words that it has not, and what they, and pairs of any,
    weigh where the index leaves it open.
    """
    known = front_decoded(index["words"])
    used = {word for feature in learnt.further for word in feature.split(" ")}
    words = sorted(used.difference(known))
    book = Book([*known, *words], list(catalogue.problems), learnt.rarity)
    largest, everyday = largest_of(learnt.further), everyday_stems()
    return {
        "words": front_coded(words),
        "rarity": "".join(packed(book.rarity(word), 1) for word in words),
        "everyday": gapped(at for at, word in enumerate(words) if word in everyday),
        "largest": largest,
        "features": book.features(learnt.further, largest),
    }


def largest_of(weights):
    """The size of the largest weight."""
    return max((abs(one) for row in weights.values() for one in row.values()), default=1.0)


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
