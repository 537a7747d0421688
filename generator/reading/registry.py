"""Reads the registries' facts, which lie beside the entries as tab-separated files."""

import csv
import re
from pathlib import Path


def read_table(path):
    """The rows of a tab-separated file as dicts; [] where the file does not exist."""
    if not Path(path).exists():
        return []
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


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
