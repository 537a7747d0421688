"""Our own words are spelled right; what others wrote is quoted as they wrote it."""

import subprocess
import sys

from conftest import ROOT

from generator.reading.source import read_catalogue

NOT_OURS = {  # fields that quote, or that people type into a search box
    *(
        "text",
        "variants",
        "phrases",
        "phrases_in",
        "marks",
        "search",
        "words",
        "name",
        "title",
        "url",
    ),
    *("own_name", "form_of_address", "frames", "introduces"),
    *("help", "hosts", "other_names", "example", "label", "values", "id", "host", "login", "rows"),
}
FOREIGN = r"Ihre Nachricht .*"  # an answer of the data in another language
PROSE = (
    "README.md",
    "CONTRIBUTING.md",
    "SECURITY.md",
    "CODE_OF_CONDUCT.md",
    "docs/*.md",
    ".github/**/*.md",
)


def misspelt(*files):
    """What codespell says of files."""
    result = subprocess.run(
        [sys.executable, "-m", "codespell_lib", "--ignore-regex", FOREIGN, *map(str, files)],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    return result.stdout.replace(f"{ROOT}/", "").splitlines()


def test_prose_is_spelled_right():
    """Documents and hand-written pages."""
    assert misspelt(*(file for pattern in PROSE for file in sorted(ROOT.glob(pattern)))) == []


def test_our_words_in_the_catalogue_are_spelled_right(tmp_path):
    """Each finding names the entry: path, line, the word and its correction."""
    lines = []
    for document in read_catalogue(ROOT)[0]:
        for keys, value in document.parts:
            foreign = document.folder.startswith("replies-in/")
            if isinstance(value, str) and not foreign and not NOT_OURS & set(keys):
                lines.append(
                    (f"{document.path}:{document.place(keys)[0]}", " ".join(value.split()))
                )
    file = tmp_path / "words"
    file.write_text("\n".join(text for _, text in lines), "utf-8")
    found = [line.removeprefix(f"{file}:").split(": ", 1) for line in misspelt(file)]
    told = [f"{lines[int(number) - 1][0]}: {word}" for number, word in found]
    assert not told, "\n".join(told)
