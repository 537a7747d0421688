"""The answers of a response: its own, else those of its problem as its code's class allows."""

CASES = ("temporary", "permanent")  # of a customer reply
IN_CLASS = {  # (class, permanence of the problem) -> what that means where it says nothing itself
    ("4", "permanent"): (
        "depends",
        "The sending server tries again by itself, "
        "but the cause stays until somebody changes something.",
    ),
    ("4", "depends"): ("temporary", None),
    ("5", "temporary"): (
        "depends",
        "The code says permanent; the cause can pass, so a later attempt may succeed.",
    ),
}


def answers_in_class(general, in_class, own, digit):
    """Who acts, whether it is retried, whether it is permanent and on what that depends, as a dict.

    `general` are the problem's answers, `in_class` what it says instead of texts with a code of one
    class, by its digit, and `own` the answers written in the response, as mappings; `digit` is the
    class of the response's code, or None. RFC 5321 4.2.1: a client repeats what was answered with
    4xx, and does not repeat unchanged what was answered with 5xx.
    """
    who, told = tuple(general["who"]), in_class.get(digit)
    retry = (told and told.get("retry")) or general["retry"]
    permanent, because = IN_CLASS.get(
        (digit, general["permanent"]), (general["permanent"], general.get("because"))
    )
    if told:
        permanent, because = told["permanent"], told.get("because")
    if digit == "4":
        retry = "automatic"
    if digit == "5" and retry == "automatic":
        retry = "send-again"  # it can pass by itself, but nobody tries again by himself
    if digit == "5" and who == ("nobody",):
        who = ("sender",)  # the message came back, so somebody has to send it again
    return {
        "who": tuple(own.get("who") or who),
        "retry": own.get("retry") or retry,
        "permanent": own.get("permanent") or permanent,
        "because": own.get("because") or (None if own.get("permanent") else because),
    }


def case_of(digit):
    """The customer reply that fits a class: while the sending server still tries, and once the
    message came back.
    """
    return "temporary" if digit == "4" else "permanent"


def case_of_text(answers, digit, general):
    """The customer reply that fits a text, by its answers, its class and its problem's answers.

    Its retry tells it: a program that is answered with 4xx has no queue, and what a queue itself
    says has often no code. What passes without a queue, such as a login that could not be checked,
    still waits where the problem's own words do not speak of a queue.
    """
    if answers["retry"] == "automatic":
        return "temporary"
    passes = case_of(digit) == answers["permanent"] == "temporary"
    return "temporary" if passes and general["retry"] != "automatic" else "permanent"


def class_of(entry):
    """The class of a response's document: the first digit of the reply code, else of the enhanced
    code, else None.
    """
    code = entry.get("reply") or entry.get("enhanced")
    return code[0] if code else None
