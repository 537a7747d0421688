"""Makes the pieces that several pages show, from a catalogue and its links."""

from generator.links.addresses import DATA
from generator.links.grouping import grouped
from generator.pages.feet import ways_to_correct
from generator.pages.view import (
    Answer,
    Card,
    Chip,
    Foot,
    Link,
    Reply,
    Role,
    Sender,
    ShownSenders,
    Stop,
    Way,
)
from generator.pages.words import counted, cut, first_sentence, lower_first, mark

BETWEEN = ("submission", "transfer")  # the stations that are links between two places
LISTED_SENDERS = 5  # on the page of a code or problem itself; all stand on a page of their own
LONG_STRIP = 24  # a strip of more codes shows no names on hover: they would be most of the page
LONG_TEXT = 100  # characters of a server's text in a list
QUESTIONS = ("Who must act", "Is it retried?", "Is it permanent?")


class Pieces:
    """The pieces of pages, made from the links of a catalogue."""

    def __init__(self, links, repository=""):
        """`repository` is the address of the project's source, or empty."""
        self.links = links
        self.catalogue = links.catalogue
        self.repository = repository.rstrip("/")
        self._labels = {(label.field, label.value): label for label in self.catalogue.labels}

    def label(self, field, value):
        """What readers see for a fixed value of a field."""
        return self._labels[field, value].label

    def labels(self, field):
        """The (value, label) pairs of a field, in the order in which they are shown."""
        return tuple(
            (label.value, label.label) for label in self.catalogue.labels if label.field == field
        )

    def first_to_act(self, answers):
        """Who must act first, in words."""
        return self.label("who", answers.who[0])

    def chip(self, code, current=None, name=None):
        """The sign of a code."""
        colour = "x" if code.is_folklore else code.digit
        name = code.name if name is None else name
        return Chip(code.address, code.heading, name, colour, code is current)

    def chips(self, codes, current=None):
        """The signs of codes, with their names unless they are many."""
        codes = tuple(codes)
        name = "" if len(codes) > LONG_STRIP else None
        return tuple(self.chip(code, current, name) for code in codes)

    def answers(self, given, retried=None):
        """Who acts, whether it is retried, whether it is permanent, each with what says when;
        `retried` says when the message is retried otherwise.
        """
        first, *others = (self.label("who", person) for person in given.who)
        then = f"then {', '.join(map(lower_first, others))}" if others else None
        retry = self._labels["retry", given.retry]
        permanent = self._labels["permanent", given.permanent]
        when = "; ".join(filter(None, (retry.detail, retried)))
        answers = ((first, then), (retry.label, when), (permanent.label, permanent.detail))
        return tuple(
            Answer(question=question, answer=answer, detail=detail or None)
            for question, (answer, detail) in zip(QUESTIONS, answers, strict=True)
        )

    def failure(self, given, remedy, problems, replies, retried=None, **head):
        """The `Card` of a failure: `retried` says when it is retried otherwise than its answer, the
        head is its id, title and what else stands on top.
        """
        person, steps = next(iter(remedy.items()), (None, ()))
        return Card(
            answers=self.answers(given, retried),
            lead=given.what,
            because=given.because,
            first=first_sentence(steps[0]) if steps else None,
            by=self.label("who", person) if person else None,
            way=self.way(problems),
            replies=replies,
            **head,
        )

    def way(self, problems):
        """Where it broke: first of all where the first problem breaks; None without a problem."""
        if not problems:
            return None
        usual = problems[0].breaks_at[0]
        possible = {station for problem in problems for station in problem.breaks_at}
        stations = self.catalogue.stations
        named = [usual, *(one for one in stations if one in problems[0].breaks_at and one != usual)]
        return Way(
            lead="Usually broken at" if len(possible) > 1 else "Broken at",
            places=tuple(Link(f"where/#{one}", lower_first(stations[one].name)) for one in named),
            stops=tuple(
                Stop(
                    name=station.name,
                    kind="link" if station.id in BETWEEN else "place",
                    state="broken" if station.id == usual else self._state(station, possible),
                )
                for station in stations.values()
            ),
        )

    def _state(self, station, possible):
        return "possible" if station.id in possible else "whole"

    def roles(self, remedy):
        """What each person can do, the first one's steps open."""
        return tuple(
            Role(
                id=f"do-{person}",
                label=self._labels["who", person].role or self.label("who", person),
                steps=steps,
                open=place == 0,
            )
            for place, (person, steps) in enumerate(remedy.items())
        )

    def reply(self, entry):
        """The reply to a customer about a code or response, as a tuple of one, or ()."""
        advice = self.links.advice
        text, problem = advice.customer_reply(entry), advice.replying_problem(entry)
        if not text:
            return ()
        languages = tuple(
            one for one in self.catalogue.languages if advice.customer_reply(entry, one)
        )
        own = not languages and advice.customer_replies_in(problem)
        return (
            Reply(
                id="reply",
                text=text,
                button="Copy reply to customer",
                case=advice.case(entry),
                languages=languages,
                data=data_of(problem) if languages else None,
                elsewhere=Link(f"{problem.address}#customer-reply", problem.name) if own else None,
            ),
        )

    def senders(self, entry, responses):
        """Who sends what, one text a provider, those with the most texts first."""
        by_provider = grouped(responses, lambda response: response.provider)
        order = sorted(by_provider.items(), key=lambda item: -len(item[1]))
        address = self.links.addresses.list_of_texts(entry)
        shown = tuple(self._sender(*item) for item in order[:LISTED_SENDERS])
        total = f"{counted(len(responses), 'text')}, by {counted(len(order), 'sender')}"
        label = total if len(responses) == 1 else f"All {total}"
        whole = Link(address, label) if address else None
        return ShownSenders(shown=shown, whole=whole)

    def _sender(self, provider, responses):
        best = next((one for one in responses if not one.ended), responses[0])
        more = len(responses) - 1
        return Sender(
            provider=self.catalogue.providers[provider],
            text=Link(best.address, cut(best.line, LONG_TEXT)),
            language=best.language,
            mark=mark(best),
            more=f"{more} more" if more else None,
        )

    def foot(self, entry, subject, data, searched=()):
        """The foot of an entry's page."""
        return Foot(
            file=entry.file,
            links=ways_to_correct(self.repository, entry.file, subject),
            data=f"{DATA}{data}.json",
            searched=", ".join(searched) or None,
        )


def data_of(problem):
    """The address of a problem's document."""
    return f"{DATA}problems/{problem.id}.json"


def settings_of(provider):
    """The settings for outgoing mail, as (what, value) pairs, and their source."""
    told, out = provider.settings, provider.outgoing
    rows, source = (), None
    if told:
        rows = (
            ("Host and port", told.host), ("Login", told.login),
            ("Port 465, TLS at once", told.port_465), ("Port 587, STARTTLS", told.port_587),
            ("Take care", told.note),
        )  # fmt: skip
        source = told.source
    elif out:
        rows = (("Outgoing server", out.host), ("Ports", ", ".join(out.ports)),
                ("Login", out.login), ("Take care", out.note))  # fmt: skip
        source = out.source
    return tuple(row for row in rows if row[1]), source
