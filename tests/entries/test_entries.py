"""The catalogue holds every entry by its id, under the file that people edit."""

from conftest import ROOT


def test_entries_stand_under_their_ids_and_come_from_their_files(real):
    """The id under which an entry is found is the name of its file, in the folder of its kind."""
    catalogue = real.catalogue
    kinds = {
        "replies": catalogue.replies,
        "problems": catalogue.problems,
        "providers": catalogue.providers,
        "responses": catalogue.responses,
        "replies-in": catalogue.customer_replies,
    }
    for folder, entries in kinds.items():
        files = {f"catalog/{folder}/{key}.yml" for key in entries}
        assert {entry.file for entry in entries.values()} == files
        there = (ROOT / "catalog" / folder).rglob("*.yml")
        assert files == {file.relative_to(ROOT).as_posix() for file in there}
    enhanced = {code.file for code in catalogue.enhanced.values()}
    there = (ROOT / "catalog/enhanced").rglob("*.yml")
    assert enhanced == {file.relative_to(ROOT).as_posix() for file in there}


def test_codes_stand_in_the_order_in_which_people_count(tiny):
    """Reply codes, folklore among them, before enhanced codes."""
    assert list(tiny.catalogue.codes) == [
        "250", "421", "422", "430", "441", "451", "452", "500", "511", "550",
        "4.2.2", "4.4.7", "5.1.1", "5.2.2", "5.7.1", "5.7.100", "5.7.200", "5.7.300",
    ]  # fmt: skip


def test_placeholders_are_filled_with_their_first_value(tiny):
    """What varies in a text becomes something plausible; the rest stays."""
    filled = tiny.catalogue.filled("mailbox <RECIPIENT> of <RECIPIENT> is full")
    assert filled == "mailbox anna@example.com of anna@example.com is full"


def test_only_a_reader_of_the_language_counts_as_one(tiny):
    """A customer reply is read by a native speaker once its file says yes."""
    read = {key: one.is_read_by_native for key, one in tiny.catalogue.customer_replies.items()}
    written = {key: one.read_by_native for key, one in tiny.catalogue.customer_replies.items()}
    assert read == {key: {"yes": True, "no": False}[value] for key, value in written.items()}


def test_headings_begin_with_a_capital(real):
    """Terms and commands are written as inside a sentence, and head their place on a page."""
    terms, commands = real.catalogue.glossary, real.catalogue.commands
    assert terms["soft-bounce"].term == "soft bounce"
    assert terms["soft-bounce"].heading == "Soft bounce"
    for one in (*terms.values(), *commands):
        written = getattr(one, "term", None) or one.name
        assert one.heading[0] == written[0].upper() and one.heading[1:] == written[1:]
