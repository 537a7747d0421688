"""The pages of providers and of their texts."""

from dataclasses import dataclass

from generator.entries.problems import Problem
from generator.entries.providers import Provider
from generator.entries.responses import Response
from generator.entries.sources import Link as Elsewhere
from generator.entries.sources import Source
from generator.pages.markup import paragraphs
from generator.pages.view import Card, Chip, Foot, Link, PageView, Reply, Role
from generator.pages.views_codes import background, documents_of, note
from generator.pages.words import capital, counted, first_sentence, mark

DESCRIBED = "The provider describes it so; its page does not quote the words that are sent."
FILTERED = 12  # a list of more texts has a filter


@dataclass(frozen=True, kw_only=True)
class Text:
    """A text in a provider's list, with its advice."""

    response: Response
    mark: str | None
    chips: tuple[Chip, ...]
    problem: Problem
    who: str
    retry: str
    first: str


@dataclass(frozen=True, kw_only=True)
class ProviderPage:
    """Everything that the page of a provider shows."""

    provider: Provider
    kind: Link
    codes: tuple[Chip, ...]
    texts: tuple[Text, ...]
    total: str
    filtered: bool
    particular: tuple[str, ...]
    settings: tuple[tuple[str, str], ...]
    settings_source: object
    sources: tuple[Source, ...]
    reviewed: str
    foot: Foot


@dataclass(frozen=True, kw_only=True)
class ResponsePage:
    """Everything that the page of one text shows."""

    card: Card
    chips: tuple[Chip, ...]
    provider: Provider
    problem: Problem
    variants: tuple[str, ...]
    meaning: tuple[str, ...]
    dialect: Link | None
    help: str | None
    roles: tuple[Role, ...]
    forms: tuple[Elsewhere, ...]
    replies: tuple[Reply, ...]
    twins: tuple[Link, ...]
    source: object
    checked: str
    foot: Foot


def provider_page(pieces, provider):
    """The page of a provider, with all its texts."""
    responses = pieces.links.senders.responses_from(provider)
    catalogue = pieces.catalogue
    codes = {catalogue.code(code).code for response in responses for code in response.codes}
    settings, source = settings_of(provider)
    view = ProviderPage(
        provider=provider,
        kind=Link(f"providers/#{provider.kind}", pieces.label("provider_kind", provider.kind)),
        codes=pieces.chips(code for code in catalogue.codes.values() if code.code in codes),
        texts=tuple(text_of(pieces, response) for response in responses),
        total=counted(len(responses), "text"),
        filtered=len(responses) > FILTERED,
        particular=tuple(paragraphs(provider.peculiar or "")),
        settings=settings,
        settings_source=source,
        sources=provider.sources,
        reviewed=provider.reviewed,
        foot=pieces.foot(
            provider,
            provider.id,
            f"providers/{provider.id}",
            provider.other_names + provider.search,
        ),
    )
    return PageView(
        template="provider.md",
        address=provider.address,
        title=provider.name,
        description=provider.summary,
        trail=(("providers/", "Providers"), (provider.address, provider.name)),
        branch="Providers",
        values={"view": view},
    )


def text_of(pieces, response):
    """A text of a provider with its advice."""
    answers = pieces.links.advice.answers_to(response)
    steps = next(iter(pieces.links.advice.remedy(response).values()), ("",))
    return Text(
        response=response,
        mark=mark(response),
        chips=pieces.chips(pieces.catalogue.code(code) for code in response.codes),
        problem=pieces.catalogue.problems[response.problem],
        who=pieces.first_to_act(answers),
        retry=pieces.label("retry", answers.retry),
        first=first_sentence(steps[0]),
    )


def settings_of(provider):
    """The settings for outgoing mail, as (what, value) pairs, and their source."""
    told, out = provider.settings, provider.outgoing
    rows, source = (), None
    if told:
        rows = (
            ("Host and port", told.host), ("Login", told.login), ("Port 465, TLS at once", told.port_465),
            ("Port 587, STARTTLS", told.port_587), ("Take care", told.note),
        )  # fmt: skip
        source = told.source
    elif out:
        rows = (("Outgoing server", out.host), ("Ports", ", ".join(out.ports)),
                ("Login", out.login), ("Take care", out.note))  # fmt: skip
        source = out.source
    return tuple(row for row in rows if row[1]), source


def response_page(pieces, response):
    """The page of one text."""
    catalogue, links = pieces.catalogue, pieces.links
    provider, problem = catalogue.providers[response.provider], catalogue.problems[response.problem]
    remedy = links.advice.remedy(response)
    replies = pieces.reply(response)
    answers = links.advice.answers_to(response)
    notice = " ".join(filter(None, (response.ended, response.wording and DESCRIBED))) or None
    card = pieces.failure(
        answers,
        remedy,
        [problem],
        replies,
        id="response",
        title=response.name,
        colour=response.digit or "",
        said=response.line,
        language=response.language,
        notice=notice,
        kind=(provider, Link(problem.address, f"Problem: {problem.name}")),
    )
    dialect = links.senders.dialect_in(response)
    source = response.source
    view = ResponsePage(
        card=card,
        chips=pieces.chips(catalogue.code(code) for code in response.codes),
        provider=provider,
        problem=problem,
        variants=response.variants,
        meaning=meaning_of(response, answers),
        dialect=dialect_link(dialect),
        help=response.help,
        roles=pieces.roles(remedy),
        forms=provider.forms,
        replies=replies,
        twins=tuple(
            Link(twin.address, f"{catalogue.providers[twin.provider].name}: {twin.name}")
            for twin in links.pairs.twins(response)
        ),
        source=source,
        checked=f"{pieces.label('certainty', source.kind)}, {checked(source)}",
        foot=pieces.foot(response, response.key, f"responses/{response.key}"),
    )
    return PageView(
        template="response.md",
        address=response.address,
        title=f"{provider.name}: {response.name}",
        description=response.meaning,
        trail=(
            ("providers/", "Providers"),
            (provider.address, provider.name),
            (response.address, response.name),
        ),
        branch="Providers",
        picture=response.digit,
        values={"view": view},
    )


def meaning_of(response, answers):
    """What the text means; the card has said it already unless the answers tell something else."""
    told = (response.meaning, response.classes_differ)
    return tuple(part for part in told if part and part != answers.what) or (problem_says(),)


def problem_says():
    """What stands under Meaning where the card has said all of it."""
    return "As above: the card says all that is known of this text."


def dialect_link(dialect):
    """The code that is used with another meaning, or None."""
    if not dialect:
        return None
    code = dialect.code
    return Link(code.address, f"{code.heading} is registered as “{code.name}”")


def checked(source):
    """When a text was recorded or last compared."""
    verb = "recorded" if source.kind == "observed" else "last checked"
    return f"{verb} on {source.checked}{'; unsourced' if source.unsourced else ''}"


def text_lists(pieces):
    """The pages that list all texts of a code, by problem, or of a problem, by kind of provider."""
    catalogue, senders = pieces.catalogue, pieces.links.senders
    for code in catalogue.codes.values():
        sent = senders.texts_of(code)
        if sent:
            told = {one.problem: one for one in code.problems}
            silent = [catalogue.problems[one] for one in told if one not in {p.id for p, _ in sent}]
            groups = [
                (problem.name, problem.id, them, told.get(problem.id))
                for problem, them in (*sent, *((problem, ()) for problem in silent))
            ]
            moved = background(pieces.links, code)
            documents = documents_of(pieces.links, code) if moved else ()
            notes = tuple(map(note, code.notes)) if moved else ()
            cited = (*documents, *notes)
            yield text_list(
                pieces,
                code,
                code.heading,
                groups,
                "by problem",
                "Codes",
                cited,
                code.sources if moved else (),
            )
    kinds = pieces.labels("provider_kind")
    for problem in catalogue.problems.values():
        responses = senders.responses_meaning(problem)
        groups = [
            (label, kind, [one for one in responses if catalogue.providers[one.provider].kind == kind], None)
            for kind, label in kinds
        ]  # fmt: skip
        groups = [group for group in groups if group[2]]
        if groups:
            yield text_list(
                pieces, problem, problem.name, groups, "by kind of provider", "Problems"
            )


def text_list(pieces, entry, name, groups, order, branch, cited=(), sources=()):
    """A page of texts in groups."""
    address = pieces.links.addresses.list_of_texts(entry)
    total = sum(len(group[2]) for group in groups)
    rows = tuple(
        (
            heading,
            anchor,
            tuple((pieces.catalogue.providers[one.provider], one, mark(one)) for one in them),
            told,
        )
        for heading, anchor, them, told in groups
    )
    return PageView(
        template="texts.md",
        address=address,
        title=f"{name}: all texts",
        description=capital(f"every text that goes with {name}, {order}."),
        trail=((entry.address, name), (address, "Texts")),
        branch=branch,
        values={"groups": rows, "total": counted(total, "text"), "filtered": total > FILTERED,
                "heading": f"{name}: all texts", "cited": cited,
            "sources": sources},
    )  # fmt: skip
