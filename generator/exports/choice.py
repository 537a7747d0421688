"""Which words and codes become rules, and why.

Words are in where a text of the catalogue has them and none contradicts them: every text of a
server that has them means a problem of the same class. They come from the phrases of the problems
and from the texts of the servers, of which the first words are enough; a text adds no rule where a
phrase finds it already. So the files stay small: KumoMTA compiles all patterns into one set, and
the library by which it does so refuses a set above 10 MiB. A code is in with the class of the
problem that it stands for first; a reply code, which says less, only where all of its problems
have that class.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from generator.reading.placeholders import PLACEHOLDER

SHORTEST_PHRASE, SHORTEST_TEXT = 8, 14  # letters; what is shorter stands in too many texts
SHORTEST_PART = 6  # letters between placeholders
MOST_PARTS, LONGEST_PART = 2, 30  # parts, and characters of each; so much tells a text from others
LETTERS = re.compile("[^\\W_]")


@dataclass(frozen=True, slots=True)  # of whom there are as many as wordings
class Rule:
    """Words that mean a class: the parts of a text between its placeholders, in their order; the
    problem is one that the words are about.
    """

    parts: tuple[str, ...]
    problem: str


def plain(text):
    """A text as it is compared: small letters, every other sign a dot, as a pattern has it."""
    return re.sub(r"[^a-z0-9 ]", ".", " ".join(text.lower().split()))


def said_by_servers(links):
    """[(text, response)] for everything that servers say, codes in front; what programs say is
    never a reply.
    """
    providers = links.catalogue.providers
    return [
        (plain(line), response)
        for response, line in links.senders.lines()
        if providers[response.provider].kind != "program"
    ]


def words(heard, class_of):
    """[`Rule`] of the words that are in, phrases first; `class_of` gives the class of a problem."""
    chosen, found = {}, set()
    for rule, at in heard.rules:
        classes = {class_of(heard.responses[line].problem) for line in at}
        if classes == {class_of(rule.problem)} and not found.issuperset(at):
            chosen[rule.parts] = rule
            found.update(at)
    return list(chosen.values())


def phrases(catalogue):
    """Yields a `Rule` for each phrase of a problem of which servers speak."""
    for problem in catalogue.problems.values():
        if problem.spoken_by == ("sending-program",) or problem.hides_its_cause:
            continue
        foreign = (text for texts in problem.phrases_in.values() for text in texts)
        for phrase in (*problem.phrases, *foreign):
            text = plain(phrase).strip(" .")
            if letters([text]) >= SHORTEST_PHRASE:
                yield Rule((text,), problem.id)


def texts(catalogue):
    """Yields a `Rule` of the first words of each wording of what servers say."""
    for response in catalogue.responses.values():
        if catalogue.providers[response.provider].kind == "program":
            continue
        for whole in texts_of(response):
            parts = tuple(map(shortened, whole.parts[:MOST_PARTS]))
            if letters(parts) >= SHORTEST_TEXT:
                yield Rule(parts, whole.problem)


def texts_of(response):
    """Yields a `Rule` of all words of each wording of a response that is long enough."""
    for wording in (response.text, *response.variants):
        parts = [plain(part).strip(" .") for part in PLACEHOLDER.split(wording)[::2]]
        parts = tuple(part for part in parts if letters([part]) >= SHORTEST_PART)
        if letters(parts) >= SHORTEST_TEXT:
            yield Rule(parts, response.problem)


def shortened(part):
    """The first words of a part."""
    return part if len(part) <= LONGEST_PART else part[:LONGEST_PART].rpartition(" ")[0] or part


def letters(parts):
    """How many letters some parts have."""
    return sum(len(LETTERS.findall(part)) for part in parts)


def codes(catalogue, class_of):
    """[(code, problem)] of the failure codes that are in, enhanced codes first."""
    chosen = []
    for number, page in catalogue.members.items():
        code = catalogue.codes[page]
        if number[0] not in "45" or not code.problems or code.is_folklore or "x" in number:
            continue
        classes = {class_of(reference.problem) for reference in code.problems}
        if "." in number or len(classes) == 1:
            chosen.append((number, code.problems[0].problem))
    return sorted(chosen, key=lambda pair: ("." not in pair[0], pair[0]))


class Heard:
    """What servers say, to be searched for words."""

    def __init__(self, said, catalogue):
        """Takes what servers say, [(text, response)], and the catalogue whose words are sought."""
        self._catalogue = catalogue
        self.responses = [response for _, response in said]
        self._texts = [text for text, _ in said]
        self._text = "\n".join(self._texts)
        self._starts = [0, *accumulate(len(text) + 1 for text in self._texts)]
        self._lines_of = defaultdict(list)  # by word
        for line, text in enumerate(self._texts):
            for word in set(text.split(" ")):
                self._lines_of[word].append(line)

    @cached_property
    def rules(self):
        """[(rule, numbers of the texts that have its words)] of all words that may be in, phrases
        first.
        """
        rules = (*phrases(self._catalogue), *texts(self._catalogue))
        return [(rule, tuple(self.lines_with(rule.parts))) for rule in rules]

    def lines_with(self, parts):
        """The numbers of the texts that have all parts, in their order."""
        # The words inside a part, but its first and last, are whole words of a text that has it.
        inside = [word for part in parts for word in part.split(" ")[1:-1]]
        if not inside:
            return self._searched(parts)
        fewest = min((self._lines_of.get(word, ()) for word in inside), key=len)
        if len(parts) == 1:
            return {line for line in fewest if parts[0] in self._texts[line]}
        return {line for line in fewest if has(self._texts[line], parts)}

    def _searched(self, parts):
        """The same by a look at everything that is said."""
        found = set()
        at = self._text.find(parts[0])
        while at >= 0:
            line = bisect_right(self._starts, at) - 1
            if has(self._texts[line], parts):
                found.add(line)
            at = self._text.find(parts[0], self._starts[line + 1] - 1)
        return found


def has(text, parts):
    """Whether a text has all parts, in their order."""
    place = 0
    for part in parts:
        place = text.find(part, place)
        if place < 0:
            return False
        place += len(part)
    return True
