"""A single slip of the grammar is told once, at the line where it was made."""

from __future__ import annotations

import pytest

from generator.load import read_all
from generator.source import SourceFile

SLIPS = [
    # A quote within braces ends where the next key begins.
    ('cut: {value: 91, unit: "%, witnesses: [a#b]}\n', 1),
    # Another sign in the place of the colon.
    ("published: 2031\nretrieved; 2032-07-01\n", 2),
    ("points:\n  2022: {value: 1}\n  2023 = {value: 450, witnesses: [a#b]}\n", 3),
    # A word that somebody has left behind.
    ("quotes:\n  mining:\nx\n    text: In 2024\n  other:\n    text: b\n", 3),
    # A text that goes on too far left, in a block, in quotes, or behind a tab.
    ("text: >-\n    one two thr\nee four.\n    five six\nrests: [a]\n", 3),
    ('title: "Mutual Rollback\nof Some Tariffs"\nform: x\n', 1),
    ("text: >-\n\tFor the long\n  See also.\nrests: [a]\n", 2),
    ("reading:\n  text: >-\n  \tA call in\n    first call.\n  on: 2026\n", 3),
    # One that has lost its depth, with a colon and a template in it.
    ("text: >-\nThe side's word: {{ y }}.\nIts own.\nAnd so on.\nrests: [a]\n", 2),
    # The first map below a key stands too deep.
    ("quotes:\n    a:\n      text: x\n  b:\n    text: y\n  c:\n    text: z\n", 2),
    # A wide colon before a text on the lines below, where the file or a map begins.
    ("text\uff1a>-\n  one two\n  three\nrests: [a]\n", 1),
    ("under:\n  text\uff1a>-\n    one two\n    three\n  on: 2031\n", 2),
    # A key deeper than a text of two lines.
    ("text: one\n   two\n   three: x\nrests: [a]\n", 3),
    # The first lines of the file, or the line that began its map, at another depth.
    (" title:\n  en: x\n  zh: y\nissuer: m\nnumber: 6\nforce:\n  value: x\n", 1),
    ("quotes:\n a:\n   text: x\n  b:\n    text: y\n", 2),
    ("a:\n  us:\nb:\n      c: t\n      d: p\n  e:\n    x: y\n", 3),
    ("quotes:\n  a:\n    text: x\n     b:\n    text: y\n", 4),
    ("quotes:\n  a:\n    text: x\n  \tb:\n    text: y\n", 4),
    # A key is lost before a list, or before a text on the lines below.
    ("name: {en: A}\n[AFP]\n", 2),
    ("order: 80\n>-\n  One two: a.\n  Three: {{ x }}.\nrests:\n  - a\n", 2),
    ("{en: Ministry}\naliases: [a]\nof: china\n", 1),
    # So too where a text on the lines below has a colon.
    ("reading:\n    The page gives it in a box, in per cent: points are meant.\n  on: x\n", 2),
    # Two lines have run into one.
    ("form: r\norigin: own quotes:\n  a:\n    text: x\n", 2),
    ("form: r\norigin: ownquotes:\n  a:\n    text: x\n", 2),
    ("quotes:\n  a: text: x\n    origin: y\n  b:\n    text: z\n", 2),
    ("vote:\n  words: x\n  witnesses: [a]oath:\n  words: y\n  label: z\n", 3),
    # The first line of a text stands too deep; a key that was moved is no second one.
    ("text: >-\n      Suppliers were.\n  That was.\nrests:\n  - a\n", 2),
    ("by: x\nsoftware:\n  label: y\nby: z\n  says: a\n  witnesses: [b]\n", 4),
    # A hyphen lost, or one too many.
    ("witnesses:\n  - s#6  # S9\n  bd#in\njobs:\n  label: x\n", 3),
    ("- title: a b\nsays: b\non: 2\n", 1),
    ("kind: a\n- form: b\norigin: c\n", 2),
    # A colon or a space is lost above a comment.
    ("title:Effect\n# c\nsays: b\n", 1),
    ("us-end:\n  label:Until\n  # c\n  positions:\n    a: b\n", 2),
    # The line that began a map is lost: at the top, and within another map.
    ("title: x\n  2031-02: {value: 1}\n  2031-03: {value: 2}\n  2031-04: {value: 3}\n", 2),
    ("terms:\n    a: b\n    c: d\n    e: f\n    g: h\n    i: j\n  two:\n    a: b\n", 2),
    # A key and the first line below it, both too far left.
    ("terms:\n  one:\n    a: b\n two:\n   a: b\n    c: d\n  three: x\n", 4),
    ("terms:\n  one:\n    a: b\ntwo:\n  a: b\n    c: d\n    e: f\n    g: h\n  three: x\n", 4),
    # A text of two lines goes on too far left.
    ("reading:\n  text: >-\n  one.\n  two.\n  on: 2031\n", 3),
    # The key of a list stands too far left.
    ("offices:\n  one:\n    body: x\n  on: y\n    witnesses:\n      - a\n", 4),
    # A line of a text with a template was moved to the top.
    ("  note: {{ x }}\nrole: a\ntext: >-\n  One {{ y }};\nrests: [a]\n", 1),
    # One tab for each line, however deep.
    ("quotes:\n  k0:\n\ttext: a\n\tpage: b\n  k1:\n\ttext: a\n\tpage: b\n", 3),
]


def told(text: str) -> list[int]:
    found = read_all(SourceFile("content/rounds/mill.yaml", text))
    return [one.span.line for one in found.faults]


@pytest.mark.parametrize(("text", "line"), SLIPS)
def test_one_slip_is_told_once(text: str, line: int) -> None:
    assert told(text) == [line]


@pytest.mark.parametrize(("text", "line"), SLIPS)
def test_lines_may_end_as_on_windows_and_have_blank_ones_between(text: str, line: int) -> None:
    first, _, rest = text.partition("\n")
    blank = f"{first}\n\n{rest}" if line > 1 and not first.startswith(" ") else text
    assert told(blank.replace("\n", "\r\n")) == told(blank)
