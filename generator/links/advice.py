"""What a reader is told about a code, a problem or a response: the four answers, what to do, and
what to tell the customer.
"""

from generator.entries.answers import Answers, ResponseAnswers
from generator.entries.responses import Response
from generator.reading.answers import answers_in_class, case_of, case_of_text


class Advice:
    """What readers of a catalogue's pages are told."""

    def __init__(self, catalogue):
        """Takes the `Catalogue`."""
        self._catalogue = catalogue

    def answers_to(self, response):
        """The four answers of a response: its own, else the problem's, as its class allows."""
        problem = self._catalogue.problems[response.problem]
        own = vars(response.answers or ResponseAnswers())
        general, in_class = vars(problem.answers), problem.told_in_class
        answers = answers_in_class(general, in_class, own, response.digit)
        return Answers(what=own["what"] or response.meaning, **answers)

    def remedy(self, entry):
        """What to do about a code or response, per person, whoever must act first coming first; {}
        for a success.

        The steps are the entry's own, else those of the first problem it stands for.
        """
        problem = self.first_problem(entry)
        answers = self.answers_to(entry) if isinstance(entry, Response) else entry.answers
        steps = entry.remedy or (problem.remedy if problem else {})
        return in_order(steps, answers.who if answers else ())

    def remedy_of(self, problem):
        """What to do about a problem, per person, whoever must act first coming first."""
        return in_order(problem.remedy, problem.answers.who)

    def first_problem(self, entry):
        """The problem that a code or response stands for first, or None."""
        if isinstance(entry, Response):
            return self._catalogue.problems[entry.problem]
        return self._catalogue.problems[entry.problems[0].problem] if entry.problems else None

    def customer_reply(self, entry, language="en"):
        """What to tell the customer: the entry's own words, else the problem's for the class, or
        None.

        An entry's own words are English alone: in another language there is nothing then, for the
        problem's would say something else. Nor is there anything of a text after which nothing is
        to be sent again, such as that of a message that did go out: the problem's asks for it.
        """
        own = getattr(entry, "customer_reply", None)
        problem = self.first_problem(entry)
        if own or problem is None:
            return own if language == "en" else None
        if isinstance(entry, Response) and self.answers_to(entry).retry == "no":
            return None
        case = self.case(entry)
        if language == "en":
            return problem.customer_reply.get(case)
        reply = self.customer_replies_in(problem).get(language)
        return getattr(reply, case) if reply else None

    def case(self, entry):
        """Which customer reply fits: the one for a message that still waits, or the one for a
        message that came back. Of a code its class tells it.
        """
        if not isinstance(entry, Response):
            return case_of(entry.digit)
        answers, general = self.answers_to(entry), self.first_problem(entry).answers
        return case_of_text(vars(answers), entry.digit, vars(general))

    def customer_replies_in(self, problem):
        """The `CustomerReply` of a problem in every other language: {language: reply}, in the
        order in which readers see the languages.
        """
        replies = self._catalogue.customer_replies
        return {
            language: replies[f"{language}/{problem.id}"]
            for language in self._catalogue.languages
            if f"{language}/{problem.id}" in replies
        }


def in_order(remedy, who):
    """A remedy with the persons of `who` first, in that order, and the others as written."""
    return {person: remedy[person] for person in (*who, *remedy) if person in remedy}
