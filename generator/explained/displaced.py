"""Whether all that is wrong with the shape of a file is that some lines stand in a wrong place."""

from __future__ import annotations

from collections.abc import Iterable

from generator.explained.between import odd
from generator.load import Reading
from generator.load.moves import as_moved, moves, replaced, sound
from generator.model import KINDS
from generator.model.paths import all_keys
from generator.source import SourceFile


def in_place(file: SourceFile, lines: Iterable[int], kind: str) -> Reading | None:
    """A file with the displaced lines where they belong; None where none explain all that is wrong.

    `lines` are those where something is wrong.
    """
    keys = all_keys(KINDS[kind])
    for move in moves(file, lines):
        if odd(sound(as_moved(file, move), keys), kind) == 0:
            return replaced(file, keys, move)
    return None
