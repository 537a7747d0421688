"""Everything that follows from a catalogue, in one value that pages and documents ask."""

from dataclasses import replace
from functools import cached_property

from generator.links.addresses import Addresses
from generator.links.advice import Advice
from generator.links.digests import Digests
from generator.links.glossary import Glossary
from generator.links.lists import Lists
from generator.links.pairs import Pairs
from generator.links.senders import Senders
from generator.links.sequence import Sequence

# What a response has beside what a server says and what that means, without a value.
NOT_SAID = {
    "name": "",
    "meaning": "",
    "source": None,
    "wording": None,
    "language": None,
    "ended": None,
    "same_text_as": (),
    "remedy": {},
    "customer_reply": None,
    "customer_reply_of": None,
    "shared_reply": None,
    "help": None,
    "classes_differ": None,
}


class Links:
    """A catalogue with what follows from it, each part by what it is about."""

    def __init__(self, catalogue):
        """Takes the `Catalogue`."""
        self.catalogue = catalogue
        self.pairs = Pairs(catalogue)
        self.senders = Senders(catalogue)
        self.sequence = Sequence(catalogue)
        self.lists = Lists(catalogue, self.senders)
        self.addresses = Addresses(catalogue, self.pairs, self.lists)
        self.advice = Advice(catalogue)
        self.glossary = Glossary(catalogue)
        self.digests = Digests(catalogue)

    @cached_property
    def outline(self):
        """A digest of which responses there are, of their codes and of what they mean."""
        responses = self.catalogue.responses.values()
        return self.digests.of([(one.key, one.codes, one.problem) for one in responses])

    @cached_property
    def said(self):
        """The links of the same catalogue, whose responses have nothing but what servers say and
        what it means. What is made of these is made of nothing else, and stays while its digest
        does.
        """
        responses = self.catalogue.responses
        bare = {key: replace(one, **NOT_SAID) for key, one in responses.items()}
        return Links(replace(self.catalogue, responses=bare))

    @cached_property
    def digest_of_said(self):
        """A digest of `said`, which is not made for it."""
        told = [self.digests.of(said_by(one)) for one in self.catalogue.responses.values()]
        return self.digests.of(self.digests.beside_responses, told)


def said_by(response):
    """The fields of a response that it has in `said`."""
    return {name: value for name, value in vars(response).items() if name not in NOT_SAID}
