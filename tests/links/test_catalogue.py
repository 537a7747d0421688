"""What follows from the links between entries, on the tiny catalogue."""

from generator.entries.codes import sort_key
from generator.links.addresses import aliases_of
from generator.links.advice import answers_to, customer_reply


def test_codes_are_ordered_as_people_count():
    """Reply codes first, then enhanced codes by class, subject and detail as numbers."""
    assert sorted(["5.1.10", "5.1.2", "550", "4.2.2", "452"], key=sort_key) == ["452", "550", "4.2.2", "5.1.2", "5.1.10"]


def test_every_class_of_a_family_is_a_code(tiny):
    """X.2.2 with classes 4 and 5 gives two pages; a range gives one, with all its members."""
    assert list(tiny.enhanced) == ["5.1.1", "4.2.2", "5.2.2", "5.7.100"]
    assert tiny.code("5.7.102") is tiny.enhanced["5.7.100"]
    assert tiny.enhanced["5.7.100"].heading == "5.7.100 to 5.7.102"


def test_related_codes_show_on_both_pages(tiny):
    """A pair is written in one entry and found from both."""
    why = "452 is a lack of room and 550 a refusal for good."
    assert tiny.related(tiny.replies["452"]) == ((tiny.replies["550"], why),)
    assert tiny.related(tiny.replies["550"]) == ((tiny.replies["452"], why),)


def test_codes_that_travel_together_know_each_other(tiny):
    """Registered pairs, pairs of practice and pairs in responses count, in both directions."""
    assert [code.code for code in tiny.companions(tiny.replies["550"])] == ["5.1.1", "5.2.2"]
    assert [code.code for code in tiny.companions(tiny.enhanced["4.2.2"])] == ["452"]


def test_commands_are_told_by_document(tiny):
    """A meaning's commands are those that its document lists for the code."""
    code = tiny.replies["452"]
    ((command, reply),) = tiny.commands_answered(code, code.meanings[0])
    assert (command.name, reply.note) == ("RCPT", "The disk of the server is full.")


def test_a_response_has_the_answers_of_its_problem_and_class(tiny):
    """A 5yz reply is not repeated by itself, whatever the problem says in general."""
    answers = answers_to(tiny, tiny.responses["example-mail/over-limit"])
    assert (answers.who, answers.retry, answers.permanent) == (("recipient",), "after-change", "depends")
    assert answers.what == "Example Mail uses 5.1.1 for a full mailbox."


def test_customer_replies_follow_the_class(tiny):
    """The same problem is told differently while the queue still tries and once the message came back."""
    problem = tiny.problems["mailbox-full"]
    assert customer_reply(tiny, tiny.enhanced["4.2.2"]) == problem.customer_reply["temporary"]
    assert customer_reply(tiny, tiny.enhanced["5.2.2"]) == problem.customer_reply["permanent"]
    assert customer_reply(tiny, tiny.replies["550"]).startswith("Your message came back")
    assert customer_reply(tiny, tiny.replies["250"]) is None


def test_dialects_are_computed(tiny):
    """A registered code sent for a problem that its registered text does not cover is a dialect."""
    (dialect,) = tiny.dialects
    assert (dialect.code.code, dialect.provider.id, dialect.problem.id) == ("5.1.1", "example-mail", "mailbox-full")
    assert tiny.dialects_of(tiny.enhanced["5.1.1"]) == (dialect,)
    assert tiny.dialects_of(tiny.enhanced["5.2.2"]) == ()


def test_problems_that_only_responses_tell_of_are_shown_too(tiny):
    """A code's page ranks the problems of its entry and adds those of its responses."""
    ((problem, responses),) = tiny.further_problems(tiny.enhanced["5.1.1"])
    assert problem.id == "mailbox-full" and [response.id for response in responses] == ["over-limit"]


def test_neighbours_are_the_group_of_a_code(tiny):
    """Previous and next lead through the class, folklore apart."""
    code = tiny.replies["550"]
    assert [one.code for one in tiny.neighbours(code)] == ["550"]
    assert tiny.previous(code) is None and tiny.next(code) is None
    assert [one.code for one in tiny.neighbours(tiny.replies["511"])] == ["511"]


def test_aliases_lead_to_pages_and_shadow_none(tiny):
    """Pairs, families, classes and members of ranges have addresses that lead to a page."""
    aliases = aliases_of(tiny)
    assert aliases["550-5.1.1/"] == "5.1.1/"
    assert aliases["x.1.1/"] == aliases["X.1.1/"] == "subjects/x.1/#x.1.1"
    assert aliases["5.x.x/"] == aliases["5.X.X/"] == "5xx/"
    assert aliases["5.7.101/"] == "5.7.100/"
    assert not aliases.keys() & {code.address for code in tiny.codes.values()}


def test_stale_responses_are_older_than_a_year(tiny):
    """Only what was last compared more than a year ago is listed."""
    assert [response.id for response in tiny.stale("2026-11-22")] == ["over-limit"]
    assert tiny.stale("2025-01-30") == ()
