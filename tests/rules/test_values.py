"""What our own words may name: addresses kept for examples, roles, and numbers that are none."""

import json
from types import SimpleNamespace

import pytest

from generator.reading.source import read_document
from generator.rules.values import examples_are_made_up

MADE_UP = [
    *("192.0.2.25 answers", "198.51.100.1 answers", "203.0.113.255 answers"),
    *("127.0.0.1 answers", "10.1.2.3 answers", "172.31.255.255 answers", "192.168.1.1 answers"),
    "it listens at 0.0.0.0 alone",
    "as section 4.2.3.1 has it, and 4.12.3.1",  # places in a document
    "version v8.8.8.8 of a program",
    "a number such as 5.8.8.8.8 is none, nor is 300.8.8.8",
    "anna@example.com, anna@mail.example.net and anna@example.org",
    "write to postmaster@gmail.com or abuse@gmail.com",  # roles that every domain has
]
SOMEBODYS = {
    "8.8.8.8 answers": "the IP address '8.8.8.8'",
    "13.4.5.6 answers": "the IP address '13.4.5.6'",
    "172.32.0.1 answers": "the IP address '172.32.0.1'",
    "192.0.3.1 answers": "the IP address '192.0.3.1'",
    "1.1.1.1 answers": "the IP address '1.1.1.1'",
    "joe@gmail.com is away": "the address 'joe@gmail.com'",
    "joe@example.com.evil.net is away": "the address 'joe@example.com.evil.net'",
    "joe@notexample.com is away": "the address 'joe@notexample.com'",
}


def told(text):
    """What the rule says of a text of ours."""
    data = f"meaning: {json.dumps(text)}\n".encode()
    document = read_document("catalog/problems/made-up.yml", data)
    library = SimpleNamespace(entries=[document])
    return [mistake.message for mistake in examples_are_made_up(library)]


@pytest.mark.parametrize("text", MADE_UP)
def test_what_is_kept_for_examples_may_be_named(text):
    """Networks and domains for examples, private networks, roles, and numbers of other things."""
    assert told(text) == []


@pytest.mark.parametrize("text", SOMEBODYS)
def test_what_may_be_somebodys_is_told(text):
    """Whatever could be a person's address, or a machine's."""
    (message,) = told(text)
    assert message.startswith(f"{SOMEBODYS[text]} may be somebody's; write one ")
