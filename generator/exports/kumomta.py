"""Rules for KumoMTA's bounce classifier, in its TOML:
https://docs.kumomta.com/reference/kumo/configure_bounce_classifier/.

In a file a class is a key, so all rules of a class stand together; the first rule that matches
wins, and files count in the order in which they are loaded. So words and codes are two files.
"""

from generator.exports import choice
from generator.exports.classes import names_of
from generator.exports.patterns import of_code, of_words
from generator.links.grouping import grouped


def class_of(problem):
    """KumoMTA's class of a problem."""
    return names_of(problem).kumomta


def words(heard, head):
    """The file of the words."""
    rules = choice.words(heard, class_of)
    return head + table((class_of(rule.problem), f"(?i){of_words(rule.parts)}") for rule in rules)


def codes(catalogue, head):
    """The file of the codes."""
    found = choice.codes(catalogue, class_of)
    return head + table((class_of(problem), of_code(code)) for code, problem in found)


def table(rules):
    """(class, pattern) pairs as the table of rules; what says nothing is left out."""
    lines = ["[rules]"]
    for name, found in grouped(rules, lambda rule: rule[0]).items():
        if name != "Uncategorized":
            lines += [f"{name} = [", *(f"  '{pattern}'," for _, pattern in found), "]"]
    return "\n".join(lines) + "\n"
