"""The catalogue as a database that SQLite reads, for whoever joins it with a log.

Rows come from the documents of v1, so that a column means what the field of the same name means.
"""

import sqlite3
from pathlib import Path

from generator.reading.answers import CASES

TABLES = Path(__file__).with_name("tables.sql").read_text("utf-8")
PAGE_SIZE = 4096


def database(lists, pairs, members):
    """The bytes of the database; the same input gives the same bytes, whatever the day and place.

    `lists` are the documents of codes, problems, providers and responses, `pairs` those of codes
    that are sent together, `members` every number with the code of its page.
    """
    connection = sqlite3.connect(":memory:")
    connection.execute(f"pragma page_size = {PAGE_SIZE}")
    connection.executescript(TABLES)
    for table, columns in columns_of(connection).items():
        marks = ", ".join(f":{column}" for column in columns)
        rows = (dict.fromkeys(columns) | row for row in ROWS[table](lists, pairs, members))
        connection.executemany(f"insert into {table} values ({marks})", rows)
    connection.commit()
    connection.execute("vacuum")
    made = connection.serialize()
    connection.close()
    return made


def columns_of(connection):
    """{table: names of its columns} in the order of the file of tables."""
    names = connection.execute("select name from sqlite_schema where type = 'table' order by rowid")
    return {
        table: [
            row[0] for row in connection.execute(f"select name from pragma_table_info('{table}')")
        ]
        for (table,) in names.fetchall()
    }


def flat(item, key=None):
    """A document as a row: its own fields, and the answers beside them; `key` renames its id."""
    answers = {name: item.get("answers", {}).get(name) for name in ("what", "retry", "permanent")}
    plain = {name: value for name, value in item.items() if isinstance(value, str)}
    return plain | answers | ({key: item["id"]} if key else {})


def responses(lists, *_):
    """The rows of responses; their sources stand in two columns."""
    for item in lists["responses"]:
        told = {"source": item["source"].get("url"), "checked": item["source"]["checked"]}
        yield flat(item, "response") | told


NATIVE = {True: "yes", False: "no"}


def customer_replies(lists, *_):
    """The rows of what to tell the customer, in every language."""
    for problem in lists["problems"]:
        said = {"en": problem["customer_reply"]} | problem.get("customer_reply_in", {})
        for language, replies in said.items():
            for kind in CASES:
                if kind in replies:
                    yield {
                        "problem": problem["id"],
                        "language": language,
                        "kind": kind,
                        "reply": replies[kind],
                        "read_by_native": NATIVE.get(replies.get("read_by_native")),
                    }


def remedies(lists, *_):
    """The rows of what to do."""
    for problem in lists["problems"]:
        for person, steps in problem["remedy"].items():
            for position, step in enumerate(steps, 1):
                yield {
                    "problem": problem["id"],
                    "person": person,
                    "position": position,
                    "step": step,
                }


ROWS = {  # table -> a function of the lists, the pairs and the members that gives its rows
    "codes": lambda lists, *_: map(flat, lists["codes"]),
    "numbers": lambda lists, pairs, members: (
        {"number": number, "code": code} for number, code in members.items()
    ),
    "pairs": lambda lists, pairs, members: pairs,
    "problems": lambda lists, *_: (flat(item, "problem") for item in lists["problems"]),
    "who_acts": lambda lists, *_: (
        {"problem": item["id"], "position": position, "person": person}
        for item in lists["problems"]
        for position, person in enumerate(item["answers"]["who"], 1)
    ),
    "remedies": remedies,
    "customer_replies": customer_replies,
    "problems_of_codes": lambda lists, *_: (
        {"code": item["code"], "position": position, "problem": reference["problem"]}
        for item in lists["codes"]
        for position, reference in enumerate(item.get("problems", ()), 1)
    ),
    "providers": lambda lists, *_: (flat(item, "provider") for item in lists["providers"]),
    "hosts": lambda lists, *_: (
        {"provider": item["id"], "host": host}
        for item in lists["providers"]
        for host in dict.fromkeys(item.get("recognise", {}).get("hosts", ()))
    ),
    "responses": responses,
    "variants": lambda lists, *_: (
        {
            "provider": item["provider"],
            "response": item["id"],
            "position": position,
            "text": text,
        }
        for item in lists["responses"]
        for position, text in enumerate(item.get("variants", ()), 1)
    ),
}
