"""A table for Postfix' smtp_reply_filter: https://www.postfix.org/postconf.5.html#smtp_reply_filter.

In are the clear cases alone: a server's text whose first digit says the opposite of what the
catalogue says of it. A 5xx that passes by itself becomes 4xx, so that Postfix tries again; a 4xx
that stays until somebody changes something becomes 5xx, so that the sender hears of it today.
"""

from generator.exports import choice
from generator.exports.patterns import of_words

OTHER = {"4": "5", "5": "4"}
CONTRADICTED = {("5", "temporary"), ("4", "permanent")}
HANDLED = {"too-many-recipients"}  # Postfix sends the rest in another transaction by itself


def contradicted(links):
    """The responses of which the catalogue says the opposite of their first digit."""
    return [one for one in links.catalogue.responses.values() if is_contradicted(links, one)]


def table(links, names, head):
    """The table: for each case a line with an enhanced code in it and one without; `names` has the
    names of the responses that are contradicted, by their keys.
    """
    heard = choice.heard_from(links)
    providers = links.catalogue.providers
    lines, done = [], set()
    for response in contradicted(links):
        for rule in choice.texts_of(response):
            others = [heard.responses[at] for at in heard.lines_with(rule.parts)]
            same = [other for other in others if other.digit == response.digit]
            if rule not in done and all(is_contradicted(links, other) for other in same):
                done.add(rule)
                lines.append(f"# {providers[response.provider].name}: {names[response.key]}")
                lines += both(response.digit, of_words(rule.parts))
    return head + "\n".join(lines) + "\n"


def is_contradicted(links, response):
    """Whether the catalogue says the opposite of a response's first digit."""
    found = (response.digit, links.advice.answers_to(response).permanent)
    return bool(response.reply) and found in CONTRADICTED and response.problem not in HANDLED


def both(digit, pattern):
    """The lines of a case: Postfix wants both codes to begin with the same digit."""
    other = OTHER[digit]
    yield rf"/^{digit}(\d\d[ -].?){digit}(\.\d+\.\d+\b.*{pattern}.*)/ {other}${{1}}{other}${{2}}"
    yield rf"/^{digit}(\d\d[ -].*{pattern}.*)/ {other}${{1}}"
