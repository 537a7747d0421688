"""Makes a mail log of any length for tests and benchmarks: `tests/lookup/made_log.py 100000`.

The texts are those of the catalogue, in the forms in which four programs log them; what varies
from line to line varies as it does there. A line for every so many is a delivery.
"""

import itertools
import json
import sys

from generator.lookup.cases import lines
from generator.pipeline import check

DELIVERED = 10  # every so manieth line is no failure
DAY = 86400
DIGITS = "0123456789ABCDEFGHIJKLMNPQRSTUVWXYZ"


def made_log(links, length, different):
    """Yields the lines of a log with so many different texts."""
    said = [
        (response.provider, line.replace("\n", " "))
        for response, line in lines(links)
        if response.reply and links.catalogue.providers[response.provider].kind != "program"
    ]
    said = said[:: max(1, len(said) // different)][:different]
    for number, (provider, text) in zip(range(length), itertools.cycle(said), strict=False):
        hosts = links.catalogue.providers[provider].recognise
        host = hosts.hosts[0] if hosts and hosts.hosts else "example.net"
        if number % DELIVERED == 0:
            yield postfix(number, host, "250 2.0.0 Ok", "sent", "2.0.0")
        else:
            yield FORMS[number % len(FORMS)](number, f"mx{number % 9}.{host.strip('.')}", text)


def postfix(number, host, text, status="bounced", dsn="5.0.0"):
    """As Postfix' smtp(8) logs a delivery."""
    return (
        f"Nov 30 {time_of(number)} mail postfix/smtp[{number % 30000}]: {queue_id(number)}: "
        f"to=<user{number}@example.com>, relay={host}[192.0.2.{number % 256}]:25, "
        f"delay={number % 97}.{number % 9}, delays=0.1/0/{number % 7}/0.3, dsn={dsn}, "
        f"status={status} (host {host}[192.0.2.{number % 256}] said: {text} "
        "(in reply to RCPT TO command))"
    )


def exim(number, host, text):
    """As Exim logs a delivery that failed."""
    return (
        f"2026-11-30 {time_of(number)} 1{queue_id(number)[:5]}-{queue_id(number)[-6:]}-0K ** "
        f"user{number}@example.com R=dnslookup T=remote_smtp H={host} [192.0.2.{number % 256}]: "
        f"SMTP error from remote mail server after RCPT TO:<user{number}@example.com>: {text}"
    )


def sendmail(number, host, text):
    """As Sendmail logs a delivery."""
    return (
        f"Nov 30 {time_of(number)} mail sendmail[{number % 30000}]: {queue_id(number)}: "
        f"to=<user{number}@example.com>, delay=00:00:{number % 60:02}, mailer=esmtp, "
        f"relay={host}. [192.0.2.{number % 256}], dsn=5.0.0, reply={text}, stat=Service unavailable"
    )


def kumomta(number, host, text):
    """As KumoMTA logs a delivery: an object of JSON."""
    code, _, content = text.partition(" ")
    record = {
        "type": "Bounce",
        "id": queue_id(number),
        "recipient": f"user{number}@example.com",
        "timestamp": 1796000000 + number,
        "response": {"code": int(code[:3]), "enhanced_code": None, "content": content},
        "peer_address": {"name": f"{host}.", "addr": f"192.0.2.{number % 256}"},
    }
    return json.dumps(record)


FORMS = (postfix, exim, sendmail, kumomta)


def time_of(number):
    """A time of the day."""
    seconds = number % DAY
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"


def queue_id(number):
    """An identifier that differs with every line."""
    mixed = number * 2654435761 % 2**48
    return "4" + "".join(DIGITS[mixed // 35**place % 35] for place in range(10))


if __name__ == "__main__":
    found, mistakes = check(".")
    assert not mistakes, mistakes[0]
    for made in made_log(found, int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 2000):
        print(made)
