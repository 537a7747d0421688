"""What views decide: how much of a list is shown, in which order, with which words."""

import itertools
from dataclasses import replace

import pytest
from conftest import NOTHING_TOLD, ROOT

from generator.entries.codes import Evidence
from generator.links.links import Links
from generator.pages import pages, words
from generator.pages.pieces import Pieces
from generator.pages.views_answers import settings
from generator.pages.views_providers import response_page
from generator.publish import output
from generator.reading.hand_written import read_hand_written


@pytest.fixture(scope="module")
def views(real):
    """The view of every page of the project's own catalogue, by its address."""
    return {one.address: one for one in pages.views(Pieces(real), NOTHING_TOLD)}


def test_every_page_has_its_address_and_every_address_its_page(real, views):
    """What views and hand-written pages make is what is recorded, checked and linked."""
    written = {
        output.address_of(path) for path in read_hand_written(ROOT)[0] if path.endswith(".md")
    }
    assert views.keys() | written == real.addresses.pages and not views.keys() & written


def of(views, template):
    """What the pages of a template show."""
    return [one.values["view"] for one in views.values() if one.template == template]


def falls(numbers):
    """Whether no number is larger than the one before it."""
    return all(one >= other for one, other in itertools.pairwise(numbers))


def test_pages_of_responses_show_no_other_responses_but_their_twins(real):
    """So what such a page is made of is known without its view."""
    pieces = Pieces(real)
    for number, response in enumerate(real.catalogue.responses.values()):
        twins = real.pairs.twins(response)
        if twins or number % 10 == 0:
            alone = {one.key: one for one in (response, *twins)}
            links = Links(replace(real.catalogue, responses=alone))
            assert response_page(Pieces(links), response) == response_page(pieces, response)


def test_senders_are_told_by_the_number_of_their_texts(real, views):
    """Five at most, one text of each, those with the most texts first, and where all stand."""
    for code in real.catalogue.codes.values():
        told = views[code.address].values["view"].senders
        sent = real.senders.responses_with(code)
        counts = [sum(one.provider == who.provider.id for one in sent) for who in told.shown]
        assert len(counts) == min(5, len({one.provider for one in sent})) and falls(counts)
        for who, count in zip(told.shown, counts, strict=True):
            assert who.more == (f"{count - 1} more" if count > 1 else None)
            assert len(who.text.text) <= 100
        if sent:
            senders = len({one.provider for one in sent})
            total = f"All {len(sent):,} texts" if len(sent) > 1 else "1 text"
            assert told.whole.text == f"{total}, by {senders} sender{'s' * (senders > 1)}"


@pytest.mark.parametrize("length", range(96, 106))
def test_a_text_in_a_list_has_at_most_100_characters(length, tiny):
    """A longer one is cut; one of just so many is whole."""
    code, response = (
        tiny.catalogue.codes["550"],
        tiny.catalogue.responses["example-mail/over-limit"],
    )
    text = ("a " * length)[: length - len("550 5.1.1 ") - 1] + "b"
    (who,) = Pieces(tiny).senders(code, (replace(response, text=text),)).shown
    assert len(who.text.text) <= 100 and (who.text.text[-1] == "b") == (length <= 100)


def test_a_text_of_today_stands_for_its_provider(real, views):
    """What is no longer sent does so only where a provider sends nothing else with the code."""
    for code in real.catalogue.codes.values():
        for who in views[code.address].values["view"].senders.shown:
            today = [
                one
                for one in real.senders.responses_with(code)
                if one.provider == who.provider.id and not one.ended
            ]
            assert (who.mark != "no longer sent:") == bool(today), code.code


def test_many_texts_of_a_provider_are_grouped_by_problem(views):
    """The most frequent problem first; few texts stand in one list without a name."""
    grouped = 0
    for shown in of(views, "provider.md"):
        counts = [len(group.texts) for group in shown.groups]
        assert shown.grouped == (sum(counts) > 40) and shown.filtered == (sum(counts) > 12)
        if shown.grouped:
            grouped += 1
            assert falls(counts) and len({group.id for group in shown.groups}) == len(counts)
            for group in shown.groups:
                assert group.total.split(" ")[0] == str(len(group.texts))
        else:
            assert [group.name for group in shown.groups] == [""] * (sum(counts) > 0)
    assert grouped > 5


def test_providers_stand_by_name(views):
    """In every list of them, and small letters among capitals: as people look for a name."""
    settings = views["settings/"].values["groups"]
    providers = views["providers/"].values["groups"]
    names = [
        *([one.provider.name for one in them] for _, _, them, _ in settings),
        *([provider.name for provider, _ in them] for _, _, them in providers),
    ]
    assert len(names) > 6
    for listed in names:
        assert listed == sorted(listed, key=str.lower)


def test_settings_of_nobody_have_no_heading(tiny):
    """Where no program has settings, the page begins with the providers."""
    programs, outgoing = settings(Pieces(tiny)).values["groups"]
    assert (programs[1], outgoing[1]) == ("programs", "outgoing")
    them = {one.id: replace(one, settings=()) for one in tiny.catalogue.providers.values()}
    links = Links(replace(tiny.catalogue, providers=them))
    assert [anchor for _, anchor, *_ in settings(Pieces(links)).values["groups"]] == ["outgoing"]


def test_few_causes_are_open_and_the_rest_is_counted(views):
    """Six, with two of the words that tell each; bars are measured by the longest."""
    folded = 0
    for shown in of(views, "code.md"):
        if found := shown.causes:
            assert len(found.shown) <= 6 and (not found.folded or len(found.shown) == 6)
            assert all(len(one.words) <= 2 or not one.texts for one in found.shown)
            assert bool(found.lead) == (len(found.shown) > 1)
            widths = [one.width for one in (*found.shown, *found.folded) if one.share]
            assert not widths or (max(widths) == 100 and min(widths) >= 1)
            folded += bool(found.folded)
    assert folded > 20


def test_neighbours_are_five_on_each_side(real, views):
    """The code itself is marked; the last and the next lead on."""
    for code in real.catalogue.codes.values():
        shown = views[code.address].values["view"]
        group = [one.heading for one in real.sequence.neighbours(code)]
        place = group.index(code.heading)
        near = [chip.code for chip in shown.neighbours]
        assert near == group[max(place - 5, 0) : place] + group[place : place + 6]
        assert [chip.code for chip in shown.neighbours if chip.current] == [code.heading]
        for link, other in ((shown.previous, place - 1), (shown.next, place + 1)):
            there = group[other] if 0 <= other < len(group) else None
            assert (link and link.text.startswith(f"{there} ")) == (True if there else None)


def test_long_strips_have_no_names(views):
    """Up to 24 signs tell their names on hover."""
    lengths = set()
    for shown in of(views, "code.md"):
        strip = shown.paired
        assert all(bool(chip.name) == (len(strip) <= 24) for chip in strip)
        assert shown.few_paired == (len(strip) <= 24)
        lengths.add(len(strip) > 24)
    assert lengths == {True, False}


def test_all_codes_begin_with_failures(views):
    """5yz, 4yz, 2yz, 3yz, each before its enhanced codes; what is no SMTP code comes last."""
    order = [anchor for _, anchor, *_ in views["codes/"].values["groups"]]
    digits = [anchor[:2] for anchor in order]
    assert list(dict.fromkeys(digits)) == ["c5", "c4", "c2", "c3", "no"]
    assert order[:2] == ["c5", "c5-enhanced"] and order[-1] == "not-smtp"


@pytest.mark.parametrize(
    ("count", "of", "told"),
    [
        (7, 18, "7 of 18"),
        (99, 99, "99 of 99"),
        (50, 100, "50 %"),
        (10, 100, "10 %"),
        (99, 1000, "9.9 %"),
        (1, 1000, "0.1 %"),
    ],
)
def test_a_share_claims_no_more_than_it_may(count, of, told):
    """Of few the numbers themselves, of many per cent, below ten with a decimal."""
    assert words.share(Evidence(corpus="x", count=count, of=of)) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a" * 10, "a" * 10),
        ("a" * 11, "a" * 9 + "…"),
        ("one two three", "one two…"),
        ("one two, more", "one two…"),
        ("one\n two", "one two"),
    ],
)
def test_a_long_text_is_cut_between_words(text, told):
    """At most as many characters as asked for, the sign of the cut among them."""
    assert words.cut(text, 10) == told and len(told) <= 10


@pytest.mark.parametrize(
    ("number", "told"),
    [(0, "0 replies"), (1, "1 reply"), (2, "2 replies"), (1234, "1,234 replies")],
)
def test_numbers_agree_with_their_nouns(number, told):
    """One is one, and thousands have their comma."""
    assert words.counted(number, "reply", "replies") == told
    assert words.counted(2, "text") == "2 texts"


@pytest.mark.parametrize(
    ("whole", "part", "title"),
    [
        ("Yahoo", "Mailbox full", "Yahoo: Mailbox full"),
        ("W" * 30, "n" * 33, f"{'W' * 30}: {'n' * 33}"),
        ("Google Gmail and Google Workspace", "n" * 40, f"Google Gmail and…: {'n' * 40}"),
        ("Google Gmail and Google Workspace", "n" * 52, f"{'n' * 52}"),
        ("Yahoo", f"{'n' * 40} {'m' * 40}", f"{'n' * 40}…"),
    ],
)
def test_a_long_title_loses_the_provider_first(whole, part, title):
    """What tells a text from the others of its provider stays as long as it can."""
    assert words.title_within(whole, part) == title and len(title) <= 65


@pytest.mark.parametrize(
    ("summary", "title"),
    [
        ("The mailbox is full.", "The mailbox is full"),
        ("The mailbox is full. It can be emptied.", "The mailbox is full"),
        ("The mailbox of the recipient is full; it is.", "The mailbox of the recipient is full"),
        (
            "The mailbox is full, and it can be emptied.",
            "The mailbox is full, and it can be emptied",
        ),
        (f"The mailbox {'m' * 60}, which is full.", f"The mailbox {'m' * 60}"),
        (f"The mailbox {'m' * 53}, is full.", f"The mailbox {'m' * 53}, is full"),
        (f"The mailbox {'m' * 80} is full.", f"The mailbox {'m' * 80} is full"),
    ],
)  # fmt: skip
def test_a_title_is_the_first_statement(summary, title):
    """Without a full stop, and a long one without its afterthought."""
    assert words.plain_title(summary) == title


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("One. Two.", "One."), ("Is it so? Yes.", "Is it so?"), ("One! Two.", "One!"),
        ("Wait for 4.2.2. Then go.", "Wait for 4.2.2."), ("See e.g. this. Two.", "See e.g. this."),
        ("He said “no”. Then.", "He said “no”."), ("He (he says). “Yes.”", "He (he says)."),
        ("One\n two", "One two"), ("BIG. Two.", "BIG. Two."), ("one. two.", "one. two."),
    ],
)  # fmt: skip
def test_the_first_sentence_ends_before_a_capital(text, sentence):
    """Not in the middle of a number or of an abbreviation."""
    assert words.first_sentence(text) == sentence
