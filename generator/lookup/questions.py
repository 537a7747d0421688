"""Answers what somebody typed: codes alone, names of providers and pages, words with errors.

docs/assets/lookup/questions.js does the same in the browser.
"""

import re
from itertools import pairwise

from generator.lookup.codes import typed_codes
from generator.lookup.templates import MARKS
from generator.lookup.typed import FILLERS, repaired, typed_line

NO_CODE = re.compile(r"(?:^|[^0-9.])([1-9][0-9]{2}|[1-9]\.[0-9]{1,3}\.[0-9]{1,3})(?![0-9.])")
CLASSES = "12345"  # the first digits that have a page
NEAR = 3  # codes beside a number that is none
NO_WORD = re.compile("(?:smtp|[ex])?[0-9x]+|q(?:addr|host|ip)")  # says no more than a code
MARK = re.compile("[a-z]{1,8}[0-9]{2,8}")  # a provider's own, such as TSS04
OWN_NAME = re.compile("[a-z]#[a-z]", re.IGNORECASE | re.ASCII)  # of a reason, such as AUP#BL
FEW = 2  # words beside which a mark decides
SHOWN = 6
LIST = re.compile("[a-z-]+/")  # a page that is no entry


def answer(engine, text):
    """The report for a typed text, or None where it says nothing that way."""
    line = typed_line(text)
    codes = typed_codes(line, engine.codes)
    every = engine.words(re.sub("[_-]", " ", line))
    words = [word for word in every if word not in FILLERS]
    said = [word for word in words if not NO_WORD.fullmatch(word)]
    typed = engine.typed
    if typed and (provider := typed.provider(line.rpartition("@")[2])):
        return report("sure", [page_result(f"providers/{provider}/", provider)])
    if not said and codes:
        return of_codes(engine, codes, line)
    if not said and (number := NO_CODE.search(line)):
        return of_no_code(engine, number[1])
    if words and MARKS.issuperset(words):
        return report("none", [])
    senders = []
    if typed:
        parts = line.split(" ")
        names = [*parts, *(f"{a} {b}" for a, b in pairwise(parts))]
        senders = [found for name in names if (found := typed.provider(name))]

    def mended(part):
        return repaired(engine.words(part), engine.knows, engine.model.rarity)

    picked = engine.picked(line)
    if not picked:
        return None
    found = engine.report(picked[0], codes_for_report(codes), senders, mended)
    results = found["results"]
    pages = typed.pages(words) if typed and not codes else []
    pages = [page for page in pages if not results or page != results[0]["page"]][:2]
    is_named = bool(pages) and typed.is_called(pages[0], words) and found["tier"] != "sure"
    if senders and found["tier"] == "none":
        results += [page_result(f"providers/{one}/", one) for one in dict.fromkeys(senders)]
    place = 0 if is_named or found["tier"] == "none" else 3
    results[place:place] = [named_page(engine, page) for page in pages]
    if typed and not codes:
        exact = list(dict.fromkeys(called_so(typed, every, words)))
        kept = [one for one in results if one["page"] not in exact]
        results[:] = [*(named_page(engine, page) for page in exact), *kept]
    marks = filter(MARK.fullmatch, said if len(said) <= FEW else ())
    for match in engine.templates.marked(marks) if engine.templates else ():
        kept = [one for one in results if one["response"] != match.key]
        results[:] = [engine.result(match.problem, match, codes_for_report(codes), 1.0), *kept]
        found |= {"tier": "sure", "group": None}
    # a name that only part of is known tells whose it is, not what it means
    is_guess = found["tier"] == "sure" and OWN_NAME.search(line) and not results[0]["response"]
    if is_guess or (results and found["tier"] == "none"):
        found["tier"] = "unsure"
    found["results"] = results[:SHOWN]
    return found


def called_so(typed, every, words):
    """Yields the pages that are called as somebody typed, whatever problem the words speak of:
    commands, terms by all their words, and lists, beside whose name numbers may stand, such as
    ports. `words` are those of `every` that say something.
    """
    bare = [word for word in words if not word.isdigit()]
    yield from (page for page in typed.named(every) if page.startswith("session/#"))
    yield from (page for page in typed.named(every) if len(every) > len(words))
    yield from (page for page in typed.named(bare) if LIST.fullmatch(page))


def codes_for_report(codes):
    """Of typed codes the first enhanced one and the first reply code, failures before others."""
    ordered = sorted(codes, key=lambda code: code[0] not in "45")
    enhanced = [code for code in ordered if "." in code][:1]
    return enhanced + [code for code in ordered if "." not in code][:1]


def of_codes(engine, codes, line):
    """The report for codes alone: their pages."""
    results = []
    for code in codes[:SHOWN]:
        claims = engine.claimed(code)
        found = page_result(engine.page_of(code))
        found |= {
            "code": code,
            "codes": [code],
            "problem": engine.problems[claims[0]] if claims else None,
        }
        results.append(found)
    alike = len({"." in code for code in codes}) == 1 and all(code in line for code in codes)
    if alike and engine.typed:  # codes that somebody compares
        pages = [page for page in engine.typed.pages(codes) if engine.typed.is_called(page, codes)]
        results[:0] = [page_result(page) for page in pages]
    one = len({code for code in codes if "." in code} or set(codes)) == 1
    return report("sure" if one else "unsure", results)


def of_no_code(engine, number):
    """The report for a number that is no code: its own page if it has one, else that of its class,
    the codes next to it, and what such numbers are.
    """
    has_page = engine.typed.has_page if engine.typed else lambda page: False
    if has_page(f"{number}/"):
        return report("sure", [page_result(f"{number}/")])
    dotted = "." in number
    start = number[: number.rindex(".") + 1] if dotted else number[:2]
    near = [code for code in engine.codes if code.startswith(start) and ("." in code) == dotted]
    near.sort(key=lambda code: (abs(int(code[len(start) :]) - int(number[len(start) :])), code))
    pages = [f"{number[0]}xx/"] if number[0] in CLASSES else []
    pages += [engine.page_of(code) for code in near[:NEAR]]
    pages += [f"subjects/x.{start[2:-1]}/" if dotted else "not-smtp-codes/"]
    known = [page for page in dict.fromkeys(pages) if page[0].isdigit() or has_page(page)]
    found = report("unsure", [named_page(engine, page) for page in known])
    return found | {"notes": ["no-such-code"]}


def page_result(page, provider=None):
    """A result that is a page and no problem."""
    return {
        "page": page,
        "code": None,
        "codes": [],
        "problem": None,
        "provider": provider,
        "response": None,
        "score": 1.0,
        "because": [],
    }


def named_page(engine, page):
    """The result for a page that was found by its name; a code's page has its code."""
    found = page_result(page)
    code = page.rstrip("/")
    if code in engine.codes:
        found |= {"code": code, "codes": [code]}
    return found


def report(tier, results):
    """A report without a group and notes."""
    return {"tier": tier, "group": None, "notes": [], "results": results}
