"""The lookup stays small: what the first answer needs, and what makes it complete."""

import gzip
import json
from dataclasses import replace

from conftest import ROOT

from generator.links.links import Links
from generator.lookup.entries import PART, steps
from generator.lookup.naming import names
from generator.publish import joined
from generator.reading.hand_written import read_hand_written

MOST = {  # bytes, compressed
    "first answer": 60 * 1024,  # the index and all code
    "names": 72 * 1024,  # what it shows of itself, is found by its name, and what else is learnt
    "entries": 60 * 1024,  # whose words they are
    "steps": 56 * 1024,  # what whoever has these words says to do: loaded last
}
LARGEST = 300_000  # bytes of a document, as they stand: of each part, however many there are


def written(value):
    """A document as it is published."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def compressed(text):
    """How many bytes a text has, compressed."""
    return len(gzip.compress(text.encode(), 9))


def test_what_the_box_loads_is_small(lookup_documents, real):
    """Each part is, and what the first answer needs does not grow with the responses."""
    index, entries, names = lookup_documents
    index, *others = (
        sum(compressed(written(part)) for part in parts)
        for parts in ([index], entries, [names], steps(real))
    )
    modules = joined.lookup(read_hand_written(ROOT)[0])
    engine, box = (
        compressed(modules[f"assets/lookup/{name}.js"].decode()) for name in ("diagnose", "box")
    )
    sizes = {"first answer": index + engine + box}
    sizes |= dict(zip(("entries", "names", "steps"), others, strict=True))
    print(f"index {index}, engine {engine}, box {box}; {sizes} bytes")
    assert {name: size for name, size in sizes.items() if size > MOST[name]} == {}


def test_no_part_grows_too_large(lookup_documents, real):
    """A part that is full stays below the size that a document for one question may have."""
    index, entries, names = lookup_documents
    for whole in (index, names):
        assert len(written(whole).encode()) < LARGEST
    count = len(real.catalogue.responses)
    for (part,) in (entries, steps(real)):
        assert len(written(part).encode()) * PART / count < LARGEST


def test_the_names_do_not_grow_with_the_responses(real):
    """Without any response they say the same; what grows comes after the first answer."""
    without = Links(replace(real.catalogue, responses={}))
    assert names(without) == names(real)


def test_every_module_is_joined():
    """No file of the lookup is left out when the modules are joined into two."""
    files = {path for path in read_hand_written(ROOT)[0] if path.startswith(joined.LOOKUP)}
    named = {
        f"{joined.LOOKUP}{module}.js" for modules in joined.MODULES.values() for module in modules
    }
    assert files == named
