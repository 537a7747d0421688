"""Pages that answer one question across entries: where it broke, who tries again, which settings,
what is the difference.
"""

from generator.pages.view import by_station, index
from generator.pages.words import lower_first


def where(pieces):
    """The stations with their problems, and three questions without any error."""
    return index(
        "where.md", "where/", "Where did it break?",
        "Where on its way a message failed, who speaks there, and three questions that come without any error.",
        stations=by_station(pieces),
        questions=pieces.catalogue.questions,
    )  # fmt: skip


def retry(pieces):
    """Who tries again when."""
    return index(
        "retry.md", "retry/", "Who tries again, and for how long",
        "How often mail servers repeat an attempt, and when they give up: RFC 5321 and the defaults of servers.",
        retries=pieces.catalogue.retries,
    )  # fmt: skip


def settings(pieces):
    """The settings for outgoing mail: of programs, and of providers."""
    every = sorted(pieces.catalogue.providers.values(), key=lambda one: one.name.lower())
    return index(
        "settings.md", "settings/", "Settings for outgoing mail",
        "What programs call their settings for outgoing mail, and what providers publish for them.",
        programs=tuple(one for one in every if one.settings),
        outgoing=tuple(one for one in every if one.outgoing),
    )  # fmt: skip


def comparisons(pieces):
    """The codes that people confuse, side by side."""
    catalogue = pieces.catalogue
    for one in catalogue.comparisons.values():
        compared = [catalogue.codes[code] for code in one.codes]
        title = " or ".join(code.heading for code in compared)
        yield index(
            "compare.md", one.address, f"{title}: what is the difference?", one.why, "Codes",
            (("codes/", "All codes"), (one.address, title)),
            heading=f"{title}: what is the difference?",
            why=one.why,
            chips=pieces.chips(compared),
            lines=comparison(pieces, compared),
        )  # fmt: skip


def comparison(pieces, compared):
    """The lines of a comparison: a question, and the answer of each code."""

    def of(ask):
        return tuple(ask(code) for code in compared)

    answers = [pieces.answers(code.answers) if code.answers else () for code in compared]
    lines = [("What it says", of(lambda code: code.summary))]
    for place, question in enumerate(("Who must act", "Is it retried?", "Is it permanent?")):
        lines.append((question, tuple(
            f"{given[place].answer}{f'; {lower_first(given[place].detail)}' if given[place].detail else ''}" if given else "–"
            for given in answers
        )))  # fmt: skip
    lines.append(("What it can mean", of(lambda code: first_problems(pieces, code))))
    lines.append(("Typical words", of(typical_words)))
    lines.append(
        ("Counted", of(lambda code: f"{code.frequency.percent} %" if code.frequency else "–"))
    )
    return tuple(line for line in lines if set(line[1]) != {"–"})


def first_problems(pieces, code):
    """The names of the first three problems of a code."""
    named = [pieces.catalogue.problems[one.problem].name for one in code.problems[:3]]
    return ", ".join(named) or "–"


def typical_words(code):
    """The first words of the first three problems of a code."""
    return ", ".join(f"“{one.words[0]}”" for one in code.problems[:3] if one.words) or "–"
