"""Reads which sections an RFC has from its text, for the table by which citations are checked."""

import re
from pathlib import Path

HEADING = re.compile(r"^ {0,9}(?:Section )?(\d{1,2}(?:\.\d{1,2})*)\.?(?:  ?\S| *$|\s+[A-Z])")
APPENDIX = re.compile(
    r"^ {0,9}(?:(?i:appendix) )([A-Z](?:\.\d{1,2})*)\b|^ {0,9}((?!X)[A-Z](?:\.\d{1,2})+)\.?\s+\S"
)


def table(folder, documents, known):
    """The table as text: a line for every document of which the folder has the text, and its
    sections. A document without a text keeps those that are `known`, {document: sections}. Returns
    it with the documents that were read, and with those of which nothing is known.
    """
    lines, read, without = ["document\tsections"], [], []
    for document in documents:
        file = Path(folder) / f"{document.replace(' ', '').lower()}.txt"
        if file.is_file():
            found = sorted(sections(file.read_text("utf-8", "replace")), key=place)
            lines.append(f"{document}\t{' '.join(found)}")
            read.append(document)
        elif document in known:
            lines.append(f"{document}\t{known[document]}")
        else:
            without.append(document)
    return "\n".join(lines) + "\n", read, without


def sections(text):
    """The numbers of the sections of an RFC, an appendix by its letter."""
    found = set()
    for line in text.splitlines():
        if match := HEADING.match(line):
            found.add(match[1])
        elif match := APPENDIX.match(line):
            found.add(match[1] or match[2])
    for number in list(found):  # a section has all those around it
        while "." in number:
            number = number.rpartition(".")[0]
            found.add(number)
    return found


def place(number):
    """Numbers before letters, each in order."""
    return [(part.isalpha(), part.zfill(3)) for part in number.split(".")]
