"""The home page, and the pages that list others."""

from dataclasses import dataclass

from generator.pages.markup import paragraphs
from generator.pages.view import (
    ALL_SHOWN,
    ORDER_OF_CLASSES,
    Link,
    class_buttons,
    index,
    sources_of,
    stations_of_problems,
)
from generator.pages.views_answers import (
    comparisons,
    glossary,
    retry,
    session,
    settings,
    where,
)
from generator.pages.views_subjects import subjects
from generator.pages.words import counted, plain_title

ASKED = ("5.1.1", "5.7.1", "5.7.26", "5.4.1", "5.7.8", "421", "4.2.2", "5.7.515", "550", "4.4.7")
HELD = ("google", "exchange-online", "outlook-com", "yahoo", "icloud", "gmx")


@dataclass(frozen=True)
class Row:
    """A code in a table: its sign, name, meaning, and who acts first."""

    chip: object
    name: str
    summary: str
    who: str


@dataclass(frozen=True)
class ClassMap:
    """A class on the home page, with its codes."""

    reply_class: object
    replies: tuple
    enhanced: tuple
    more: str


def rows(pieces, codes):
    """The rows of a table of codes."""
    return tuple(
        Row(
            pieces.chip(code),
            code.name,
            code.summary,
            pieces.first_to_act(code.answers) if code.answers else "–",
        )
        for code in codes
    )


def index_pages(pieces):
    """The home page and every page that lists others, in no particular order."""
    return (
        home(pieces),
        *(class_page(pieces, one) for one in pieces.catalogue.classes.values()),
        codes(pieces),
        *categories(pieces),
        problems(pieces),
        providers(pieces),
        *subjects(pieces),
        not_smtp_codes(pieces),
        dialects(pieces),
        index("classes.md", "classes/", "Classes and digits",
              "What each digit of a reply code and each part of an enhanced code means.",
              classes=tuple(pieces.catalogue.classes.values()), digits=pieces.catalogue.digits,
              sources=sources_of(pieces.catalogue.digits.sources)),
        index("corpora.md", "corpora/", "Where frequencies come from",
              "The public collections in which codes were counted.", "codes/",
              corpora=tuple(pieces.catalogue.corpora.values())),
        session(pieces),
        where(pieces),
        retry(pieces),
        settings(pieces),
        glossary(pieces),
        *comparisons(pieces),
    )  # fmt: skip


def home(pieces):
    """The box, what people hold most, and every code."""
    catalogue, sequence = pieces.catalogue, pieces.links.sequence
    maps = []
    for digit in (one for one in ORDER_OF_CLASSES if one in catalogue.classes):
        replies, enhanced = sequence.in_class(digit)
        more = f"{counted(len(enhanced), 'enhanced status code')}, {digit}.x.x"
        maps.append(
            ClassMap(catalogue.classes[digit], pieces.chips(replies), pieces.chips(enhanced), more)
        )
    asked = tuple(catalogue.codes[code] for code in ASKED if code in catalogue.codes)
    return index(
        "home.md", "", "What does this SMTP code mean?",
        "What an SMTP reply code or a bounce message means, who must act, "
        "whether it is sent again, and whether it is permanent.",
        asked=tuple(
            (pieces.chip(code), plain_title(code.summary)) for code in asked
        ),
        held=tuple(catalogue.providers[one] for one in HELD if one in catalogue.providers),
        maps=tuple(maps),
        folklore=pieces.chips(sequence.folklore),
        stations=stations_of_problems(pieces),
        steps=tuple(
            (command, pieces.chips(sequence.codes_answering(command)))
            for command in catalogue.commands if command.step
        ),
        always=pieces.chips(sequence.codes_answering_all),
    )  # fmt: skip


def class_page(pieces, reply_class):
    """A class: its meaning, and the codes in it."""
    digit = reply_class.digit
    replies, enhanced = pieces.links.sequence.in_class(digit)
    folklore = (code for code in pieces.links.sequence.folklore if code.digit == digit)
    also = f" and {digit}.x.x, “{reply_class.enhanced}”" if reply_class.enhanced else ""
    title = f"{digit}xx {reply_class.name}"
    return index(
        "class.md", reply_class.address, title, reply_class.summary,
        trail=(("classes/", "Classes and digits"), (reply_class.address, f"{digit}xx")),
        reply_class=reply_class,
        range=reply_class.range + also,
        meaning=paragraphs(reply_class.meaning),
        replies=rows(pieces, replies),
        enhanced=pieces.chips(enhanced),
        table=enhanced and Link(f"codes/#c{digit}-enhanced", "The same with their meanings"),
        folklore=pieces.chips(folklore),
        sources=sources_of(reply_class.sources),
    )  # fmt: skip


def codes(pieces):
    """All codes in one table, failures first and what is no SMTP code last."""
    sequence = pieces.links.sequence
    listed = [("Numbers that are not SMTP codes", "not-smtp", sequence.folklore)]
    for digit in (one for one in reversed(ORDER_OF_CLASSES) if one in pieces.catalogue.classes):
        replies, enhanced = sequence.in_class(digit)
        name = pieces.catalogue.classes[digit].name
        listed.append((f"{digit}.x.x, enhanced status codes", f"c{digit}-enhanced", enhanced))
        listed.append((f"{digit}xx {name}", f"c{digit}", replies))
    groups = tuple(
        (
            heading,
            anchor,
            pieces.chips(them),
            f"{counted(len(them), 'code')} with meanings",
            rows(pieces, them),
        )
        for heading, anchor, them in reversed(listed)
        if them
    )
    return index(
        "codes.md", "codes/", "All codes",
        "Every SMTP reply code and enhanced status code in one table, "
        "with its meaning and who acts.",
        groups=groups,
        total=counted(sum(len(one[4]) for one in groups), "code"),
        classes=class_buttons(pieces.catalogue.classes),
    )  # fmt: skip


def categories(pieces):
    """The list of categories, and each of them."""
    catalogue = pieces.catalogue
    yield index(
        "categories.md", "categories/", "Categories",
        "SMTP codes and problems by topic: addressing, mailbox, routing, authentication and more.",
        categories=tuple(catalogue.categories.values()),
    )  # fmt: skip
    for category in catalogue.categories.values():
        codes_in = [one for one in catalogue.codes.values() if one.category == category.id]
        yield index(
            "category.md", category.address, category.name, category.summary, "categories/",
            (("categories/", "Categories"), (category.address, category.name)),
            category=category,
            total=counted(len(codes_in), "code"),
            classes=class_buttons(one.digit for one in codes_in),
            problems=problem_rows(pieces, category),
            rows=rows(pieces, codes_in),
        )  # fmt: skip


def problem_rows(pieces, category):
    """The problems of a category with who acts first and whether they are retried."""
    return tuple(
        (one, pieces.first_to_act(one.answers), pieces.label("retry", one.answers.retry))
        for one in pieces.catalogue.problems.values()
        if one.category == category.id
    )


def problems(pieces):
    """All problems, by category, with a way in by station."""
    every = pieces.catalogue.categories.values()
    groups = ((category, problem_rows(pieces, category)) for category in every)
    return index(
        "problems.md", "problems/", "Problems",
        "What actually goes wrong when mail bounces: every problem with who acts "
        "and whether the message is sent again.",
        groups=tuple(group for group in groups if group[1]),
        stations=stations_of_problems(pieces),
        total=counted(len(pieces.catalogue.problems), "problem"),
    )  # fmt: skip


def providers(pieces):
    """All providers, by kind and name, with the number of their texts."""
    catalogue = pieces.catalogue
    every = sorted(catalogue.providers.values(), key=lambda one: one.name.lower())
    sent = pieces.links.senders.responses_from
    counts = [(one, counted(len(sent(one)), "text")) for one in every]
    groups = tuple(
        (kind, label, of_kind)
        for kind, label in pieces.labels("provider_kind")
        if (of_kind := tuple(pair for pair in counts if pair[0].kind == kind))
    )
    return index(
        "providers.md", "providers/", "Providers and servers",
        "Mailbox providers, filters, relays, blocklists and mail servers, "
        "and the texts that they send.",
        tabs=tuple(
            Link(f"providers/#{kind}", f"{label} ({len(of_kind)})")
            for kind, label, of_kind in groups
        ),
        groups=groups,
        folded=len(every) > ALL_SHOWN,
        total=counted(len(every), "entry", "entries"),
        lead=f"{counted(len(catalogue.responses), 'text')} from {len(every)} mailbox providers, "
        "filters, relays, blocklists, mail servers and programs, each with its source and the date "
        "on which it was last checked.",
    )  # fmt: skip


def not_smtp_codes(pieces):
    """The popular numbers, and what each really is."""
    sequence = pieces.links.sequence
    numbers = (
        (
            code,
            pieces.chip(code),
            code.summary,
            pieces.chips(pieces.catalogue.code(one.code) for one in code.instead),
        )
        for code in sequence.folklore
    )
    return index(
        "not-smtp-codes.md", "not-smtp-codes/", "Numbers that are not SMTP codes",
        "Popular lists contain numbers that no RFC defines: what 441, 512, 571, 101 and others "
        "really are.",
        chips=pieces.chips(sequence.folklore),
        grammar=pieces.catalogue.digits.grammar,
        numbers=tuple(numbers),
        total=counted(len(sequence.folklore), "number"),
        undefined=tuple(code for code in sequence.smtp_replies if code.kind == "registry-only"),
    )  # fmt: skip


def dialects(pieces):
    """Registered codes with another meaning, by kind of provider."""
    spoken = pieces.links.senders.dialects
    groups = []
    for kind, label in pieces.labels("provider_kind"):
        of_kind = tuple((pieces.chip(one.code), one) for one in spoken if one.provider.kind == kind)
        groups.append((kind, label, of_kind, counted(len(of_kind), "dialect")))
    return index(
        "dialects.md", "dialects/", "Dialects: registered codes with another meaning",
        "Where mail providers use a registered SMTP code for something that its registered text "
        "does not say.",
        groups=tuple(group for group in groups if group[2]),
        folded=len(spoken) > ALL_SHOWN,
        total=counted(len(spoken), "dialect"),
        classes=class_buttons(one.code.digit for one in spoken),
    )  # fmt: skip
