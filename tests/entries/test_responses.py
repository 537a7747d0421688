"""A response is shown as the server sends it, with the codes that it carries."""

import re
from dataclasses import replace

import pytest

from generator.entries.responses import Response, ResponseSource

BARE = Response(
    id="over-limit",
    provider="example-mail",
    name="Over its limit",
    text="over its limit",
    problem="mailbox-full",
    meaning="The mailbox is full.",
    source=ResponseSource(kind="observed", title="A forum", checked="2024-01-31"),
)


@pytest.mark.parametrize(
    ("reply", "enhanced", "text", "line", "digit", "codes"),
    [
        ("550", "5.1.1", "gone", "550 5.1.1 gone", "5", ("5.1.1", "550")),
        ("451", None, "later", "451 later", "4", ("451",)),
        (None, "4.2.2", "full", "4.2.2 full", "4", ("4.2.2",)),
        (None, None, "timed out", "timed out", None, ()),
        ("553", "5.1.1", "no such user (#5.1.1)", "553 no such user (#5.1.1)", "5", None),
        ("550", "5.1.1", "see 15.1.1", "550 5.1.1 see 15.1.1", "5", None),
        ("550", "5.1.1", "see 5.1.10", "550 5.1.1 see 5.1.10", "5", None),
    ],
)
def test_a_line_begins_with_its_codes(reply, enhanced, text, line, digit, codes):
    """An enhanced code that stands in the words already is not put before them."""
    response = replace(BARE, reply=reply, enhanced=enhanced, text=text)
    assert (response.line, response.digit) == (line, digit)
    assert codes is None or response.codes == codes


def test_another_wording_is_sent_with_the_same_codes():
    """A variant of the text has the codes of its response."""
    assert replace(BARE, reply="552").sent("too big") == "552 too big"


def test_lines_are_as_servers_send_them(real):
    """A code that a server writes into its words does not stand before them a second time."""
    lines = {response.key: response.line for response in real.catalogue.responses.values()}
    assert lines["qmail/sender-missing"] == "503 MAIL first (#5.5.1)"
    assert lines["cisco-esa/queue-full"] == "452 #4.3.1 queue full"
    assert lines["google/starttls-needed-first"].startswith("530 5.7.0 Must issue")
    assert not [line for line in lines.values() if re.search(r" ([245]\.\d+\.\d+) #?\1\b", line)]
