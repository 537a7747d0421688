"""What the attack counts, for the last lines of a run: inputs by what became of them, faults that
the site survived.
"""

from collections import Counter

COUNTED = Counter()


def tried(outcome):
    """Counts one input of a property: `refused` with a message, or `inert` where it is shown."""
    COUNTED["inputs"] += 1
    COUNTED[outcome] += 1


def survived(fault):
    """Counts a fault, such as `kills`, after which the site was whole."""
    COUNTED[fault] += 1


def told():
    """The counts in one line; an empty text where nothing was counted."""
    return ", ".join(f"{count:,} {what}" for what, count in COUNTED.items())
