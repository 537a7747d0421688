"""The whole catalogue: all entries and vocabularies by id."""

from dataclasses import dataclass
from functools import cached_property

from generator.entries.codes import EnhancedCode, Family, ReplyCode, sort_key
from generator.entries.customer_replies import CustomerReply
from generator.entries.problems import Problem
from generator.entries.providers import Provider
from generator.entries.recognition import Group, Reporters, Wordings
from generator.entries.responses import Response
from generator.entries.vocabularies import (
    Category,
    CitedDocument,
    Command,
    Comparison,
    Corpus,
    Digits,
    Label,
    Language,
    Placeholder,
    Question,
    ReplyClass,
    Retry,
    Station,
    Subject,
    Term,
)
from generator.reading.placeholders import PLACEHOLDER


@dataclass(frozen=True, kw_only=True)
class Catalogue:
    """All entries and vocabularies by id."""

    replies: dict[str, ReplyCode]
    enhanced: dict[str, EnhancedCode]
    families: dict[str, Family]
    problems: dict[str, Problem]
    providers: dict[str, Provider]
    responses: dict[str, Response]
    customer_replies: dict[str, CustomerReply]
    categories: dict[str, Category]
    classes: dict[str, ReplyClass]
    subjects: dict[str, Subject]
    commands: tuple[Command, ...]
    corpora: dict[str, Corpus]
    documents: dict[str, CitedDocument]
    placeholders: dict[str, Placeholder]
    stations: dict[str, Station]
    languages: dict[str, Language]
    glossary: dict[str, Term]
    comparisons: dict[str, Comparison]
    questions: tuple[Question, ...]
    retries: tuple[Retry, ...]
    labels: tuple[Label, ...]
    reporters: Reporters
    groups: tuple[Group, ...]
    wordings: tuple[Wordings, ...]
    digits: Digits

    @cached_property
    def codes(self):
        """Every code with a page of its own, by id, in the order people count."""
        both = self.replies | self.enhanced
        return {code: both[code] for code in sorted(both, key=sort_key)}

    @cached_property
    def members(self):
        """Every single code, those inside ranges too, with its page's code: 5.7.607 leads to
        5.7.606.
        """
        return {code: code for code in self.replies} | {
            member: code for code, entry in self.enhanced.items() for member in entry.members
        }

    def code(self, code):
        """The page of a code; a code inside a range has the range's page."""
        return self.codes[self.members[code]]

    def filled(self, text):
        """A response's text with a plausible value for each of its placeholders."""
        return PLACEHOLDER.sub(lambda found: self.placeholders[found[1]].values[0], text)
