"""The pictures of link previews and the touch icon, drawn as PNG with what Python has.

Words are set in squares, five wide and seven high a letter: a picture is a few rectangles, so no
drawing library and no font is needed.
"""

import struct
import zlib

from generator.reading.made import Made, digest

WIDE, HIGH = 1200, 630
INK, PAPER, DOT = (20, 50, 79), (255, 255, 255), (217, 65, 47)
CLASSES = {"2": (27, 110, 58), "3": (29, 95, 168), "4": (138, 80, 0), "5": (179, 38, 30)}
LETTERS = {  # seven rows a letter, five bits a row
    "A": "0e11111f111111", "B": "1e11111e11111e", "C": "0e11101010110e", "D": "1e11111111111e",
    "E": "1f10101e10101f", "F": "1f10101e101010", "G": "0e11101711110e", "H": "1111111f111111",
    "I": "0e04040404040e", "K": "11121418141211", "L": "1010101010101f", "M": "111b1511111111",
    "N": "11191513111111", "O": "0e11111111110e", "P": "1e11111e101010", "R": "1e11111e141211",
    "S": "0f10100e01011e", "T": "1f040404040404", "U": "1111111111110e", "V": "11111111110a04",
    "W": "1111111515150a", "X": "11110a040a1111", "Y": "11110a04040404", "2": "0e11010204081f",
    "3": "1f02040201110e", "4": "02060a121f0202", "5": "1f101e0101110e",
}  # fmt: skip


def pictures(catalogue):
    """Yields (path, content): the touch icon, and pictures for site, classes and stations."""
    yield "assets/touch-icon.png", png(180, 180, [(0, 0, 180, 180, INK), *envelope(30, 50, 120)])
    yield "assets/cards/site.png", card("SMTP STATUS CODES", INK)
    for digit, reply_class in catalogue.classes.items():
        yield f"assets/cards/{digit}.png", card(f"{reply_class.digit}XX", CLASSES[digit])
    for station in catalogue.stations.values():
        yield f"assets/cards/{station.id}.png", card(station.id.replace("-", " ").upper(), INK)


def card(words, colour):
    """The content of a picture with some words."""
    return lambda: Made(digest(words, str(colour)), lambda: drawn(words, colour))


def drawn(words, colour):
    """A picture of 1200 by 630: the mark, the words, the name of the site."""
    size = min(26, (WIDE - 160) // (6 * len(words)))
    shapes = [(0, 0, WIDE, HIGH, colour), *envelope(80, 80, 160)]
    shapes += lettered(words, 80, 300, size)
    shapes += lettered("SMTP STATUS CODES", 80, 530, 6)
    return png(WIDE, HIGH, shapes)


def envelope(left, top, width):
    """The mark: an envelope with a dot."""
    height = width * 2 // 3
    flap = [(left + step, top + step * 2 // 3, 6, 6, INK) for step in range(0, width // 2, 2)]
    flap += [
        (left + width - step - 6, y, 6, 6, INK)
        for step, y in ((s, top + s * 2 // 3) for s in range(0, width // 2, 2))
    ]
    dot = width // 4
    return [(left, top, width, height, PAPER), *flap,
            (left + width - dot // 2, top - dot // 2, dot, dot, DOT)]  # fmt: skip


def lettered(words, left, top, size):
    """Words as squares of one size."""
    shapes = []
    for place, letter in enumerate(words):
        rows = bytes.fromhex(LETTERS.get(letter, "0" * 14))
        for row, bits in enumerate(rows):
            shapes += [
                (left + (6 * place + column) * size, top + row * size, size, size, PAPER)
                for column in range(5)
                if bits >> (4 - column) & 1
            ]
    return shapes


def png(width, height, shapes):
    """A PNG of rectangles, (left, top, width, height, colour), the last on top."""
    lines = [bytearray(3 * width) for _ in range(height)]
    for left, top, wide, high, colour in shapes:
        for line in lines[top : top + high]:
            line[3 * left : 3 * (left + wide)] = bytes(colour) * min(wide, width - left)
    data = zlib.compress(b"".join(b"\0" + bytes(line) for line in lines), 9)
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", data), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(map(chunk, parts))


def chunk(part):
    """A chunk of a PNG."""
    kind, data = part
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
