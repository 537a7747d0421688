"""What the lookup reads: one composed case for each rule."""

import random
import re

import pytest
from conftest import ROOT

from generator.lookup.normalise import clean


def first(engine, text, report=0):
    """(the first result's code, its problem) for a text."""
    results = engine.diagnose(text)["reports"][report]["results"]
    return (results[0]["code"], results[0]["problem"]) if results else (None, None)


SPELLINGS = {
    "550": "550", "5.7.1": "5.7.1", "#5.1.1": "5.1.1", "550-5.7.26": "5.7.26", "5-1-1": "5.1.1",
    "5_7_1": "5.7.1", "550.5.1.1": "5.1.1", "x.7.1": "5.7.1", "5.1.x": "5.1.0",
    "smtp;550 5.1.1": "5.1.1", "SMTP error 421": "421", "250": "250", "354": "354", "E550": "550",
    "dsn 4.2.2": "4.2.2", "status: 5.7.26": "5.7.26", "what does 452 mean": "452",
}  # fmt: skip


@pytest.mark.parametrize("text", SPELLINGS)
def test_a_code_in_any_spelling(engine, text):
    """Codes are found however people write them."""
    assert first(engine, text)[0] == SPELLINGS[text]


NO_CODES = {
    "599": ["5xx/", "not-smtp-codes/"],
    "5.99.99": ["5xx/"],
    "5.0.1": ["5xx/", "5.0.0/", "5.0.350/", "subjects/x.0/"],
    "426": ["4xx/", "427/", "424/", "423/", "not-smtp-codes/"],
    "605": ["605/"],
    "601": ["not-smtp-codes/"],
}


@pytest.mark.parametrize("text", NO_CODES)
def test_a_number_that_is_no_code(engine, text):
    """Its own page, if it has one; else that of its class, the codes next to it, and the page of
    numbers that are no codes.
    """
    results = engine.diagnose(text)["reports"][0]["results"]
    assert [result["page"] for result in results] == NO_CODES[text]


PAGES = {
    "compare 550 554": "compare/550-554/",
    "soft bounce": "glossary/#soft-bounce",
    "hard bounce": "glossary/#hard-bounce",
    "RCPT TO": "session/#rcpt",
    "MAIL FROM": "session/#mail",
    "HELO": "session/#ehlo-or-helo",
    "glossary": "glossary/",
    "anna@gmail.com": "providers/google/",
    "[TSS04]": "providers/yahoo/deferred-for-volume-or-complaints/",
    "relay access denied": "problems/relay-denied/",
    "no such user": "problems/user-unknown/",
    "user not found": "problems/user-unknown/",
    "settings 587": "settings/",
    "smtp settings": "settings/",
    "settings for 465": "settings/",
}


@pytest.mark.parametrize("text", PAGES)
def test_what_is_found_by_its_name(engine, text):
    """Terms, commands, comparisons, lists and hand-written pages; the provider by an address; the
    response by a mark that no other has; the problem where several providers have the words.
    """
    assert engine.diagnose(text)["reports"][0]["results"][0]["page"] == PAGES[text]


NOT_SURE = {  # names that nobody has: the problem of those like them is a guess
    "AUP#BL": ["unsure", "group", "none"],
    "aup#pol": ["unsure", "group", "none"],
    "[TSS04]": ["sure"],
}


@pytest.mark.parametrize("text", NOT_SURE)
def test_part_of_a_name_makes_nothing_sure(engine, text):
    """A provider's own name of a reason is told as sure only where all of it is known."""
    assert engine.diagnose(text)["reports"][0]["tier"] in NOT_SURE[text]


TYPED = {
    "usr unkown": "user-unknown",
    "mailbx full": "mailbox-full",
    "greylst": "greylisted",
    "autentication faled": "auth-failed",
}


@pytest.mark.parametrize("text", TYPED)
def test_a_phrase_with_typing_errors(engine, text):
    """One wrong, missing, surplus or exchanged letter in a word is repaired."""
    assert first(engine, text)[1] == TYPED[text]


@pytest.mark.parametrize("text", ["gmail.com", "Gmail", "web.de", "laposte.net", "comcast.net"])
def test_a_provider_or_a_domain(engine, text):
    """Providers are found by name and by the recipient's domain."""
    page = engine.diagnose(text)["reports"][0]["results"][0]["page"]
    assert page.startswith("providers/") and page.count("/") == 2


NAMES = {
    "EAUTH": "auth-failed",
    "0x800CCC0F": "connection-closed",
    "S3140": "ip-reputation",
    "AS(201806281)": "user-unknown",
    "ECONNREFUSED": "cannot-connect",
    "getaddrinfo ENOTFOUND smtp.example.com": "server-name-not-found",
}


@pytest.mark.parametrize("text", NAMES)
def test_an_error_name(engine, text):
    """The names that programs and providers give errors are words."""
    found = {result["problem"] for result in engine.diagnose(text)["reports"][0]["results"][:3]}
    assert NAMES[text] in found


TEXTS = {
    "log line": (
        "Nov 30 05:00:00 mx1 postfix/smtp[4521]: 4F1A2B3C: to=<anna@example.com>, relay="
        "mx.example.com[192.0.2.25]:25, delay=550, delays=450/0/1/2, dsn=5.1.1, status=bounced "
        "(host mx.example.com[192.0.2.25] said: 550 5.1.1 <anna@example.com>: Recipient address "
        "rejected: User unknown in local recipient table (in reply to RCPT TO command))",
        ("5.1.1", "user-unknown"),
    ),
    "diagnostic code": (
        "Diagnostic-Code: smtp; 552 5.2.2 <anna@example.com>: mailbox is over its quota",
        ("5.2.2", "mailbox-full"),
    ),
    "expected code": (
        'Expected response code "250" but got code "550", with message "550 5.1.1 No such user".',
        ("5.1.1", "user-unknown"),
    ),
    "traceback": (
        "Traceback (most recent call last):\n"
        '  File "/srv/app/send.py", line 554, in send\n'
        "    server.sendmail(sender, to, text)\n"
        '  File "/usr/lib/python3.11/smtplib.py", line 450, in sendmail\n'
        "smtplib.SMTPAuthenticationError: (535, b'5.7.8 Username and Password not accepted')",
        ("5.7.8", "auth-failed"),
    ),
    "stack of Node.js": (
        "Error: connect ECONNREFUSED 127.0.0.1:587\n"
        "    at TCPConnectWrap.afterConnect [as oncomplete] (node:net:1555:16) {\n"
        "  errno: -111,\n  code: 'ESOCKET',\n  syscall: 'connect',\n  port: 587\n}",
        (None, "cannot-connect"),
    ),
    "transcript": (
        "220 mx.example.com ESMTP\n>>> EHLO mail.example.org\n250 mx.example.com\n"
        ">>> MAIL FROM:<bob@example.org>\n250 2.1.0 Ok\n>>> RCPT TO:<anna@example.com>\n"
        "<<< 450 4.2.0 <anna@example.com>: Recipient address rejected: Greylisted",
        ("4.2.0", "greylisted"),
    ),
    "event": (
        '{"notificationType":"Bounce","bounce":{"bounceType":"Permanent","bouncedRecipients":'
        '[{"emailAddress":"anna@example.com","action":"failed","status":"5.1.1",'
        '"diagnosticCode":"smtp; 550 5.1.1 user unknown"}],"timestamp":"2026-11-30T05:50:00Z"}}',
        ("5.1.1", "user-unknown"),
    ),
    "quoted report": (
        "> This is the mail system at host mail.example.org.\n>\n> I'm sorry to have to inform you "
        "that your message could not\n> be delivered to one or more recipients.\n>\n"
        "> <anna@example.com>: host mx.example.com[192.0.2.25] said: 554 5.7.1 Service\n"
        ">     unavailable; Client host [198.51.100.7] blocked using zen.spamhaus.org (in\n"
        ">     reply to RCPT TO command)",
        ("5.7.1", "blocklisted"),
    ),
    "report in HTML": (
        "<html><body><p>Your message to <b>anna@example.com</b> couldn&#39;t be delivered.</p>"
        "<table><tr><td>Remote Server returned &#39;550 5.1.10 RESOLVER.ADR.RecipientNotFound; "
        "Recipient not found by SMTP address lookup&#39;</td></tr></table></body></html>",
        ("5.1.10", "user-unknown"),
    ),
    "report in German": (
        "Fehler bei der Nachrichtenzustellung an folgende Empfänger oder Gruppen:\n\n"
        "anna@example.com\n\nDiagnoseinformationen für Administratoren:\n\n"
        "Remote Server returned '552 5.2.2 mailbox full'",
        ("5.2.2", "mailbox-full"),
    ),
    "report in base64": (
        "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n"
        "SWhyZSBOYWNocmljaHQgYW4gYW5uYUBleGFtcGxlLmNvbSB3dXJkZSBuaWNodCB6dWdlc3RlbGx0\n"
        "OiBEYXMgUG9zdGZhY2ggZGVzIEVtcGbDpG5nZXJzIGlzdCB2b2xsLg==\n\n--part--",
        (None, "mailbox-full"),
    ),
    "report in quoted-printable": (
        "Content-Transfer-Encoding: quoted-printable\n\nIhre Nachricht konnte nicht zugestellt "
        "werden: Das Postfach des Empf=E4nge=\nrs ist voll.",
        (None, "mailbox-full"),
    ),
    "encoded words": (
        "Diagnostic-Code: smtp; 550 =?utf-8?Q?5=2E1=2E1_Unbekannter_?=\n "
        "=?utf-8?B?RW1wZsOkbmdlcg==?=",
        ("5.1.1", "user-unknown"),
    ),
    "style sheet": (
        "<html><head><style>p { virus: 550 }</style></head><body>The mailbox is full</body></html>",
        (None, "mailbox-full"),
    ),
    "reply to a later command": (
        "... while talking to mx.example.com.:\n<<< 554 Blocked: listed by zen.spamhaus.org\n"
        ">>> QUIT\n<<< 421 4.7.0 mx.example.com Error: too many errors\n"
        "554 5.0.0 Service unavailable",
        ("554", "blocklisted"),
    ),
    "reply behind a full stop": (
        "Delivery status : Failed. Message could not be delivered to domain <example.com> .550; "
        "No such user\nMTA Response :550",
        ("550", "user-unknown"),
    ),
    "log of a server": (
        "2026-11-30 05:50:45 1abcde-000001-AB == anna@example.com R=dnslookup T=remote_smtp "
        "defer (111): Connection refused",
        (None, "host-unreachable"),
    ),
    "no code": (
        "could not connect to SMTP host: certificate verify failed",
        (None, "certificate-not-trusted"),
    ),
    "ports and dates": (
        "2026-11-30 05:50:45 connect to mx.example.com[192.0.2.50]:25: Connection refused",
        (None, "host-unreachable"),
    ),
}


@pytest.mark.parametrize("kind", TEXTS)
def test_what_people_paste(engine, kind):
    """Logs, reports, exceptions, transcripts and events give the reply that matters."""
    text, answer = TEXTS[kind]
    assert first(engine, text) == answer


def test_every_recipient_has_an_answer(engine):
    """Two recipients, two failures, two reports."""
    text = (
        "This is the mail system at host mail.example.org.\n\n"
        "<anna@example.com>: host mx.example.com[192.0.2.25] said: 550 5.1.1 User unknown (in\n"
        "    reply to RCPT TO command)\n\n"
        "<bob@example.net>: host mx.example.net[192.0.2.26] said: 552 5.2.2 Mailbox full (in\n"
        "    reply to RCPT TO command)\n"
    )
    assert len(engine.diagnose(text)["reports"]) == 2
    assert first(engine, text) == ("5.1.1", "user-unknown")
    assert first(engine, text, 1) == ("5.2.2", "mailbox-full")


def test_the_deciding_words_are_told(engine):
    """`because` quotes the text."""
    text = "550 5.1.1 <anna@example.com>: Recipient address rejected: User unknown"
    because = engine.diagnose(text)["reports"][0]["results"][0]["because"]
    assert because and all(part in text for part in because)


def test_only_words_of_the_text_are_told(engine):
    """As they stand one behind the other, line breaks apart; no frame was cut out between them."""
    lines = (ROOT / "tests/lookup/lines.tsv").read_text("utf-8").splitlines()
    texts = [*(text for text, _ in TEXTS.values()), *(line.split("\t")[1] for line in lines)]
    texts.append("com.sun.mail.smtp.SMTPAddressFailedException: 550 5.1.1 unknown here")
    for text in texts:
        shown = " ".join(clean(text).split())
        for report in engine.diagnose(text)["reports"]:
            for result in report["results"]:
                assert all(part in shown for part in result["because"]), text


WHO = {
    "address": "550 5.1.1 <user@example.com>: Recipient address rejected: User unknown",
    "address in a word": "550 5.2.2 mailbox:<full@example.com>: over quota,full@example.com",
    "address between": "550 5.1.1 user <anna@example.com> unknown",
    "host": "554 5.7.1 Client host blocked.example.com blocked using zen.spamhaus.org",
    "host and IP address": "450 4.7.1 rejected unknown[192.0.2.7]: cannot find your hostname",
    "web address": "550 5.1.1 see https://support.google.com/mail/?p=NoSuchUser no such user",
    "identifier": "552 5.2.2 4F1A2B3C-quota: mailbox is over quota 1aBcDe-0001Xy-2z",
}
NAMES_IN_PARTS = re.compile(r"@|[0-9.]{7}|example|spamhaus\.org|google\.com|4F1A2B3C|0001Xy")


@pytest.mark.parametrize("kind", WHO)
def test_who_is_named_decides_nothing(engine, kind):
    """No address, host, IP address or identifier is told as a deciding word; others are."""
    because = engine.diagnose(WHO[kind])["reports"][0]["results"][0]["because"]
    assert because and not any(map(NAMES_IN_PARTS.search, because))


EVERYDAY = (
    *("hello world, nothing here at all", "Hello Anna, see you on Monday"),
    "Thank you for your order. Your parcel is on its way.",
    "The children built a castle in the sand.",
    "Lunch at noon? I will bring the cake.",
)


def test_text_without_a_cause(engine):
    """Where nothing is said, or everyday words alone say it, nothing is claimed."""
    for text in ("", "   \n ", *EVERYDAY):
        answer = engine.diagnose(text)
        assert [report["tier"] for report in answer["reports"]] == ["none"], text
        assert not answer["reports"][0]["results"]


HOSTILE = {
    "letters": "a" * 100_000,
    "angles": "<" * 70_000,
    "tags": "<a " * 30_000,
    "dots": "1." * 40_000,
    "addresses": "a@" * 40_000,
    "introductions": "said: " * 12_000,
    "hosts": "host x " * 10_000,
    "entities": "&#9999999;" * 7_000,
    "blanks": " " * 66_000,
    "codes": "550 5.1.1 " * 7_000,
    "lines": "550 x\n" * 11_000,
    "names of objects": "constructor __proto__ toString hasOwnProperty 550 5.1.1",
    "lone surrogates": "\ud800 550 \udfff",
    "zero": "\0" * 1000,
    "fields": '{"a":' * 13_000,
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_texts_are_answered_soon(engine, kind):
    """No exception, no endless search, whatever the text."""
    assert engine.diagnose(HOSTILE[kind])["reports"]


PIECES = (
    *"aZ9 .:;-<>@/\\\"'[](){}|=#\n\t\r&%äß漢",
    *("550", "5.1.1", "421 ", "said: ", "<<< ", ">>> ", "host mx.example.com[192.0.2.1]", "\n\n"),
    *("<br>", "</", "&#x", "&lt;", "\\u003c", "=\n", "> ", "smtp;", '{"reason":"', "null", "\0"),
    *(
        "User unknown",
        "mailbox full",
        "Diagnostic-Code: ",
        "to=<anna@example.com>",
        "https://",
        "é",
    ),
)


def made_up(count):
    """Yields texts of random pieces, the same at every run."""
    chance = random.Random(12)
    for _ in range(count):
        yield "".join(chance.choice(PIECES) for _ in range(chance.randrange(1, 80)))


def test_any_text_is_answered(engine):
    """Whatever stands behind what, there is an answer with a tier, and no exception."""
    for text in made_up(1000):
        reports = engine.diagnose(text)["reports"]
        assert reports, text
        for report in reports:
            assert report["tier"] in ("sure", "group", "unsure", "none"), text
