"""A file that can be read, and may not be what was meant: the single slips that may explain it.

Refuses to choose: what each of its readings holds is not known here.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from generator.diagnostics import Diagnostic
from generator.load import askew, characters
from generator.load.draft import LARGE, Draft, change
from generator.load.lines import indent, number_of
from generator.load.lost import keyless
from generator.load.moving import moved, said
from generator.load.nodes import Mapping
from generator.load.patches import Mending
from generator.load.reading import Reading, left
from generator.load.refused import Refused
from generator.source import SourceFile


def otherwise(file: SourceFile, keys: Collection[str], lines: Iterable[int]) -> list[Reading]:
    """The readings of a file with one slip mended near one of some lines, the least changed first.

    Nothing stops them. Each tells the slip, and what else is wrong in its grammar.
    """
    draft = Draft(file, characters.readable(file.text), keys)
    if len(draft.text) > LARGE:
        return []
    starts = dict.fromkeys(start for line in lines for start in near(draft.text, line))
    tried = (further for start in starts for further in draft.each(slips(draft, start)))
    return [reading for one in sorted(tried, key=change) if (reading := read_as(one))]


def near(text: str, line: int) -> list[int]:
    """Where a line begins, and the nearest above and below it that say something."""
    starts = said(text)
    at = sum(number_of(text, start) < line for start in starts)
    return starts[max(at - 1, 0) : at + 2]


def read_as(draft: Draft) -> Reading | None:
    """What a draft holds that is read to its end, with what is wrong with the file."""
    tree, mending = draft.reader.tree, draft.mendings[-1]
    if draft.reader.stopped or not isinstance(tree, Mapping):
        return None
    return Reading(None, (slip(draft.file, mending), *draft.reader.told), **left(draft, tree))


def slips(draft: Draft, begin: int) -> Iterator[Mending]:
    """The ways to mend a line that can be read: another depth, or a key that it has lost."""
    at = begin + indent(draft.text, begin)
    yield from moved(draft.text, begin)
    yield from keyless(Refused(draft.text, at, at, draft.keys))


def slip(file: SourceFile, mending: Mending) -> Diagnostic:
    """What is told of a line that was mended."""
    if mending.is_head:
        return askew.beheaded(file, mending.start)
    if mending.depth is None:
        return askew.keyless(file, mending.start)
    first, *more = mending.patches
    # What is below the others is moved with them.
    others = [one.start for one in more if len(one.new) <= len(first.new)]
    return askew.misplaced(file, first.start, mending.by, others)
