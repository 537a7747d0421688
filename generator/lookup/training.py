"""Learns which words mean which problem: a linear model, one against the rest, in plain Python.

L2-regularised squared-hinge SVMs, trained by dual coordinate descent (Hsieh et al., 2008): for
each problem, the weights that separate its wordings from all others with the widest margin. Only
+ - * / and square roots are used, in a fixed order, so that every Python gives the same bytes.
"""

import math
from collections import Counter

from generator.lookup.examples import Example
from generator.lookup.packing import STEPS

COST = 0.3  # how much an example on the wrong side costs; from a grid, on leave-providers-out
EPOCHS = 12
BIAS = -1.0  # where a text stands that says nothing: as far as it has to be from any problem
FULL_ROUND = 4  # every so manieth round is one with all examples
SMALLEST_STEP = 1e-4


def frequencies(examples):
    """In how many examples each feature occurs."""
    return Counter(feature for example in examples for feature in set(example.features))


def rarities(counts, total):
    """How telling each feature is: the logarithm of its rarity, rounded."""
    return {
        feature: round(STEPS * (math.log((1 + total) / (1 + count)) + 1)) / STEPS
        for feature, count in counts.items()
    }


def vectors(examples, rarity):
    """Every example as a list of (feature, value) pairs of length 1."""
    made = []
    for example in examples:
        raw = [(feature, rarity[feature]) for feature in sorted(set(example.features))]
        square = 0.0
        for _, value in raw:
            square += value * value
        norm = math.sqrt(square) or 1.0
        made.append([(feature, value / norm) for feature, value in raw])
    return made


def train(examples, rarity, epochs=EPOCHS):
    """The model, {problem: {feature: weight}}; `rarity` is that of every feature."""
    examples = alike_together(examples)
    used = {feature for example in examples for feature in example.features}
    numbered = {feature: number for number, feature in enumerate(sorted(used))}
    rows = [
        ([numbered[feature] for feature, _ in row], [value for _, value in row])
        for row in vectors(examples, rarity)
    ]
    names = sorted(numbered)
    costs = [COST * example.weight for example in examples]
    model = {}
    for problem in sorted({example.problem for example in examples}):
        signs = [1.0 if example.problem == problem else -1.0 for example in examples]
        weights = separate(rows, signs, costs, len(names), epochs)
        model[problem] = {names[i]: weight for i, weight in enumerate(weights) if weight}
    return model


def alike_together(examples):
    """The examples, those with the same features and problem as one that counts as much as all of
    them; what has no features teaches nothing.
    """
    weights = {}
    for example in examples:
        key = tuple(sorted(set(example.features))), example.problem
        weights[key] = weights.get(key, 0.0) + example.weight
    return [
        Example(features, problem, weight)
        for (features, problem), weight in sorted(weights.items())
        if features
    ]


def separate(rows, signs, costs, size, epochs):
    """The weights of one problem against the rest, by dual coordinate descent.

    What is on the right side of its margin is left out until the next full round.
    """
    weights = [0.0] * size
    alphas = [0.0] * len(rows)
    diagonal = [0.5 / cost for cost in costs]  # squared hinge
    curvature = []
    for (_, values), extra in zip(rows, diagonal, strict=True):
        square = extra
        for value in values:
            square += value * value
        curvature.append(square)
    order = shuffled(len(rows))
    active = order
    for epoch in range(epochs):
        kept = []
        for i in active:
            indexes, values = rows[i]
            margin = BIAS
            for index, value in zip(indexes, values, strict=False):
                margin += weights[index] * value
            sign = signs[i]
            alpha = alphas[i]
            gradient = sign * margin - 1.0 + diagonal[i] * alpha
            if alpha == 0.0 and gradient >= 0.0:
                continue
            kept.append(i)
            changed = alpha - gradient / curvature[i]
            if changed < 0.0:
                changed = 0.0
            step = (changed - alpha) * sign
            if step > SMALLEST_STEP or step < -SMALLEST_STEP:
                alphas[i] = changed
                for index, value in zip(indexes, values, strict=False):
                    weights[index] += step * value
        active = order if epoch % FULL_ROUND == FULL_ROUND - 1 else kept
    return weights


def shuffled(count):
    """The numbers below `count` in a fixed order without pattern, by linear congruences."""
    numbers, state = list(range(count)), 12345
    for at in range(count - 1, 0, -1):
        state = (state * 1103515245 + 12345) % 2147483648
        other = state % (at + 1)
        numbers[at], numbers[other] = numbers[other], numbers[at]
    return numbers
