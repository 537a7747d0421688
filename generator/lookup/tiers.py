"""How sure an answer is: one of three words, never a percentage.

docs/assets/lookup/tiers.js does the same in the browser.
"""

import math

SHARPNESS = 0.7  # how much the scores say; set on folds without some providers
SURE = 0.98  # the share that the first problem must have
TOGETHER = 0.96  # the share that the members of a group must have together
LITTLE = 0.12  # the share below which the first problem is a mere guess
LIKELY, VERY_LIKELY = 0.3, 0.7  # the same where only a program's, or a server's, own words tell


def shares_of(scores):
    """Scores as shares of one (softmax)."""
    largest = max(scores)
    powers = [math.exp(SHARPNESS * (score - largest)) for score in scores]
    total = 0.0
    for power in powers:
        total += power
    return [power / total for power in powers]


def tier_of(shares, order, groups):
    """(the tier, the group's number or None) of an answer.

    `shares` are those of the problems, `order` the problems' numbers, the first first, `groups`
    the members of each group.
    """
    first = order[0]
    if shares[first] >= SURE:
        return "sure", None
    for number, members in enumerate(groups):
        together = 0.0
        for member in members:
            together += shares[member]
        if first in members and together >= TOGETHER:
            return "group", number
    return "unsure", None
