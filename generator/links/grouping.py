"""Items by a key, in the order in which they come."""

from collections import defaultdict


def grouped(items, key):
    """The items in lists by what `key` gives for each, in the order in which they come; no list for
    a key that no item has.
    """
    found = defaultdict(list)
    for item in items:
        found[key(item)].append(item)
    return found
