"""The database has what the documents have, and is the same byte for byte."""

import json
import re
import sqlite3

import pytest
from conftest import REWRITE, ROOT, compare

from generator.api.documents import documents
from generator.links.addresses import DATA


def opened(made):
    """The database among documents, ready to be asked."""
    connection = sqlite3.connect(":memory:")
    connection.deserialize(made[f"{DATA}catalogue.sqlite"])
    return connection


@pytest.fixture(scope="module")
def made(real):
    """The documents of the project's own catalogue."""
    return dict(documents(real))


def test_the_database_of_the_tiny_catalogue_is_the_expected_one(tiny):
    """Every table and row, as SQL; within v1 there are only additions."""
    text = "\n".join(opened(dict(documents(tiny))).iterdump()) + "\n"
    compare(ROOT / "tests/expected/database.sql", text)


def test_the_same_catalogue_makes_the_same_bytes(real, made):
    """No time, no random number, no order of memory gets in; it refers to what it has."""
    path = f"{DATA}catalogue.sqlite"
    assert dict(documents(real))[path] == made[path]
    connection = opened(made)
    assert connection.execute("pragma integrity_check").fetchall() == [("ok",)]
    assert connection.execute("pragma foreign_key_check").fetchall() == []


def test_nothing_is_lost_on_the_way(made):
    """As many rows as the documents have entries."""
    counts = json.loads(made[f"{DATA}index.json"])["counts"]
    connection = opened(made)
    for table, count in counts.items():
        assert connection.execute(f"select count(*) from {table}").fetchone() == (count,)


PAGE = ROOT / "docs/use-the-data/database.md"
LOG = ("5.1.1", "5.1.1", "4.2.2")


def test_the_queries_of_the_page_give_what_it_shows(made):
    """Three queries, the last on a log; REWRITE=1 shows their answers as they are."""
    connection = opened(made)
    connection.execute("create temp table log (number text)")
    connection.executemany("insert into log values (?)", [(number,) for number in LOG])
    text = PAGE.read_text("utf-8")
    found = queries(text)
    assert len(found) == 3
    for query, start, end in reversed(found):
        rows = connection.execute(query).fetchall()
        told = "".join("|".join(map(str, row)) + "\n" for row in rows)
        assert told
        if REWRITE:
            text = text[:start] + told + text[end:]
        else:
            assert text[start:end] == told, f"{query}: run REWRITE=1 to show it as it is now"
    if REWRITE:
        PAGE.write_text(text, "utf-8")


def queries(text):
    """(query, start, end) for each query of the page, with the place of the answer it shows."""
    found = []
    for query in re.finditer(r"```sql\n(.*?)```\n", text, re.DOTALL):
        start = text.index("\n```\n", query.end()) + len("\n```\n")
        found.append((query[1], start, text.index("```", start)))
    return found


def test_the_page_tells_every_table(made):
    """Each table has a line."""
    names = opened(made).execute("select name from sqlite_schema where type = 'table'")
    told = re.findall(r"^\| `(\w+)` \|", PAGE.read_text("utf-8"), re.MULTILINE)
    assert told == [name for (name,) in names]
