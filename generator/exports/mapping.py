"""Our problems by the names that others give them, as comma-separated values."""

import csv
import io

from generator.exports.classes import names_of

HEAD = ("problem", "name", "class", "sisimai_reason", "kumomta_class", "zonemta_category", "page")


def table(catalogue, home):
    """A line for every problem."""
    lines = io.StringIO()
    writer = csv.writer(lines, lineterminator="\n")
    writer.writerow(HEAD)
    for problem in catalogue.problems.values():
        names = names_of(problem.id)
        writer.writerow(
            (
                problem.id,
                problem.name,
                names.kind,
                names.sisimai,
                names.kumomta,
                names.zonemta,
                home + problem.address,
            )
        )
    return lines.getvalue()
