"""The rules of sense, in the order in which they are applied.

Most rules look at one entry after the other, so they are asked of the responses of each provider by
themselves: where nothing changed in these, nor in what is no response, what they found is known.
"""

import inspect
from dataclasses import astuple
from datetime import date
from functools import partial

from generator.reading.made import anew
from generator.reading.mistakes import Mistake
from generator.rules import (
    advice,
    answers,
    claims,
    codes,
    customer_replies,
    distinct,
    entries,
    glossary,
    ledger,
    registered,
    responses,
    values,
    words,
)

BESIDE_RESPONSES = (  # what is no response, by itself
    codes.failures_have_answers,
    codes.failures_have_problems,
    codes.successes_need_no_help,
    codes.replies_have_the_fields_of_their_kind,
    codes.enhanced_codes_have_the_fields_of_their_status,
    codes.reply_codes_are_named_as_registered,
    codes.practice_has_its_reason,
    codes.dialogues_say_who_speaks,
    codes.dialogues_show_the_code,
    codes.problems_are_listed_once,
    codes.counted_problems_come_first,
    codes.ranges_end_after_they_begin,
    codes.codes_stand_in_one_file,
    codes.whoever_acts_on_a_code_has_steps,
    codes.whoever_acts_on_a_problem_has_steps,
    codes.customer_replies_fit_the_class,
    advice.whoever_acts_first_on_a_code_has_steps,
    answers.reasons_are_of_the_class,
    claims.absolute_claims_are_compared,
    words.words_tell_problems_apart,
    registered.reply_codes_have_their_registered_meanings,
    registered.enhanced_codes_have_their_registered_facts,
    registered.the_status_is_the_registrys,
    entries.compared_codes_have_pages,
    entries.sentences_of_reports_have_sources,
    entries.nothing_is_related_to_itself,
    entries.related_pairs_stand_once,
    entries.rows_fit_their_table,
    entries.only_programs_have_settings,
    customer_replies.languages_are_listed,
    customer_replies.every_problem_has_a_reply_in_every_language,
    customer_replies.replies_are_for_the_same_cases,
    customer_replies.customer_replies_are_short,
    customer_replies.replies_lay_it_on_who_speaks,
    customer_replies.replies_have_typographic_characters,
    glossary.terms_and_forms_stand_once,
    glossary.terms_are_in_alphabetical_order,
    glossary.related_terms_exist,
    glossary.related_terms_stand_once,
    glossary.entries_of_terms_exist,
    distinct.vocabularies_are_there,
    distinct.words_of_vocabularies_stand_once,
    distinct.phrases_mean_one_problem,
    distinct.codes_are_of_a_class,
    distinct.enhanced_codes_have_a_subject,
)

OF_RESPONSES = (  # what is compared with responses of several providers
    advice.programs_lay_a_fault_of_a_certificate_on_the_same_people,
    answers.answers_fit_what_senders_mean,
    answers.retries_fit_the_one_problem,
    answers.who_acts_fits_what_senders_say,
    claims.known_senders_are_complete,
    claims.counted_meanings_are_all,
    claims.only_what_no_text_does_is_denied,
    words.words_mean_what_senders_mean,
    words.words_stand_in_a_text,
    words.pairs_are_told,
    customer_replies.nobody_is_promised_an_attempt,
    customer_replies.own_replies_are_told_once,
    entries.entries_are_used,
    entries.words_of_vocabularies_are_used,
    responses.few_texts_are_unsourced,
    responses.same_texts_lead_to_others,
    responses.same_texts_have_the_same_words,
    responses.same_texts_are_marked,
    distinct.names_are_told_apart,
    distinct.problems_of_the_same_words_are_told_apart,
    distinct.published_entries_stay,
)

OF_A_PART = (  # what is no response by itself, and so the responses of each provider beside it
    codes.what_depends_says_on_what,
    codes.nobody_stands_alone,
    codes.shares_are_shares,
    advice.whoever_acts_first_on_a_response_has_steps,
    advice.first_steps_do_not_say_first,
    advice.only_what_passes_is_a_temporary_failure,
    advice.faults_of_the_sending_side_say_what_happened,
    advice.returned_messages_say_what_comes_next,
    advice.mailbox_providers_say_whom_their_rules_ask,
    advice.programs_that_try_again_say_of_what,
    advice.where_nobody_acts_the_steps_are_own,
    advice.texts_of_a_spent_certificate_have_own_steps,
    advice.texts_of_a_refused_token_have_own_steps,
    advice.texts_of_a_greeting_name_have_own_steps,
    advice.limits_of_one_connection_have_own_steps,
    advice.sentences_for_any_reply_hide_it,
    advice.programs_say_who_repeats_what_passes,
    advice.lasting_causes_say_whether_they_pass,
    answers.replies_that_are_passed_on_decide,
    answers.retry_and_permanence_agree,
    claims.paragraphs_are_whole,
    claims.prose_has_no_ids,
    claims.drafts_are_called_drafts,
    entries.entries_are_named_after_their_files,
    entries.names_are_free,
    entries.names_lead_somewhere,
    entries.lists_of_names_lead_somewhere,
    entries.responses_have_their_provider,
    entries.sources_are_of_one_form,
    entries.sources_can_be_followed,
    responses.placeholders_are_known,
    responses.angle_brackets_come_in_pairs,
    responses.codes_are_of_one_class,
    responses.differing_classes_differ,
    responses.texts_begin_after_their_codes,
    responses.codes_in_texts_are_the_entrys,
    responses.codes_in_texts_have_pages,
    responses.sources_of_texts_have_addresses,
    responses.responses_are_told_apart,
    responses.numbered_words_are_there,
    responses.response_ids_outlive_codes,
    customer_replies.own_replies_are_short,
    customer_replies.borrowed_replies_are_anothers,
    customer_replies.responses_have_a_customer_reply,
    values.dates_are_real,
    values.spaces_are_ordinary,
    values.examples_are_made_up,
    values.links_lead_to_public_hosts,
    values.placeholders_are_in_capitals,
    values.sections_exist,
)

RULES = (*BESIDE_RESPONSES, *OF_RESPONSES, *OF_A_PART)

LATER = (  # what is asked once the pages are known, or against what was published before
    ledger.published_addresses_lead_somewhere,
    ledger.anchors_of_arrows_exist,
    ledger.new_addresses_are_recorded,
    ledger.no_line_goes,
    responses.entries_keep_their_meaning,
)


def mistakes(library, recall=anew):
    """Yields every mistake that a rule finds in the `Library`; `recall` may know what was found in
    the same part of it before.
    """
    for rule in OF_RESPONSES:
        yield from rule(library)
    today = date.today()  # which the rule on dates asks too
    for of, part in library.parts():
        found = recall(f"mistakes in {of} on {today}", partial(mistakes_in, part))
        yield from (Mistake(*one) for one in found)


def mistakes_in(part):
    """What the rules find in a part, as lists."""
    rules = OF_A_PART if part.responses else (*BESIDE_RESPONSES, *OF_A_PART)
    return [list(astuple(one)) for rule in rules for one in rule(part)]


def statements():
    """What is checked: {what it is about: the rules in words}; a rule's docstring is the rule."""
    about = {
        codes: "Reply codes and enhanced status codes",
        advice: "What readers are told to do",
        answers: "Answers",
        claims: "What prose claims",
        words: "Words that tell problems apart",
        registered: "The registries' facts",
        entries: "All entries",
        responses: "Responses",
        customer_replies: "Customer replies",
        glossary: "The glossary",
        values: "Values",
        distinct: "Entries beside each other",
        ledger: "Addresses",
    }
    return {
        heading: [
            " ".join(inspect.getdoc(rule).split())
            for rule in (*RULES, *LATER)
            if rule.__module__ == module.__name__
        ]
        for module, heading in about.items()
    }
