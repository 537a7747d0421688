"""The page of a code: what is shown of it, in which order, and how much."""

from dataclasses import dataclass

from generator.entries.codes import EnhancedCode
from generator.entries.sources import section_address, section_label
from generator.pages.anatomy import Anatomy, anatomy, general
from generator.pages.causes import causes_of, steps_for
from generator.pages.examples import Dialogue, Part, Step, annotated, dialogue, session
from generator.pages.markup import paragraphs
from generator.pages.pieces import LONG_STRIP
from generator.pages.view import (
    Card,
    Causes,
    Chip,
    Foot,
    Link,
    PageView,
    Reply,
    Role,
    Senders,
    Sources,
    sources_of,
)
from generator.pages.words import counted, plain_title, share

SUCCESS = "This is not an error."
STEPS_OF = "{} can come at these steps of a session:"
STEP_OF = "In the example {} comes at this step of the session:"
FEW_CITED = 16  # more documents, notes and sources stand with the texts
NEIGHBOURS = 5  # before and behind the code; all stand on the page of their class or subject


@dataclass(frozen=True)
class Cited:
    """A statement with the places where it is written, (address, text) pairs."""

    text: str
    where: tuple[tuple[str, str], ...]
    name: str | None = None
    status: str | None = None
    commands: tuple[Link, ...] = ()


@dataclass(frozen=True, kw_only=True)
class CodePage:
    """Everything that the page of a code shows."""

    card: Card
    causes: Causes | None
    roles: tuple[Role, ...]
    steps_for: Link | None
    replies: tuple[Reply, ...]
    line: tuple[Part, ...]
    session: tuple[Step, ...]
    steps: str
    example: Dialogue | None
    meaning: tuple[str, ...]
    general: tuple[str, ...]
    sections: tuple[tuple[str, str, tuple[str, ...]], ...]
    instead: tuple[tuple[Link, str], ...]
    documents: tuple[Cited, ...]
    documents_lead: str | None
    background: Link | None
    notes: tuple[Cited, ...]
    anatomy: Anatomy | None
    frequency: str | None
    senders: Senders
    dialects: tuple[tuple, ...]
    paired_lead: str
    paired: tuple[Chip, ...]
    few_paired: bool
    related: tuple[tuple[Chip, str], ...]
    sources: Sources | None
    reviewed: str
    neighbours: tuple[Chip, ...]
    group: Link
    previous: Link | None
    next: Link | None
    foot: Foot


def code_page(pieces, code):
    """The page of a reply code, an enhanced status code or a folklore number."""
    catalogue, links = pieces.catalogue, pieces.links
    enhanced = isinstance(code, EnhancedCode)
    reply_class = catalogue.classes.get(code.digit)
    remedy = links.advice.remedy(code)
    replies = pieces.reply(code)
    moved = background(links, code)
    paired = links.pairs.paired_codes(code)
    documents = () if moved else documents_of(links, code)
    view = CodePage(
        card=card_of(pieces, code, remedy, replies),
        causes=causes_of(pieces, code),
        roles=pieces.roles(remedy),
        steps_for=steps_for(pieces, code),
        replies=replies,
        line=annotated(pieces, code),
        session=() if code.is_folklore else session(catalogue, code),
        steps=(STEP_OF if enhanced else STEPS_OF).format(code.heading),
        example=dialogue(code.example),
        meaning=meaning_of(code),
        general=general(code) if enhanced else (),
        sections=sections(code),
        instead=() if enhanced else instead_of(catalogue, code),
        documents=documents,
        documents_lead=folded_under(documents),
        background=moved,
        notes=() if moved else tuple(map(note, code.notes)),
        anatomy=anatomy(pieces, code) if enhanced else None,
        frequency=frequency(code),
        senders=pieces.senders(code, links.senders.responses_with(code)),
        dialects=tuple(
            (dialect.provider, dialect.problem, dialect.responses)
            for dialect in links.senders.dialects_of(code)
        ),
        paired_lead="Reply codes sent together with it"
        if enhanced
        else "Enhanced status codes sent together with it",
        paired=pieces.chips(paired),
        few_paired=len(paired) <= LONG_STRIP,
        related=tuple(
            (pieces.chip(other, name=""), why) for other, why in links.pairs.related(code)
        ),
        sources=None if moved else sources_of(code.sources, code.reviewed),
        reviewed=code.reviewed,
        neighbours=neighbours(pieces, code),
        group=group_of(pieces, code),
        previous=named(links.sequence.previous(code)),
        next=named(links.sequence.next(code)),
        foot=pieces.foot(code, code.heading, f"codes/{code.code}", code.search),
    )
    parent = (
        ("not-smtp-codes/", "Not SMTP codes")
        if code.is_folklore
        else (reply_class.address, f"{code.digit}xx")
    )
    return PageView(
        template="code.md",
        address=code.address,
        title=f"{code.heading} {code.name}",
        description=f"{code.heading}: {code.summary}",
        trail=(parent, (code.address, code.heading)),
        branch=parent[0],
        picture=code.digit,
        values={"view": view},
    )  # fmt: skip


def named(code):
    """A link to a code with its name, or None."""
    return Link(code.address, f"{code.heading} {code.name}") if code else None


def card_of(pieces, code, remedy, replies):
    """The first screen of a code's page."""
    catalogue = pieces.catalogue
    problems = [catalogue.problems[reference.problem] for reference in code.problems]
    head = {
        "id": "code",
        "title": plain_title(code.summary),
        "colour": "x" if code.is_folklore else code.digit,
        "code": code.heading,
        "registered": code.name,
        "kind": (*kind_of(pieces, code), *comparisons(catalogue, code)),
    }
    if not code.answers:
        summary = catalogue.classes[code.digit].summary
        return Card(notice=SUCCESS, lead=summary, **head)
    return pieces.failure(code.answers, remedy, problems, replies, **head)


def kind_of(pieces, code):
    """What sort of code it is, its topic, and how much it matters."""
    catalogue = pieces.catalogue
    category = catalogue.categories[code.category]
    importance = f"Importance: {code.importance}"
    if code.is_folklore:
        kind = Link("not-smtp-codes/", pieces.label("reply_kind", code.kind))
    elif isinstance(code, EnhancedCode):
        kind = pieces.label("enhanced_status", code.family.status)
        if code.family.owner:
            return kind, catalogue.providers[code.family.owner], category, importance
    else:
        kind = pieces.label("reply_kind", code.kind)
    return kind, category, importance


def meaning_of(code):
    """The summary and the meaning; the summary first unless the title has said all of it."""
    meaning = paragraphs(code.meaning)
    whole = plain_title(code.summary) == code.summary.rstrip(".")
    return tuple(meaning if whole else [code.summary, *meaning])


def sections(code):
    """What else is told of a folklore number, as (id, heading, paragraphs)."""
    if not code.is_folklore:
        return ()
    return (
        ("claim", "What lists claim", (code.claim,)),
        ("origin", "What it really is", tuple(paragraphs(code.origin))),
    )


def instead_of(catalogue, code):
    """The real codes to read instead of a folklore number, and when."""
    return tuple(
        (
            Link(catalogue.code(one.code).address, f"{one.code} {catalogue.code(one.code).name}"),
            one.why,
        )
        for one in code.instead
    )


def background(links, code):
    """Where documents, notes and sources stand that are too many for the code's page, or None."""
    address = links.addresses.list_of_texts(code)
    number = len(getattr(code, "meanings", ())) + len(code.notes) + len(code.sources)
    if not address or number <= FEW_CITED:
        return None
    return Link(
        f"{address}#documents", counted(number, "statement and source", "statements and sources")
    )


def neighbours(pieces, code):
    """The codes before and behind a code, without names, and where all of its group stand."""
    group = pieces.links.sequence.neighbours(code)
    place = group.index(code)
    near = group[max(0, place - NEIGHBOURS) : place + NEIGHBOURS + 1]
    return tuple(pieces.chip(one, code, "") for one in near)


def group_of(pieces, code):
    """The page on which all codes of a code's group stand."""
    if code.is_folklore:
        return Link("not-smtp-codes/", "All numbers that are not SMTP codes")
    if isinstance(code, EnhancedCode):
        subject = pieces.catalogue.subjects[code.family.subject]
        return Link(subject.address, f"All of X.{subject.subject}")
    return Link(pieces.catalogue.classes[code.digit].address, f"All of {code.digit}xx")


def documents_of(links, code):
    """What each document says that a reply code means."""
    return tuple(
        Cited(
            meaning.explanation,
            tuple(
                (section_address(meaning.document, section),
                 section if place else section_label(meaning.document, section))
                for place, section in enumerate(meaning.sections)
            ),
            meaning.text or "No registered text",
            meaning.status,
            tuple(
                Link(f"session/#{command.id}", command.name)
                for command, _ in links.sequence.commands_answered(code, meaning)
            ),
        )
        for meaning in getattr(code, "meanings", ())
    )  # fmt: skip


def folded_under(documents):
    """What the meanings of the documents are folded under, or None."""
    if not documents:
        return None
    return f"{counted(len(documents), 'meaning')}, with sections and commands"


def note(written):
    """A note with the place where it is written."""
    if not written.document:
        return Cited(written.text, ())
    where = section_address(written.document, written.section)
    return Cited(written.text, ((where, section_label(written.document, written.section)),))


def frequency(code):
    """How often the code was counted, or None."""
    counted_as = code.frequency
    if not counted_as:
        return None
    times = counted(counted_as.count, "time")
    return f"{share(counted_as)} of {counted_as.of:,} codes of its kind ({times})"


def comparisons(catalogue, code):
    """The pages that show this code beside others."""
    return tuple(
        Link(one.address, f"Compare {' / '.join(one.codes)}")
        for one in catalogue.comparisons.values()
        if code.code in one.codes
    )
