"""Bounce rules for ZoneMTA: a line each of pattern, action, category and message, as the head of
its config/bounces.txt describes it. The first that matches wins.
"""

from generator.exports import choice
from generator.exports.classes import names_of
from generator.exports.patterns import of_code, of_words

LAST = ((r"^4\d\d", "defer", "other", "Other temporary error"),
        (r"^5\d\d", "reject", "other", "Other permanent error"))  # fmt: skip


def category_of(problem):
    """ZoneMTA's category of a problem."""
    return names_of(problem).zonemta


def rules(catalogue, heard, head):
    """The file of the rules: words, codes, and what is left."""
    problems = catalogue.problems
    found = [
        (f"^{{digit}}.*{of_words(rule.parts)}", problems[rule.problem])
        for rule in choice.words(heard, category_of)
    ]
    lines = [line for pattern, problem in found for line in of_both_classes(pattern, problem)]
    for code, problem in choice.codes(catalogue, category_of):
        lines += of_code_alone(code, problems[problem])
    return head + "\n".join([*lines, *map(",".join, LAST)]) + "\n"


def of_both_classes(pattern, problem):
    """The lines of words: one where both classes are treated alike, else one for each."""
    actions = [action(digit, problem) for digit in "45"]
    digits = ["[45]"] if actions[0] == actions[1] else ["4", "5"]
    for digit, treated in zip(digits, actions, strict=False):
        yield line(pattern.replace("{digit}", digit), treated, problem)


def of_code_alone(code, problem):
    """The line of a code."""
    yield line(of_code(code), action(code[0], problem), problem)


def action(digit, problem):
    """What is done: too much mail makes the server slower; a 4xx reply is tried again, a 5xx reply
    is not, unless its cause passes by itself.
    """
    if category_of(problem.id) == "rate":
        return "slowdown"
    return "defer" if digit == "4" or problem.answers.permanent == "temporary" else "reject"


def line(pattern, treated, problem):
    """One rule."""
    return ",".join((pattern, treated, category_of(problem.id), problem.name))
