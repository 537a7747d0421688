"""The lookup stays small: what the first answer needs, and what names the response."""

import gzip
import json

from conftest import ROOT

from generator.publish import joined
from generator.reading.hand_written import read_hand_written

MOST = 60 * 1024  # bytes, compressed


def compressed(text):
    """How many bytes a text has, compressed."""
    return len(gzip.compress(text.encode(), 9))


def test_index_code_and_entries_are_small(lookup_documents):
    """Index and engine together, and the entries, are at most 60 kB each."""
    index, entries, _ = (
        compressed(json.dumps(one, ensure_ascii=False, separators=(",", ":")))
        for one in lookup_documents
    )
    modules = joined.lookup(read_hand_written(ROOT)[0])
    engine = compressed(modules["assets/lookup/diagnose.js"].decode())
    print(f"index {index}, engine {engine}, entries {entries} bytes")
    assert index + engine <= MOST and entries <= MOST
