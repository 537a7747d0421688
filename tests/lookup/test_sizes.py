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
    engine, box = (
        compressed(modules[f"assets/lookup/{name}.js"].decode()) for name in ("diagnose", "box")
    )
    print(f"index {index}, engine {engine}, box {box}, entries {entries} bytes")
    assert index + engine <= MOST and entries <= MOST


def test_every_module_is_joined():
    """No file of the lookup is left out when the modules are joined into two."""
    files = {path for path in read_hand_written(ROOT)[0] if path.startswith(joined.LOOKUP)}
    named = {
        f"{joined.LOOKUP}{module}.js" for modules in joined.MODULES.values() for module in modules
    }
    assert files == named
