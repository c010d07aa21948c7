"""Lines at another depth: what may have been meant where one is refused for its own."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from generator.load.lines import HEAD, STEP, end_of_line, indent
from generator.load.patches import LOST, Mending, Patch

SAID = re.compile(r"^(?! *(?:#|\r?$)).", re.MULTILINE)
# An entry, or an item of a list.
SAYS = re.compile(r" *(?:- |[\w-]+:(?:\s|$))")
# Some words, and no key with a sign or with a single word behind it.
PROSE = re.compile(r" *[^\s\[{]*[^\s:;=\[{] +\S+ +\S")
# What begins a text on the lines below.
BLOCK = re.compile(r"[|>][-+]?\s*$")
# As many lines in a row may stand askew.
LONGEST = 4


def moved(text: str, begin: int) -> Iterator[Mending]:
    """A line at another depth, alone or with what stands below or beside it, or some above it."""
    starts = said(text)
    if begin not in starts:
        # At its very end a file has no line to be moved.
        return
    at, own = starts.index(begin), indent(text, begin)
    yield from above(text, starts[:at], own)
    if at and is_odd(own) and is_odd(indent(text, starts[at - 1])):
        yield level(text, starts[at - 1 : at + 1])
    yield from with_others(text, starts, at)
    for number in range(1, min(LONGEST, at) + 1):
        run = starts[at - number : at]
        # Its first or its last line stands as deep as this one.
        for depth in dict.fromkeys((indent(text, run[0]) + own - indent(text, run[-1]), own)):
            yield shifted(text, run, depth)
        # Or it stands as they do, and what follows them does not.
        for by in (-1, 1, -STEP, STEP):
            yield shifted(text, [*run, begin, *below(text, starts, at)], indent(text, run[0]) + by)
    yield from overhanging(text, starts, at)
    yield from headed(text, starts, at)


def with_others(text: str, starts: Sequence[int], at: int) -> Iterator[Mending]:
    """A line at another depth, alone or with what stands below or beside it."""
    begin, own = starts[at], indent(text, starts[at])
    for depth in depths(text, starts, at):
        beside = takewhile(lambda start: indent(text, start) >= own, starts[at + 1 :])
        # What is moved deeper takes along what stands below it, and not what follows.
        blocks = [
            (begin,),
            (begin, *below(text, starts, at)),
            *([(begin, *beside)] if depth < own else ()),
        ]
        blocks += [tuple(starts[at : at + number]) for number in range(2, LONGEST + 1)]
        for block in dict.fromkeys(blocks):
            # No line is moved out of the page.
            if min(indent(text, start) for start in block) >= own - depth:
                yield as_end(text, starts[: at + 1], shifted(text, block, depth))


def below(text: str, starts: Sequence[int], at: int) -> Iterator[int]:
    """The lines that stand deeper than one, up to the next that does not."""
    own = indent(text, starts[at])
    return takewhile(lambda start: indent(text, start) > own, starts[at + 1 :])


def overhanging(text: str, starts: Sequence[int], at: int) -> Iterator[Mending]:
    """The key of a text on the lines below it, which stand no deeper."""
    own = indent(text, starts[at])
    for start in reversed(starts[:at]):
        if BLOCK.search(text[start : end_of_line(text, start)]):
            if STEP <= own <= indent(text, start):
                yield shifted(text, [start], own - STEP)
            return


def headed(text: str, starts: Sequence[int], at: int) -> Iterator[Mending]:
    """A line that stands deeper than those above it, or that began its map or text, below a key."""
    own = indent(text, starts[at])
    for start, depth in ((starts[at], own - STEP), (began(text, starts, at), own)):
        sign = ":" if SAYS.match(text, start) else ": >-" if is_prose(text, starts, start) else ""
        # The items of a list stand below a key that is as deep as the line above.
        is_item = text.startswith("- ", start + indent(text, start))
        is_below = not is_item or (at > 0 and indent(text, starts[at - 1]) == depth)
        if 0 <= depth < indent(text, start) and sign and is_below:
            # What is to stand below them may go on below another line of the record than the last.
            for above in dict.fromkeys((highest(text, starts, start, depth), 0)):
                signs = [*((level, ":") for level in range(above, depth, STEP)), (depth, sign)]
                heads = "".join(f"{' ' * level}{LOST}{start}{end}\n" for level, end in signs)
                yield Mending((Patch(start, start, heads),), is_head=True)


def highest(text: str, starts: Sequence[int], start: int, depth: int) -> int:
    """How deep the first of some lost lines stood, of which the last stood at a depth."""
    above = starts[starts.index(start) - 1]
    if above >= start:
        return depth
    begins = HEAD.search(text[above : end_of_line(text, above)]) is not None
    return min(indent(text, above) + STEP * begins, depth)


def began(text: str, starts: Sequence[int], at: int) -> int:
    """Where the first line begins of those that stand below what a line stands below."""
    own = indent(text, starts[at])
    shallow = [one for one in range(at) if indent(text, starts[one]) < own]
    return starts[shallow[-1] + 1] if shallow else starts[0]


def is_prose(text: str, starts: Sequence[int], start: int) -> bool:
    """Whether a line holds several words, and those below it that stand as deep no key or item."""
    own = indent(text, start)
    lines = takewhile(lambda one: indent(text, one) >= own, starts[starts.index(start) :])
    is_text = PROSE.match(text, start) is not None
    return is_text and not any(SAYS.match(text, one) for one in lines)


def above(text: str, starts: Sequence[int], own: int) -> Iterator[Mending]:
    """What began the map above a line that stands less deep: its head, the first of it, or all."""
    shallow = [at for at, start in enumerate(starts) if indent(text, start) < own]
    head = starts[shallow[-1]] if shallow else None
    deeper = starts[shallow[-1] + 1 :] if shallow else starts
    if not deeper or indent(text, deeper[0]) <= own:
        return
    depth, others = indent(text, deeper[0]), deeper[1:]
    if head is not None:
        yield shifted(text, [head], own)
    # Of two lines that differ, either may be the wrong one.
    if others:
        under = takewhile(lambda start: indent(text, start) > depth, others)
        yield shifted(text, deeper[:1], own)
        yield shifted(text, [deeper[0], *under], own)
        yield shifted(text, deeper, own)
    if head is not None:
        yield shifted(text, [head], max(depth - STEP, 0))
        yield shifted(text, [head, *deeper], own)


def neighbour(text: str, begin: int) -> Iterator[Mending]:
    """The line above a line at another depth, alone."""
    starts = said(text)
    at = starts.index(begin) if begin in starts else 0
    for depth in depths(text, starts, at - 1) if at else ():
        yield shifted(text, starts[at - 1 : at], depth)


def going_on(text: str, begin: int, keys: Collection[str]) -> Iterator[Mending]:
    """A line that goes on with a text that lines above it hold, too far left.

    In a text of such lines nothing is in doubt, unless it begins with one of the `keys`.
    """
    starts = said(text)
    at = starts.index(begin) if begin in starts else 0
    if not at or SAYS.match(text, begin):
        return
    above = starts[at - 1]
    begins = BLOCK.search(text[above : end_of_line(text, above)])
    if begins or not SAYS.match(text, above):
        if not begins and is_first_of_block(text, starts, at):
            yield shifted(text, [above], indent(text, begin))
        depth = indent(text, above) + (STEP if begins else 0)
        way = shifted(text, [begin], depth)
        is_text = begins or is_in_block(text, starts, at)
        is_sure = is_text and text[begin : end_of_line(text, begin)].split()[0] not in keys
        yield way if is_sure else as_end(text, starts[: at + 1], way)


def is_in_block(text: str, starts: Sequence[int], at: int) -> bool:
    """Whether a line stands right below those of a text that begins below its key."""
    depth = indent(text, starts[at - 1])
    head = next((start for start in reversed(starts[:at]) if indent(text, start) < depth), 0)
    return BLOCK.search(text[head : end_of_line(text, head)]) is not None


def is_first_of_block(text: str, starts: Sequence[int], at: int) -> bool:
    """Whether a text begins right above a line, which stands a step deeper than its key."""
    head = starts[at - 2] if at > 1 else None
    is_first = head is not None and BLOCK.search(text[head : end_of_line(text, head)])
    return bool(is_first) and indent(text, starts[at]) == indent(text, starts[at - 2]) + STEP


def as_end(text: str, starts: Sequence[int], way: Mending) -> Mending:
    """A move; where it makes a line that is no entry the end of what is above, both in doubt."""
    begin = starts[-1]
    is_deeper = len(starts) > 1 and way.by > 0
    if not is_deeper or SAYS.match(text, begin):
        return way
    return replace(way, is_whole=False, others=(Patch(starts[-2], starts[-2], ""),))


def level(text: str, pair: Sequence[int]) -> Mending:
    """Two lines that stand on either side of a level, both on it."""
    depth = sum(indent(text, start) for start in pair) // 2
    ways = [shifted(text, [start], depth) for start in pair]
    return Mending(tuple(patch for way in ways for patch in way.patches), depth=depth)


def is_odd(depth: int) -> bool:
    """Whether a depth is that of no level."""
    return depth % STEP > 0


def shifted(text: str, starts: Sequence[int], depth: int) -> Mending:
    """Lines as many spaces deeper, or less deep, as put the first of them at a depth."""
    by = depth - indent(text, starts[0])
    found = ((start, indent(text, start)) for start in starts)
    return Mending(
        tuple(Patch(start, start + own, " " * max(own + by, 0)) for start, own in found),
        depth=depth,
        by=by,
    )


def depths(text: str, starts: Sequence[int], at: int) -> Iterator[int]:
    """The depths at which a line may have been meant to stand: those of its neighbours first."""
    near = [
        indent(text, start) for start in (*starts[max(at - 1, 0) : at], *starts[at + 1 : at + 2])
    ]
    own = indent(text, starts[at])
    if at and HEAD.search(text[: starts[at]]):
        near.insert(0, near[0] + STEP)
    # What is below it may stand where it should.
    head = (indent(text, start) - STEP for start in starts[at + 1 : at + 2])
    around = sorted({indent(text, start) for start in starts[:at]}, reverse=True)
    found = dict.fromkeys((*near, *head, own - 1, own + 1, own - STEP, own + STEP, *around))
    # Half a step is the most common slip.
    likely = sorted(found, key=lambda depth: abs(depth - own) > 1)
    return (depth for depth in likely if depth >= 0 and depth != own)


def untabbing(text: str, found: re.Match[str]) -> Iterator[Mending]:
    """A line that tabs indent, with spaces in their place."""
    begin, end = found.span()
    if dashed(found):
        yield Mending((Patch(begin, end, dashed(found)),))
        return
    starts = said(text)
    at = starts.index(begin)
    near = [*starts[max(at - 1, 0) : at], *starts[at + 1 : at + 2]]
    depths = [indent(text, one) for one in near if text[one + indent(text, one)] != "\t"]
    if depths and HEAD.search(text[:begin]):
        depths.insert(0, depths[0] + STEP)
    # A neighbour may stand half a step askew.
    levels = (depth - depth % STEP for depth in (of_tabs(found), *depths, before_tabs(found)))
    for depth in dict.fromkeys(levels):
        yield Mending((Patch(begin, end, " " * depth),), depth=depth)


def stepped(found: Iterable[re.Match[str]]) -> Mending:
    """Lines that tabs indent, each a step deep for a tab."""
    patches = (Patch(*one.span(), dashed(one) or " " * of_tabs(one)) for one in found)
    return Mending(tuple(patches), is_placed=False)


def followed(text: str, found: Sequence[re.Match[str]]) -> Mending:
    """Lines that tabs indent, each as deep as the one above, or a step deeper below a head."""
    tabbed = {one.start(): one for one in found}
    depth, patches = 0, []
    above = ""
    for start in said(text):
        line = text[start : end_of_line(text, start)]
        if start in tabbed:
            depth += STEP if HEAD.search(above) else 0
            patches.append(Patch(*tabbed[start].span(), dashed(tabbed[start]) or " " * depth))
        else:
            depth = indent(text, start)
        above = line
    return Mending(tuple(patches), is_placed=False)


def of_tabs(found: re.Match[str]) -> int:
    """How deep a line stands that tabs indent, if each is a step."""
    return found[0].replace("\t", " " * STEP).count(" ")


def before_tabs(found: re.Match[str]) -> int:
    """How deep a line stands without its tabs."""
    return found[0].index("\t")


def dashed(found: re.Match[str]) -> str:
    """What a line begins with that has tabs behind its hyphens; empty for another."""
    return found[0].replace("\t", " ") if "-" in found[0] else ""


def said(text: str) -> list[int]:
    """Where the lines begin that are neither blank nor a comment."""
    return [found.start() for found in SAID.finditer(text)]
