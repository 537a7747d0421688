"""Where what people guess behind the site's name leads: ids and names of entries that have no
address of that kind, for the page that answers what is missing.
"""

import json

from generator.pages.markup import anchor


def guesses(catalogue):
    """The JSON text of {guess: address}. Where two entries have the same name, problems win over
    categories, these over providers and words of mail.
    """
    found = {}
    for entry in (*catalogue.problems.values(), *catalogue.categories.values()):
        note(found, entry, entry.name)
    for provider in catalogue.providers.values():
        note(found, provider, provider.name, *provider.other_names)
    for term in catalogue.glossary.values():
        note(found, term, *term.all_forms)
    return json.dumps(found, ensure_ascii=False, indent=0, separators=(",", ":")) + "\n"


def note(found, entry, *names):
    """Adds an entry under its id, its names as they are written, and as parts of addresses."""
    for name in (entry.id, *names, *map(anchor, names)):
        if name:
            found.setdefault(name.lower(), entry.address)
