"""What the box shows: the words for answers, and how a page is called that is neither a problem's
nor a response's. A code alone gets its own answers; those of one of its problems would claim to
know which it is.
"""

from generator.pages.words import capital, first_sentence, plain_title

SUCCESS = "This is not an error."


def pages_of(links):
    """{address: [title, first step, retry, permanent, who ...]}; of a page that is about no failure
    the title, and of a success that it is one. A step is the number of the problem whose it is, or
    the code's own.
    """
    catalogue = links.catalogue
    steps = {step_of(links.advice.remedy_of(one)): number
             for number, one in enumerate(catalogue.problems.values())}  # fmt: skip
    called = {code.address: code_card(links, code, steps) for code in catalogue.codes.values()}
    for reply_class in catalogue.classes.values():
        called[reply_class.address] = [f"{reply_class.digit}xx {reply_class.name}"]
    for subject in catalogue.subjects.values():
        called[subject.address] = [f"X.{subject.subject} {subject.name}"]
    for category in catalogue.categories.values():
        called[category.address] = [category.name]
    for term in catalogue.glossary.values():
        called[term.address] = [capital(term.term)]
    for comparison in catalogue.comparisons.values():
        codes = (catalogue.codes[code].heading for code in comparison.codes)
        called[comparison.address] = [f"{' or '.join(codes)}: what is the difference?"]
    for command in catalogue.commands:
        called[f"session/#{command.id}"] = [f"{command.heading}: the replies it can get"]
    return called


def code_card(links, code, steps):
    """What the box shows of a code that stands alone."""
    title, answers = plain_title(code.summary), code.answers
    if not answers:
        return [title, SUCCESS]
    step = step_of(links.advice.remedy(code))
    return [title, steps.get(step, step), answers.retry, answers.permanent, *answers.who]


def step_of(remedy):
    """The first step of all, or nothing."""
    steps = next(iter(remedy.values()), ("",))
    return first_sentence(steps[0])


def labels_of(catalogue):
    """{field: {value: what readers see}} for the answers."""
    found = {"who": {}, "retry": {}, "permanent": {}}
    for label in catalogue.labels:
        if label.field in found:
            found[label.field][label.value] = label.label
    return found


def details_of(catalogue):
    """{value: what stands below its label}: how often is tried again."""
    return {label.value: label.detail for label in catalogue.labels if label.detail}
