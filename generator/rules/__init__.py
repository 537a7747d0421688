"""Documents to mistakes: do the documents, each well formed, make sense together?

In: the `Library`. Out: mistakes, each with its place and a remedy. A rule's docstring is the rule.
"""
