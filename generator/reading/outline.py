"""Where the values of documents are, by the keys that lead to them.

Thousands of documents of a few kinds have values at the same places, and a dozen rules look for the
same fields in all of them. So an outline is kept once, with what was looked for in it.
"""

from itertools import chain
from operator import itemgetter
from weakref import WeakValueDictionary


class Outline:
    """The places of all values in a document, at any depth, in order: `keys` has for each the
    mapping keys and list positions that lead to it.
    """

    def __init__(self, keys):
        """Takes the keys."""
        self.keys = keys
        self._inside = frozenset(name for there in keys for name in there)
        self._places = {}  # by the last key
        for place, there in enumerate(keys):
            self._places.setdefault(there[-1], []).append((place, there))
        self._known = {}

    def named(self, names):
        """[(number of a value, its keys)] where the last key is one of the names, a tuple."""
        if names not in self._known:
            here = [self._places[name] for name in names if name in self._places]
            self._known[names] = sorted(chain.from_iterable(here), key=itemgetter(0))
        return self._known[names]

    def outside(self, names):
        """The same where none of the keys is one of the names, a frozen set."""
        names &= self._inside
        if names not in self._known:
            numbered = enumerate(self.keys)
            self._known[names] = [
                (place, there) for place, there in numbered if names.isdisjoint(there)
            ]
        return self._known[names]


OUTLINES = WeakValueDictionary()  # by their keys, as long as there are such documents
STEPS = {}  # {first key: (its keys, {second key: ...})}, so that equal keys are kept once


def outlined(value):
    """(outline, values) of a document's value."""
    keys, values = [], []
    walk(value, (), STEPS, keys, values)
    keys = tuple(keys)
    outline = OUTLINES.get(keys)
    if outline is None:
        outline = OUTLINES[keys] = Outline(keys)
    return outline, values


def walk(value, keys, steps, all_keys, values):
    """Adds the keys of everything inside a value to `all_keys`, and what is there to `values`."""
    for key, part in value.items() if isinstance(value, dict) else enumerate(value):
        found = steps.get(key)
        if found is None:
            found = steps[key] = ((*keys, key), {})
        here, inside = found
        all_keys.append(here)
        values.append(part)
        if not isinstance(part, str):
            walk(part, here, inside, all_keys, values)
