"""Which address leads where: the pages of the site, and the aliases that lead to them."""

from functools import cached_property

from generator.reading.ledger import read

FIXED = (
    "",
    "about/",
    "categories/",
    "changes/",
    "classes/",
    "codes/",
    "contribute/",
    "contribute/checks/",
    "contribute/fields/",
    "corpora/",
    "dialects/",
    "glossary/",
    "not-smtp-codes/",
    "problems/",
    "providers/",
    "retry/",
    "session/",
    "settings/",
    "subjects/",
    "use-the-data/",
    "use-the-data/linking/",
    "use-the-data/database/",
    "use-the-data/logs/",
    "use-the-data/lookup/",
    "use-the-data/mail-servers/",
    "where/",
)

VERSION = "v1"  # of the data interface
DATA = f"api/{VERSION}/"  # where its documents stand


def from_anywhere(home, address):
    """A link to a place on this site: whole where the site's address, `home`, is known, else from
    its root.
    """
    return f"{home or '/'}{address}"


class Addresses:
    """The addresses of a catalogue's site; an address is a path below the root of the site, ending
    in a slash.
    """

    def __init__(self, catalogue, pairs, lists):
        """Takes the `Catalogue`, its `Pairs` and its `Lists`."""
        self._catalogue = catalogue
        self._pairs = pairs
        self._lists = lists

    def list_of_texts(self, entry):
        """The address of the page with all responses of a code or problem; None if it has none."""
        return self._lists.address(entry) if self._lists.groups(entry) else None

    @cached_property
    def pages(self):
        """The addresses of all pages, entries and fixed ones, as a set."""
        catalogue = self._catalogue
        listing = (*catalogue.codes.values(), *catalogue.problems.values())
        entries = (
            *listing,
            *catalogue.providers.values(),
            *catalogue.responses.values(),
            *catalogue.categories.values(),
            *catalogue.classes.values(),
            *catalogue.subjects.values(),
            *catalogue.comparisons.values(),
        )
        lists = {self.list_of_texts(entry) for entry in listing} - {None}
        parts = {part.address for part in self._lists.all_parts()}
        return {entry.address for entry in entries} | lists | parts | set(FIXED)

    @cached_property
    def aliases(self):
        """Addresses that lead to another page: {alias: address}, none of them the address of a
        page.
        """
        catalogue = self._catalogue
        found = {f"{digit}.x.x/": address.address for digit, address in catalogue.classes.items()}
        for family in catalogue.families.values():
            found[f"{family.anchor}/"] = (
                f"{catalogue.subjects[family.subject].address}#{family.anchor}"
            )
        for member, code in catalogue.members.items():
            if member != code:
                found[f"{member}/"] = f"{code}/"
        for code, others in self._pairs.paired_codes_by_code.items():
            if code in catalogue.replies:
                found |= {f"{code}-{other}/": f"{other}/" for other in others}
        for alias, address in list(found.items()):
            found.setdefault(alias.replace("x", "X"), address)
        return dict(sorted(found.items()))

    def recorded(self, ledger):
        """The text of the ledger with every address that it lacks, sorted, the comments on top."""
        comments = [line for line in ledger.splitlines() if line.startswith("#")]
        kept = {address: target for _, address, target in read(ledger) if address is not None}
        for address in self.pages | self.aliases.keys():
            kept.setdefault(address, None)
        lines = [
            f"/{address} -> /{target}" if target is not None else f"/{address}"
            for address, target in sorted(kept.items())
        ]
        return "\n".join([*comments, *lines]) + "\n"
