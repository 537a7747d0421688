"""The public shape of v1: every field of every document, by its public name.

The names are those of v1 and stay, whatever the entries of the catalogue call them: `read` tells
where a field's value comes from when the names differ. Within v1 fields are added, never renamed
or removed.
"""

from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter
from typing import Any

TEXT = {"type": "string"}
NUMBER = {"type": "integer"}
BOOLEAN = {"type": "boolean"}
TEXTS = {"type": "array", "items": TEXT}


@dataclass(frozen=True)
class Field:
    """A public field: its name, whether every document has it, its type and where its value comes
    from; None where the entry does not know it.

    `kind` is a JSON Schema of a plain value, a `Shape`, or a list or mapping (`by_name`) of one of
    the two.
    """

    name: str
    kind: Any
    required: bool
    read: Any

    @cached_property
    def takes_links(self):
        """Whether its value comes from the entry and the links, and not from the entry alone."""
        code = getattr(self.read, "__code__", None)
        return code is not None and code.co_argcount == 2


@dataclass(frozen=True)
class Shape:
    """A public object: its name in the schema and its fields, in their order."""

    name: str
    fields: tuple[Field, ...]


def always(name, kind=TEXT, read=None):
    """A field that every document has; `read` takes the value (and the links) and gives the
    field's.
    """
    return Field(name, kind, True, read or attrgetter(name))


def maybe(name, kind=TEXT, read=None):
    """A field that is left out where it is empty."""
    return Field(name, kind, False, read or attrgetter(name))


def by_name(kind):
    """A mapping from names to values of a kind."""
    return {"type": "object", "additionalProperties": kind}


PAGE = always("page", read=attrgetter("address"))
URL = Field("url", TEXT, False, None)  # the whole address of the page, where the site's is known

SOURCE = Shape(
    "Source",
    (maybe("document"), maybe("section"), maybe("title"), maybe("url"), maybe("purpose")),
)
PAGE_SOURCE = Shape("PageSource", (always("title"), always("url"), always("checked")))
NOTE = Shape("Note", (always("text"), maybe("document"), maybe("section")))
ANSWERS = Shape(
    "Answers",
    (
        always("what"),
        always("who", TEXTS),
        always("retry"),
        always("permanent"),
        maybe("because"),
    ),
)
CLASS_ANSWERS = Shape("ClassAnswers", (always("permanent"), maybe("retry"), maybe("because")))
EVIDENCE = Shape(
    "Evidence",
    (always("corpus"), always("count", NUMBER), always("of", NUMBER), maybe("label")),
)
PROBLEM_REFERENCE = Shape(
    "ProblemReference",
    (always("problem"), always("words", TEXTS), maybe("note"), maybe("evidence", EVIDENCE)),
)
MEANING = Shape(
    "Meaning",
    (
        always("document"),
        always("sections", TEXTS),
        always("status"),
        always("explanation"),
        maybe("text"),
    ),
)
INSTEAD = Shape("Instead", (always("code"), always("why")))
RELATED_CODE = Shape(
    "RelatedCode",
    (always("code", read=lambda pair: pair[0].code), always("why", read=lambda pair: pair[1])),
)
RELATED_PROBLEM = Shape("RelatedProblem", (always("problem"), always("why")))
FAMILY = Shape(
    "Family",
    (
        always("code"),
        always("status"),
        always("name"),
        always("meaning"),
        maybe("last"),
        maybe("owner"),
        maybe("document"),
        maybe("section"),
        maybe("registered_classes"),
        maybe("reply_codes", TEXTS),
        maybe("covers", TEXTS),
    ),
)
OF_BOTH_KINDS_OF_CODE = (
    always("code"),
    always("name"),
    always("category"),
    always("importance"),
    always("summary"),
    always("meaning"),
    always("sources", [SOURCE]),
    always("reviewed"),
    maybe("answers", ANSWERS),
    maybe("problems", [PROBLEM_REFERENCE]),
    maybe("remedy", by_name(TEXTS)),
    maybe("customer_reply", read=lambda code, links: links.advice.customer_reply(code)),
    maybe("example"),
    always("related", [RELATED_CODE], lambda code, links: links.pairs.related(code)),
    maybe("notes", [NOTE]),
    maybe("frequency", EVIDENCE),
    maybe("search", TEXTS),
)
COMPUTED_OF_CODES = (
    PAGE,
    URL,
    always("class", read=attrgetter("digit")),
    always("travels_with", TEXTS, lambda code, links: ids(links.pairs.paired_codes(code), "code")),
    always("responses", TEXTS, lambda code, links: ids(links.senders.responses_with(code), "key")),
)
OF_REPLY_CODES = (
    maybe("kind"),
    maybe("meanings", [MEANING]),
    maybe("claim"),
    maybe("origin"),
    maybe("instead", [INSTEAD]),
)
OF_ENHANCED_CODES = (
    maybe("family", FAMILY),
    maybe("basis"),
    maybe("basis_note"),
    maybe("reply_codes", TEXTS, attrgetter("paired_codes")),
    maybe("members", TEXTS),
)
REPLY_CODE = Shape("code", (*OF_BOTH_KINDS_OF_CODE, *OF_REPLY_CODES, *COMPUTED_OF_CODES))
ENHANCED_CODE = Shape("code", (*OF_BOTH_KINDS_OF_CODE, *OF_ENHANCED_CODES, *COMPUTED_OF_CODES))
CODE = Shape(
    "code",
    (*OF_BOTH_KINDS_OF_CODE, *OF_REPLY_CODES, *OF_ENHANCED_CODES, *COMPUTED_OF_CODES),
)
TABLE = Shape(
    "Table",
    (always("caption"), always("head", TEXTS), always("rows", {"type": "array", "items": TEXTS})),
)
CUSTOMER_REPLY = Shape(
    "CustomerReply",
    (
        maybe("temporary"),
        maybe("permanent"),
        always("read_by_native", BOOLEAN, attrgetter("is_read_by_native")),
    ),
)
PROBLEM = Shape(
    "problem",
    (
        always("id"),
        always("name"),
        always("category"),
        always("breaks_at", TEXTS),
        always("spoken_by", TEXTS),
        always("summary"),
        always("answers", ANSWERS),
        always("meaning"),
        always("causes", TEXTS),
        always("phrases", TEXTS),
        always("remedy", by_name(TEXTS)),
        always("ask", TEXTS),
        always("customer_reply", by_name(TEXT)),
        maybe(
            "customer_reply_in",
            by_name(CUSTOMER_REPLY),
            lambda problem, links: links.advice.customer_replies_in(problem),
        ),
        always("confirm", TEXTS),
        always("search", TEXTS),
        always("sources", [SOURCE]),
        always("reviewed"),
        maybe("related", [RELATED_PROBLEM]),
        maybe("phrases_in", by_name(TEXTS)),
        maybe("table", TABLE),
        maybe("in_class", by_name(CLASS_ANSWERS)),
        PAGE,
        URL,
    ),
)
RECOGNISE = Shape("Recognise", (maybe("hosts", TEXTS), maybe("marks", TEXTS)))
LINK = Shape("Link", (always("title"), always("url"), maybe("include")))
SETTINGS = Shape(
    "Settings",
    (
        always("host"),
        always("login"),
        always("source", PAGE_SOURCE),
        maybe("port_465"),
        maybe("port_587"),
        maybe("note"),
    ),
)
OUTGOING = Shape(
    "Outgoing",
    (
        always("host"),
        always("ports", TEXTS),
        always("login"),
        always("source", PAGE_SOURCE),
        maybe("note"),
    ),
)
PROVIDER = Shape(
    "provider",
    (
        always("id"),
        always("name"),
        always("kind"),
        always("summary"),
        always("sources", [SOURCE]),
        always("reviewed"),
        maybe("other_names", TEXTS),
        maybe("recognise", RECOGNISE),
        maybe("pages", [LINK]),
        maybe("forms", [LINK]),
        maybe("settings", SETTINGS),
        maybe("outgoing", OUTGOING),
        maybe("ended"),
        maybe("peculiar"),
        maybe("search", TEXTS),
        PAGE,
        URL,
    ),
)
RESPONSE_SOURCE = Shape(
    "ResponseSource",
    (always("kind"), always("title"), always("checked"), maybe("url"), maybe("unsourced")),
)
RESPONSE = Shape(
    "response",
    (
        always("id"),
        always("provider"),
        always("name"),
        always("text"),
        always("problem"),
        always("meaning"),
        always("source", RESPONSE_SOURCE),
        maybe("reply"),
        maybe("enhanced"),
        maybe("wording"),
        maybe("language"),
        maybe("ended"),
        maybe("variants", TEXTS),
        maybe("same_text_as", TEXTS),
        maybe("remedy", by_name(TEXTS)),
        maybe("customer_reply"),
        maybe("customer_reply_of"),
        maybe("help"),
        maybe("classes_differ"),
        PAGE,
        URL,
        always("answers", ANSWERS, lambda response, links: links.advice.answers_to(response)),
    ),
)


def ids(entries, name):
    """The ids of entries, as a list."""
    return [getattr(entry, name) for entry in entries]
