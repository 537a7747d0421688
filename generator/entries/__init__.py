"""Documents to frozen values: every entry and vocabulary, by subject.

In: a `Library` without mistakes. Out: the `Catalogue`, the dicts of all entries. Nothing is checked
here.
"""
