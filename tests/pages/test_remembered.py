"""What is remembered of a page, or of a document, is right in another catalogue too, where it is
looked up there.
"""

from dataclasses import replace

from conftest import NOTHING_TOLD

from generator.api import documents
from generator.links.links import Links
from generator.pages import pages

EVERY = 25  # of the responses are changed: all that they say, but neither code nor problem


def remembered(links):
    """What is found for the pages and documents of a catalogue, by what it is looked up with."""
    found = {}

    def recall(known, find):
        assert known not in found
        found[known] = find()
        return found[known]

    for _, content in pages.contents(links, NOTHING_TOLD, {}, recall=recall):
        if callable(content):
            content()
    assert len(list(documents.contents(links, recall=recall))) > len(links.catalogue.responses)
    return found


def changed(response):
    """A response that says everything else."""
    return replace(
        response,
        name=f"Another {response.name}",
        text=f"another {response.text}",
        meaning=f"Another. {response.meaning}",
        variants=(*response.variants, "another text"),
        remedy={"recipient": ("Do something else.",)},
        source=replace(response.source, checked="2001-01-01", title="Another"),
        ended="It is no longer sent.",
        help="https://example.org/another",
    )


def test_a_page_is_made_of_what_it_shows_alone(real):
    """Where what a page shows is the same, its view is, whatever else the catalogue says."""
    responses = dict(real.catalogue.responses)
    for key in list(responses)[::EVERY]:
        responses[key] = changed(responses[key])
    before = remembered(real)
    after = remembered(Links(replace(real.catalogue, responses=responses)))
    same = before.keys() & after.keys()
    assert len(real.catalogue.responses) * 0.9 < len(same) < len(before)
    assert {known for known in same if before[known] != after[known]} == set()


def test_a_response_that_is_gone_changes_what_its_pages_show(real):
    """Its code and problem are gone with it, on pages that list other responses too."""
    responses = dict(real.catalogue.responses)
    for key in list(responses)[::EVERY]:
        if not any(key in other.same_text_as for other in responses.values()):
            del responses[key]
    before = remembered(real)
    after = remembered(Links(replace(real.catalogue, responses=responses)))
    same = before.keys() & after.keys()
    assert {known for known in same if before[known] != after[known]} == set()
