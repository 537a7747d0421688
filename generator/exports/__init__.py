"""The catalogue to rules that mail servers load, one module a format.

In: the `Catalogue` and its links. Out: (path, text) below `exports/`. `choice` says which entry is
in and why, `classes` what others call our problems; the formats only write.
"""
