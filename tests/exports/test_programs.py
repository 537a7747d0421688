"""The rules for mail servers are loaded by the programs themselves, as far as registries have them.

`tests/programs.sh` fetches Postfix' `postmap` and ZoneMTA; the continuous integration has both.
KumoMTA is in no registry; the library by which it compiles patterns, Rust's crate regex, is in
jsonschema-rs, with the limit that KumoMTA leaves at its default.
"""

import json
import os
import re
import shutil
import subprocess
import tomllib

import jsonschema_rs
import pytest
from conftest import ROOT
from test_exports import rows

from generator.exports.documents import exports

PROGRAMS = ROOT / "build/programs"
POSTMAP = PROGRAMS / "postfix/usr/sbin/postmap"
ZONEMTA = PROGRAMS / "package"
OURS = 8 * 2**20  # bytes; the limit is 10 MiB, and KumoMTA's own files and the reader's need room


def needs(program, there):
    """Leaves a test out where its program cannot be had; the continuous integration has all."""
    return pytest.mark.skipif(
        not (there or os.environ.get("CI")), reason=f"{program} is not here; see tests/programs.sh"
    )


@pytest.fixture(scope="module")
def folder(real, tmp_path_factory):
    """A folder with the files."""
    made = tmp_path_factory.mktemp("exports")
    for path, text in exports(real):
        (made / path.rpartition("/")[2]).write_text(text, "utf-8")
    return made


@pytest.fixture(scope="module")
def replies(real):
    """The lines that servers say."""
    return [line for _, line in real.senders.lines()]


def filtered(folder, replies):
    """{reply: what Postfix makes of it} for those that a table changes."""
    library = {"LD_LIBRARY_PATH": str(PROGRAMS / "postfix/usr/lib/postfix")}
    table = f"pcre:{folder}/postfix-reply-filter.pcre"
    settings = str(PROGRAMS / "postfix/settings")
    done = subprocess.run(
        [POSTMAP, "-c", settings, "-q", "-", table],
        env=os.environ | library,
        input="\n".join(replies),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == "" and done.returncode in (0, 1)
    return dict(line.split("\t") for line in done.stdout.splitlines())


@needs("postmap", POSTMAP.exists())
def test_postfix_reads_its_table(folder, replies):
    """Without a warning, and it changes the first digits of the clear cases alone."""
    changed = filtered(folder, replies)
    assert len(changed) > 20
    for reply, other in changed.items():
        assert other[0] != reply[0] and other[1:4] == reply[1:4], reply
        assert re.sub("[45]", "", other) == re.sub("[45]", "", reply)
    assert filtered(folder, ["550 5.1.1 User unknown"]) == {}


@needs("ZoneMTA", ZONEMTA.exists() and shutil.which("node"))
def test_zonemta_reads_its_rules(folder):
    """It takes every line, and answers as its rules say."""
    rules = folder / "zonemta-bounces.txt"
    told = ["550 5.1.1 The mailbox is full", "450 4.2.0 Greylisted", "550-5.1.1 zq\n550 5.1.1 zq"]
    done = subprocess.run(
        ["node", ROOT / "tests/exports/zonemta.js", ZONEMTA, rules, *told],
        capture_output=True,
        text=True,
        check=True,
    )
    answer = json.loads(done.stdout)
    assert answer["refused"] == [] and answer["count"] == len(rows(rules.read_text("utf-8")))
    assert [(one["action"], one["category"]) for one in answer["found"]] == [
        ("reject", "capacity"),
        ("defer", "greylist"),
        ("reject", "recipient"),
    ]


def compiled(patterns, limit):
    """All patterns as one expression of the crate regex; raises `ValidationError` where it has more
    bytes than the limit.
    """
    joined = "|".join(f"(?:{pattern})" for pattern in patterns)
    options = jsonschema_rs.RegexOptions(size_limit=limit)
    return jsonschema_rs.Draft202012Validator({"pattern": joined}, pattern_options=options)


def test_kumomta_compiles_all_patterns_into_one(folder):
    """It does so when it starts, and does not start where they are too large together."""
    files = ("kumomta.toml", "kumomta-codes.toml")
    tables = [tomllib.loads((folder / file).read_text("utf-8"))["rules"] for file in files]
    patterns = [one for table in tables for each in table.values() for one in each]
    rules = compiled(patterns, OURS)
    assert rules.is_valid("550 5.1.1 The MAILBOX is full") and not rules.is_valid("zq")
    with pytest.raises(jsonschema_rs.ValidationError):
        compiled(patterns, OURS // 4)
