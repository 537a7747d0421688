"""Pages that answer one question across entries: where it broke, who tries again, which settings,
what is the difference, what a word means.
"""

from dataclasses import dataclass

from generator.entries.providers import Provider
from generator.entries.vocabularies import Term
from generator.pages.examples import STEPS
from generator.pages.markup import paragraphs
from generator.pages.pieces import QUESTIONS, settings_of
from generator.pages.view import ALL_SHOWN, FILTERED, Chip, Link, by_station, class_buttons, index
from generator.pages.words import counted, lower_first

HISTORIC = "Historic: no longer in use."


@dataclass(frozen=True)
class ProviderSettings:
    """A program or provider with its settings for outgoing mail, (what, value) pairs."""

    provider: Provider
    settings: tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True)
class Word:
    """A term of the glossary with the places that have to do with it."""

    term: Term
    more: tuple[str, ...]
    chips: tuple[Chip, ...]
    links: tuple[Link, ...]


def where(pieces):
    """The stations with their problems, and three questions without any error."""
    return index(
        "where.md", "where/", "Where did it break?",
        "Where on its way a message failed, who speaks there, "
        "and three questions that come without any error.",
        stations=by_station(pieces),
        questions=pieces.catalogue.questions,
    )  # fmt: skip


def retry(pieces):
    """Who tries again when."""
    return index(
        "retry.md", "retry/", "Who tries again, and for how long",
        "How often mail servers repeat an attempt, and when they give up: "
        "RFC 5321 and the defaults of servers.",
        columns=("Tries again", "Gives up", "Tells the sender of the delay"),
        retries=tuple(
            (one, (one.every, one.until, one.warns or "–")) for one in pieces.catalogue.retries
        ),
    )  # fmt: skip


def settings(pieces):
    """The settings for outgoing mail: of programs, and of providers."""
    every = sorted(pieces.catalogue.providers.values(), key=lambda one: one.name.lower())
    programs = tuple(ProviderSettings(one, settings_of(one)[0]) for one in every if one.settings)
    outgoing = tuple(
        ProviderSettings(one, settings_of(one)[0])
        for one in every
        if one.outgoing and not one.settings
    )
    return index(
        "settings.md", "settings/", "Settings for outgoing mail",
        "What programs call their settings for outgoing mail, and what providers publish for them.",
        groups=tuple(
            (heading, anchor, them, f"Settings of {counted(len(them), one, many)}")
            for heading, anchor, them, one, many in (
                ("Programs and libraries", "programs", programs,
                 "program or library", "programs and libraries"),
                ("Providers", "outgoing", outgoing, "provider", "providers"),
            )
            if them
        ),
        folded=len(programs) + len(outgoing) > FILTERED,
        total=counted(len(programs) + len(outgoing), "entry", "entries"),
    )  # fmt: skip


def glossary(pieces):
    """Every term with its meaning, and where it matters."""
    terms = pieces.catalogue.glossary.values()
    return index(
        "glossary.md", "glossary/", "Words of mail",
        "Soft bounce, envelope sender, relay, PTR, greylisting: the words of mail, "
        "explained for readers who meet them for the first time.",
        total=counted(len(terms), "word"),
        names=tuple(Link(one.address, one.heading) for one in terms),
        terms=tuple(word(pieces, term) for term in terms),
    )  # fmt: skip


def word(pieces, term):
    """One term, with related terms, codes and problems."""
    catalogue = pieces.catalogue
    problems = (catalogue.problems[one] for one in term.problems)
    return Word(
        term=term,
        more=tuple(paragraphs(term.more or "")),
        chips=pieces.chips(catalogue.code(code) for code in term.codes),
        links=(
            *(Link(one.address, one.heading) for one in pieces.links.glossary.related(term)),
            *(Link(one.address, f"Problem: {one.name}") for one in problems),
        ),
    )


def comparisons(pieces):
    """The codes that people confuse, side by side."""
    catalogue = pieces.catalogue
    for one in catalogue.comparisons.values():
        compared = [catalogue.codes[code] for code in one.codes]
        title = " or ".join(code.heading for code in compared)
        yield index(
            "compare.md", one.address, f"{title}: what is the difference?", one.why, "codes/",
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
    for place, question in enumerate(QUESTIONS):
        given = tuple(in_words(each[place]) if each else "–" for each in answers)
        lines.append((question, given))
    lines.append(("What it can mean", of(lambda code: first_problems(pieces, code))))
    lines.append(("Typical words", of(typical_words)))
    lines.append(
        ("Counted", of(lambda code: f"{code.frequency.percent} %" if code.frequency else "–"))
    )
    return tuple(line for line in lines if set(line[1]) != {"–"})


def in_words(answer):
    """An answer with its detail in one line."""
    return f"{answer.answer}; {lower_first(answer.detail)}" if answer.detail else answer.answer


def first_problems(pieces, code):
    """The names of the first three problems of a code."""
    named = [pieces.catalogue.problems[one.problem].name for one in code.problems[:3]]
    return ", ".join(named) or "–"


def typical_words(code):
    """The first words of the first three problems of a code."""
    return ", ".join(f"“{one.words[0]}”" for one in code.problems[:3] if one.words) or "–"


def session(pieces):
    """Every command with the replies that it may get, and with those that follow every command."""
    codes_of, sequence = pieces.catalogue.codes, pieces.links.sequence
    commands = (
        (
            command,
            HISTORIC if command.status == "historic" else None,
            tuple((pieces.chip(codes_of[one.code]), one, one.note or codes_of[one.code].name)
                  for one in command.replies),
            counted(len(command.replies), "reply", "replies"),
            pieces.chips(sequence.codes_answering(command)),
            pieces.chips(
                code for code in sequence.codes_answering_all
                if command.id in STEPS.values() and code not in sequence.codes_answering(command)
            ),
        )
        for command in pieces.catalogue.commands
    )  # fmt: skip
    answers = [one.code for command in pieces.catalogue.commands for one in command.replies]
    return index(
        "session.md", "session/", "An SMTP session, step by step",
        "Every step of an SMTP session with the reply codes that can answer it.",
        commands=tuple(commands),
        total=counted(len(answers), "reply", "replies"),
        classes=class_buttons(code[0] for code in answers),
        folded=len(answers) > ALL_SHOWN,
    )  # fmt: skip
