"""Makes the Markdown pages of the site, as (path, text) pairs."""

from generator.entries.codes import ReplyCode
from generator.pages.labels import labels
from generator.pages.site import Site

BOOST = {"code": 8, "folklore": 6, "problem": 16, "provider": 2, "response": 1}


def pages(links, told, moved, repository=""):
    """Yields (path, text) for every generated page and every redirect.

    `told` is what contributors are told about the catalogue, a dict with `schemas` (the tables of
    fields) and `checks` (the rules in words); `moved` maps old addresses to new ones.
    """
    site = Site(links, repository)
    yield from code_pages(site)
    yield from problem_pages(site)
    yield from provider_pages(site)
    yield from text_pages(site)
    yield from index_pages(site)
    yield site.page(
        "fields.md",
        "contribute/fields/",
        "Fields of the catalogue",
        "Every field of every kind of entry, with its allowed values.",
        schemas=told["schemas"],
    )
    yield site.page(
        "checks.md",
        "contribute/checks/",
        "What is checked",
        "Every rule that an entry of the catalogue is held to, in one sentence each.",
        checks=told["checks"],
    )
    for alias, address in (links.addresses.aliases | moved).items():
        yield site.redirect(alias, address)


def code_pages(site):
    """Yields the page of every reply code, enhanced status code and folklore number."""
    for code in site.catalogue.codes.values():
        template = (
            "folklore.md"
            if code.is_folklore
            else "reply.md"
            if isinstance(code, ReplyCode)
            else "enhanced.md"
        )
        yield site.page(
            template, code.address, f"{code.heading} {code.name}", code.summary, BOOST["folklore" if code.is_folklore else "code"],
            code=code,
        )  # fmt: skip


def problem_pages(site):
    """Yields the page of every problem."""
    for problem in site.catalogue.problems.values():
        yield site.page(
            "problem.md",
            problem.address,
            problem.name,
            problem.summary,
            BOOST["problem"],
            problem=problem,
        )


def provider_pages(site):
    """Yields the page of every provider and of every response."""
    for provider in site.catalogue.providers.values():
        yield site.page(
            "provider.md",
            provider.address,
            provider.name,
            provider.summary,
            BOOST["provider"],
            provider=provider,
        )
    for response in site.catalogue.responses.values():
        provider = site.catalogue.providers[response.provider]
        yield site.page(
            "response.md", response.address, f"{provider.name}: {response.name}", response.meaning, BOOST["response"],
            response=response, provider=provider,
        )  # fmt: skip


def text_pages(site):
    """Yields the pages that list all responses of a code, by problem, or of a problem, by kind of
    provider.
    """
    catalogue, links = site.catalogue, site.links
    for code in catalogue.codes.values():
        if address := links.addresses.list_of_texts(code):
            groups = [
                (problem.name, problem.id, responses)
                for problem, responses in links.senders.texts_of(code)
            ]
            told = f"Every text that comes with {code.heading}, by problem."
            yield site.page(
                "texts.md", address, f"{code.heading}: all texts", told, entry=code, groups=groups
            )
    for problem in catalogue.problems.values():
        if address := links.addresses.list_of_texts(problem):
            responses = links.senders.responses_meaning(problem)
            groups = [
                (
                    label,
                    kind,
                    [
                        response
                        for response in responses
                        if catalogue.providers[response.provider].kind == kind
                    ],
                )
                for kind, label in labels(catalogue)["provider_kinds"].items()
            ]
            told = f"Every text that means “{problem.name}”, by kind of provider."
            groups = [group for group in groups if group[2]]
            yield site.page(
                "texts.md",
                address,
                f"{problem.name}: all texts",
                told,
                entry=problem,
                groups=groups,
            )


def index_pages(site):
    """Yields the home page, and the pages that list others."""
    catalogue = site.catalogue
    yield site.page(
        "home.md",
        "",
        "What does this SMTP code mean?",
        "What an SMTP reply code or a bounce message means, who must act, whether it is sent again, and whether it is permanent.",
    )
    for reply_class in catalogue.classes.values():
        yield site.page(
            "class.md",
            reply_class.address,
            f"{reply_class.digit}xx {reply_class.name}",
            reply_class.summary,
            3,
            reply_class=reply_class,
        )
    yield site.page(
        "codes.md",
        "codes/",
        "All codes",
        "Every SMTP reply code and enhanced status code in one table, with its meaning and who acts.",
    )
    yield site.page(
        "categories.md",
        "categories/",
        "Categories",
        "SMTP codes and problems by topic: addressing, mailbox, routing, authentication and more.",
    )
    for category in catalogue.categories.values():
        yield site.page(
            "category.md", category.address, category.name, category.summary, 2, category=category
        )
    yield site.page(
        "problems.md",
        "problems/",
        "Problems",
        "What actually goes wrong when mail bounces: every problem with who acts and whether the message is sent again.",
    )
    yield site.page(
        "providers.md",
        "providers/",
        "Providers and servers",
        "Mailbox providers, filters, relays, blocklists and mail servers, and the texts that they send.",
    )
    yield site.page(
        "subjects.md",
        "subjects/",
        "Subjects of enhanced status codes",
        "The middle number of an enhanced status code says what it is about.",
    )
    for subject in catalogue.subjects.values():
        yield site.page(
            "subject.md",
            subject.address,
            f"X.{subject.subject} {subject.name}",
            subject.summary,
            2,
            subject=subject,
        )
    yield site.page(
        "not-smtp-codes.md",
        "not-smtp-codes/",
        "Numbers that are not SMTP codes",
        "Popular lists contain numbers that no RFC defines: what 441, 512, 571, 101 and others really are.",
        5,
    )
    yield site.page(
        "dialects.md",
        "dialects/",
        "Dialects: registered codes with another meaning",
        "Where mail providers use a registered SMTP code for something that its registered text does not say.",
        2,
    )
    yield site.page(
        "classes.md",
        "classes/",
        "Classes and digits",
        "What each digit of a reply code and each part of an enhanced code means.",
        2,
    )
    yield site.page(
        "corpora.md",
        "corpora/",
        "Where frequencies come from",
        "The public collections in which codes were counted.",
    )
    yield site.page(
        "session.md",
        "session/",
        "An SMTP session, step by step",
        "Every step of an SMTP session with the reply codes that can answer it.",
        2,
    )
