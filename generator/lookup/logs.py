"""Counts what a log of any size holds: which lines are failures, and what each of them means.

Lines that differ only in what varies from message to message (times, queue ids, addresses, hosts
that nobody knows) are diagnosed once. Memory stays flat, however long the log: what is remembered
has a bound, and what is counted is bounded by the catalogue.
"""

import hashlib
import json
import re
from collections import Counter
from functools import lru_cache
from typing import NamedTuple

from generator.lookup.normalise import FOUND, words_of_host

LONGEST_LINE = 4000  # characters of a line that are looked at
MOST_KEPT = 20000  # texts whose meaning is remembered
POSTFIX, SENDMAIL, EXIM = range(3)
PROGRAM = re.compile(
    r"(\bpostfix(?:-[\w.-]+)?/[\w/-]+\[\d+\]: )"
    r"|(\b(?:sendmail|sm-mta|sm-msp-queue|MSP)\[\d+\]: )"
    r"|(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\S* (?:[+-]\d{4} )?(?:\[\d+\] )?"
    r"(?:\w{6}-\w{6,11}-\w{2,4} |H=))",
    re.ASCII,
)
FAILURE = {  # what a line of each program has that tells of a failure; others would count twice
    POSTFIX: re.compile(
        " status=(?:bounced|deferred|expired|undeliverable) |: (?:milter-)?reject: "
    ),
    SENDMAIL: re.compile(r", stat=(?!Sent|queued)|\breject=[45]"),
    EXIM: re.compile(r" (?:\*\*|==) | rejected "),
}
REPLY = re.compile(  # what a line of any other program has: a reply, or a status by its name
    r"(?:^|[:;\"'(>,=] ?|\b(?:error|code|status|reply|response|said|got|with) )"
    r"[45][0-5][0-9][ -]+[^\s\d]"
    r"|(?<![0-9.])[45][0-5][0-9][ -]+#?[45]\.[0-9]{1,3}\.[0-9]"
    r"|(?:\bdsn=|\bstatus\W{1,4}|#)[45]\.[0-9]{1,3}\.[0-9]",
    re.ASCII | re.IGNORECASE,
)
NAMES_OF_TEXT = ("MESSAGE", "message", "short_message", "msg", "log")  # of journals and collectors
VARYING = re.compile(
    rf"(?P<code>{FOUND['code'].pattern}|{FOUND['mark'].pattern})"
    rf"|(?P<ip>{FOUND['ip'].pattern})"
    r"|(?P<address>[^\s<>@:;,()\[\]\"'=]{1,80}@)"
    r"|(?P<host>(?:[a-z0-9_-]{1,63}\.){1,6}[a-z]{2,14}(?![a-z0-9(]))"
    r"|(?P<id>(?=[a-z0-9_-]*[0-9])[a-z0-9][a-z0-9_-]{7,})"
    r"|(?P<number>[0-9]+(?:[.:/,-][0-9]+)*)",
    re.ASCII | re.IGNORECASE,
)


class Outcome(NamedTuple):
    """What a failure means, by ids; None for what a text does not tell. `page` is below the root of
    the site.
    """

    problem: str | None
    code: str | None
    provider: str | None
    response: str | None
    page: str | None


class Log:
    """What a log holds: how many lines, how many failures, and how often each `Outcome`."""

    def __init__(self, engine):
        """Takes the lookup's `Engine`."""
        self._engine = engine
        self._known = {}
        self._name_of = lru_cache(MOST_KEPT)(self._name)
        self.lines = 0
        self.diagnosed = 0
        self.outcomes = Counter()

    def read(self, lines):
        """Counts the lines, each for itself; returns itself."""
        for line in lines:
            self.lines += 1
            text = failure_in(line[:LONGEST_LINE].strip())
            if text:
                self.outcomes.update(self.meaning(text))
        return self

    @property
    def failures(self):
        """How many failures there are; a line can tell of several recipients."""
        return self.outcomes.total()

    def meaning(self, text):
        """The outcomes of a text: remembered where one like it came before."""
        masked = VARYING.sub(self._masked, text)
        key = hashlib.blake2b(masked.encode("utf-8", "replace"), digest_size=16).digest()
        if key not in self._known:
            if len(self._known) >= MOST_KEPT:
                del self._known[next(iter(self._known))]
            self._known[key] = tuple(self._diagnosed(text))
        return self._known[key]

    def _diagnosed(self, text):
        """Yields an `Outcome` for each recipient of whom a text tells; a number in a line of an
        unknown program counts only where words tell a cause.
        """
        self.diagnosed += 1
        for picked in self._engine.picked(text):
            report = self._engine.report(picked)
            first = report["results"][0] if report["results"] else {}
            code = first.get("code")
            if report["tier"] == "none":
                if not PROGRAM.search(text):
                    continue
                page = self._engine.page_of(code) if code else None
                yield Outcome(None, code, None, None, page)
            else:
                told = (first[name] for name in ("problem", "code", "provider", "response", "page"))
                yield Outcome(*told)

    def _masked(self, found):
        """What stands in the key for a part that may vary; the parts that can decide stay."""
        if found["code"]:
            return found[0]
        if found["host"]:
            return self._name_of(found[0].lower())
        if found["number"]:
            return found[0] if found[0] in self._engine.numbers else "0"
        return "@" if found["address"] else "ID"  # of a queue, or an address of a network

    def _name(self, host):
        """What is kept of a host: the name of its domain where the lookup knows it."""
        name = words_of_host(host).rpartition(" ")[2]
        known = self._engine.knows(name) or self._engine.templates.senders(host)
        return name if known else "HOST"


def failure_in(line):
    """The text of a line that tells of a failure, as a person would paste it, else None."""
    if line[:1] == "{":
        line = text_of(line)
    if program := PROGRAM.search(line):
        return line if FAILURE[program.lastindex - 1].search(line) else None
    return line if REPLY.search(line) else None


def text_of(line):
    """The text in an object of JSON: the reply of a delivery record, the line of a journal or
    collector, or the object as it stands.
    """
    try:
        record = json.loads(line)
    except (ValueError, RecursionError):
        return line
    reply = record.get("response")
    if isinstance(reply, dict) and reply.get("code") and isinstance(reply.get("content"), str):
        return reply_of(record, reply)
    for name in NAMES_OF_TEXT:
        if isinstance(text := record.get(name), str):
            program = record.get("SYSLOG_IDENTIFIER")
            return f"{program}[0]: {text}" if isinstance(program, str) else text
    return line


def reply_of(record, reply):
    """The reply of a server in a delivery record of KumoMTA, as one line."""
    enhanced, peer = reply.get("enhanced_code"), record.get("peer_address")
    parts = enhanced if isinstance(enhanced, dict) else {}
    numbers = [str(parts[name]) for name in ("class", "subject", "detail") if name in parts]
    host = peer.get("name") if isinstance(peer, dict) else None
    said = f"host {host} said: " if isinstance(host, str) else ""
    told = (str(reply["code"]), ".".join(numbers), reply["content"])
    return said + " ".join(filter(None, told))
