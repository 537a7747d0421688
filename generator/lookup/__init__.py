"""The catalogue to what the lookup knows.

In: the `Catalogue`. Out: test cases, by which a lookup proves that every response leads back to its
own entry.
"""
