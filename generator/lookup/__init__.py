"""The catalogue to what the lookup knows, and the engine that answers with it.

In: the `Catalogue` and its links. Out: the documents that the box loads; answers to a text
or a log on the command line; and test cases, by which the lookup proves that every response leads
back to its own entry. `docs/assets/lookup` holds the same engine for browsers.
"""
