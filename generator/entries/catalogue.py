"""The whole catalogue: all entries by id, and everything that follows from their links."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

from generator.entries.codes import EnhancedCode, Family, ReplyCode, sort_key
from generator.entries.entries import Problem, Provider, Response
from generator.entries.vocabularies import Category, Command, Corpus, Digits, Document, Placeholder, ReplyClass, Station, Subject
from generator.rules.responses import groups

LISTED_RESPONSES = 15  # on the page of a code or problem itself; the others stand on a page of their own


def grouped(items, key):
    """The items in lists by what `key` gives for each, in the order in which they come; no list for a key that no item has."""
    found = defaultdict(list)
    for item in items:
        found[key(item)].append(item)
    return found


@dataclass(frozen=True)
class Dialect:
    """A registered code that a provider uses with another meaning; shown by its responses."""

    code: EnhancedCode
    provider: Provider
    problem: Problem
    responses: tuple[Response, ...]


@dataclass(frozen=True)
class Catalogue:
    """All entries by id, and everything that follows from their links."""

    replies: dict[str, ReplyCode]
    enhanced: dict[str, EnhancedCode]
    families: dict[str, Family]
    problems: dict[str, Problem]
    providers: dict[str, Provider]
    responses: dict[str, Response]
    categories: dict[str, Category]
    classes: dict[str, ReplyClass]
    subjects: dict[str, Subject]
    commands: tuple[Command, ...]
    corpora: dict[str, Corpus]
    documents: dict[str, Document]
    placeholders: dict[str, Placeholder]
    stations: dict[str, Station]
    digits: Digits

    @cached_property
    def codes(self):
        """Every code with a page of its own, by id, in the order people count."""
        both = self.replies | self.enhanced
        return {code: both[code] for code in sorted(both, key=sort_key)}

    @cached_property
    def smtp_replies(self):
        """The reply codes that are SMTP codes, in order."""
        return tuple(code for code in self.codes.values() if isinstance(code, ReplyCode) and not code.is_folklore)

    @cached_property
    def folklore(self):
        """The popular numbers that are no SMTP codes, in order."""
        return tuple(code for code in self.codes.values() if code.is_folklore)

    @cached_property
    def members(self):
        """Every single code, those inside ranges too, with its page's code: 5.7.607 leads to 5.7.606."""
        return {code: code for code in self.replies} | {member: code for code, entry in self.enhanced.items() for member in entry.members}

    def code(self, code):
        """The page of a code; a code inside a range has the range's page."""
        return self.codes[self.members[code]]

    @cached_property
    def _related(self):
        related = defaultdict(dict)
        for code in self.codes.values():
            for link in code.related:
                other = self.code(link.code)
                related[code.code][other.code] = link.why
                related[other.code][code.code] = link.why
        return related

    def related(self, code):
        """The (code, why) pairs related to a code, whichever of the two entries tells of it."""
        return tuple(
            (self.codes[other], why) for other, why in sorted(self._related[code.code].items(), key=lambda pair: sort_key(pair[0]))
        )

    @cached_property
    def _related_problems(self):
        related = defaultdict(dict)
        for problem in self.problems.values():
            for link in problem.related:
                related[problem.id][link.problem] = link.why
                related[link.problem][problem.id] = link.why
        return related

    def related_problems(self, problem):
        """The (problem, why) pairs related to a problem, whichever of the two entries tells of it."""
        return tuple((self.problems[other], why) for other, why in sorted(self._related_problems[problem.id].items()))

    @cached_property
    def _by_family(self):
        enhanced = (code for code in self.codes.values() if isinstance(code, EnhancedCode))
        return grouped(enhanced, lambda code: code.family.code)

    def classes_of(self, family):
        """The enhanced codes of a family, by class."""
        return tuple(self._by_family[family.code])

    def families_of(self, subject):
        """The families of a subject, in order."""
        found = [family for family in self.families.values() if family.subject == subject.subject]
        return tuple(sorted(found, key=lambda family: int(family.detail)))

    @cached_property
    def companions_by_code(self):
        """The codes that travel with each code, as sets of codes: registered pairs, pairs of practice, pairs in responses."""
        companions = defaultdict(set)
        for code in self.enhanced.values():
            for reply in code.reply_codes:
                companions[code.code].add(reply)
                companions[reply].add(code.code)
        for response in self.responses.values():
            if response.reply and response.enhanced:
                enhanced = self.code(response.enhanced).code
                companions[enhanced].add(response.reply)
                companions[response.reply].add(enhanced)
        return companions

    def companions(self, code):
        """The codes that travel with a code: the enhanced codes of a reply code, the reply codes of an enhanced code."""
        return tuple(self.codes[other] for other in sorted(self.companions_by_code[code.code], key=sort_key))

    @cached_property
    def _responses_by_code(self):
        found = defaultdict(list)
        for response in self.responses.values():
            for code in {self.members[code] for code in response.codes}:
                found[code].append(response)
        return found

    def responses_with(self, code):
        """The responses that carry a code, by provider and name."""
        return tuple(sorted(self._responses_by_code[code.code], key=self._by_provider))

    def texts_of(self, code):
        """The (problem, responses) pairs of a code: the problems it lists in their order, then those that only responses tell of."""
        by_problem = grouped(self.responses_with(code), lambda response: response.problem)
        listed = [reference.problem for reference in code.problems if reference.problem in by_problem]
        others = sorted(by_problem.keys() - set(listed), key=lambda slug: (-len(by_problem[slug]), slug))
        return tuple((self.problems[slug], tuple(by_problem[slug])) for slug in (*listed, *others))

    def counts_of_texts(self, code):
        """How many responses with the code mean each problem, by the problem's id."""
        return {problem.id: len(responses) for problem, responses in self.texts_of(code)}

    def list_of_texts(self, entry):
        """The address of the page that lists all responses of a code or problem; None where the entry's own page has room for them."""
        responses = self.responses_meaning(entry) if isinstance(entry, Problem) else self.responses_with(entry)
        return f"{entry.address}texts/" if len(responses) > LISTED_RESPONSES else None

    @cached_property
    def _responses_by_problem(self):
        return grouped(self.responses.values(), lambda response: response.problem)

    def responses_meaning(self, problem):
        """The responses that mean a problem, by provider and name."""
        return tuple(sorted(self._responses_by_problem[problem.id], key=self._by_provider))

    @cached_property
    def _responses_by_provider(self):
        return grouped(self.responses.values(), lambda response: response.provider)

    def responses_from(self, provider):
        """The responses of a provider, by code and name."""
        return tuple(
            sorted(
                self._responses_by_provider[provider.id], key=lambda one: (one.reply or "9", sort_key(one.enhanced or "9.9.9"), one.name)
            )
        )

    def _by_provider(self, response):
        return (self.providers[response.provider].name.lower(), response.name)

    @cached_property
    def _codes_by_problem(self):
        found = defaultdict(list)
        for code in self.codes.values():
            for reference in code.problems:
                found[reference.problem].append(code)
        return found

    def codes_standing_for(self, problem):
        """The codes that can stand for a problem: those that name it first come first."""
        codes = self._codes_by_problem[problem.id]
        return tuple(sorted(codes, key=lambda code: (code.is_folklore, code.problems[0].problem != problem.id)))

    def further_problems(self, code):
        """The (problem, responses) pairs of problems that responses with this code mean beside those the entry lists."""
        listed = {reference.problem for reference in code.problems}
        return tuple(pair for pair in self.texts_of(code) if pair[0].id not in listed)

    def in_class(self, digit):
        """The (reply codes, enhanced codes) of a class, without folklore."""
        replies = tuple(code for code in self.smtp_replies if code.digit == digit)
        return replies, tuple(code for code in self.codes.values() if isinstance(code, EnhancedCode) and code.digit == digit)

    @cached_property
    def _sequences(self):
        def group_of(code):
            if isinstance(code, EnhancedCode):
                return code.digit, code.family.subject
            return "folklore" if code.is_folklore else code.digit

        return {code.code: tuple(group) for group in grouped(self.codes.values(), group_of).values() for code in group}

    def neighbours(self, code):
        """The codes among which a reader looks for the next one: the class, and for enhanced codes the subject in it."""
        return self._sequences[code.code]

    def previous(self, code):
        """The code before this one among its neighbours, or None."""
        sequence = self.neighbours(code)
        position = sequence.index(code)
        return sequence[position - 1] if position else None

    def next(self, code):
        """The code after this one among its neighbours, or None."""
        sequence = self.neighbours(code)
        position = sequence.index(code) + 1
        return sequence[position] if position < len(sequence) else None

    def commands_answered(self, code, meaning):
        """The (command, reply) pairs that a reply code answers in one of its meanings, in the order of a session."""
        return tuple(
            (command, reply)
            for command in self.commands
            for reply in command.replies
            if reply.code == code.code and reply.document == meaning.document
        )

    def codes_answering(self, command):
        """The codes that may answer a command, each once, in order."""
        return tuple(self.codes[code] for code in sorted({reply.code for reply in command.replies}))

    @cached_property
    def _twins(self):
        return groups({key: response.same_text_as for key, response in self.responses.items()})

    def twins(self, response):
        """The responses that are marked as having the same text, directly or through others, in order."""
        return tuple(self.responses[key] for key in sorted(self._twins[response.key]) if key != response.key)

    def stale(self, today):
        """The responses that were last compared with their source more than a year before `today` (year-month-day)."""
        limit = f"{int(today[:4]) - 1}{today[4:]}"
        return tuple(response for response in self.responses.values() if response.source.checked < limit)

    @cached_property
    def dialects(self):
        """Every registered code that a provider uses for a problem which the registered text does not cover."""
        found = defaultdict(list)
        for response in self.responses.values():
            if response.enhanced:
                code = self.code(response.enhanced)
                covers = code.family.covers
                if code.family.status == "registered" and "any" not in covers and response.problem not in covers:
                    found[code.code, response.provider, response.problem].append(response)
        return tuple(
            Dialect(self.enhanced[code], self.providers[provider], self.problems[problem], tuple(responses))
            for (code, provider, problem), responses in sorted(found.items(), key=lambda item: (sort_key(item[0][0]), item[0][1:]))
        )

    @cached_property
    def _dialects_by_response(self):
        return {response.key: dialect for dialect in self.dialects for response in dialect.responses}

    def dialect_in(self, response):
        """The dialect that a response speaks, or None."""
        return self._dialects_by_response.get(response.key)

    def dialects_of(self, code):
        """The dialects in which a code is used."""
        return tuple(dialect for dialect in self.dialects if dialect.code == code)
