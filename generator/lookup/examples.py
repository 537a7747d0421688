"""What the lookup learns from: every wording of the catalogue, and the problem it means."""

from dataclasses import dataclass

from generator.lookup.cases import filled
from generator.lookup.normalise import words_of

RESPONSE, PHRASE, WORDS, NAME, SEARCH, SUMMARY, CAUSE = 1.0, 1.0, 1.0, 0.5, 0.5, 0.3, 0.2


@dataclass(frozen=True)
class Example:
    """A wording: its features, the problem it means (an id), how much it counts, and who sends it."""

    features: tuple[str, ...]
    problem: str
    weight: float
    provider: str | None = None


def examples(links):
    """Yields an `Example` for every wording of responses, problems and codes."""
    catalogue = links.catalogue
    for response in catalogue.responses.values():
        marks = code_features(response.reply, response.enhanced)
        for text in (response.text, *response.variants):
            found = features(words_of(filled(catalogue, text))) + marks
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
                yield Example(features(words_of(text)), problem.id, weight)
    for code in catalogue.codes.values():
        if code.is_folklore:
            continue
        reply, enhanced = (code.code, None) if "." not in code.code else (None, code.code)
        for reference in code.problems:
            for words in reference.words:
                found = features(words_of(words)) + code_features(reply, enhanced)
                yield Example(found, reference.problem, WORDS)


def features(words):
    """Words and pairs of neighbours."""
    return (*words, *(f"{one} {two}" for one, two in zip(words, words[1:], strict=False)))


def code_features(reply, enhanced):
    """What a pair of codes says: the codes themselves, subject and detail, and the class."""
    found = []
    if reply:
        found.append(f"={reply}")
    if enhanced:
        found += [f"={enhanced}", f"=x{enhanced[1:]}"]
    if code := reply or enhanced:
        found.append(f"={code[0]}")
    return tuple(found)
