"""Documents on lines that stand in a file: together they would be most of what a build holds."""

import os
import tempfile
from array import array
from hashlib import sha256

DIGEST = sha256().digest_size


class Lines:
    """Texts, each of which is read from a file where it is asked for; the file goes with them.
    Digests of the texts are at hand.
    """

    def __init__(self, texts):
        """Takes the texts."""
        self._file = tempfile.TemporaryFile()  # noqa: SIM115 - it lasts as long as the lines
        self._ends, self._digests = array("q", [0]), bytearray()
        for text in texts:
            data = text.encode("utf-8")
            self._ends.append(self._ends[-1] + self._file.write(data))
            self._digests += sha256(data).digest()
        self._file.flush()

    def __len__(self):
        return len(self._ends) - 1

    def __getitem__(self, place):
        start, end = self._ends[place], self._ends[place + 1]
        return os.pread(self._file.fileno(), end - start, start).decode("utf-8")

    def digest(self, place):
        """A digest of the text at a place."""
        return bytes(self._digests[place * DIGEST : (place + 1) * DIGEST])

    @property
    def digests(self):
        """The digests of all texts, one behind the other."""
        return bytes(self._digests)

    def at(self, places):
        """The texts at some places, again to be read where they are asked for."""
        return Chosen(self, places)


class Chosen:
    """Some of the texts of `Lines`."""

    def __init__(self, lines, places):
        """Takes the lines, and the places of those that are chosen."""
        self._lines, self._places = lines, places

    def __len__(self):
        return len(self._places)

    def __iter__(self):
        return map(self._lines.__getitem__, self._places)

    @property
    def digests(self):
        """The digests of these texts, one behind the other."""
        return b"".join(map(self._lines.digest, self._places))
