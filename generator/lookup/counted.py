"""Tells what a log holds: as a table for people, as JSON, or as CSV.

Each count comes with who has to act and with the address of the page that tells more. Links begin
with the address of the site where it is known, else with a slash.
"""

import csv
import io
import json
from collections import Counter

MOST_SHOWN = 20  # lines of each part of the table
FIELDS = (
    "count", "problem", "code", "provider", "response", "who", "retry", "permanent", "link"
)  # fmt: skip


def rows(links, log, home=""):
    """Yields a dict for every different outcome, the most frequent first."""
    catalogue = links.catalogue
    for outcome, count in ordered(log.outcomes):
        answers = None
        if outcome.response:
            answers = links.advice.answers_to(catalogue.responses[outcome.response])
        elif outcome.problem:
            answers = catalogue.problems[outcome.problem].answers
        yield {
            "count": count,
            "problem": outcome.problem,
            "code": outcome.code,
            "provider": outcome.provider,
            "response": outcome.response,
            "who": list(answers.who) if answers else [],
            "retry": answers.retry if answers else None,
            "permanent": answers.permanent if answers else None,
            "link": f"{home or '/'}{outcome.page}" if outcome.page else None,
        }


def ordered(counts):
    """(key, count) pairs, the most frequent first; what is as frequent, by its name."""
    return sorted(counts.items(), key=lambda pair: (-pair[1], [part or "" for part in pair[0]]))


def parts(links, log, home=""):
    """{"problems", "codes", "providers": lists of counts}, each with its name and link."""
    catalogue = links.catalogue
    entries = {
        "problem": catalogue.problems.get,
        "code": lambda code: catalogue.code(code) if code in catalogue.members else None,
        "provider": catalogue.providers.get,
    }
    told = {}
    for kind, entry_of in entries.items():
        counts = Counter()
        for outcome, count in log.outcomes.items():
            counts[(getattr(outcome, kind),)] += count
        told[f"{kind}s"] = [
            counted(kind, name, entry_of(name), count, home)
            for (name,), count in ordered(counts)
            if name
        ]
    return told


def counted(kind, name, entry, count, home):
    """One count: what it is of, and what its page tells first."""
    told = {kind: name, "count": count}
    if entry:
        told |= {"name": entry.name, "link": f"{home or '/'}{entry.address}"}
    if kind == "problem":
        told["who"] = list(entry.answers.who)
    return told


def as_json(links, log, home=""):
    """The counts as one object: per problem, code and provider, and of every different outcome."""
    told = {
        "lines": log.lines,
        "failures": log.failures,
        "without_cause": without_cause(log),
        **parts(links, log, home),
        "outcomes": list(rows(links, log, home)),
    }
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def as_csv(links, log, home=""):
    """The counts of every different outcome as comma-separated values, with names on top."""
    lines = io.StringIO()
    writer = csv.DictWriter(lines, FIELDS, lineterminator="\n")
    writer.writeheader()
    for row in rows(links, log, home):
        writer.writerow(row | {"who": " ".join(row["who"])})
    return lines.getvalue()


def as_table(links, log, home=""):
    """The counts as lines for people, the most frequent of each part."""
    words = {label.value: label.label for label in links.catalogue.labels if label.field == "who"}
    lines = [f"{log.lines} lines, {log.failures} failures, {without_cause(log)} without a cause"]
    for title, found in parts(links, log, home).items():
        lines += ["", f"{title.capitalize()}:"]
        width = max((len(told.get("name", "")) for told in found[:MOST_SHOWN]), default=0)
        for told in found[:MOST_SHOWN]:
            code = f"{told['code']:8}  " if "code" in told else ""
            line = f"{told['count']:9}  {code}{told.get('name', ''):{width}}"
            if who := told.get("who"):
                line += "  " + ", ".join(words[person] for person in who)
            lines.append(line.rstrip())
            if "link" in told:
                lines.append(f"{'':11}{told['link']}")
        if len(found) > MOST_SHOWN:
            lines.append(f"{'':11}and {len(found) - MOST_SHOWN} more")
    return "\n".join(lines) + "\n"


def without_cause(log):
    """How many failures there are whose text tells no cause."""
    return sum(count for outcome, count in log.outcomes.items() if not outcome.problem)
