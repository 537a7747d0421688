"""The rules of sense, in the order in which they are applied."""

from generator.rules import codes, entries, responses

RULES = (
    codes.failures_have_answers_and_problems,
    codes.kinds_have_their_fields,
    codes.names_are_as_registered,
    codes.dialogues_are_dialogues,
    codes.problems_are_ranked,
    codes.ranges_are_ranges,
    codes.whoever_acts_has_steps,
    codes.customer_replies_fit_the_class,
    entries.entries_are_named_after_their_files,
    entries.references_lead_somewhere,
    entries.sources_can_be_followed,
    entries.related_pairs_stand_once,
    entries.nothing_is_orphaned,
    entries.customer_replies_are_short,
    responses.placeholders_are_known_and_balanced,
    responses.responses_agree_with_their_codes,
    responses.responses_are_told_apart,
    responses.response_ids_outlive_codes,
)


def mistakes(library):
    """Yields every mistake that a rule finds in the `Library`."""
    for rule in RULES:
        yield from rule(library)
