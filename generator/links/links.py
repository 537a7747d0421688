"""Everything that follows from a catalogue, in one value that pages and documents ask."""

from generator.links.addresses import Addresses
from generator.links.advice import Advice
from generator.links.glossary import Glossary
from generator.links.lists import Lists
from generator.links.pairs import Pairs
from generator.links.senders import Senders
from generator.links.sequence import Sequence


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
