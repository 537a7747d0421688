"""The pages of providers and of their texts."""

from dataclasses import dataclass

from generator.entries.problems import Problem
from generator.entries.providers import Provider
from generator.entries.responses import Response
from generator.entries.sources import Link as Elsewhere
from generator.links.lists import FIRST
from generator.pages.markup import paragraphs
from generator.pages.pieces import settings_of
from generator.pages.view import (
    FILTERED,
    GROUPED,
    Card,
    Chip,
    Foot,
    Link,
    PageView,
    Reply,
    Role,
    Sources,
    class_buttons,
    sources_of,
)
from generator.pages.views_texts import whole_group
from generator.pages.words import counted, cut, first_sentence, mark, title_within

LONG_QUOTE = 70  # characters of a server's text in front of what it means, in a page's description
LONG_SAID = 120  # characters; a phone shows no more of a server's text at once
DESCRIBED = "The provider describes it so; its page does not quote the words that are sent."


@dataclass(frozen=True, kw_only=True)
class Text:
    """A text in a provider's list, with its advice."""

    response: Response
    mark: str | None
    chips: tuple[Chip, ...]
    problem: Problem
    heading: str
    who: str
    retry: str
    first: str


@dataclass(frozen=True, kw_only=True)
class Group:
    """The texts of a provider that mean one problem."""

    id: str
    name: str
    total: str
    texts: tuple[Text, ...]
    whole: Link | None


@dataclass(frozen=True, kw_only=True)
class ProviderPage:
    """Everything that the page of a provider shows."""

    provider: Provider
    kind: Link
    codes: tuple[Chip, ...]
    groups: tuple[Group, ...]
    grouped: bool
    total: str
    filtered: bool
    classes: tuple[str, ...]
    particular: tuple[str, ...]
    settings: tuple[tuple[str, str], ...]
    settings_source: object
    sources: Sources
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
        groups=groups_of(pieces, provider, responses),
        grouped=len(responses) > GROUPED,
        total=counted(len(responses), "text"),
        filtered=len(responses) > FILTERED and not pieces.links.lists.parts(provider),
        classes=class_buttons(one.digit for one in responses),
        particular=tuple(paragraphs(provider.peculiar or "")),
        settings=settings,
        settings_source=source,
        sources=sources_of(provider.sources, provider.reviewed),
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
        description=f"{provider.name}: {provider.summary}",
        trail=(("providers/", "Providers"), (provider.address, provider.name)),
        branch="providers/",
        values={"view": view},
    )


def groups_of(pieces, provider, responses):
    """The texts in one list; many of them by problem, the most frequent problem first."""
    if len(responses) <= GROUPED:
        texts = tuple(text_of(pieces, one) for one in responses)
        return (Group(id="texts", name="", total="", texts=texts, whole=None),) if texts else ()
    parts = pieces.links.lists.parts(provider)
    groups = []
    for problem, them in pieces.links.lists.groups(provider):
        total = counted(len(them), "text")
        whole = whole_group(parts.get(problem), total)
        shown = them[:FIRST] if whole else them
        texts = tuple(text_of(pieces, one, one.name) for one in shown)
        name = pieces.catalogue.problems[problem].name
        groups.append(Group(id=problem, name=name, total=total, texts=texts, whole=whole))
    return tuple(groups)


def text_of(pieces, response, heading=None):
    """A text of a provider with its advice below a heading, which is the problem unless given."""
    answers = pieces.links.advice.answers_to(response)
    steps = next(iter(pieces.links.advice.remedy(response).values()), ("",))
    return Text(
        response=response,
        mark=mark(response),
        chips=pieces.chips(pieces.catalogue.code(code) for code in response.codes),
        problem=pieces.catalogue.problems[response.problem],
        heading=heading or pieces.catalogue.problems[response.problem].name,
        who=pieces.first_to_act(answers),
        retry=pieces.label("retry", answers.retry),
        first=first_sentence(steps[0]),
    )


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
        scrolls=len(response.line) > LONG_SAID,
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
        title=title_within(provider.name, response.name),
        description=f"{cut(response.line, LONG_QUOTE)} – {provider.name}: {response.meaning}",
        trail=(
            ("providers/", "Providers"),
            (provider.address, provider.name),
            (response.address, response.name),
        ),
        branch="providers/",
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
