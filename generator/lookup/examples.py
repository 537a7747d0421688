"""What the lookup learns from: every wording of the catalogue, and the problem it means."""

import re
from dataclasses import dataclass
from itertools import pairwise

from generator.lookup.codes import code_features
from generator.lookup.normalise import words_of

RESPONSE, PHRASE, WORDING, WORDS = 1.0, 1.5, 0.9, 1.0  # how much each kind counts
NAME, SEARCH, SUMMARY, CAUSE = 0.5, 0.5, 0.3, 0.2


@dataclass(frozen=True)
class Example:
    """A wording: its features, the problem it means (an id), how much it counts, who sends it."""

    features: tuple[str, ...]
    problem: str
    weight: float
    provider: str | None = None


def known_numbers(catalogue):
    """The numbers that say something: those in the phrases of problems, and in texts the numbers of
    five digits and more, such as a system's error numbers.
    """
    found = set()
    for problem in catalogue.problems.values():
        for text in problem.phrases:
            found.update(re.findall("(?<![0-9.a-z])[0-9]{2,10}(?![0-9.a-z])", text))
    for response in catalogue.responses.values():
        for text in (response.text, *response.variants):
            found.update(re.findall("(?<![0-9.a-z])[0-9]{5,10}(?![0-9.a-z])", text))
            found.update(re.findall("alert number ([0-9]{2,3})", text))
    return frozenset(number for number in found if number not in catalogue.members)


def examples(links, numbers):
    """Yields an `Example` for every wording of responses, problems and codes; `numbers` are those
    that say something.
    """
    catalogue = links.catalogue
    for response in catalogue.responses.values():
        marks = code_features(response.reply, response.enhanced)
        for text in (response.text, *response.variants):
            found = features(words_of(catalogue.filled(text), numbers)) + marks
            yield Example(found, response.problem, RESPONSE, response.provider)
    for problem in catalogue.problems.values():
        phrases = [*problem.phrases, *(p for many in problem.phrases_in.values() for p in many)]
        for texts, weight in (
            (phrases, PHRASE),
            ([problem.name], NAME),
            (problem.search, SEARCH),
            ([problem.summary], SUMMARY),
            (problem.causes, CAUSE),
        ):
            for text in texts:
                yield Example(features(words_of(text, numbers)), problem.id, weight)
    for known in catalogue.wordings:
        for text in known.words:
            yield Example(features(words_of(text, numbers)), known.problem, WORDING)
    for code in catalogue.codes.values():
        if code.is_folklore:
            continue
        reply, enhanced = (code.code, None) if "." not in code.code else (None, code.code)
        for reference in code.problems:
            for words in reference.words:
                found = features(words_of(words, numbers)) + code_features(reply, enhanced)
                yield Example(found, reference.problem, WORDS)


def features(words):
    """Words and pairs of neighbours."""
    return (*words, *(f"{one} {two}" for one, two in pairwise(words)))
