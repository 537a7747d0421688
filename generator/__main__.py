"""The command line: `python -m generator check|build|serve|new|...`; see `--help`."""

import argparse
import gc
import os
import sys
from datetime import date
from functools import cache, partial
from pathlib import Path

from generator.api.documents import serialise_line
from generator.contribution import run_new, run_sections, run_sources, run_verdict
from generator.lookup import counted, explain
from generator.lookup.cases import verbatim_cases, wrapped_cases
from generator.lookup.logs import LONGEST_LINE, Log
from generator.lookup.normalise import LONGEST
from generator.pipeline import address_of_the_site, check, generate, told_to_contributors
from generator.publication import SITE, run_changes, run_offline
from generator.publish import building, engines, kept, switch
from generator.publish.live import Live
from generator.publish.serve import serve
from generator.reading.ledger import LEDGER, ledger_of
from generator.reading.mistakes import Unusable
from generator.reading.shape import ENTRY_SCHEMAS
from generator.reading.source import read_catalogue, read_document
from generator.reports import report, unforeseen
from generator.rules import ledger
from generator.streams import be_lenient, beginnings

SELDOM = 50_000  # new objects between two looks for what nobody needs; Python's own are 700
NOTE = "build/note"  # of the last build
READ = "build/read"  # what is remembered of files of the catalogue
JUDGED = "build/judged"  # and of what rules found in them


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
    build = command("build", run_build, "check, write the pages, and build the site")
    build.add_argument("--engine", choices=engines.ENGINES, default="mkdocs", help="what builds it")
    command("serve", run_serve, "show the site on 127.0.0.1:8000 and renew it at every change")
    command("addresses", run_addresses, "record newly published addresses in the ledger")
    command("cases", run_cases, "print test cases for the lookup, one JSON object a line")
    command("wrapped-cases", run_wrapped_cases, "the same, as mail servers report them")
    command("recorded", run_recorded, "refuse addresses that the ledger does not have yet")
    command("sources", run_sources, "print the address of every source, one a line")
    verdict = command("verdict", run_verdict, "check, and tell what changes against another commit")
    verdict.add_argument("base", help="the commit to compare with, such as origin/main")
    command("changes", run_changes, "write what changed, from git history, into the built site")
    command("offline", run_offline, "make one archive of the built site that opens from a folder")
    listed = command("sections", run_sections, "list the sections of the cited RFCs")
    listed.add_argument("folder", help="where their texts are, as rfc5321.txt and so on")
    asked = command("explain", run_explain, "say what a text means, or count what a log holds")
    asked.add_argument("text", nargs="*", help="the text; without one, standard input is read")
    asked.add_argument("--json", action="store_true", help="print the answer as JSON")
    asked.add_argument(
        "--log", action="store_true", help="read standard input as a log, line by line"
    )
    asked.add_argument("--csv", action="store_true", help="print the counts of a log as CSV")
    new = command("new", run_new, "write a new entry; asks for what is not given")
    new.add_argument(
        "kind",
        nargs="?",
        help=f"one of {', '.join(ENTRY_SCHEMAS)}",
    )
    new.add_argument(
        "name", nargs="?", help="its id, such as mailbox-full; provider/id for a response"
    )
    new.add_argument(
        "fields",
        nargs="*",
        metavar="field=value",
        help="what is known already, such as source.kind=official",
    )
    options = parser.parse_args(arguments)
    be_lenient()
    os.umask(0o022)  # what is published can be read by everyone, whoever builds it
    try:
        status = options.action(options)
        sys.stdout.flush()
        return status
    except BrokenPipeError:  # whoever read the output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        place = error.filename or "a file"
        told = "see to its permissions and to the room on the disk"
        print(f"{place}: {error.strerror}; {told}, and run the command again", file=sys.stderr)
    except Unusable as unusable:
        return report([unusable.mistake])
    except Exception as error:
        print(unforeseen(error), file=sys.stderr)
    return 1


def run_check(_):
    """Prints every mistake, and what publishing will ask for."""
    links, mistakes = check(".")
    status = report(mistakes)
    if links and not mistakes and list(unrecorded(links)):
        print("there are new addresses; `make addresses` records them before they are published")
    return status


def run_recorded(_):
    """Refuses what would be published and is not in the ledger."""
    links, mistakes = check(".")
    return report(mistakes or list(unrecorded(links)))


def unrecorded(links):
    """The mistakes of addresses that the ledger lacks."""
    addresses = links.addresses
    return ledger.new_addresses_are_recorded(ledger_of("."), addresses.pages, addresses.aliases)


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
    with views() as memory:
        mistakes = written(memory)[1]
    return report(mistakes) if mistakes else 0


def run_build(options):
    """Builds the site; the last good one stays in place if anything fails."""
    with switch.one_at_a_time():
        wanted = inputs(options.engine)
        if kept.is_made(NOTE, wanted) and building.is_untouched(SITE):
            print("nothing changed since the last build: site/ is up to date")
            return 0
        with views() as memory:
            files, mistakes = written(memory)
            if mistakes:
                return report(mistakes)
            make = partial(building.build, files, engine=options.engine, published=SITE)
            status = switch.publish(make, SITE)
        if status == 0:
            kept.remember(NOTE, wanted)
        return status


def inputs(engine):
    """A digest of everything that a build depends on."""
    sources = (Path("generator"), Path("catalog"), Path("docs"), Path("mkdocs.yml"))
    return kept.digest_of(engine, kept.program(), *sources)


def views():
    """What is remembered of pages, and of the documents of responses."""
    return kept.Memory("build/views", kept.program())


def written(memory):
    """Writes what MkDocs reads; returns the files, or None, and all mistakes."""
    gc.disable()  # what is read is needed to the end, and looking through it takes a tenth more
    files, mistakes = generate(".", remembered, memory.recall)
    gc.freeze()
    gc.set_threshold(SELDOM)
    gc.enable()
    if not mistakes:
        files, changed = building.lay(files)
        print(f"{len(files)} pages and files, {changed} of them new or changed")
    return files, mistakes


def remembered(root):
    """Checks the catalogue below `root`; what is in files that did not change is known, and what
    rules found in them.
    """
    program = kept.program()
    with kept.Memory(READ, program) as files, kept.Memory(JUDGED, program) as verdicts:
        read = partial(read_document, recall=files.recall)
        return check(root, partial(read_catalogue, read=read), verdicts.recall)


def run_serve(_):
    """Serves the site and renews it at every change, whatever is wrong meanwhile."""
    read = cache(read_document)  # while somebody edits, nearly every file is the same as before

    def renewed():
        try:
            links, mistakes = check(".", partial(read_catalogue, read=read))
            live = None if mistakes else Live(links, told_to_contributors("."))
        except Exception as error:
            print(unforeseen(error), file=sys.stderr)
            return None
        if mistakes:
            report(mistakes)
        return live

    return serve(renewed)


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


def run_explain(options):
    """Says what a text means, from the arguments or from standard input."""
    links, mistakes = check(".")
    if mistakes:
        return report(mistakes)
    engine = explain.engine(links, "build/lookup")
    if options.log or options.csv:
        return run_explain_log(options, links, engine)
    answer = engine.diagnose(" ".join(options.text) if options.text else sys.stdin.read(LONGEST))
    if options.json:
        print(serialise_line(answer))
    else:
        print("\n".join(explain.told(links, answer)))
    return 0


def run_explain_log(options, links, engine):
    """Counts what a log on standard input holds."""
    log = Log(engine).read(beginnings(sys.stdin, LONGEST_LINE))
    form = counted.as_csv if options.csv else counted.as_json if options.json else counted.as_table
    print(form(links, log, address_of_the_site()), end="")
    return 0


if __name__ == "__main__":
    sys.exit(main())
