"""Learns which words mean which problem: a linear model, one against the rest, in plain Python.

L2-regularised squared-hinge SVMs, trained by dual coordinate descent (Hsieh et al., 2008): for
each problem, the weights that separate its wordings from all others with a wide margin. Most
examples lie far from most boundaries and move nothing, so nearly all rounds go over those alone
that moved something; a full round asks all of them, for all problems at once, for few features
weigh anything for many problems. Only + - * / and square roots are used, in a fixed order, so
that every Python gives the same bytes.
"""

import math
from array import array
from collections import Counter
from dataclasses import replace

from generator.lookup.examples import Example
from generator.lookup.packing import STEPS

COST = 0.2  # how much an example on the wrong side costs; from a grid, on leave-providers-out
EPOCHS = 16  # twice as many change fewer than one answer in a hundred
BIAS = -1.0  # where a text stands that says nothing: as far as it has to be from any problem
INSIDE, OUTSIDE = 1.0, -0.8  # where a problem's own examples have to stand, and all others: nearer
# than a text that says nothing, or every word that they share would need a weight against it
PAIR = 0.75  # how much a pair tells of what its rarity says: its words, met elsewhere, tell too
FULL_ROUND = 4  # every so manieth round is one with all examples
SMALLEST_STEP = 1e-4


def frequencies(examples):
    """In how many examples each feature occurs."""
    return Counter(feature for example in examples for feature in set(example.features))


def rarities(counts, total):
    """How telling each feature is: the logarithm of its rarity, rounded; of a pair a part."""
    return {
        feature: round(
            STEPS * (math.log((1 + total) / (1 + count)) + 1) * (PAIR if " " in feature else 1.0)
        )
        / STEPS
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
    names = sorted({feature for example in examples for feature in example.features})
    problems = sorted({example.problem for example in examples})
    nowhere = [[BIAS] * len(problems)] * len(examples)
    separation = Separation(vectors(examples, rarity), names, examples, problems, nowhere)
    return learnt(separation, names, problems, epochs)


def train_further(examples, rarity, model, names):
    """The model of `names`, features that another model does not have, learnt on what that leaves:
    an example stands where the other model has it. A feature's value is a part of all that both
    know of the example.
    """
    examples = alike_together(examples)
    problems = sorted({example.problem for example in examples})
    further = set(names)
    rows = [
        [(feature, value) for feature, value in row if feature in further]
        for row in vectors(examples, rarity)
    ]
    numbered = {problem: number for number, problem in enumerate(problems)}
    stand = [margins_of(row, model, numbered) for row in vectors(only(examples, model), rarity)]
    separation = Separation(rows, sorted(further), examples, problems, stand)
    return learnt(separation, sorted(further), problems, EPOCHS)


def margins_of(row, model, problems):
    """How far an example is from the boundary of each problem, by a model; of problems their
    numbers.
    """
    margins = array("d", [BIAS]) * len(problems)
    for feature, value in row:
        for problem, weight in model[feature].items():
            margins[problems[problem]] += value * weight
    return margins


def learnt(separation, names, problems, epochs):
    """The model, {problem: {feature: weight}}, after so many rounds."""
    for epoch in range(0, epochs, FULL_ROUND):
        separation.full_round()
        for problem in range(len(problems)):
            separation.rounds(problem, min(FULL_ROUND, epochs - epoch) - 1)
    return {
        problem: {
            name: row[number]
            for name, row in zip(names, separation.weights, strict=True)
            if row.get(number)
        }
        for number, problem in enumerate(problems)
    }


def only(examples, chosen):
    """The examples with the chosen features alone."""
    return [
        replace(example, features=tuple(f for f in example.features if f in chosen))
        for example in examples
    ]


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


class Separation:
    """The weights of all problems while they are learnt: of each feature {problem: weight}."""

    def __init__(self, vectors, names, examples, problems, stand):
        """Takes the examples' vectors, the names of the features, the examples, the problems, and
        where each example stands for each problem before anything is learnt.
        """
        numbered = {feature: number for number, feature in enumerate(names)}
        self._rows = [
            ([numbered[feature] for feature, _ in row], [value for _, value in row])
            for row in vectors
        ]
        self._own = [problems.index(example.problem) for example in examples]
        self._diagonal = [0.5 / (COST * example.weight) for example in examples]  # squared hinge
        self._curvature = []
        for (_, values), extra in zip(self._rows, self._diagonal, strict=True):
            square = extra
            for value in values:
                square += value * value
            self._curvature.append(square)
        self._order = shuffled(len(examples))
        self._stand = stand
        self._alphas = [{} for _ in problems]
        self._moved = [[] for _ in problems]
        self.weights = [{} for _ in names]

    def full_round(self):
        """Shows every example to every problem, and keeps in mind those that moved something."""
        self._moved = [[] for _ in self._alphas]
        for example in self._order:
            features, values = self._rows[example]
            margins = list(self._stand[example])
            for feature, value in zip(features, values, strict=False):
                for problem, weight in self.weights[feature].items():
                    margins[problem] += weight * value
            own = self._own[example]
            for problem, margin in enumerate(margins):
                if margin <= OUTSIDE and problem != own and example not in self._alphas[problem]:
                    continue
                step = self._step(problem, example, margin)
                if step is None:
                    continue
                self._moved[problem].append(example)
                if step:
                    for feature, value in zip(features, values, strict=False):
                        row = self.weights[feature]
                        row[problem] = row.get(problem, 0.0) + step * value

    def rounds(self, problem, count):
        """So many rounds of one problem with the examples that moved something the last time."""
        weights = [row.get(problem, 0.0) for row in self.weights]
        for _ in range(count):
            moved = []
            for example in self._moved[problem]:
                features, values = self._rows[example]
                margin = self._stand[example][problem]
                for feature, value in zip(features, values, strict=False):
                    margin += weights[feature] * value
                step = self._step(problem, example, margin)
                if step is None:
                    continue
                moved.append(example)
                if step:
                    for feature, value in zip(features, values, strict=False):
                        weights[feature] += step * value
            self._moved[problem] = moved
        for row, weight in zip(self.weights, weights, strict=True):
            if weight:
                row[problem] = weight
            else:
                row.pop(problem, None)

    def _step(self, problem, example, margin):
        """How far an example moves the weights that place it at a margin; None where it stands well
        and never moved them.
        """
        is_own = self._own[example] == problem
        alphas = self._alphas[problem]
        alpha = alphas.get(example, 0.0)
        short = INSIDE - margin if is_own else margin - OUTSIDE
        gradient = self._diagonal[example] * alpha - short
        if alpha == 0.0 and gradient >= 0.0:
            return None
        changed = alpha - gradient / self._curvature[example]
        if changed < 0.0:
            changed = 0.0
        if -SMALLEST_STEP <= changed - alpha <= SMALLEST_STEP:
            return 0.0
        alphas[example] = changed
        return changed - alpha if is_own else alpha - changed


def shuffled(count):
    """The numbers below `count` in a fixed order without pattern, by linear congruences."""
    numbers, state = list(range(count)), 12345
    for at in range(count - 1, 0, -1):
        state = (state * 1103515245 + 12345) % 2147483648
        other = state % (at + 1)
        numbers[at], numbers[other] = numbers[other], numbers[at]
    return numbers
