"""What stops a reading, put right for the reading's sake: what was most likely meant.

Refuses to be a fix: nothing of it is offered, written or believed as a fact. It lets what stands
around a fault be read as it was meant, so that the other faults of a file are found in one run.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.load.lines import STEP, below, end_of_line, indent, start_of_line
from generator.load.lost import folded, keyless
from generator.load.moving import is_odd, moved
from generator.load.patches import LOST, UNREAD, Mending, Patch
from generator.load.refused import KEYED, Refused

OPENERS = {"[": "]", "{": "}"}
# Brackets, quotes and comments; within quotes and comments a bracket is a letter.
TOKENS = re.compile(
    r"""(?<![\w.,;:!?])"[^"\n]*"|(?<![\w.,;:!?])'[^'\n]*'|(?:^|\s)#[^\n]*|[\[\]{}]"""
)
NO_SPACE = re.compile(r"( *(?:- +)*[\w-]+):(?=[^\s:/])")
NO_COLON = re.compile(r" *\w[\w-]*(?=\s|$)")
WRONG_SIGN = re.compile(r"( *(?:- +)*[\w-]+)\s*[;=]\s+(?=\S)")
TWO_COLONS = re.compile(r"( *(?:- +)*[\w-]+)\s*:\s*:(?=\s|$)\s*")
WIDE_COLON = re.compile(r"( *(?:- +)*[\w-]+)\s*\uff1a\s*")
NEXT = re.compile(r", +[\w-]+: ")
DASHED = re.compile(r" *(- +)[\w-]+:(?:\s|$)")
# A key with a value, and the key of what stands below at its end.
RUN_ON = re.compile(r" *(?:- +)*[\w-]+:(?: +\S.*?)?((?<!\s)\s+|(?<=[\]}]))([\w-]+)(?=:$)")
# A key of what stands below, and the first line of it.
RUN_IN = re.compile(r" *(?:- +)*[\w-]+:(\s+)[\w-]+: +\S")
COMMENT = re.compile(r"(?<!\s)\s+#.*$")


def mendings(found: Refused) -> Iterator[Mending]:
    """The ways to mend what stopped a reading, the most likely first."""
    if found.is_line:
        ways = moved(found.text, found.begin)
        # A key without its colon is no end of a text.
        yield from (way for way in ways if way.is_whole or not found.is_key)
        yield from undashed(found.text, found.begin)
        yield from keyless(found)
    yield from folded(found)
    yield from parted(found.text, found.at)
    yield from closed(found.text, found.begin)


def undashed(text: str, begin: int) -> Iterator[Mending]:
    """A key with the hyphen of an item before it, on a line or on the nearest above as deep."""
    above = start_of_line(text, begin - 1) if begin else begin
    while above and indent(text, above) != indent(text, begin):
        above = start_of_line(text, above - 1)
    for start in dict.fromkeys((begin, above)):
        if found := DASHED.match(text, start):
            yield Mending((Patch(*found.span(1), ""),), is_dash=True)


def doubting(found: Refused) -> Iterator[Mending]:
    """The ways to go on where nothing mends it, without the value of the line."""
    yield from split(found.text, found.begin)
    yield from unquoted(found.text, found.begin)


def stepping(found: Refused) -> Iterator[Mending]:
    """The ways to put a line that takes half a step in a whole one: that refused, or one above."""
    for way in moved(found.text, found.begin) if found.is_line else ():
        is_half = is_odd(indent(found.text, way.start))
        if is_half and way.depth is not None and not is_odd(way.depth):
            yield way


def separating(text: str, begin: int) -> Iterator[Mending]:
    """A key with the colon or space that it lacks, or without the colon that is too many."""
    line = text[begin : end_of_line(text, begin)].rstrip("\n")
    for pattern in (WIDE_COLON, TWO_COLONS, NO_SPACE, WRONG_SIGN):
        if found := pattern.match(line):
            yield Mending((Patch(begin + found.end(1), begin + found.end(), ": "),))
    found = NO_COLON.match(line)
    if found and not KEYED.match(line) and found.end() < len(line.rstrip()):
        yield Mending((Patch(begin + found.end(), begin + found.end(), ":"),))


def bare(refused: Refused) -> Iterator[Mending]:
    """A word alone on its line: a key without its colon, the end of another word, or nothing."""
    text, begin = refused.text, refused.begin
    end = begin + len(text[begin : end_of_line(text, begin)].rstrip())
    found = NO_COLON.match(text, begin, end)
    if not found or found.end() != end or not refused.is_line:
        return
    if is_end(text, begin):
        yield Mending((Patch(begin - 1, begin + indent(text, begin), ""),), is_whole=False)
    yield Mending((Patch(end, end, ":"),))
    yield from keyless(refused)
    yield Mending((Patch(begin, end, ""),), is_whole=False)


def is_end(text: str, begin: int) -> bool:
    """Whether a line may be the end of the one above, broken in the middle of a word."""
    after, above = end_of_line(text, begin), text[start_of_line(text, begin - 1) : begin].rstrip()
    is_head = below(text, after, indent(text, begin)) > after
    return bool(begin and KEYED.match(above)) and not above.endswith(":") and not is_head


def parted(text: str, at: int) -> Iterator[Mending]:
    """Two entries between which the comma is missing."""
    begin = start_of_line(text, at)
    found = re.search(r"(?<=[^\s,{\[]) +[\w-]+$", text[begin:at])
    if found and text[at : at + 1] == ":" and any(closers(text, begin, at)):
        place = begin + found.start()
        yield Mending((Patch(place, place, ","),))


def closed(text: str, begin: int) -> Iterator[Mending]:
    """A value with the brackets or the quote that it lacks, on its line or on those below it."""
    line = end_of_line(text, begin)
    ends = tuple(dict.fromkeys((line, below(text, line, indent(text, begin)))))
    for end in reversed(ends):
        if patches := tuple(closers(text, begin, end)):
            yield Mending(patches)
    yield from joined(text, begin)
    for end in ends:
        # What looks like another entry is no part of a text.
        if not any(map(KEYED.match, text[line:end].split("\n"))):
            yield from with_quote(text, begin, end)


def joined(text: str, begin: int) -> Iterator[Mending]:
    """A text in quotes whose end has run on to the next line."""
    end = end_of_line(text, begin)
    after = text[end : end_of_line(text, end)]
    odd = any(text[begin:end].count(quote) % 2 and after.count(quote) % 2 for quote in "\"'")
    if odd and not KEYED.match(after):
        yield Mending((Patch(end - 1, end + indent(text, end), " "),), is_whole=False)


def with_quote(text: str, begin: int, end: int) -> Iterator[Mending]:
    """A text with the quote that it lacks at its end, before brackets and comments."""
    written = text[begin:end].rstrip()
    last = COMMENT.search(written)
    said = written[: last.start()] if last else written
    brackets = len(said) - len(said.rstrip("]}, "))
    for quote in "\"'":
        if said.count(quote) % 2:
            for at in dict.fromkeys((*before_keys(said, quote), len(said) - brackets, len(said))):
                yield Mending(tuple(quoted(text, begin, begin + at, quote)))


def before_keys(line: str, quote: str) -> list[int]:
    """Where within brackets the next key begins behind the last quote, if it does."""
    opened = line.rfind(quote)
    is_within = any(sign in line[:opened] for sign in OPENERS)
    return [found.start() for found in NEXT.finditer(line, opened)][:1] if is_within else []


def quoted(text: str, begin: int, at: int, quote: str) -> Iterator[Patch]:
    """A quote at a place, and the brackets that are lacking with it."""
    yield Patch(at, at, quote)
    # As long as the text itself, so that places in it are the same.
    with_it = text[: at - 1] + quote + text[at:]
    yield from closers(with_it, begin, end_of_line(text, at))


def closers(text: str, begin: int, end: int) -> Iterator[Patch]:
    """The closing brackets that some lines lack, each where one of another kind closes, or last."""
    opened: list[str] = []
    last = begin + len(text[begin:end].rstrip())
    for found in TOKENS.finditer(text, begin, end):
        sign = found[0]
        if sign in OPENERS:
            opened.append(OPENERS[sign])
        elif sign in OPENERS.values():
            while opened and opened[-1] != sign and sign in opened:
                yield Patch(found.start(), found.start(), opened.pop())
            if opened and opened[-1] == sign:
                opened.pop()
        elif sign.lstrip().startswith("#") and found.end() >= last:
            last = found.start()
    if opened:
        yield Patch(last, last, "".join(reversed(opened)))


def split(text: str, begin: int) -> Iterator[Mending]:
    """A line that has run into the one above, where one of the two began what stands below."""
    end = end_of_line(text, begin)
    found = RUN_IN.match(text, begin, end)
    if found and indent(text, end) > indent(text, begin):
        line = f"\n{' ' * indent(text, end)}"
        yield Mending((Patch(*found.span(1), line),), is_whole=False)
    if found := RUN_ON.match(text, begin, begin + len(text[begin:end].rstrip())):
        own = indent(text, begin)
        for depth in dict.fromkeys((indent(text, end) - STEP, own, own + STEP)):
            if depth >= 0:
                line = f"\n{' ' * depth}"
                yield Mending((Patch(*found.span(1), line),), is_whole=False)
                # The end of a value may stand in the key.
                word = Patch(*found.span(2), f"{UNREAD}{line}{LOST}{begin}")
                yield Mending((word,), is_whole=False)


def unquoted(text: str, begin: int) -> Iterator[Mending]:
    """A value that cannot be read, with another in its place; or a text without its colons."""
    end = end_of_line(text, begin)
    line = text[begin:end].rstrip("\n")
    if found := KEYED.match(line):
        start = begin + found.end()
        for last in dict.fromkeys((below(text, end, indent(text, begin)), end)):
            stop = start + len(text[start:last].rstrip())
            if stop > start:
                yield Mending((Patch(start, stop, UNREAD),), is_whole=False)
    else:
        depth = indent(text, begin)
        stop = begin + len(line.rstrip())
        yield Mending((Patch(begin + depth, stop, UNREAD),), is_whole=False)
