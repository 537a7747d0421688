"""Files to documents: what the catalogue's files contain, with the line and column of every value.

In: the files below `catalog/`. Out: documents whose shape their schemas allow, in a `Library`, or
mistakes.
"""
