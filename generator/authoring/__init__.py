"""What authors need: a new entry from their answers, and what their change changes.

In: answers, or the pages of two states of the catalogue. Out: the file of an entry, valid from the
start; the difference of the pages as Markdown.
"""
