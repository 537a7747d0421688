"""Makes test cases for the lookup from the catalogue itself: every response must lead back to its
own entry.

A case is a dict: `text` is what a reader would paste, `form` how it is wrapped, `response` the
entry it was made from, `accept` that entry and its twins (the same text at another provider),
`problem` and `codes` what the answer must say.
"""

import textwrap

RECIPIENT = "anna@example.com"
HOST = "mx1.example.com"
ADDRESS = "192.0.2.25"


def verbatim_cases(links):
    """Yields a case for every wording of every response, as the server says it."""
    for response, line in links.senders.lines():
        yield case(links, response, line, "verbatim")


def wrapped_cases(links):
    """Yields a case for every wording of every response in every form in which servers report it;
    none of what programs say themselves, for that no server reports.
    """
    for response, line in links.senders.lines():
        if links.catalogue.providers[response.provider].kind == "program":
            continue
        for form, wrap in WRAPPERS.items():
            yield case(links, response, wrap(line), form)


def case(links, response, text, form):
    """What a text must lead to."""
    accepted = {response.key, *(twin.key for twin in links.pairs.twins(response))}
    return {
        "text": text,
        "form": form,
        "response": response.key,
        "accept": sorted(accepted),
        "problem": response.problem,
        "codes": list(response.codes),
    }


def postfix(line):
    """As Postfix' bounce(8) writes it into a notification."""
    said = f"<{RECIPIENT}>: host {HOST}[{ADDRESS}] said: {line} (in reply to RCPT TO command)"
    return textwrap.fill(
        said, 76, subsequent_indent="    ", break_long_words=False, break_on_hyphens=False
    )


def exim(line):
    """As Exim writes it into a notification."""
    return (
        "This message was created automatically by mail delivery software.\n\n"
        f"  {RECIPIENT}\n    host {HOST} [{ADDRESS}]\n"
        f"    SMTP error from remote mail server after RCPT TO:<{RECIPIENT}>:\n    {line}"
    )


def sendmail(line):
    """As Sendmail writes it into the transcript of the session."""
    return (
        f"   ----- Transcript of session follows -----\n... while talking to {HOST}.:\n"
        f">>> RCPT To:<{RECIPIENT}>\n<<< {line}"
    )  # fmt: skip


def qmail(line):
    """As qmail-send writes it into a notification."""
    return (
        "Hi. This is the qmail-send program at example.org.\n"
        "I'm afraid I wasn't able to deliver your message to the following addresses.\n\n"
        f"<{RECIPIENT}>:\n{ADDRESS} does not like recipient.\n"
        f"Remote host said: {line}\nGiving up on {ADDRESS}."
    )


def exchange(line):
    """As Exchange writes it into the part of a report that is meant for administrators."""
    return (
        "Diagnostic information for administrators:\n\n"
        f"Generating server: mail.example.org\n\n{RECIPIENT}\n{HOST}\n"
        f"Remote Server returned '{line}'"
    )  # fmt: skip


def gmail(line):
    """As Gmail shows it to the sender."""
    return (
        f"Your message to {RECIPIENT} has been blocked.\n\n"
        f"The response from the remote server was:\n\n{line}"
    )


WRAPPERS = {
    "postfix": postfix,
    "exim": exim,
    "sendmail": sendmail,
    "qmail": qmail,
    "exchange": exchange,
    "gmail": gmail,
}
