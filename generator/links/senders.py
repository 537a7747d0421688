"""Who sends what: the responses by code, by problem and by provider, and the dialects."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

from generator.entries.codes import EnhancedCode, sort_key
from generator.entries.problems import Problem
from generator.entries.providers import Provider
from generator.entries.responses import Response
from generator.links.grouping import grouped


@dataclass(frozen=True)
class Dialect:
    """A registered code that a provider uses with another meaning; shown by its responses."""

    code: EnhancedCode
    provider: Provider
    problem: Problem
    responses: tuple[Response, ...]


class Senders:
    """The responses of a catalogue, by what they carry, what they mean, and who sends them."""

    def __init__(self, catalogue):
        """Takes the `Catalogue`."""
        self._catalogue = catalogue

    def lines(self):
        """Yields (response, line) for every wording of every response, as it is sent."""
        for response in self._catalogue.responses.values():
            for text in (response.text, *response.variants):
                yield response, response.sent(self._catalogue.filled(text))

    @cached_property
    def _responses_by_code(self):
        found = defaultdict(list)
        for response in self._catalogue.responses.values():
            for code in {self._catalogue.members[code] for code in response.codes}:
                found[code].append(response)
        return {code: self._sorted(responses) for code, responses in found.items()}

    def responses_with(self, code):
        """The responses that carry a code, by provider and name."""
        return self._responses_by_code.get(code.code, ())

    def texts_of(self, code):
        """The (problem, responses) pairs of a code: the problems it lists in their order, then
        those that only responses tell of.
        """
        by_problem = grouped(self.responses_with(code), lambda response: response.problem)
        listed = [
            reference.problem for reference in code.problems if reference.problem in by_problem
        ]
        others = sorted(
            by_problem.keys() - set(listed), key=lambda slug: (-len(by_problem[slug]), slug)
        )
        return tuple(
            (self._catalogue.problems[slug], tuple(by_problem[slug])) for slug in (*listed, *others)
        )

    def counts_of_texts(self, code):
        """How many responses with the code mean each problem, by the problem's id."""
        return {problem.id: len(responses) for problem, responses in self.texts_of(code)}

    @cached_property
    def _responses_by_problem(self):
        found = grouped(self._catalogue.responses.values(), lambda response: response.problem)
        return {problem: self._sorted(responses) for problem, responses in found.items()}

    def responses_meaning(self, problem):
        """The responses that mean a problem, by provider and name."""
        return self._responses_by_problem.get(problem.id, ())

    @cached_property
    def _responses_by_provider(self):
        found = grouped(self._catalogue.responses.values(), lambda response: response.provider)

        def place(one):
            return one.reply or "9", sort_key(one.enhanced or "9.9.9"), one.name

        return {provider: tuple(sorted(them, key=place)) for provider, them in found.items()}

    def responses_from(self, provider):
        """The responses of a provider, by code and name."""
        return self._responses_by_provider.get(provider.id, ())

    def _sorted(self, responses):
        names = {key: one.name.lower() for key, one in self._catalogue.providers.items()}
        return tuple(sorted(responses, key=lambda one: (names[one.provider], one.name)))

    @cached_property
    def _codes_by_problem(self):
        found = defaultdict(list)
        for code in self._catalogue.codes.values():
            for reference in code.problems:
                found[reference.problem].append(code)
        return found

    def codes_standing_for(self, problem):
        """The codes that can stand for a problem: those that name it first come first."""
        codes = self._codes_by_problem[problem.id]
        return tuple(
            sorted(
                codes, key=lambda code: (code.is_folklore, code.problems[0].problem != problem.id)
            )
        )

    def further_problems(self, code):
        """The (problem, responses) pairs of problems that responses with this code mean beside
        those the entry lists.
        """
        listed = {reference.problem for reference in code.problems}
        return tuple(pair for pair in self.texts_of(code) if pair[0].id not in listed)

    def causes(self, code):
        """Every problem that a code can stand for, as (problem, the entry's reference or None):
        those that the entry lists, in its order, then those that only responses tell of. So no
        problem of a response is missing on the page of its code, whoever wrote the entry.
        """
        listed = [(self._catalogue.problems[one.problem], one) for one in code.problems]
        return (*listed, *((problem, None) for problem, _ in self.further_problems(code)))

    @cached_property
    def unsourced(self):
        """The responses whose source has no public address."""
        every = self._catalogue.responses.values()
        return tuple(response for response in every if response.source.unsourced)

    def stale(self, today):
        """The responses that were last compared with their source more than a year before `today`
        (year-month-day).
        """
        limit = f"{int(today[:4]) - 1}{today[4:]}"
        return tuple(
            response
            for response in self._catalogue.responses.values()
            if response.source.checked < limit
        )

    @cached_property
    def dialects(self):
        """Every registered code that a provider uses for a problem which the registered text does
        not cover; told by what it sends today, letter for letter.
        """
        found = defaultdict(list)
        for response in self._catalogue.responses.values():
            if response.enhanced and not response.ended and not response.wording:
                code = self._catalogue.code(response.enhanced)
                covers = code.family.covers
                if (
                    code.family.status == "registered"
                    and "any" not in covers
                    and response.problem not in covers
                ):
                    found[code.code, response.provider, response.problem].append(response)
        return tuple(
            Dialect(
                self._catalogue.enhanced[code],
                self._catalogue.providers[provider],
                self._catalogue.problems[problem],
                tuple(responses),
            )
            for (code, provider, problem), responses in sorted(
                found.items(), key=lambda item: (sort_key(item[0][0]), item[0][1:])
            )
        )

    @cached_property
    def _dialects_by_response(self):
        return {
            response.key: dialect for dialect in self.dialects for response in dialect.responses
        }

    def dialect_in(self, response):
        """The dialect that a response speaks, or None."""
        return self._dialects_by_response.get(response.key)

    @cached_property
    def _dialects_by_code(self):
        return grouped(self.dialects, lambda dialect: dialect.code.code)

    def dialects_of(self, code):
        """The dialects in which a code is used."""
        return tuple(self._dialects_by_code.get(code.code, ()))
