"""What mail servers and bounce parsers call our problems.

Each name is one of the program's own: Sisimai's reasons (https://libsisimai.org/en/reason/),
KumoMTA's predefined classes (crates/bounce-classify of its source), ZoneMTA's categories
(config/bounces.txt of its source). `kind` is how senders sort bounces: `hard`, the address is bad
and nothing more is sent to it; `soft`, the cause can pass; `block`, the address is good, and
sender, message or set-up is refused.
"""

from typing import NamedTuple


class Names(NamedTuple):
    """The names of a problem."""

    kind: str
    sisimai: str
    kumomta: str
    zonemta: str


UNKNOWN = Names("soft", "onhold", "Uncategorized", "other")  # of a problem that is not listed yet

NAMES = {
    "account-restricted": Names("block", "policyviolation", "PolicyRelated", "block"),
    "attachment-blocked": Names("block", "policyviolation", "ProhibitedAttachment", "message"),
    "auth-failed": Names("block", "securityerror", "AuthenticationFailed", "auth"),
    "auth-required": Names("block", "securityerror", "AuthenticationFailed", "auth"),
    "blocklisted": Names("block", "blocked", "SpamBlock", "blacklist"),
    "cannot-connect": Names("soft", "networkerror", "NoAnswerFromHost", "network"),
    "certificate-not-trusted": Names("block", "securityerror", "BadConfiguration", "config"),
    "command-sequence": Names("block", "syntaxerror", "ProtocolErrors", "protocol"),
    "connection-closed": Names("soft", "networkerror", "BadConnection", "network"),
    "content-encoding": Names("block", "contenterror", "ContentRelated", "message"),
    "dkim-fail": Names("block", "authfailure", "AuthenticationFailed", "auth"),
    "dmarc-fail": Names("block", "authfailure", "AuthenticationFailed", "auth"),
    "dns-failure": Names("soft", "networkerror", "DNSFailure", "network"),
    "domain-not-found": Names("hard", "hostunknown", "BadDomain", "recipient"),
    "domain-reputation": Names("block", "badreputation", "SpamBlock", "block"),
    "expired": Names("soft", "expired", "MessageExpired", "network"),
    "greylisted": Names("soft", "notaccept", "TransientFailure", "greylist"),
    "host-unreachable": Names("soft", "networkerror", "NoAnswerFromHost", "network"),
    "ip-reputation": Names("block", "badreputation", "SpamBlock", "block"),
    "login-not-offered": Names("block", "systemerror", "BadConfiguration", "config"),
    "loop": Names("soft", "networkerror", "RoutingErrors", "network"),
    "mailbox-disabled": Names("hard", "suspend", "InactiveMailbox", "recipient"),
    "mailbox-full": Names("soft", "mailboxfull", "QuotaIssues", "capacity"),
    "message-too-big": Names("block", "mesgtoobig", "QuotaIssues", "message"),
    "moved": Names("hard", "hasmoved", "InactiveMailbox", "recipient"),
    "no-ptr": Names("block", "requireptr", "InvalidSender", "config"),
    "null-mx": Names("hard", "notaccept", "BadDomain", "recipient"),
    "policy": Names("block", "policyviolation", "PolicyRelated", "block"),
    "rate-limited": Names("soft", "speeding", "TransientFailure", "rate"),
    "recipient-suppressed": Names("hard", "onhold", "InactiveMailbox", "recipient"),
    "relay-denied": Names("block", "norelaying", "RelayDenied", "config"),
    "reply-hidden": Names("soft", "onhold", "Uncategorized", "other"),
    "sender-not-allowed": Names("block", "rejected", "InvalidSender", "envelope"),
    "server-misconfigured": Names("soft", "systemerror", "BadConfiguration", "config"),
    "server-name-not-found": Names("soft", "networkerror", "DNSFailure", "network"),
    "spam-content": Names("block", "spamdetected", "SpamContent", "spam"),
    "spf-fail": Names("block", "authfailure", "AuthenticationFailed", "auth"),
    "starttls-not-offered": Names("block", "securityerror", "BadConfiguration", "config"),
    "storage": Names("soft", "systemfull", "QuotaIssues", "capacity"),
    "syntax": Names("block", "syntaxerror", "ProtocolErrors", "protocol"),
    "temporary-failure": Names("soft", "systemerror", "TransientFailure", "other"),
    "tls-handshake-failed": Names("soft", "securityerror", "BadConfiguration", "protocol"),
    "tls-required": Names("block", "securityerror", "PolicyRelated", "config"),
    "too-many-connections": Names("soft", "toomanyconn", "TransientFailure", "rate"),
    "too-many-recipients": Names("soft", "toomanyconn", "TooManyRecipients", "rate"),
    "unauthenticated": Names("block", "authfailure", "AuthenticationFailed", "auth"),
    "user-unknown": Names("hard", "userunknown", "InvalidRecipient", "recipient"),
    "virus": Names("block", "virusdetected", "VirusRelated", "spam"),
    "wrong-tls-mode": Names("block", "securityerror", "BadConfiguration", "config"),
}


def names_of(problem):
    """The `Names` of a problem, by its id."""
    return NAMES.get(problem, UNKNOWN)
