"""The plain text of a code or problem, for terminals: `curl …/550.txt`."""

import textwrap

from generator.links.addresses import from_anywhere
from generator.pages.words import first_sentence, lower_first

WIDTH, HEIGHT = 78, 20  # columns and lines that fit any terminal


def names_of(address, members):
    """The paths of the plain text of a page: at the page's own name and at those of the `members`
    of its range.
    """
    name = address.rstrip("/")
    return [f"{each}.txt" for each in (name, *(one for one in members if one != name))]


def plain(view, home):
    """What happened, who acts, whether it is retried or permanent, the first steps, the address;
    `home` is the address of the site, or empty.
    """
    card, roles = view.values["view"].card, view.values["view"].roles
    lines = [*folded(view.title), "", *folded(card.notice or ""), *folded(card.lead or "")]
    if card.answers:
        lines.append("")
    for one in card.answers:
        question = one.question if one.question.endswith("?") else f"{one.question}:"
        detail = f" ({lower_first(one.detail)})" if one.detail else ""
        lines += folded(f"{question} {one.answer}{detail}", "  ")
    foot = ["", from_anywhere(home, view.address)]
    room = HEIGHT - len(lines) - len(foot)
    return "\n".join([*lines, *first_steps(roles, room), *foot]) + "\n"


def first_steps(roles, room):
    """The lines of what each person does, in their order, as many as there is room for."""
    lines = []
    for role in roles:
        block = ["", f"{role.label}:"]
        for number, step in enumerate(role.steps, 1):
            more = folded(f"{number}. {first_sentence(step)}", "   ")
            if len(lines) + len(block) + len(more) > room:
                return [*lines, *block] if number > 1 else lines
            block += more
        lines += block
    return lines


def folded(text, indent=""):
    """A text in lines that fit, those after the first indented; nothing for an empty text."""
    return textwrap.wrap(
        text, WIDTH, subsequent_indent=indent, break_on_hyphens=False, break_long_words=False
    )
