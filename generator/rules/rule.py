"""The list of rules of sense, which the modules of rules fill."""

RULES = []


def rule(function):
    """Adds a function to the rules: it takes the `Library` and yields mistakes, and its docstring is the rule."""
    RULES.append(function)
    return function
