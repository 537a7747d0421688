"""What follows from the links between entries, on the tiny catalogue."""


def test_related_codes_show_on_both_pages(tiny):
    """A pair is written in one entry and found from both."""
    why = "452 is a lack of room and 550 a refusal for good."
    assert tiny.pairs.related(tiny.catalogue.replies["452"]) == (
        (tiny.catalogue.replies["550"], why),
    )
    assert (tiny.catalogue.replies["452"], why) in tiny.pairs.related(tiny.catalogue.replies["550"])


def test_codes_that_travel_together_know_each_other(tiny):
    """Registered pairs, pairs of practice and pairs in responses count, in both directions."""
    assert [code.code for code in tiny.pairs.paired_codes(tiny.catalogue.replies["550"])] == [
        "5.1.1",
        "5.2.2",
    ]
    assert [code.code for code in tiny.pairs.paired_codes(tiny.catalogue.enhanced["4.2.2"])] == [
        "452"
    ]


def test_commands_are_told_by_document(tiny):
    """A meaning's commands are those that its document lists for the code."""
    code = tiny.catalogue.replies["452"]
    ((command, reply),) = tiny.sequence.commands_answered(code, code.meanings[0])
    assert (command.name, reply.note) == ("RCPT", "The disk of the server is full.")


def test_a_response_has_the_answers_of_its_problem_and_class(tiny):
    """A 5yz reply is not repeated by itself, whatever the problem says in general."""
    answers = tiny.advice.answers_to(tiny.catalogue.responses["example-mail/over-limit"])
    assert (answers.who, answers.retry, answers.permanent) == (
        ("recipient",),
        "after-change",
        "depends",
    )
    assert answers.what == "Example Mail uses 5.1.1 for a full mailbox."


def test_a_problem_says_what_is_so_of_one_class(real):
    """Where it does, a text with a code of that class is told this and nothing of the others."""
    for name, digit in (("rate-limited", "4"), ("spf-fail", "5")):
        problem = real.catalogue.problems[name]
        texts = [
            response
            for response in real.catalogue.responses.values()
            if response.problem == name and response.answers is None and response.digit == digit
        ]
        told = {real.advice.answers_to(response).because for response in texts}
        assert told == {problem.in_class[digit].because} != {problem.answers.because}


def test_customer_replies_follow_the_class(tiny):
    """The same problem is told differently while the queue still tries and once the message came
    back.
    """
    problem = tiny.catalogue.problems["mailbox-full"]
    assert (
        tiny.advice.customer_reply(tiny.catalogue.enhanced["4.2.2"])
        == problem.customer_reply["temporary"]
    )
    assert (
        tiny.advice.customer_reply(tiny.catalogue.enhanced["5.2.2"])
        == problem.customer_reply["permanent"]
    )
    assert tiny.advice.customer_reply(tiny.catalogue.replies["550"]).startswith(
        "Your message came back"
    )
    assert tiny.advice.customer_reply(tiny.catalogue.replies["250"]) is None


def test_customer_replies_in_another_language_follow_the_class_too(tiny):
    """So do those that a response borrows from another problem; an entry with words of its own has
    none in another language, nor has an unknown language.
    """
    reply = tiny.catalogue.customer_replies["de/mailbox-full"]
    problem = tiny.catalogue.problems["mailbox-full"]
    assert tiny.advice.customer_replies_in(problem) == {"de": reply}
    for code, text in (("4.2.2", reply.temporary), ("5.2.2", reply.permanent)):
        assert tiny.advice.customer_reply(tiny.catalogue.enhanced[code], "de") == text
    response = tiny.catalogue.responses["example-mail/over-limit"]
    assert tiny.advice.customer_reply(response, "de") == reply.permanent
    borrowing = tiny.catalogue.responses["example-mail/no-room"]
    unknown = tiny.catalogue.problems["user-unknown"]
    assert tiny.advice.customer_reply(borrowing) == unknown.customer_reply["permanent"]
    reply = tiny.catalogue.customer_replies["de/user-unknown"]
    assert tiny.advice.customer_reply(borrowing, "de") == reply.permanent
    own = tiny.catalogue.responses["example-program/recipient-refused"]
    assert tiny.advice.customer_reply(own).startswith("The program was given an address")
    for entry in (tiny.catalogue.replies["550"], tiny.catalogue.replies["250"], own):
        assert tiny.advice.customer_reply(entry, "de") is None
    assert tiny.advice.customer_reply(response, "xx") is None


def test_where_nothing_is_sent_again_no_problem_asks_a_customer_to_do_it(real):
    """Of a message that went out the customer is not told that it "was probably not sent"."""
    advice, responses = real.advice, real.catalogue.responses.values()
    silent = {one.key for one in responses if not advice.customer_reply(one)}
    own = {one.key for one in responses if one.customer_reply}
    assert silent == {one.key for one in responses if advice.answers_to(one).retry == "no"} - own
    assert silent | own == {one.key for one in responses if not advice.customer_reply(one, "de")}
    sent = advice.customer_reply(real.catalogue.responses["thunderbird/copy-to-sent-failed"])
    assert sent.startswith("Your message was sent")


def test_dialects_are_computed(tiny):
    """A registered code sent for a problem that its registered text does not cover is a dialect."""
    dialects = tiny.senders.dialects
    assert [
        (one.code.code, one.provider.id, one.problem.id, [text.id for text in one.responses])
        for one in dialects
    ] == [
        ("5.1.1", "example-filter", "barred", ["barred"]),
        ("5.1.1", "example-mail", "mailbox-full", ["no-room", "over-limit"]),
        ("5.2.2", "example-service", "user-unknown", ["barred"]),
    ]
    assert tiny.senders.dialects_of(tiny.catalogue.enhanced["5.1.1"]) == dialects[:2]
    assert tiny.senders.dialects_of(tiny.catalogue.enhanced["4.2.2"]) == ()


def test_problems_that_only_responses_tell_of_are_shown_too(tiny):
    """A code's page ranks the problems of its entry and adds those of its responses."""
    further = tiny.senders.further_problems(tiny.catalogue.enhanced["5.1.1"])
    assert [(problem.id, [text.id for text in texts]) for problem, texts in further] == [
        ("mailbox-full", ["over-limit", "no-room"]),
        ("barred", ["barred"]),
    ]


def test_neighbours_are_the_group_of_a_code(tiny):
    """Previous and next lead through the class, folklore apart."""
    first, last = tiny.catalogue.replies["500"], tiny.catalogue.replies["550"]
    assert tiny.sequence.neighbours(last) == (first, last)
    assert (tiny.sequence.previous(first), tiny.sequence.next(first)) == (None, last)
    assert (tiny.sequence.previous(last), tiny.sequence.next(last)) == (first, None)
    folklore = tiny.sequence.neighbours(tiny.catalogue.replies["511"])
    assert [one.code for one in folklore] == ["441", "511"]


def test_aliases_lead_to_pages_and_shadow_none(tiny):
    """Pairs, families, classes and members of ranges have addresses that lead to a page."""
    aliases = tiny.addresses.aliases
    assert aliases["550-5.1.1/"] == "5.1.1/"
    assert aliases["x.1.1/"] == aliases["X.1.1/"] == "subjects/x.1/#x.1.1"
    assert aliases["5.x.x/"] == aliases["5.X.X/"] == "5xx/"
    assert aliases["5.7.101/"] == "5.7.100/"
    assert not aliases.keys() & {code.address for code in tiny.catalogue.codes.values()}


def test_stale_responses_are_older_than_a_year(tiny):
    """Only what was last compared more than a year ago is listed."""
    assert [response.id for response in tiny.senders.stale("2026-11-22")] == ["over-limit"]
    assert [response.id for response in tiny.senders.stale("2025-02-01")] == ["over-limit"]
    assert tiny.senders.stale("2025-01-31") == ()  # the anniversary


def test_customer_replies_to_texts_follow_who_repeats_them(real):
    """A program that is answered with 4xx has no queue, so its customer's message came back; what
    a queue itself says of a message that waits has no code.
    """
    responses = real.catalogue.responses
    cases = {
        "amazon-ses/daily-quota-exceeded": "permanent",  # 454, and no queue to send it again
        "amazon-ses/temporary-authentication-failure": "temporary",  # 454, but no problem of queues
        "sendmail/still-undelivered-warning": "temporary",  # no code, from the queue
        "barricademx/greylisted": "temporary",
    }
    for address, case in cases.items():
        assert real.advice.case(responses[address]) == case, address


def test_codes_of_a_response_stand_on_both_pages(real):
    """What a server sends together is told of each of the two codes."""
    codes, seen = real.catalogue.codes, 0
    for response in real.catalogue.responses.values():
        if response.reply and response.enhanced:
            enhanced = real.catalogue.code(response.enhanced)
            assert codes[response.reply] in real.pairs.paired_codes(enhanced), response.key
            assert enhanced in real.pairs.paired_codes(codes[response.reply]), response.key
            seen += 1
    assert seen > 1000
