"""A log of any length: what counts as a failure, what it means, and how the counts are told."""

import contextlib
import csv
import io
import json
import os
import re
import subprocess
import sys

import pytest
from conftest import ROOT
from made_log import made_log

from generator.lookup import counted, logs
from generator.lookup.logs import Log
from generator.streams import beginnings

LINES = {
    "Postfix": "Nov 30 05:00:00 mx1 postfix/smtp[4521]: 4F1A2B3C: to=<anna@example.com>, relay="
    "mx.example.com[192.0.2.25]:25, delay=550, delays=450/0/1/2, dsn=5.1.1, status=bounced "
    "(host mx.example.com[192.0.2.25] said: 550 5.1.1 <anna@example.com>: Recipient address "
    "rejected: User unknown in local recipient table (in reply to RCPT TO command))",
    "Postfix that refuses": "Nov 30 05:00:00 mx1 postfix/smtpd[99]: NOQUEUE: reject: RCPT from "
    "unknown[192.0.2.7]: 550 5.1.1 <anna@example.com>: Recipient address rejected: User unknown "
    "in local recipient table; from=<bob@example.org> to=<anna@example.com> proto=ESMTP",
    "Exim": "2026-11-30 05:50:45 1rX2ab-0003Qv-1Z ** anna@example.com R=dnslookup T=remote_smtp "
    "H=mx.example.com [192.0.2.25]: SMTP error from remote mail server after RCPT TO:"
    "<anna@example.com>: 550 5.1.1 User unknown",
    "Sendmail": "Nov 30 05:00:00 mx1 sendmail[4521]: 4AU5o1Tr012345: to=<anna@example.com>, "
    "delay=00:00:02, mailer=esmtp, relay=mx.example.com. [192.0.2.25], dsn=5.1.1, "
    "reply=550 5.1.1 <anna@example.com>... User unknown, stat=User unknown",
    "JSON of KumoMTA": '{"type":"Bounce","id":"d7ef132b5d7711eea8c8000c29c33806","recipient":'
    '"anna@example.com","response":{"code":550,"enhanced_code":{"class":5,"subject":1,"detail":1},'
    '"content":"<anna@example.com>: User unknown"},"peer_address":{"name":"mx.example.com."}}',
    "JSON of Amazon SES": '{"notificationType":"Bounce","bounce":{"bouncedRecipients":[{'
    '"emailAddress":"anna@example.com","action":"failed","status":"5.1.1","diagnosticCode":'
    '"smtp; 550 5.1.1 user unknown"}],"timestamp":"2026-11-30T05:50:00Z"}}',
    "JSON of a journal": '{"SYSLOG_IDENTIFIER":"postfix/smtp","MESSAGE":"4F1A2B3C: to=<anna@'
    "example.com>, relay=mx.example.com[192.0.2.25]:25, dsn=5.1.1, status=bounced (host "
    'mx.example.com[192.0.2.25] said: 550 5.1.1 User unknown (in reply to RCPT TO command))"}',
    "any other": "web-form[12]: could not send to anna@example.com: 550 5.1.1 User unknown",
}
NO_FAILURES = {
    "a delivery": "Nov 30 05:00:00 mx1 postfix/smtp[4521]: 4F1A2B3C: to=<anna@example.com>, "
    "relay=mx.example.com[192.0.2.25]:25, delay=550, dsn=2.0.0, status=sent (250 2.0.0 Ok)",
    "a step on the way": "Nov 30 05:00:00 mx1 postfix/smtp[4521]: 4F1A2B3C: host "
    "mx.example.com[192.0.2.25] said: 450 4.2.0 Greylisted (in reply to RCPT TO command)",
    "Exim's delivery": "2026-11-30 05:50:45 1rX2ab-0003Qv-1Z => anna@example.com R=dnslookup "
    "T=remote_smtp H=mx.example.com [192.0.2.25] C=\"250 OK id=550\"",
    "Sendmail's delivery": "Nov 30 05:00:00 mx1 sendmail[4521]: 4AU5o1Tr012345: "
    "to=<anna@example.com>, dsn=2.0.0, stat=Sent (ok 550 bytes)",
    "KumoMTA's delivery": '{"type":"Delivery","response":{"code":250,"content":"OK"}}',
    "something else": "Nov 30 05:00:00 mx1 systemd[1]: Started session 550.",
    "no object": "{550",
    "nothing": "",
}  # fmt: skip


@pytest.mark.parametrize("kind", LINES)
def test_a_failure_is_counted(engine, kind):
    """Once, with its code and problem, whichever program wrote the line."""
    log = Log(engine).read([LINES[kind]])
    ((outcome, count),) = log.outcomes.items()
    assert (outcome.code, outcome.problem, count) == ("5.1.1", "user-unknown", 1)


@pytest.mark.parametrize("kind", NO_FAILURES)
def test_what_is_no_failure_is_not_counted(engine, kind):
    """Deliveries, and lines that tell of a failure before another line tells of it."""
    log = Log(engine).read([NO_FAILURES[kind]])
    assert (log.lines, log.failures) == (1, 0)


def test_equal_texts_are_diagnosed_once(engine, real):
    """As many as there are different texts, in each of the four forms; the others are looked up."""
    log = Log(engine).read(made_log(real, 4000, 100))
    assert log.failures == 3600 and log.diagnosed <= 4 * 100


def test_memory_is_flat_and_the_counts_stay_true(engine, real, monkeypatch):
    """Where more texts come than are remembered, some are diagnosed again."""
    lines = list(made_log(real, 300, 40))
    wanted = Log(engine).read(lines).outcomes
    monkeypatch.setattr(logs, "MOST_KEPT", 7)
    log = Log(engine).read(lines)
    assert log.outcomes == wanted and len(log._known) <= 7


def test_providers_are_told_apart(engine):
    """The same words from a host that is known and from one that is not."""
    one = LINES["Postfix"]
    log = Log(engine).read([one, one.replace("mx.example.com", "mx00.gmx.net")])
    assert log.diagnosed == 2


@pytest.fixture(scope="module")
def small(engine):
    """A log with two problems."""
    full = LINES["Exim"].replace("5.1.1 User unknown", "5.2.2 The mailbox is full")
    return Log(engine).read([*LINES.values(), full, *NO_FAILURES.values()])


FAILURES = len(LINES) + 1


def test_the_table_tells_counts_who_acts_and_links(small, real):
    """For people: the most frequent first, and below each the address of its page."""
    lines = counted.as_table(real, small, "https://example.org/").splitlines()
    assert lines[0] == f"{small.lines} lines, {FAILURES} failures, 0 without a cause"
    problem = real.catalogue.problems["user-unknown"]
    at = lines.index("Problems:")
    assert lines[at + 1].split("  ")[-2:] == [
        problem.name,
        "The sender, The recipient’s administrator",
    ]
    assert lines[at + 2].strip() == f"https://example.org/{problem.address}"
    assert lines[lines.index("Codes:") + 1].split()[:2] == [str(len(LINES)), "5.1.1"]


def test_json_and_csv_tell_the_same(small, real):
    """For programs: the same counts, each with a link to a page that is there."""
    told = json.loads(counted.as_json(real, small))
    assert told["failures"] == FAILURES
    assert told["problems"][0]["problem"] == "user-unknown" and told["problems"][0]["count"] == len(
        LINES
    )
    table = list(csv.DictReader(io.StringIO(counted.as_csv(real, small, "https://example.org/"))))
    assert [int(row["count"]) for row in table] == [row["count"] for row in told["outcomes"]]
    assert table[0]["who"].split() == told["outcomes"][0]["who"]
    for row in (*told["outcomes"], *told["problems"], *told["codes"], *told["providers"]):
        assert row["link"].removeprefix("/") in real.addresses.pages
    for row in table:
        assert row["link"].startswith("https://example.org/")


def test_the_command_reads_any_bytes():
    """What is no UTF-8 does no harm, nor does a line without an end."""
    result = subprocess.run(
        [sys.executable, "-m", "generator", "explain", "--csv"],
        cwd=ROOT, capture_output=True, check=True,
        input=b"\xff\xfe 550 5.1.1 user unknown\n\0" + b"9" * 100000,
    )  # fmt: skip
    lines = result.stdout.decode().splitlines()
    assert len(lines) == 2 and lines[1].startswith("1,user-unknown,5.1.1,")


def test_others_can_use_the_engine_as_the_page_shows(lookup_documents, tmp_path, monkeypatch):
    """The lines of Python on the page print what it says."""
    text = (ROOT / "docs/use-the-data/lookup.md").read_text("utf-8")
    code = re.search(r"```python\n(.*?)```\n\nIt prints `([^`]+)`", text, re.DOTALL)
    folder = tmp_path / "site/assets/lookup"
    folder.mkdir(parents=True)
    index, (entries,), names = lookup_documents
    for name, value in {"index": index, "entries": entries, "names": names}.items():
        (folder / f"{name}.json").write_text(json.dumps(value), "utf-8")
    monkeypatch.chdir(tmp_path)
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(code[1], {})
    assert printed.getvalue().strip() == code[2]


@pytest.mark.parametrize(
    ("encoding", "arguments", "given", "said"),
    [
        ("utf-8:strict", [], b"550 5.1.1 \xff\xfe user unknown\0", "This is it"),
        ("utf-8:strict", ["--json", b"550 5.1.1 \xff user unknown"], b"", '"sure"'),
        ("utf-8:strict", ["--log"], b'{"MESSAGE": "550 5.1.1 \\ud800 user unknown"}', "1 failures"),
        ("ascii:strict", ["--log"], b"550 5.1.1 user unknown", "recipient\\u2019s"),
        ("utf-8:strict", ["--log"], None, "0 lines"),
    ],
)
def test_any_input_and_any_terminal_are_answered(encoding, arguments, given, said):
    """Bytes that are no text, signs that a terminal has not, an input that is closed."""
    command = [sys.executable, "-m", "generator", "explain", *arguments]
    if given is None:
        command = ["sh", "-c", 'exec "$@" <&-', "sh", *command]
    result = subprocess.run(
        command,
        cwd=ROOT,
        capture_output=True,
        input=given or b"",
        env=os.environ | {"PYTHONIOENCODING": encoding},
        check=False,
    )
    assert result.stderr == b"" and result.returncode == 0
    assert said in result.stdout.decode("utf-8")


def test_a_reader_who_stops_hears_no_complaint():
    """The output of any command can be cut by `head`."""
    done = subprocess.run(
        f"{sys.executable} -m generator sources | true",
        shell=True, cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stderr == ""


def test_a_line_of_any_length_takes_little_room():
    """A line is read to its first characters; what follows it counts."""
    text = "550 5.1.1 " + "x" * 100_000 + "\n" + "y" * 10 + "\nlast"
    assert list(beginnings(io.StringIO(text), 10)) == ["550 5.1.1 ", "y" * 10, "last"]
