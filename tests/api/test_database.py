"""The database has what the documents have, and is the same byte for byte."""

import json
import sqlite3

import pytest
from conftest import ROOT, compare

from generator.api.documents import FOLDER, documents


def opened(made):
    """The database among documents, ready to be asked."""
    connection = sqlite3.connect(":memory:")
    connection.deserialize(made[f"{FOLDER}/catalogue.sqlite"])
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
    """No time, no random number, no order of memory gets in; it is sound and refers to what it has."""
    path = f"{FOLDER}/catalogue.sqlite"
    assert dict(documents(real))[path] == made[path]
    connection = opened(made)
    assert connection.execute("pragma integrity_check").fetchall() == [("ok",)]
    assert connection.execute("pragma foreign_key_check").fetchall() == []


def test_nothing_is_lost_on_the_way(made):
    """As many rows as the documents have entries."""
    counts = json.loads(made[f"{FOLDER}/index.json"])["counts"]
    connection = opened(made)
    for table, count in counts.items():
        assert connection.execute(f"select count(*) from {table}").fetchone() == (count,)
