"""Whether a text has room, in a drawing."""

from __future__ import annotations

import textwrap
from unicodedata import east_asian_width

from generator.render.views.text import MINUS, NO_BREAK

# How wide the printable characters of ASCII are in the semibold, in thousandths of its height.
# fmt: off
ADVANCES = (
    200, 315, 482, 513, 513, 841, 639, 275, 324, 324, 438, 513, 275, 322, 275, 344, 513, 513, 513,
    513, 513, 513, 513, 513, 513, 513, 275, 275, 513, 513, 513, 444, 875, 558, 597, 576, 625, 538,
    510, 628, 663, 282, 494, 597, 502, 745, 657, 674, 582, 674, 592, 545, 546, 655, 536, 800, 541,
    501, 540, 324, 344, 324, 513, 500, 549, 516, 563, 462, 564, 507, 317, 520, 558, 262, 263, 522,
    271, 843, 560, 549, 564, 564, 373, 431, 361, 556, 495, 748, 481, 495, 443, 324, 255, 324, 513,
)
# fmt: on
# Whatever else there is: as wide as a large letter, or as it is high, as Chinese is.
OTHER, WIDE = 600, 1000
LIKE = {MINUS: "0", NO_BREAK: " "}


def width(text: str, size: int) -> float:
    """How wide a text is at most: that of the semibold, without kerning."""
    return sum(map(advance, text)) * size / 1000


def advance(letter: str) -> int:
    """How wide a character is."""
    at = ord(LIKE.get(letter, letter)) - ord(" ")
    if 0 <= at < len(ADVANCES):
        return ADVANCES[at]
    return WIDE if east_asian_width(letter) in "WF" else OTHER


def wrapped(text: str, pixels: float, size: int) -> list[str]:
    """A text in lines that fit; a word that is too long for any is cut."""
    words = [part for word in text.split() for part in cut(word, pixels, size)]
    lines = words[:1] or [""]
    for word in words[1:]:
        if width(f"{lines[-1]} {word}", size) <= pixels:
            lines[-1] = f"{lines[-1]} {word}"
        else:
            lines.append(word)
    return lines


def cut(word: str, pixels: float, size: int) -> list[str]:
    """A word in pieces that fit."""
    letters = max(1, int(pixels / size))
    return [word] if width(word, size) <= pixels else textwrap.wrap(word, letters)
