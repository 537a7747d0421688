"""Lists of texts that would be too long for one page: which groups go on elsewhere, and where.

A list stands on one page as long as it is short enough for that. The page of a longer one has every
group with its first texts; the whole group is at an address of its own, so many texts a page.
"""

from dataclasses import dataclass

from generator.entries.problems import Problem
from generator.entries.providers import Provider
from generator.entries.responses import Response

FIRST = 5  # texts of a group that goes on elsewhere
LONGEST = 800  # texts on a page that only names them
LONGEST_OF_PROVIDER = 300  # texts on a page that tells of each what to do


@dataclass(frozen=True)
class Part:
    """One page of a group: its address, which of how many it is, and its responses."""

    address: str
    number: int
    count: int
    responses: tuple[Response, ...]


class Lists:
    """The lists of texts of codes, problems and providers, in groups."""

    def __init__(self, catalogue, senders):
        """Takes the `Catalogue` and its `Senders`."""
        self._catalogue = catalogue
        self._senders = senders
        self._groups = {}  # by address, for many pages ask for the same

    def address(self, entry):
        """Where the list stands; below it, the groups that go on elsewhere."""
        return f"{entry.address}texts/"

    def groups(self, entry):
        """The (id, responses) pairs of an entry: of a code by problem, of a problem by kind of
        provider, of a provider by problem, the most frequent one first.
        """
        if entry.address not in self._groups:
            self._groups[entry.address] = self._grouped(entry)
        return self._groups[entry.address]

    def _grouped(self, entry):
        if isinstance(entry, Problem):
            return self._by_kind(self._senders.responses_meaning(entry))
        if isinstance(entry, Provider):
            return self._by_problem(self._senders.responses_from(entry))
        return tuple((one.id, them) for one, them in self._senders.texts_of(entry))

    def _by_kind(self, responses):
        kinds = {
            label.value: [] for label in self._catalogue.labels if label.field == "provider_kind"
        }
        for response in responses:
            kinds[self._catalogue.providers[response.provider].kind].append(response)
        return tuple((kind, tuple(them)) for kind, them in kinds.items() if them)

    def _by_problem(self, responses):
        problems = {}
        for response in responses:
            problems.setdefault(response.problem, []).append(response)
        order = sorted(problems.items(), key=lambda item: -len(item[1]))
        return tuple((problem, tuple(them)) for problem, them in order)

    def parts(self, entry):
        """{id: its `Part`s} of the groups that go on elsewhere; none of a list that is short."""
        groups = self.groups(entry)
        longest = LONGEST_OF_PROVIDER if isinstance(entry, Provider) else LONGEST
        if sum(len(them) for _, them in groups) <= longest:
            return {}
        return {
            group: tuple(parts_of(f"{self.address(entry)}{group}/", them))
            for group, them in groups
            if len(them) > FIRST
        }

    def all_parts(self):
        """Yields every `Part`."""
        catalogue = self._catalogue
        for entries in (catalogue.codes, catalogue.problems, catalogue.providers):
            for entry in entries.values():
                for parts in self.parts(entry).values():
                    yield from parts


def parts_of(address, responses):
    """Yields the `Part`s of a group; the first has the group's own address."""
    starts = range(0, len(responses), LONGEST)
    for number, start in enumerate(starts, 1):
        there = address if number == 1 else f"{address}{number}/"
        yield Part(there, number, len(starts), responses[start : start + LONGEST])
