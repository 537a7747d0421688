"""Reads the registries' facts, which lie beside the entries as tab-separated files."""

import csv
import re
from pathlib import Path

from generator.reading.mistakes import Mistake, Unusable


def read_table(path):
    """The rows of a tab-separated file as dicts; [] where the file does not exist. Raises
    `Unusable` where a row does not fit the line of names on top.
    """
    path = Path(path)
    if not path.exists():
        return []
    where = "/".join(path.parts[-3:])
    try:
        text = path.read_text("utf-8")
    except UnicodeDecodeError:
        raise Unusable(Mistake(where, 1, 1, "a byte that is not UTF-8; save it as UTF-8")) from None
    rows = list(csv.reader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))
    wanted = COLUMNS.get(path.name, rows[0] if rows else [])
    for number, row in enumerate(rows or [[]], 1):
        if len(row) != len(wanted) or (number == 1 and row != wanted):
            told = f"the columns are not {', '.join(wanted)}; put a tab between every two"
            raise Unusable(Mistake(where, number, 1, told))
    return [dict(zip(wanted, row, strict=True)) for row in rows[1:]]


COLUMNS = {
    "reply-codes.tsv": ["code", "registered_text", "defined_in", "section", "status"],
    "rfc-sections.tsv": ["document", "sections"],
}


def registered_facts(row):
    """The fields of an enhanced entry that the registry's row fixes, with their values."""
    text = row["associated_basic_codes"]
    facts = {"registered_classes": row["classes_allowed"]}
    if row["sample_text"]:
        facts["name"] = row["sample_text"]
    if text not in ("not verified", ""):
        facts["reply_codes"] = {"Any": ["any"], "Not given": []}.get(text) or re.findall(
            "[0-9]{3}|[245]XX", text
        )
    if row["reference"].startswith("RFC"):
        facts |= {"document": row["reference"], "section": row["section"]}
    return facts
