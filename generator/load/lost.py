"""A value that has lost its key, or the sign that begins it: on its line, or on the one above."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.load.lines import STEP, below, end_of_line, indent, start_of_line
from generator.load.moving import SAID, SAYS, began, said
from generator.load.patches import FOLD, LOST, UNREAD, Mending, Patch
from generator.load.refused import KEYED, UNSIGNED, Refused, word_at

# What no text without quotes has.
COLON = re.compile(r":\s")
# An item, or a key with or without the space behind its sign.
LIKE_ENTRY = re.compile(r" *(?:- |[\w-]+\s*[:;=\uff1a])")
# A key with what holds it below.
ALONE = re.compile(r" *[\w-]+:(?= *\r?$)", re.MULTILINE)


def folded(refused: Refused) -> Iterator[Mending]:
    """A text on the lines below its key, which lacks the sign that begins one."""
    text, begin = refused.text, refused.begin
    above = start_of_line(text, begin - 1) if begin else begin
    while above and (not SAID.match(text, above) or indent(text, above) >= indent(text, begin)):
        above = start_of_line(text, above - 1)
    found, first = ALONE.match(text, above), end_of_line(text, above)
    lines = text[first : below(text, first, indent(text, above))].split("\n")
    is_below = first <= begin and indent(text, above) < indent(text, begin)
    # A word with a colon may stand in a text, but for its first.
    is_entry = any(word_at(line, 0) in refused.keys for line in lines if LIKE_ENTRY.match(line))
    if found and is_below and not is_entry and not LIKE_ENTRY.match(lines[0]):
        yield Mending((Patch(found.end(), found.end(), FOLD),))


def inlined(refused: Refused) -> Iterator[Mending]:
    """What stands behind the key of a map in the place of the first line of it."""
    text, begin = refused.text, refused.begin
    own = indent(text, begin)
    above = [one for one in said(text) if one < begin and indent(text, one) < own]
    found = KEYED.match(text, above[-1]) if above else None
    depth = indent(text, above[-1]) + STEP if above else 0
    if found and found.end() < len(text) and text[found.end()] != "\n" and own == depth:
        line = f"\n{' ' * depth}{LOST}{found.end()}: "
        yield Mending((Patch(found.end(), found.end(), line),))


def keyless(found: Refused) -> Iterator[Mending]:
    """A list, a map or a text that has lost its key, on a line or on the first of its map."""
    text = found.text
    starts = said(text)
    lines = [found.begin]
    if found.begin in starts:
        lines.append(began(text, starts, starts.index(found.begin)))
    for begin in dict.fromkeys(lines):
        at, end = begin + indent(text, begin), end_of_line(text, begin)
        is_known = word_at(text, begin) in found.keys and UNSIGNED.match(text[begin:end])
        if SAYS.match(text, begin) or is_known:
            continue
        yield Mending((Patch(at, at, f"{LOST}{at}: "),))
        if COLON.search(text, at, end):
            yield Mending((Patch(at, end - 1, f"{LOST}{at}: {UNREAD}"),), is_whole=False)
