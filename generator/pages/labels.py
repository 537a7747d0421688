"""The words that readers see for the catalogue's fixed values."""

from generator.entries.vocabularies import section_address, section_label
from generator.links.addresses import LISTED_RESPONSES

WHO = {
    "nobody": "Nobody; waiting is enough",
    "sender": "The sender",
    "developer": "Whoever set up the program that sends",
    "sender-admin": "The sender’s administrator",
    "recipient": "The recipient",
    "recipient-admin": "The recipient’s administrator",
    "provider": "The provider",
}
RETRY = {
    "automatic": "Yes, by the sending server itself",
    "send-again": "Not by itself; send it again yourself later",
    "after-change": "Only after something was changed",
    "no": "No; sending again does not help",
}
PERMANENT = {"temporary": "No, temporary", "permanent": "Yes, permanent", "depends": "It depends"}
KINDS = {
    "standard": "Reply code",
    "extension": "Reply code of an SMTP extension",
    "experimental": "Experimental reply code",
    "historic": "Historic reply code",
    "obsolete": "Obsolete reply code",
    "registry-only": "Number without a definition",
    "folklore": "Not an SMTP code",
    "registered": "Registered enhanced status code",
    "deprecated": "Deprecated enhanced status code",
    "unregistered": "Unregistered enhanced status code",
}
PROVIDER_KINDS = {
    "mailbox": "Mailbox providers",
    "filter": "Filters and gateways",
    "relay": "Sending and forwarding services",
    "blocklist": "Blocklists",
    "server": "Mail server software",
    "program": "Programs and libraries that send",
}
CERTAINTY = {
    "official": "the provider’s own documentation",
    "source-code": "the server’s own source code",
    "observed": "quoted by others; not confirmed by the provider",
}

LABELS = {
    "who_acts": WHO,
    "retried": RETRY,
    "permanence": PERMANENT,
    "kinds": KINDS,
    "provider_kinds": PROVIDER_KINDS,
    "certainty": CERTAINTY,
    "listed_responses": LISTED_RESPONSES,
    "section_label": section_label,
    "section_address": section_address,
}
