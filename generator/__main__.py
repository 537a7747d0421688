"""The command line: `python -m generator check|build|serve|new|...`; see `--help`."""

import argparse
import os
import sys
from datetime import date
from pathlib import Path

from generator.api.documents import serialise_line
from generator.authoring.new import Unfinished, write_entry
from generator.lookup.cases import verbatim_cases, wrapped_cases
from generator.pipeline import check, generate
from generator.publish import mkdocs, output
from generator.publish.serve import serve
from generator.reading.ledger import LEDGER, ledger_of

DOCUMENTS = "build/docs"


def main(arguments=None):
    """Runs one command in the project's root; returns its exit status: 0 when all is well, 1 when
    something has to be mended.
    """
    parser = argparse.ArgumentParser(
        prog="python -m generator", description="Checks the catalogue and builds its site."
    )
    commands = parser.add_subparsers(dest="command", required=True)

    def command(name, action, told):
        made = commands.add_parser(name, help=told, description=told)
        made.set_defaults(action=action)
        return made

    command("check", run_check, "check the catalogue and print every mistake")
    command("stale", run_stale, "list what was last compared with its source more than a year ago")
    command("pages", run_pages, "check, then write the pages and data that MkDocs reads")
    command("build", run_build, "check, write the pages, and build the site")
    command("serve", run_serve, "show the site on 127.0.0.1:8000 and renew it at every change")
    command("addresses", run_addresses, "record newly published addresses in the ledger")
    command("cases", run_cases, "print test cases for the lookup, one JSON object a line")
    command("wrapped-cases", run_wrapped_cases, "the same, as mail servers report them")
    new = command("new", run_new, "write a new entry; asks for what is not given")
    new.add_argument("kind", help="reply, enhanced, problem, provider, response or customer-reply")
    new.add_argument("name", help="its id, such as mailbox-full; provider/id for a response")
    new.add_argument(
        "fields",
        nargs="*",
        metavar="field=value",
        help="what is known already, such as source.kind=official",
    )
    options = parser.parse_args(arguments)
    return options.action(options)


def run_check(_):
    """Prints every mistake."""
    return report(check(".")[1])


def run_stale(_):
    """Prints what wants to be compared with its source again."""
    links, mistakes = check(".")
    if mistakes:
        return report(mistakes)
    for response in links.senders.stale(date.today().isoformat()):
        source = response.source
        print(f"{response.file}: last checked on {source.checked}: {source.url or source.title}")
    return 0


def run_pages(_):
    """Writes what MkDocs reads."""
    files, mistakes = generate(".")
    if mistakes:
        return report(mistakes)
    written = output.mirror(files, DOCUMENTS)
    print(f"{len(files)} pages and files, {written} of them new or changed")
    return 0


def run_build(options):
    """Builds the site; the last good one stays in place if anything fails."""
    return run_pages(options) or mkdocs.build_site()


def run_serve(_):
    """Serves the site and renews it at every change."""
    files, mistakes = generate(".")
    if mistakes:
        return report(mistakes)
    output.mirror(files, DOCUMENTS)

    def renewed():
        files, mistakes = generate(".")
        if mistakes:
            report(mistakes)
        return files

    return serve(renewed, files, DOCUMENTS)


def run_addresses(_):
    """Adds new addresses to the ledger."""
    links, mistakes = check(".")
    if mistakes:
        return report(mistakes)
    Path(LEDGER).write_text(links.addresses.recorded(ledger_of(".")), "utf-8")
    return 0


def run_cases(_):
    """Prints a test case for every wording of a response and what it must lead back to."""
    return print_cases(verbatim_cases)


def run_wrapped_cases(_):
    """Prints the test cases in every form in which mail servers report a response."""
    return print_cases(wrapped_cases)


def print_cases(cases):
    """Prints the cases that a function makes from the links, one JSON object a line."""
    links, mistakes = check(".")
    if mistakes:
        return report(mistakes)
    for case in cases(links):
        print(serialise_line(case))
    return 0


def run_new(options):
    """Writes a new entry, or says what is missing."""
    given = dict(field.split("=", 1) for field in options.fields if "=" in field)
    try:
        path = write_entry(
            ".", options.kind, options.name, given, input if sys.stdin.isatty() else None
        )
    except Unfinished as unfinished:
        print(unfinished, file=sys.stderr)
        return 1
    print(f"wrote {path}; `make check` checks it beside the others")
    return 0


def report(mistakes):
    """Prints every mistake and their number, where the workflow runner listens as annotations too;
    returns the exit status.
    """
    for mistake in mistakes:
        print(mistake)
        if os.environ.get("GITHUB_ACTIONS") == "true":
            place = f"file={mistake.path},line={mistake.line},col={mistake.column}"
            print(f"::error {place}::{mistake.message}")
    count = len(mistakes)
    print(f"{count} mistake{'s' * (count != 1)}" if mistakes else "no mistakes")
    return 1 if mistakes else 0


if __name__ == "__main__":
    sys.exit(main())
