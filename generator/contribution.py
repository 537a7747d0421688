"""The commands for whoever contributes: write an entry, compare a change with what was published,
list what is cited.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from generator.authoring import sections
from generator.authoring.difference import difference
from generator.authoring.new import Unfinished, write_entry
from generator.pipeline import check, generate_pages
from generator.reading.ledger import ledger_of
from generator.reading.registry import read_table
from generator.reading.source import read_catalogue
from generator.reports import report, summary
from generator.rules import ledger
from generator.rules.responses import entries_keep_their_meaning


def run_new(options):
    """Writes a new entry, or says what is missing."""
    ask = input if sys.stdin.isatty() else None
    try:
        for field in options.fields:
            if "=" not in field:
                raise Unfinished(f"'{field}' is not field=value; such as name=\"Mailbox full\"")
        given = dict(field.split("=", 1) for field in options.fields)
        path = write_entry(".", options.kind, options.name, given, ask)
    except Unfinished as unfinished:
        print(unfinished, file=sys.stderr)
        return 1
    print(f"wrote {path}")
    mistakes = check(".")[1]
    report(mistakes)
    return 1 if any(mistake.path == path for mistake in mistakes) else 0


def run_verdict(options):
    """Checks, and compares with another commit: no address may go, and what changes on the pages
    is told, in the summary of the workflow where there is one.
    """
    if not shutil.which("git"):
        print("two commits are compared with git; install it", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as folder:
        packed = subprocess.run(
            ["git", "archive", options.base, "--", "."], stdout=subprocess.PIPE, check=False
        )
        if packed.returncode:  # git has said what it is about
            print(f"there is no commit '{options.base}' here; fetch it first", file=sys.stderr)
            return 1
        subprocess.run(["tar", "-x", "-C", folder], input=packed.stdout, check=True)
        files, mistakes = generate_pages(".")
        mistakes = mistakes + list(ledger.no_line_goes(ledger_of(folder), ledger_of(".")))
        mistakes += entries_keep_their_meaning(read_catalogue(folder)[0], read_catalogue(".")[0])
        told = summary(mistakes)
        if files:
            before = generate_pages(folder)[0] or {}
            told += "\n" + difference(*(pages_of(each) for each in (before, files)))
    if place := os.environ.get("GITHUB_STEP_SUMMARY"):
        Path(place).write_text(told, "utf-8")
    else:
        print(told)
    return report(mistakes)


def pages_of(files):
    """The generated pages among files, as text."""
    return {
        path: content
        for path, content in files.items()
        if path.endswith(".md") and isinstance(content, str)
    }


def run_sources(_):
    """Prints where the statements come from, for whoever asks whether it still answers."""
    documents, _ = read_catalogue(".")
    found = {
        value
        for document in documents
        for keys, value in document.parts
        if keys[-1] in ("url", "help") and isinstance(value, str) and value.startswith("http")
    }
    print("\n".join(sorted(found)))
    return 0


def run_sections(options):
    """Writes the table of the sections of the cited RFCs; what it has of a document without a text
    stays. Says of which nothing is known.
    """
    documents, _ = read_catalogue(".")
    cited = next(document for document in documents if document.name == "rfcs").value["rfcs"]
    path = Path("catalog/registry/rfc-sections.tsv")
    known = {row["document"]: row["sections"] for row in read_table(path)}
    text, read, without = sections.table(options.folder, [item["id"] for item in cited], known)
    if not read:
        print(f"{options.folder}: no text of a cited RFC; see to the path", file=sys.stderr)
        return 1
    path.write_text(text, "utf-8")
    print(f"no text of {', '.join(without)}; their sections are not checked" if without else "all")
    return 0
