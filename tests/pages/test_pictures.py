"""The pictures of link previews show their words: each is read back, square by square."""

import struct
import zlib

import pytest

from generator.pages.pictures import CLASSES, DOT, INK, LETTERS, PAPER, drawn, pictures
from generator.reading.made import all_made

CARD = """\
#####.#...#.#...#
#.....#...#.#...#
####...#.#...#.#.
....#...#.....#..
....#..#.#...#.#.
#...#.#...#.#...#
.###..#...#.#...#
"""


def read(data):
    """(width, height, rows of pixels) of a PNG; every chunk has its checksum."""
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    at, chunks = 8, {}
    while at < len(data):
        (length,), kind = struct.unpack(">I", data[at : at + 4]), data[at + 4 : at + 8]
        body = data[at + 8 : at + 8 + length]
        (told,) = struct.unpack(">I", data[at + 8 + length : at + 12 + length])
        assert told == zlib.crc32(kind + body)
        chunks[kind], at = body, at + 12 + length
    width, height, *form = struct.unpack(">IIBBBBB", chunks[b"IHDR"])
    assert form == [8, 2, 0, 0, 0] and list(chunks) == [b"IHDR", b"IDAT", b"IEND"]
    lines = zlib.decompress(chunks[b"IDAT"])
    step = 1 + 3 * width
    assert len(lines) == step * height
    rows = [lines[line * step + 1 : (line + 1) * step] for line in range(height)]
    return width, height, [[tuple(row[3 * x : 3 * x + 3]) for x in range(width)] for row in rows]


def words(pixels, left, top, size, columns):
    """The words that stand at a place, a sign for each square of ink."""
    middle = size // 2
    return "".join(
        "".join(
            "#"
            if pixels[top + row * size + middle][left + column * size + middle] == PAPER
            else "."
            for column in range(columns)
        )
        + "\n"
        for row in range(7)
    )


def test_a_card_shows_its_words_and_the_mark():
    """The letters in squares, the envelope with its dot, the name of the site below."""
    width, height, pixels = read(drawn("5XX", CLASSES["5"]))
    assert (width, height) == (1200, 630)
    assert words(pixels, 80, 300, 26, 17) == CARD
    assert words(pixels, 80, 530, 6, 5).startswith(".####\n#....\n#....\n.###.\n")  # an S
    for top, height in ((300, 7 * 26), (530, 7 * 6)):  # the words begin and end at a pixel
        lines = [PAPER in row[80:] for row in pixels[top - 1 : top + height + 1]]
        assert lines == [False, *[True] * height, False]
    assert PAPER not in {row[79] for row in pixels[300:]} and PAPER in {row[80] for row in pixels}
    assert pixels[0][0] == pixels[629][1199] == CLASSES["5"]
    assert pixels[170][90] == PAPER and pixels[82][82] == INK and pixels[75][235] == DOT


def test_the_site_each_class_and_each_station_have_a_picture(real):
    """All differ, and every letter in them is drawn."""
    made = dict(all_made(pictures(real.catalogue)))
    names = ["site", *real.catalogue.classes, *real.catalogue.stations]
    cards = {f"assets/cards/{name}.png" for name in names}
    assert made.keys() == cards | {"assets/touch-icon.png"}
    assert len(set(made.values())) == len(made)
    assert read(made["assets/touch-icon.png"])[:2] == (180, 180)
    for name in real.catalogue.stations:
        assert set(name.replace("-", "").upper()) <= LETTERS.keys(), name


@pytest.mark.parametrize("letter", LETTERS)
def test_a_letter_is_seven_rows_of_five(letter):
    """No letter has a square outside its field."""
    rows = bytes.fromhex(LETTERS[letter])
    assert len(rows) == 7 and max(rows) < 32
