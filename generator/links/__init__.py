"""What follows from the catalogue: who belongs to whom, which address leads where, what a reader is
told.

In: the `Catalogue`. Out: answers to questions about it. Nothing here knows how a page looks.
"""
