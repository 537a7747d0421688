"""The rules for mail servers have the form that their programs load, and say what the catalogue
says; `test_programs.py` asks the programs themselves.

Python's own parser reads TOML, `regress` the patterns of JavaScript. For Postfix' tables and for
the expressions of Rust there is a small grammar, from pcre_table(5) and the syntax of the crate
regex: what keeps to it, all of them read alike.
"""

import csv
import io
import re
import tomllib
from dataclasses import replace

import pytest
import regress

from generator.exports import choice, kumomta, postfix, zonemta
from generator.exports.classes import NAMES, names_of
from generator.exports.documents import exports

PLAIN = r"(?:[a-z0-9 .]|\.\*)+"
OF_CODE = r"\^(?:\[45\]\[0-9\]\[0-9\]\[ -\]\+\.\?[45](?:\\\.\d{1,3}){2}|[45]\d\d)\\b"
KUMOMTA = re.compile(rf"\(\?i\){PLAIN}|{OF_CODE}")
ZONEMTA = re.compile(rf"\^(?:\[45\]|[45])\.\*{PLAIN}|{OF_CODE}|\^[45]\\d\\d")
POSTFIX = re.compile(
    r"/\^(?P<digit>[45])\(\\d\\d\[ -\]"
    rf"(?:\.\?\)(?P=digit)\(\\\.\\d\+\\\.\\d\+\\b)?\.\*{PLAIN}\.\*\)/ "
    r"(?P<other>[45])\$\{1\}(?:(?P=other)\$\{2\})?"
)
CLASSES = {  # the predefined classes of KumoMTA's crates/bounce-classify that we use
    "AuthenticationFailed", "BadConfiguration", "BadConnection", "BadDomain", "ContentRelated",
    "DNSFailure", "InactiveMailbox", "InvalidRecipient", "InvalidSender", "MessageExpired",
    "NoAnswerFromHost", "PolicyRelated", "ProhibitedAttachment", "ProtocolErrors", "QuotaIssues",
    "RelayDenied", "RoutingErrors", "SpamBlock", "SpamContent", "TooManyRecipients",
    "TransientFailure", "Uncategorized", "VirusRelated",
}  # fmt: skip
CATEGORIES = {  # those that the head of ZoneMTA's config/bounces.txt lists
    "rate", "block", "spam", "message", "config", "recipient", "other", "capacity", "greylist",
    "network", "protocol", "auth", "blacklist", "envelope",
}  # fmt: skip
REASONS = {  # the names of Sisimai's reasons
    "authfailure", "badreputation", "blocked", "contenterror", "exceedlimit", "expired",
    "filtered", "hasmoved", "hostunknown", "mailboxfull", "mailererror", "mesgtoobig",
    "networkerror", "norelaying", "notaccept", "notcompliantrfc", "onhold", "policyviolation",
    "rejected", "requireptr", "securityerror", "spamdetected", "speeding", "suspend",
    "syntaxerror", "systemerror", "systemfull", "toomanyconn", "userunknown", "virusdetected",
}  # fmt: skip


@pytest.fixture(scope="module")
def made(real):
    """The files, by their names."""
    return {path.removeprefix("exports/"): text for path, text in exports(real)}


def rows(text):
    """The lines of a file that are no comments."""
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def test_every_problem_has_names_that_the_programs_know(real):
    """None is missing, none is left over, none is made up."""
    assert NAMES.keys() == real.catalogue.problems.keys()
    for problem, names in NAMES.items():
        assert names.kind in ("hard", "soft", "block"), problem
        assert names.sisimai in REASONS, problem
        assert names.kumomta in CLASSES, problem
        assert names.zonemta in CATEGORIES, problem


def test_kumomta_loads_the_rules(made):
    """One table of lists of patterns, each class once."""
    for name in ("kumomta.toml", "kumomta-codes.toml"):
        (table,) = tomllib.loads(made[name]).values()
        assert table.keys() <= CLASSES
        for pattern in (pattern for patterns in table.values() for pattern in patterns):
            assert KUMOMTA.fullmatch(pattern), pattern
            re.compile(pattern)


def test_zonemta_loads_the_rules(made):
    """Four parts between commas, the first an expression of JavaScript; the rest is caught last."""
    for line in rows(made["zonemta-bounces.txt"]):
        pattern, action, category, message = line.split(",", 3)
        assert ZONEMTA.fullmatch(pattern), pattern
        regress.Regex(pattern, "im")
        assert action in ("defer", "reject", "slowdown") and category in CATEGORIES and message
    assert rows(made["zonemta-bounces.txt"])[-1].startswith(r"^5\d\d,reject,")


def test_postfix_loads_the_table(made):
    """A pattern between slashes and what the line becomes, with the other first digit."""
    table = rows(made["postfix-reply-filter.pcre"])
    assert table
    for line in table:
        found = POSTFIX.fullmatch(line)
        assert found and found["digit"] != found["other"], line


@pytest.mark.parametrize("program", [kumomta, zonemta])
def test_words_never_contradict_the_catalogue(real, program):
    """On every text that a server of the catalogue sends, whatever rule matches is right."""
    class_of = program.class_of if program is kumomta else program.category_of
    heard = choice.Heard(choice.said_by_servers(real), real.catalogue)
    for rule in choice.words(heard, class_of):
        for line in heard.lines_with(rule.parts):
            assert class_of(heard.responses[line].problem) == class_of(rule.problem), rule


def test_words_that_are_too_short_make_no_rule(tiny):
    """Eight letters and digits of a phrase, fourteen of a text in parts of at least six."""
    greylisted = tiny.catalogue.problems["greylisted"]
    said = ("abcdefg", "abcdefgh", "ab cd ef g", "ab cd ef gh", "abc 1234", "abc 12345", "a-b-c-d")
    changed = replace(greylisted, phrases=said, phrases_in={})
    catalogue = replace(tiny.catalogue, problems={"greylisted": changed})
    found = [rule.parts for rule in choice.phrases(catalogue)]
    assert found == [("abcdefgh",), ("ab cd ef gh",), ("abc 12345",)]
    response = tiny.catalogue.responses["example-mail/over-limit"]
    texts = {
        "abcdefghijklm": [],
        "abcdefghijklmn": [("abcdefghijklmn",)],
        "abcdefgh <HOST> ijklmn": [("abcdefgh", "ijklmn")],
        "abcdefghi <HOST> jklmn": [],
    }
    for text, wanted in texts.items():
        made = replace(response, text=text, variants=())
        assert [rule.parts for rule in choice.texts_of(made)] == wanted, text


def test_what_the_rules_say_of_replies(real, made):
    """One for each thing that a rule can be."""
    kumo = [
        (re.compile(pattern), name)
        for file in ("kumomta.toml", "kumomta-codes.toml")
        for name, patterns in tomllib.loads(made[file])["rules"].items()
        for pattern in patterns
    ]
    zone = [line.split(",", 3) for line in rows(made["zonemta-bounces.txt"])]
    for reply, wanted in {
        "550 5.1.1 The mailbox is full": ("QuotaIssues", "reject", "capacity"),
        "452 The mailbox is full": ("QuotaIssues", "defer", "capacity"),
        "550-5.1.1 zq": ("InvalidRecipient", "reject", "recipient"),
        "450 4.2.0 Greylisted, come back": ("TransientFailure", "defer", "greylist"),
        "499 zq": (None, "defer", "other"),
        "599 zq": (None, "reject", "other"),
    }.items():
        name = next((name for rule, name in kumo if rule.search(reply)), None)
        found = next(row for row in zone if re.search(row[0], reply, re.IGNORECASE))
        assert (name, found[1], found[2]) == wanted, reply


def test_the_table_of_postfix_turns_the_clear_cases(real, made):
    """Both codes get the other digit; a text that is no clear case stays as it is."""
    table = []
    for line in rows(made["postfix-reply-filter.pcre"]):
        pattern, _, result = line[1:].rpartition("/ ")
        table.append(
            (re.compile(pattern, re.IGNORECASE), re.sub(r"\$\{(\d)\}", r"\\g<\1>", result))
        )

    def filtered(reply):
        return next((rule.sub(to, reply) for rule, to in table if rule.match(reply)), reply)

    turned = 0
    for response, line in real.senders.lines():
        other = filtered(line)
        if other != line:
            turned += 1
            assert postfix.is_contradicted(real, response), line
            assert other[0] == postfix.OTHER[line[0]] and other[1:4] == line[1:4], line
            if line.split()[1] == response.enhanced and response.enhanced[0] == line[0]:
                assert other.split()[1][0] == other[0], line
    assert turned > 20
    assert filtered("550 5.1.1 User unknown") == "550 5.1.1 User unknown"


def test_the_mapping_has_every_problem(real):
    """With the whole address of its page where the site's is known."""
    home = "https://example.org/"
    table = list(csv.DictReader(io.StringIO(dict(exports(real, home))["exports/mapping.csv"])))
    assert [row["problem"] for row in table] == list(real.catalogue.problems)
    for row in table:
        assert row["page"] == f"{home}problems/{row['problem']}/"
        assert row["class"] == names_of(row["problem"]).kind


def test_a_new_problem_needs_no_edit_here():
    """It has the names of what is not known, until somebody gives it others."""
    assert names_of("some-new-problem").kumomta == "Uncategorized"
