"""What the lookup learns from the catalogue: numbers that say something, rarities, weights."""

from dataclasses import dataclass, replace

from generator.lookup.cache import kept
from generator.lookup.examples import examples, known_numbers
from generator.lookup.training import frequencies, rarities, train

KEPT_FEATURES = 4600  # words and pairs that are learnt on; more do not find more
ROUGHLY = 2  # rounds that show which features matter; more choose no better
KEPT_WEIGHTS = 10000  # the largest


@dataclass(frozen=True)
class Learnt:
    """The numbers that are words, how rare each feature is, and the weights."""

    numbers: frozenset[str]
    rarity: dict[str, float]
    weights: dict[str, dict[str, float]]


def learn(links, folder=None):
    """What training finds in a catalogue; in `folder` it is kept for the next time."""
    numbers = known_numbers(links.catalogue)
    return learn_from(list(examples(links, numbers)), numbers, folder)


def learn_from(known, numbers, folder=None):
    """The same from examples."""
    found = kept(known, lambda: trained(known), folder) if folder else trained(known)
    rarity = rarities(frequencies(known), len(known))
    return Learnt(numbers, rarity, found)


def trained(known):
    """{feature: {problem: weight}}: it is learnt which features matter, then what they weigh."""
    rarity = rarities(frequencies(known), len(known))
    first = train(known, rarity, ROUGHLY)
    chosen = set(weightiest(first, rarity)[:KEPT_FEATURES])
    known = [
        replace(example, features=tuple(f for f in example.features if f in chosen))
        for example in known
    ]
    model = train(known, rarity)
    weights = {}
    for feature, problem, weight in largest(model, rarity)[:KEPT_WEIGHTS]:
        weights.setdefault(feature, {})[problem] = weight
    return weights


def largest(model, rarity):
    """[(feature, problem, weight)], those first that can move a score most."""
    every = [
        (feature, problem, weight)
        for problem, weights in model.items()
        for feature, weight in weights.items()
    ]
    return sorted(every, key=lambda item: (-abs(item[2]) * rarity[item[0]], item[0], item[1]))


def weightiest(model, rarity):
    """The features, those first whose largest weight can move a score most."""
    return list(dict.fromkeys(feature for feature, _, _ in largest(model, rarity)))
