"""Whether all that is wrong with the shape of a file is a block that was put amid another one."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace

from generator.load import Mapping, Reading
from generator.load.blocks import Block, blocks, parting, without
from generator.load.lines import number_of
from generator.model import KINDS
from generator.model.paths import all_keys
from generator.source import SourceFile
from generator.validate.misfits import hollow, misfits, strangers

# What is not read to its end has so much that is wrong.
UNREAD = 99
# A single fault has another reason; of so many hardly each has its own.
SEVERAL, MANY = 2, 3


def parted(file: SourceFile, lines: Sequence[int], wrong: int, kind: str) -> Reading | None:
    """A file without the one block that parts another; None where none explains all that is wrong.

    `lines` are those where something is wrong, `wrong` is how much there is.
    """
    keys = all_keys(KINDS[kind])

    def amount(begin: int, end: int) -> int:
        found = odd(without(file, keys, begin, end), kind)
        return UNREAD if found is None else found

    for block in blocks(file, lines):
        rest = without(file, keys, block.begin, block.end)
        is_strange = is_wrong_itself(file.text, block, lines)
        if rest and odd(rest, kind) == 0 and is_between(block, wrong, amount, is_strange):
            return replace(rest, faults=(parting(file, block),))
    return None


def is_wrong_itself(text: str, block: Block, lines: Collection[int]) -> bool:
    """Whether something is wrong where a block begins; or in it, and in what it parts as well."""
    holder, first, end = (number_of(text, at) for at in (block.holder, block.begin, block.end))
    in_both = (range(holder, first), range(first, end))
    return first in lines or all(any(one in lines for one in part) for part in in_both)


def is_between(
    block: Block, wrong: int, amount: Callable[[int, int], int], is_strange: bool
) -> bool:
    """Whether what is behind a block does not belong to it, and what is before it is in need of it.

    `amount` tells how much is wrong without some lines, `wrong` how much with all. A block that is
    `strange` may have been cut off before its end, so that the rest fits both; so may one right
    below a key. With `MANY` faults both lack something.
    """
    if is_strange:
        return True
    neither, alone = amount(block.begin, block.last), amount(block.end, block.last)
    is_foreign = alone == wrong or wrong >= MANY or block.is_right_below
    return alone < wrong or (neither > 0 and is_foreign)


def wrongs(found: Reading, told: Collection[int], kind: str) -> int:
    """How much is wrong in a file, of whose lines some are told."""
    wrong = odd(found, kind)
    return UNREAD if wrong is None else max(wrong, len(told))


def hollow_lines(found: Reading, kind: str) -> Iterator[int]:
    """The lines of the keys below which nothing is said, or nothing that rests on anything."""
    top, model = found.rest or found.tree, KINDS[kind]
    if isinstance(top, Mapping):
        strange = (top.entries[key] for (key,) in strangers(model, top))
        yield from (entry.key.span.line for entry in (*hollow(model, top), *strange))


def odd(found: Reading | None, kind: str) -> int | None:
    """How much of a reading is not as it is due; None for what cannot be read to its end."""
    top = found and (found.rest or found.tree)
    if not found or not isinstance(top, Mapping):
        return None
    return len(found.faults) + misfits(KINDS[kind], top)
