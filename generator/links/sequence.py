"""The codes in the orders in which people look through them: by class, by family, by command, one
after the other.
"""

from functools import cached_property

from generator.entries.codes import EnhancedCode, ReplyCode
from generator.links.grouping import grouped

EVERY_COMMAND = "any-command"  # what may follow every command stands under this one


class Sequence:
    """The codes of a catalogue in order, with their neighbours."""

    def __init__(self, catalogue):
        """Takes the `Catalogue`."""
        self._catalogue = catalogue

    @cached_property
    def smtp_replies(self):
        """The reply codes that are SMTP codes, in order."""
        return tuple(
            code
            for code in self._catalogue.codes.values()
            if isinstance(code, ReplyCode) and not code.is_folklore
        )

    @cached_property
    def folklore(self):
        """The popular numbers that are no SMTP codes, in order."""
        return tuple(code for code in self._catalogue.codes.values() if code.is_folklore)

    @cached_property
    def _by_family(self):
        enhanced = (
            code for code in self._catalogue.codes.values() if isinstance(code, EnhancedCode)
        )
        return grouped(enhanced, lambda code: code.family.code)

    def classes_of(self, family):
        """The enhanced codes of a family, by class."""
        return tuple(self._by_family[family.code])

    def families_of(self, subject):
        """The families of a subject, in order."""
        found = [
            family
            for family in self._catalogue.families.values()
            if family.subject == subject.subject
        ]
        return tuple(sorted(found, key=lambda family: int(family.detail)))

    def in_class(self, digit):
        """The (reply codes, enhanced codes) of a class, without folklore."""
        replies = tuple(code for code in self.smtp_replies if code.digit == digit)
        return replies, tuple(
            code
            for code in self._catalogue.codes.values()
            if isinstance(code, EnhancedCode) and code.digit == digit
        )

    @cached_property
    def _sequences(self):
        def group_of(code):
            if isinstance(code, EnhancedCode):
                return code.digit, code.family.subject
            return "folklore" if code.is_folklore else code.digit

        return {
            code.code: tuple(group)
            for group in grouped(self._catalogue.codes.values(), group_of).values()
            for code in group
        }

    def neighbours(self, code):
        """The codes among which a reader looks for the next one: the class, and for enhanced codes
        the subject in it.
        """
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
        """The (command, reply) pairs that a reply code answers in one of its meanings, in the order
        of a session.
        """
        return tuple(
            (command, reply)
            for command in self._catalogue.commands
            for reply in command.replies
            if reply.code == code.code and reply.document == meaning.document
        )

    @cached_property
    def codes_answering_all(self):
        """The codes that may answer every command, in order."""
        found = (one for one in self._catalogue.commands if one.id == EVERY_COMMAND)
        return tuple(code for command in found for code in self.codes_answering(command))

    def codes_answering(self, command):
        """The codes that may answer a command, each once, in order."""
        return tuple(
            self._catalogue.codes[code]
            for code in sorted({reply.code for reply in command.replies})
        )
