"""How often the rules for mail servers name the right class, on real lines.

`python tests/bench_exports.py` measures ours on the development set beside the project; further
arguments are files of rules to compare with, TOML for KumoMTA and others for ZoneMTA. Nothing of
the lines is copied.
"""

import json
import re
import sys
import tomllib
from pathlib import Path

from generator.exports.classes import names_of
from generator.exports.documents import exports
from generator.pipeline import check

ROOT = Path(__file__).parent.parent
SETS = next((found for up in ROOT.parents if (found := up / "shared/eval").is_dir()), None)
SAME = {  # what KumoMTA and its rules call alike
    "SpamRelated": "SpamContent", "SpamBlock": "SpamBlock", "RelayingIssues": "RelayDenied",
}  # fmt: skip


def kumomta(*texts):
    """A function from a reply to KumoMTA's class, by files of rules in their order; None for what
    no rule finds.
    """
    rules = [
        (re.compile(pattern), SAME.get(name, name))
        for text in texts
        for name, patterns in tomllib.loads(text)["rules"].items()
        for pattern in patterns
    ]
    return lambda reply: next((name for rule, name in rules if rule.search(reply)), None)


def zonemta(text):
    """A function from a reply to ZoneMTA's category."""
    rules = []
    for line in text.splitlines():
        if line.strip() and line[0] != "#":
            pattern, _, category, *_ = line.split(",")
            rules.append((re.compile(pattern, re.IGNORECASE | re.MULTILINE), category))
    return lambda reply: next((name for rule, name in rules if rule.search(reply)), None)


def replies():
    """Yields (reply, problems that are right) for the lines that have a reply code."""
    for line in (SETS / "dev-bounces.jsonl").read_text("utf-8").splitlines():
        record = json.loads(line)
        if record["reply_code"]:
            at = record["text"].find(record["reply_code"])
            yield " ".join(record["text"][max(at, 0) :].split()), record["situations"]


def measured(title, name_of, field):
    """Prints how many replies have the right class, how many a wrong one, how many none."""
    right = wrong = none = first = 0
    for reply, problems in replies():
        found = name_of(reply)
        wanted = [getattr(names_of(problem), field) for problem in problems]
        if found in (None, "Uncategorized", "other") and found not in wanted:
            none += 1
        elif found in wanted:
            right += 1
            first += found == wanted[0]
        else:
            wrong += 1
    total = right + wrong + none
    print(f"{title}: right {right / total:.1%} (the best one {first / total:.1%}), "
          f"wrong {wrong / total:.1%}, none {none / total:.1%} of {total}")  # fmt: skip


def main(others):
    """Prints the figures."""
    if SETS is None:
        return print("there is no development set beside the project")
    links, mistakes = check(ROOT)
    assert not mistakes, mistakes[0]
    made = {path.rpartition("/")[2]: text for path, text in exports(links)}
    words, codes = made["kumomta.toml"], made["kumomta-codes.toml"]
    measured("KumoMTA, our words", kumomta(words), "kumomta")
    measured("KumoMTA, our words and codes", kumomta(words, codes), "kumomta")
    files = {path: Path(path).read_text("utf-8") for path in others}
    theirs = [text for path, text in files.items() if path.endswith(".toml")]
    if theirs:
        measured("KumoMTA, the files given", kumomta(*theirs), "kumomta")
        measured("KumoMTA, our words, the files given", kumomta(words, *theirs), "kumomta")
    measured("ZoneMTA, our rules", zonemta(made["zonemta-bounces.txt"]), "zonemta")
    for path, text in files.items():
        if not path.endswith(".toml"):
            measured(f"ZoneMTA, {path}", zonemta(text), "zonemta")


if __name__ == "__main__":
    main(sys.argv[1:])
