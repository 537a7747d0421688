"""What a reply code and an enhanced status code mean together: `550 5.7.1` in one document."""

from dataclasses import dataclass
from operator import attrgetter

from generator.api.shapes import (
    ANSWERS,
    PAGE,
    PROBLEM_REFERENCE,
    TEXTS,
    URL,
    Shape,
    always,
    by_name,
    maybe,
)
from generator.entries.codes import EnhancedCode, sort_key


@dataclass(frozen=True)
class Resolved:
    """A reply code and an enhanced status code that are sent together, with the entry that tells
    more: that of the enhanced code.
    """

    reply: str
    enhanced: str
    code: EnhancedCode

    @property
    def address(self):
        """The page of both."""
        return self.code.address


def resolved(links):
    """Yields a `Resolved` for every pair that is registered, in practice or in a response; every
    code of a range stands for itself.
    """
    catalogue = links.catalogue
    for reply in catalogue.replies:
        paired = links.pairs.paired_codes_by_code.get(reply, ())
        for code in sorted(paired, key=sort_key):
            for member in catalogue.enhanced[code].members:
                yield Resolved(reply, member, catalogue.enhanced[code])


def responses_with_both(pair, links):
    """The responses that carry both codes, by provider and name."""
    return [
        response.key
        for response in links.senders.responses_with(pair.code)
        if (response.reply, response.enhanced) == (pair.reply, pair.enhanced)
    ]


RESOLVED = Shape(
    "resolved",
    (
        always("reply"),
        always("enhanced"),
        always("code", read=attrgetter("code.code")),
        always("name", read=attrgetter("code.name")),
        always("summary", read=attrgetter("code.summary")),
        maybe("answers", ANSWERS, attrgetter("code.answers")),
        maybe("problems", [PROBLEM_REFERENCE], attrgetter("code.problems")),
        maybe("remedy", by_name(TEXTS), lambda pair, links: links.advice.remedy(pair.code)),
        maybe("customer_reply", read=lambda pair, links: links.advice.customer_reply(pair.code)),
        always("responses", TEXTS, responses_with_both),
        PAGE,
        URL,
    ),
)
