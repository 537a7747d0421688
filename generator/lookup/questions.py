"""Answers what somebody typed: codes alone, names of providers and pages, words with errors.

docs/assets/lookup/questions.js does the same in the browser.
"""

import re
from itertools import pairwise

from generator.lookup.codes import typed_codes
from generator.lookup.typed import FILLERS, repaired, typed_line

NO_CODE = re.compile(r"(?:^|[^0-9.])([2-5])(?:[0-9][0-9]|\.[0-9]{1,3}\.[0-9]{1,3})(?![0-9.])")
TELLING = 7.0  # how rare a word must be to name a wording alone
SHOWN = 6


def answer(engine, text):
    """The report for a typed text, or None where it says nothing that way."""
    line = typed_line(text)
    codes = typed_codes(line, engine.codes)
    words = [word for word in engine.words(re.sub("[_-]", " ", line)) if word not in FILLERS]
    said = [word for word in words if not re.fullmatch("[ex]?[0-9x]+", word)]
    if not said and (codes or NO_CODE.search(line)):
        return of_codes(engine, codes, line)
    typed = engine.typed
    if typed and (provider := typed.provider(line)):
        return report("sure", [page_result(f"providers/{provider}/", provider)])
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
    if results and found["tier"] == "none":
        found["tier"] = "unsure"
    found["results"] = results[:SHOWN]
    return found


def codes_for_report(codes):
    """Of typed codes the first enhanced one and the first reply code, failures before others."""
    ordered = sorted(codes, key=lambda code: code[0] not in "45")
    enhanced = [code for code in ordered if "." in code][:1]
    return enhanced + [code for code in ordered if "." not in code][:1]


def of_codes(engine, codes, line):
    """The report for codes alone: their pages."""
    if not codes:
        digit = NO_CODE.search(line)[1]
        return report("unsure", [page_result(f"{digit}xx/")])
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
    one = len({code for code in codes if "." in code} or set(codes)) == 1
    return report("sure" if one else "unsure", results)


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
