"""The page of a problem: what is shown of it, in which order, and how much."""

from dataclasses import dataclass

from generator.entries.problems import Problem, Table
from generator.entries.vocabularies import Language
from generator.pages.markup import paragraphs
from generator.pages.pieces import data_of
from generator.pages.view import (
    Card,
    Chip,
    Foot,
    PageView,
    Reply,
    Role,
    ShownSenders,
    Sources,
    sources_of,
)

WHEN = {  # the state in a customer reply -> when it fits, and what its button says
    "temporary": ("While the sending server still tries", "Copy reply: still waiting"),
    "permanent": ("Once the message was returned", "Copy reply: returned"),
}
REPEATED = "after a 4xx reply the sending server tries again by itself"
RETURNED = "after a 5xx reply send it again yourself"
UNREAD = "Not yet read by a native speaker."
SPEAKS = {  # who speaks -> whose words the reader holds
    "sending-program": "the program that sends",
    "outgoing-server": "the outgoing server",
    "receiving-server": "the receiving server",
}


@dataclass(frozen=True, kw_only=True)
class Translated:
    """The customer replies of a problem in another language."""

    language: Language
    texts: tuple[str, ...]
    remark: str | None


@dataclass(frozen=True, kw_only=True)
class ProblemPage:
    """Everything that the page of a problem shows."""

    card: Card
    meaning: tuple[str, ...]
    spoken_by: str
    causes: tuple[str, ...]
    roles: tuple[Role, ...]
    ask: tuple[str, ...]
    confirm: tuple[str, ...]
    table: Table | None
    replies: tuple[Reply, ...]
    translated: tuple[Translated, ...]
    codes: tuple[Chip, ...]
    senders: ShownSenders
    phrases: str
    phrases_in: tuple[tuple[str, str], ...]
    related: tuple[tuple[Problem, str], ...]
    sources: Sources
    foot: Foot


def problem_page(pieces, problem):
    """The page of a problem."""
    links = pieces.links
    remedy = links.advice.remedy_of(problem)
    translated = links.advice.customer_replies_in(problem)
    replies = tuple(
        Reply(
            id=f"reply-{state}",
            text=problem.customer_reply[state],
            when=when,
            button=button,
            case=state,
            languages=tuple(translated),
            data=data_of(problem),
        )
        for state, (when, button) in WHEN.items()
        if state in problem.customer_reply
    )
    card = pieces.failure(
        problem.answers,
        remedy,
        [problem],
        replies,
        id="problem",
        title=problem.name,
        kind=("Problem", pieces.catalogue.categories[problem.category]),
        retried=retried_otherwise(problem, links.senders.responses_meaning(problem)),
    )
    view = ProblemPage(
        card=card,
        meaning=(problem.summary, *paragraphs(problem.meaning)),
        spoken_by=" or ".join(SPEAKS[one] for one in problem.spoken_by),
        causes=problem.causes,
        roles=pieces.roles(remedy),
        ask=problem.ask,
        confirm=problem.confirm,
        table=problem.table,
        replies=replies,
        translated=tuple(
            Translated(
                language=pieces.catalogue.languages[one],
                texts=tuple(filter(None, (reply.temporary, reply.permanent))),
                remark=None if reply.is_read_by_native else UNREAD,
            )
            for one, reply in translated.items()
        ),
        codes=pieces.chips(links.senders.codes_standing_for(problem)),
        senders=pieces.senders(problem, links.senders.responses_meaning(problem)),
        phrases=quoted(problem.phrases),
        phrases_in=tuple((one, quoted(them)) for one, them in problem.phrases_in.items()),
        related=links.pairs.related_problems(problem),
        sources=sources_of(problem.sources, problem.reviewed),
        foot=pieces.foot(problem, problem.id, f"problems/{problem.id}", problem.search),
    )
    return PageView(
        template="problem.md",
        address=problem.address,
        title=problem.name,
        description=problem.summary,
        trail=(("problems/", "Problems"), (problem.address, problem.name)),
        branch="Problems",
        picture=problem.breaks_at[0],
        values={"view": view},
    )


def retried_otherwise(problem, responses):
    """What becomes of the message where a reply's class says otherwise than the problem's answer,
    or None where no text of the problem has such a reply.
    """
    is_repeated = problem.answers.retry == "automatic"
    digit, told = ("5", RETURNED) if is_repeated else ("4", REPEATED)
    return told if any(response.digit == digit for response in responses) else None


def quoted(phrases):
    """Phrases in quotation marks, in one line."""
    return ", ".join(f"“{phrase}”" for phrase in phrases)
