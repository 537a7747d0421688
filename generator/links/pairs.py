"""Who belongs to whom: related codes, related problems, codes sent together, responses with the
same text.
"""

from collections import defaultdict
from functools import cached_property

from generator.entries.codes import sort_key
from generator.reading.library import groups


class Pairs:
    """The two-way links between entries: written in one of the two, true for both."""

    def __init__(self, catalogue):
        """Takes the `Catalogue`."""
        self._catalogue = catalogue

    @cached_property
    def _related(self):
        return two_way(
            (code.code, self._catalogue.code(link.code).code, link.why)
            for code in self._catalogue.codes.values()
            for link in code.related
        )

    def related(self, code):
        """The (code, why) pairs related to a code, whichever of the two entries tells of it."""
        return tuple(
            (self._catalogue.codes[other], why)
            for other, why in sorted(
                self._related[code.code].items(), key=lambda pair: sort_key(pair[0])
            )
        )

    @cached_property
    def _related_problems(self):
        return two_way(
            (problem.id, link.problem, link.why)
            for problem in self._catalogue.problems.values()
            for link in problem.related
        )

    def related_problems(self, problem):
        """The (problem, why) pairs related to a problem, whichever of the two entries tells it."""
        return tuple(
            (self._catalogue.problems[other], why)
            for other, why in sorted(self._related_problems[problem.id].items())
        )

    @cached_property
    def paired_codes_by_code(self):
        """The codes sent together with each code, as sets of codes: registered pairs, pairs of
        practice, pairs in responses.
        """
        paired_codes = defaultdict(set)
        for code in self._catalogue.enhanced.values():
            for reply in code.paired_codes:
                paired_codes[code.code].add(reply)
                paired_codes[reply].add(code.code)
        for response in self._catalogue.responses.values():
            if response.reply and response.enhanced:
                enhanced = self._catalogue.code(response.enhanced).code
                paired_codes[enhanced].add(response.reply)
                paired_codes[response.reply].add(enhanced)
        return paired_codes

    def paired_codes(self, code):
        """The codes sent together with a code: the enhanced codes of a reply code, the reply codes
        of an enhanced code.
        """
        return tuple(
            self._catalogue.codes[other]
            for other in sorted(self.paired_codes_by_code[code.code], key=sort_key)
        )

    @cached_property
    def _twins(self):
        return groups(
            {key: response.same_text_as for key, response in self._catalogue.responses.items()}
        )

    def twins(self, response):
        """The responses that are marked as having the same text, directly or through others, in
        order.
        """
        return tuple(
            self._catalogue.responses[key]
            for key in sorted(self._twins[response.key])
            if key != response.key
        )


def two_way(links):
    """{id: {id: why}} in both directions, from (id, other id, why)."""
    found = defaultdict(dict)
    for one, other, why in links:
        found[one][other] = why
        found[other][one] = why
    return found
