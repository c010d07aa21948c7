"""How far a text was read, and how it looks: by this the ways to mend it are told apart."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from generator.load.nodes import Mapping

# How much of the map of a file is not as it is due.
Judge = Callable[[Mapping], int]


def unjudged(_: Mapping) -> int:
    """Nothing, where it is not known what is due."""
    return 0


class Reach(NamedTuple):
    """How far a text was read, and how it looks as it was read: the more of each, the better.

    What is to be few is counted below zero: faults, what is uneven, what is empty or not as it is
    due, the lines that were moved, and by how many spaces.
    """

    line: int
    faults: int = 0
    uneven: int = 0
    empty: int = 0
    keys: int = 0
    lines: int = 0
    spaces: int = 0


class Account(NamedTuple):
    """How well a text is explained, and how it looks: the more, the better.

    Counted below zero are the slips that it takes, with what is odd in it all the same.
    """

    slips: int
    reach: Reach
