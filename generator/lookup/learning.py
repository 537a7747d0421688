"""What the lookup learns from the catalogue: numbers that say something, rarities, weights."""

from dataclasses import dataclass

from generator.lookup.cache import kept
from generator.lookup.examples import examples, known_numbers
from generator.lookup.training import frequencies, only, rarities, train, train_further

KEPT_FEATURES = 4600  # words and pairs that are learnt on; more do not find more
ROUGHLY = 2  # rounds that show which features matter; more choose no better
KEPT_WEIGHTS = 9600  # the largest
MORE_FEATURES, MORE_WEIGHTS = 3000, 8000  # of what comes with the names


@dataclass(frozen=True)
class Learnt:
    """The numbers that are words, how rare each feature is, the weights, and those of further
    features, which say what the weights leave open.
    """

    numbers: frozenset[str]
    rarity: dict[str, float]
    weights: dict[str, dict[str, float]]
    further: dict[str, dict[str, float]]


def learn(links, folder=None):
    """What training finds in a catalogue; in `folder` it is kept for the next time."""
    numbers = known_numbers(links.catalogue)
    return learn_from(list(examples(links, numbers)), numbers, folder)


def learn_from(known, numbers, folder=None):
    """The same from examples."""
    found = kept(known, lambda: trained(known), folder) if folder else trained(known)
    rarity = rarities(frequencies(known), len(known))
    return Learnt(numbers, rarity, found["weights"], found["further"])


def trained(known):
    """The weights and the further ones, each as {feature: {problem: weight}}: it is learnt which
    features matter, what the first of them weigh, then what the next ones add to that.
    """
    rarity = rarities(frequencies(known), len(known))
    order = weightiest(train(known, rarity, ROUGHLY), rarity)
    chosen = train(only(known, set(order[:KEPT_FEATURES])), rarity)
    weights = by_feature(largest(chosen, rarity)[:KEPT_WEIGHTS])
    names = [feature for feature in order if feature not in weights][:MORE_FEATURES]
    further = train_further(only(known, {*weights, *names}), rarity, weights, names)
    return {"weights": weights, "further": by_feature(largest(further, rarity)[:MORE_WEIGHTS])}


def by_feature(found):
    """{feature: {problem: weight}} of such triples."""
    weights = {}
    for feature, problem, weight in found:
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
