"""Benchmarks of the lookup: how often it is right on real lines, and how long it takes.

`make bench` prints them where the development sets lie beside the project, in `../shared/eval` or
further up; their lines are read, never copied. A line is "seen" where the catalogue has its
wording.
"""

import json
import re
import statistics
import time
from collections import defaultdict
from pathlib import Path

from generator.lookup.cases import filled
from generator.lookup.explain import engine as engine_of
from generator.lookup.normalise import clean
from generator.lookup.templates import MARKS
from generator.pipeline import check

ROOT = Path(__file__).parent.parent
SETS = next((found for up in ROOT.parents if (found := up / "shared/eval").is_dir()), None)
BOUNCES = (
    ("bounces, the server's answer", "dev-bounces.jsonl", "text"),
    ("bounces, the whole paste", "dev-bounces.jsonl", "paste"),
    ("field cases", "field-dev.jsonl", "text"),
)
TIERS = ("sure", "group", "unsure", "none")
LONG, SHORT, MUCH = 7, 3, 0.4  # words of a wording that make a line seen; or so many, and that
# share of the line
ENHANCED = re.compile(r"(?<![0-9.])[245]\.[0-9]{1,3}\.[0-9]{1,3}(?![0-9.])", re.ASCII)
REPLY = re.compile(r"(?<![0-9.])[45][0-9][0-9](?![0-9])", re.ASCII)
SIZES = (1, 2, 4, 8, 16, 32, 64)  # kB


def records(path):
    """The lines of a set that stands in JSON lines."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def code_alone(engine, text):
    """(tier, code, codes, problems) by the plainest rule: the first code's first problem."""
    found = ENHANCED.search(text) or REPLY.search(text)
    code = found[0] if found and found[0] in engine.codes else None
    claims = [engine.problems[number] for number in engine.claimed(code)] if code else []
    return "unsure", code, [code] if code else [], claims


def looked_up(engine, text):
    """(tier, code, codes, problems) of the first report of the lookup."""
    report = engine.diagnose(text)["reports"][0]
    results = report["results"]
    problems = [result["problem"] for result in results if result["problem"]]
    first = results[0] if results else {"code": None, "codes": [], "problem": None}
    if not first["problem"]:
        problems = [None, *problems]
    return report["tier"], first["code"], first["codes"], list(dict.fromkeys(problems))


class Wordings:
    """The catalogue's wordings, to tell whether a line has one of them."""

    def __init__(self, links, engine):
        """Takes the words of every response, in their order."""
        self._engine = engine
        self._by_word = defaultdict(list)
        for response in links.catalogue.responses.values():
            for text in (response.text, *response.variants):
                words = self._words(filled(links.catalogue, text))
                if len(words) >= SHORT:
                    rarest = max(words, key=lambda word: engine.model.rarity.get(word, 9.0))
                    self._by_word[rarest].append(words)

    def _words(self, text):
        """The words of a text without marks."""
        lines = clean(text).split("\n")
        return [word for line in lines for word in self._engine.words(line) if word not in MARKS]

    def has(self, text):
        """Whether a line holds a whole wording of the catalogue, gaps allowed."""
        words = self._words(text)
        return any(
            (len(wording) >= LONG or len(wording) >= MUCH * len(words)) and inside(wording, words)
            for word in set(words)
            for wording in self._by_word.get(word, ())
        )


def inside(some, words):
    """Whether some words stand among others in their order."""
    rest = iter(words)
    return all(word in rest for word in some)


class Figures:
    """Counts what was right, for a set and for its parts."""

    def __init__(self):
        """Nothing is counted yet."""
        self.parts = defaultdict(lambda: [0, 0, 0])  # lines, first right, one of three right
        self.tiers = defaultdict(lambda: [0, 0, 0])
        self.codes = [0, 0, 0, 0, 0]  # lines with code, right, wrong; lines without, shown

    def count(self, record, answer, seen, field):
        """Counts one answer; `seen` is whether the catalogue has its wording."""
        tier, _, codes, problems = answer
        wanted = record["situations"]
        first = bool(problems) and problems[0] in wanted
        three = any(problem in wanted for problem in problems[:3])
        kind = record.get("kind")
        parts = ["all", "seen" if seen else "unseen", f"problem {wanted[0]}"]
        parts += [f"kind {kind}"] if kind else [f"source {record['source']}"]
        parts += ["without a code"] if not (record["reply_code"] or record["enhanced_code"]) else []
        for figures in (*(self.parts[part] for part in parts), self.tiers[tier]):
            figures[0] += 1
            figures[1] += first
            figures[2] += three
        best = record["enhanced_code"] or record["reply_code"]
        bare = field == "paste" and "paste-without-code" in record.get("flags", ())
        accepted = set(record["accept_codes"])
        if field == "paste" and record.get("dsn_status"):
            accepted.add(record["dsn_status"])
        if best and record["accept_codes"] and not bare:
            self.codes[0] += 1
            self.codes[1] += best in codes
            self.codes[2] += bool(codes) and not accepted & set(codes)
        else:
            self.codes[3] += 1
            self.codes[4] += bool(codes)

    def told(self, details=True):
        """Yields lines that tell the figures."""
        coded, right, wrong, bare, shown = self.codes
        yield (
            f"  right code {part(right, coded)}, wrong code {part(wrong, coded)}, "
            f"a code where the text has none {part(shown, bare)}"
        )
        for name, (count, first, three) in sorted(self.parts.items()):
            if details or " " not in name:
                yield f"  {name:34} first {part(first, count)}, in three {part(three, count)}"
        for tier in TIERS:
            count, first, three = self.tiers[tier]
            total = self.parts["all"][0]
            if count and details:
                yield (
                    f"  {tier:8} given for {part(count, total)}, first right {part(first, count)}, "
                    f"one of three {part(three, count)}"
                )


def part(some, whole):
    """A share as text, and of how many."""
    return f"{100 * some / whole:.1f} % of {whole}" if whole else "none"


def bounces(engine, wordings, name, field, answer=looked_up):
    """The figures for a set of lines."""
    figures = Figures()
    for record in records(SETS / name):
        if field == "paste" and "paste-several-recipients" in record["flags"]:
            continue
        figures.count(record, answer(engine, record[field]), wordings.has(record["text"]), field)
    return figures


def queries(engine, answer=looked_up):
    """(kind, query, answer, whether it is right) of every typed query."""
    for line in (SETS / "queries-dev.tsv").read_text("utf-8").splitlines():
        if line.startswith("# ") or not line.strip():
            continue
        query, codes, problems, kind = line.split("\t")
        found = answer(engine, query)
        _, _, shown, named = found
        right = bool(set(shown) & set(codes.split(","))) or (
            kind != "both" and bool(named) and named[0] in problems.split(",")
        )
        yield kind, query, found, right


def accuracy(links, engine):
    """Prints how often the lookup is right, beside the code alone."""
    wordings = Wordings(links, engine)
    for title, name, field in BOUNCES:
        print(f"\n{title}")
        print("\n".join(bounces(engine, wordings, name, field).told()))
        print(" the code alone:")
        print("\n".join(bounces(engine, wordings, name, field, code_alone).told(details=False)))
    print("\nqueries")
    for name, answer in (("the lookup", looked_up), ("the code alone", code_alone)):
        kinds = defaultdict(lambda: [0, 0])
        for kind, _, _, right in queries(engine, answer):
            for counted in (kind, "all"):
                kinds[counted][0] += right
                kinds[counted][1] += 1
        shares = (f"{kind} {part(*found)}" for kind, found in sorted(kinds.items()))
        print(f"  {name}: {', '.join(shares)}")


def speed(links, engine):
    """Prints the time for texts of 1 to 64 kB, a report that repeats and one endless word: twice
    the text may take about twice the time.
    """
    texts = [response.text for response in links.catalogue.responses.values()]
    kinds = {
        "lines of a log": "\n".join(f"550 5.7.1 {text}" for text in texts),
        "one line": " ".join(texts),
        "one word": "a" * 70_000,
        "signs": "<@.:\"'[" * 10_000,
    }
    print("\nmilliseconds for so many kB: " + " ".join(f"{size:6}" for size in SIZES))
    for kind, text in kinds.items():
        times = []
        for size in SIZES:
            start = time.perf_counter()
            engine.diagnose(text[: 1024 * size])
            times.append(1000 * (time.perf_counter() - start))
        print(f"  {kind:28}" + " ".join(f"{found:6.0f}" for found in times))
    alone = []
    for text in texts[::7]:
        start = time.perf_counter()
        engine.diagnose(f"550 5.7.1 {text}")
        alone.append(1000 * (time.perf_counter() - start))
    print(f"  one reply: median {statistics.median(alone):.1f}, longest {max(alone):.1f}")


def main():
    """Prints all figures."""
    links, mistakes = check(ROOT)
    assert not mistakes, mistakes[0]
    engine = engine_of(links, ROOT / "build/lookup")
    if SETS:
        accuracy(links, engine)
    else:
        print("the development sets are not here; only times are measured")
    speed(links, engine)


if __name__ == "__main__":
    main()
