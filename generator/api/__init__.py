"""The catalogue to the documents of the data interface, v1.

In: the `Catalogue` and its links. Out: (path, text) below `api/v1/`. Within v1 there are only
additions.
"""
