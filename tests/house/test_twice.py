"""What has to stand in two places, because program, schemas and browser share no file, is the same
in both.
"""

import re

from conftest import ROOT

from generator.pages import pictures, views_problems
from generator.reading.shape import Schemas
from generator.rules import customer_replies


def test_the_lengths_of_customer_replies_are_told_as_the_rule_has_them():
    """By the schemas to whoever writes one, and by the rule's own statement."""
    schemas = Schemas(ROOT / "catalog/schema").by_name
    english = schemas["common"]["$defs"]["customer_reply"]["description"]
    other = schemas["customer-reply"]["$defs"]["reply"]["description"]
    rule = customer_replies.customer_replies_are_short.__doc__
    lengths = customer_replies.LONGEST_IN_ENGLISH, customer_replies.LONGEST_IN_OTHER_LANGUAGES
    for told, named in ((english, lengths[:1]), (other, lengths[1:]), (rule, lengths)):
        assert tuple(map(int, re.findall(r"\d+", told))) == named, told


def test_the_remark_on_translations_is_the_same_where_a_script_shows_it():
    """Whoever switches the language reads what stands on the page of the problem."""
    script = (ROOT / "docs/assets/scripts/replies.js").read_text("utf-8")
    assert re.findall(r'remark\.textContent = "(.*)";', script) == [views_problems.UNREAD]


def test_pictures_have_the_colours_of_the_pages():
    """The ink, and the colour of every class, as the light scheme has them."""
    styles = (ROOT / "docs/assets/styles/tokens.css").read_text("utf-8")
    light = styles[: styles.index("}")]
    tokens = {
        name: tuple(bytes.fromhex(colour))
        for name, colour in re.findall(r"--(ink|c[2-5]): #([0-9a-f]{6});", light)
    }
    drawn = {f"c{digit}": colour for digit, colour in pictures.CLASSES.items()}
    assert tokens == drawn | {"ink": pictures.INK}
    mark = (ROOT / "docs/assets/mark.svg").read_text("utf-8")
    shown = {tuple(bytes.fromhex(colour)) for colour in re.findall("#([0-9a-f]{6})", mark)}
    assert shown == {pictures.INK, pictures.DOT}
