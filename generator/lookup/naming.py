"""How providers and pages are called, for what is found by its name, and what is needed beyond the
first answer.
"""

from generator.lookup import pick
from generator.lookup.called import pages_of
from generator.lookup.cards import problem_card, provider_card
from generator.lookup.normalise import words_of
from generator.lookup.typed import FILLERS
from generator.pages.words import first_sentence

PAGES = {  # pages that no entry has, and the words by which they are looked for; ` / ` between two
    # titles
    "about/": "about this site contact licence privacy imprint",
    "api/": "api json endpoints",
    "categories/": "all categories topics",
    "changes/": "changes news history changelog",
    "codes/": "all codes list of status codes table index",
    "compare/": "comparisons of codes",
    "contribute/": "contribute contributing report a mistake suggest a text github pull request",
    "corpora/": "corpora frequencies statistics where frequencies come from",
    "dialects/": "dialects microsoft google codes with another meaning",
    "exports/": "exports files for programs",
    "glossary/": "glossary words of mail terms vocabulary",
    "not-smtp-codes/": "not smtp codes http ftp numbers folklore",
    "problems/": "all problems list of problems",
    "providers/": "all providers list of providers programs",
    "retry/": "retry schedule schedules who tries again for how long queue lifetime",
    "session/": "session commands smtp dialogue transcript ports",
    "settings/": "settings / settings for outgoing mail ports server names smtp server 587 465",
    "use-the-data/": "use the data download csv json licence",
    "use-the-data/database/": "database sql sqlite import",
    "use-the-data/linking/": "linking links to this site bookmarklet search engine",
    "use-the-data/logs/": "logs count reasons in a log file",
    "use-the-data/lookup/": "lookup in programs library engine javascript python",
    "use-the-data/mail-servers/": "mail servers postfix exim texts of own server links in replies",
    "where/": "where did it break way of a message stations",
}


def names(links):
    """How providers and pages are called, what surrounds a reply in other languages, and what the
    cards say beyond the first answer, among it the first steps of every problem.
    """
    catalogue = links.catalogue
    return {
        "providers": [provider_card(provider) for provider in catalogue.providers.values()],
        "pick": pick.foreign_texts(catalogue.reporters),
        "cards": [problem_card(problem) for problem in catalogue.problems.values()],
        "steps": [
            {person: first_sentence(steps[0]) for person, steps in remedy.items()}
            for remedy in map(links.advice.remedy_of, catalogue.problems.values())
        ],
        "pages": pages_of(links),
        "labels": labels_of(catalogue),
        "details": {label.value: label.detail for label in catalogue.labels if label.detail},
        "places": {place.id: place.name for place in catalogue.stations.values()},
        "questions": [[group.name, group.question] for group in catalogue.groups],
        "titles": [
            " ".join([page, *sorted(kept(page, words))]) for page, words in titles_of(links)
        ],
    }


def kept(page, words):
    """The words of a title that tell it from others; a term and a command are made of all their
    words.
    """
    return set(words) - (set() if "/#" in page else FILLERS)


def labels_of(catalogue):
    """{field: {value: what readers see}} for the answers."""
    found = {"who": {}, "retry": {}, "permanent": {}}
    for label in catalogue.labels:
        if label.field in found:
            found[label.field][label.value] = label.label
    return found


def titles_of(links):
    """Yields (page, words of its title) for what is found by its name."""
    catalogue = links.catalogue
    for code in catalogue.replies.values():
        yield code.address, words_of(code.name)
    for family in catalogue.families.values():
        classes = [code for code in family_codes(catalogue, family) if code[0] in "54"]
        if classes:
            yield f"{max(classes)}/", words_of(family.name)
    for entries in (catalogue.categories, catalogue.classes, catalogue.subjects):
        for entry in entries.values():
            yield entry.address, words_of(entry.name)
    for command in catalogue.commands:
        for name in (command.name, *command.other_names):
            yield f"session/#{command.id}", words_of(name)
    for term in catalogue.glossary.values():
        yield term.address, words_of(" ".join(term.all_forms))
    for comparison in catalogue.comparisons.values():
        yield comparison.address, comparison.codes
    for page, titles in PAGES.items():
        for words in titles.split(" / "):
            yield page, words_of(words, frozenset(words.split()))


def family_codes(catalogue, family):
    """The codes that a family has pages for."""
    return [code.code for code in catalogue.enhanced.values() if code.family is family]
