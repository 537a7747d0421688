"""Which words and codes become rules, and how they are found in what servers say."""

import pytest

from generator.exports.choice import Heard, codes, has, letters, plain, shortened

THIRTY = "a" * 24 + " bbbbb"  # characters: no part of a rule is longer


@pytest.mark.parametrize(
    ("part", "told"),
    [
        ("mailbox full", "mailbox full"),
        (THIRTY, THIRTY),
        (f"{THIRTY}b", "a" * 24),
        (f"{THIRTY} c", "a" * 24),
        ("a" * 29 + " b", "a" * 29),
        ("a" * 31, "a" * 31),  # one word is not cut
    ],
)
def test_a_long_part_ends_with_a_word(part, told):
    """At most thirty characters, less a word that may go on."""
    assert shortened(part) == told


def test_only_letters_and_digits_are_counted():
    """Signs and blanks tell no text from another."""
    assert letters(["a-b c_d", "1.2"]) == 6


def test_texts_are_compared_without_their_signs():
    """A pattern has a dot for every sign, and small letters."""
    assert plain("550  5.1.1 <Anna>: No\tsuch User") == "550 5.1.1 .anna.. no such user"


SAID = [
    "550 5.1.1 no such user here",
    "550 mailbox of anna is full today",
    "552 mailbox is full",
    "450 full. mailbox",
]


@pytest.mark.parametrize(
    ("parts", "lines"),
    [
        (("no such user here",), {0}),
        (("mailbox",), {1, 2, 3}),
        (("mailbox", "full"), {1, 2}),  # in this order
        (("mailbox of", "is full today"), {1}),
        (("a is full to",), {1}),  # words may be cut
        (("full",), {1, 2, 3}),
        (("550",), {0, 1}),
        (("today",), {1}),
        (("here\n550",), set()),  # no text goes on in the next
        (("nobody of that name",), set()),
        (("is full of mail",), set()),
        (("is full today", "anna"), set()),
    ],
)
def test_words_are_found_in_every_text_that_has_them(parts, lines):
    """All parts, in their order; a text of several words is found by those inside it."""
    heard = Heard([(text, None) for text in SAID], None)
    assert heard.lines_with(parts) == lines
    assert {number for number, text in enumerate(SAID) if has(text, parts)} == lines


def test_parts_do_not_overlap():
    """What was found for one part is not found again for the next."""
    assert has("full mailbox is full", ("full", "full"))
    assert not has("mailbox is full", ("full", "full"))


def test_a_code_is_in_with_its_first_problem(tiny):
    """Enhanced codes first; a reply code only where all of its problems are of one class."""
    every = codes(tiny.catalogue, lambda problem: problem)
    assert every == [
        ("4.2.2", "mailbox-full"),
        ("4.4.7", "expired"),
        ("5.1.1", "user-unknown"),
        ("5.2.2", "mailbox-full"),
        ("5.7.1", "barred"),
        ("5.7.100", "user-unknown"),
        ("5.7.101", "user-unknown"),
        ("5.7.102", "user-unknown"),
        ("5.7.200", "barred"),
        ("5.7.300", "barred"),
        ("422", "mailbox-full"),
        ("430", "mailbox-full"),
        ("452", "mailbox-full"),
        ("500", "user-unknown"),
    ]
    one_class = codes(tiny.catalogue, lambda problem: "any")
    assert {code for code, _ in one_class} - {code for code, _ in every} == {"421", "451", "550"}
