"""What names the provider's response, and what its card says first to do, in parts.

A part has so many responses that it stays below the size that a page may have, however many there
are; a part is whole, with its own words. How many parts there are says each of them.
"""

from collections import Counter
from dataclasses import dataclass

from generator.lookup.book import Book
from generator.lookup.cards import answers_of, first_steps, in_order
from generator.lookup.normalise import words_of
from generator.lookup.packing import front_coded, front_decoded, hyphened, packed, varied
from generator.lookup.templates import MARKS
from generator.lookup.training import rarities

PART = 5000  # responses; a test holds that so many stay below 300 kB
SHORTEST_SIGNATURE, LONGEST_SIGNATURE = 3, 6  # words by which a wording is known
LONGEST, STEP = 90, 2  # words of a wording that are counted, and in steps of how many
TELLING = 17.0  # the rarity that they have together, if there are as many


@dataclass(frozen=True)
class Signed:
    """What the parts are made of: words that the index has, how rare each word is, and of each
    response, by its key, the (signature, number of words) of its wordings.
    """

    known: list[str]
    rarity: dict[str, float]
    signatures: dict[str, list[tuple[list[str], int]]]


def count_of_parts(catalogue):
    """How many parts there are."""
    return len(parts_of(list(catalogue.responses)))


def parts_of(ordered):
    """The responses of each part, of all in their order; one part where there are none."""
    return [ordered[start : start + PART] for start in range(0, len(ordered) or 1, PART)]


def entries(links, learnt, index, further):
    """The parts that name the provider's response, with the words of the index, those learnt beyond
    it and others.
    """
    signed = signatures(links.catalogue, learnt, index, further)
    parts = parts_of(in_order(links.catalogue))
    return [{"parts": len(parts), **part(links, signed, ordered)} for ordered in parts]


def steps(links):
    """The parts that have the first steps of those responses whose remedy is their own: the
    different ones, a line each behind an empty one, and the number of each response's.
    """
    parts = parts_of(in_order(links.catalogue))
    return [{"parts": len(parts), **first_steps(links, ordered)} for ordered in parts]


def signatures(catalogue, learnt, index, further):
    """What the parts are made of; `learnt` is what training found. The words of a wording are found
    twice, for together they would be most of what a build has in memory.
    """

    def wordings(response):
        for text in (response.text, *response.variants):
            yield words_of(catalogue.filled(text), learnt.numbers)

    responses = catalogue.responses.values()
    counts, total = Counter(), 0
    for response in responses:
        for words in wordings(response):
            counts.update(set(words))
            total += 1
    known = [*front_decoded(index["words"]), *front_decoded(further["words"])]
    rarity = rarities(counts, total)
    rarity |= {word: learnt.rarity[word] for word in known if word in learnt.rarity}
    signed = {
        response.key: [(signature(words, rarity), len(told(words))) for words in wordings(response)]
        for response in responses
    }
    return Signed(known, rarity, signed)


def part(links, signed, ordered):
    """What names some responses: of each its id, problem, codes and signatures; and its answers, as
    a number of `answers` each.
    """
    catalogue = links.catalogue
    chosen = [signed.signatures[response.key] for response in ordered]
    used = {word for found in chosen for one, _ in found for word in one}
    words = sorted(used - set(signed.known))
    book = Book([*signed.known, *words], list(catalogue.problems), signed.rarity)
    spelled = [
        sorted(
            {
                (book.spelled(one), -(-min(length, LONGEST) // STEP) * STEP)
                for one, length in found
                if one
            }
        )
        for found in chosen
    ]
    counted = Counter(" ".join(response.codes) for response in ordered)
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
        "signatures": "\n".join(" ".join(one for one, _ in found) for found in spelled),
        "lengths": "".join(packed(length, 1) for found in spelled for _, length in found),
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
