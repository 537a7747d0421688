"""The second stage of checking: do the documents, each well formed, make sense together?"""

from generator.rules import codes as code_rules  # noqa: F401  importing them fills the list of rules
from generator.rules import entries as entry_rules  # noqa: F401  importing them fills the list of rules
from generator.rules import responses as response_rules  # noqa: F401  importing them fills the list of rules
from generator.rules.rule import RULES


def mistakes(library):
    """Yields every mistake that a rule finds in the `Library`."""
    for rule in RULES:
        yield from rule(library)
