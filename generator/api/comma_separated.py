"""The codes as a table that spreadsheets read."""

import csv
import io


def table(codes):
    """The codes as comma-separated values with a line of names on top."""
    lines = io.StringIO()
    writer = csv.writer(lines, lineterminator="\n")
    writer.writerow(
        [
            "code",
            "name",
            "category",
            "importance",
            "what",
            "who",
            "retry",
            "permanent",
            "summary",
            "page",
        ]
    )
    for code in codes:
        answers = code.get("answers", {})
        row = (
            *(code["code"], code["name"], code["category"], code["importance"]),
            *(answers.get("what", ""), " ".join(answers.get("who", ()))),
            *(answers.get("retry", ""), answers.get("permanent", "")),
            *(code["summary"], code["page"]),
        )
        writer.writerow(inert(value) for value in row)
    return lines.getvalue()


def inert(value):
    """A cell that no spreadsheet takes for a formula."""
    return f"'{value}" if value.startswith(("=", "+", "-", "@", "\t", "\r")) else value
