"""How far a text was read, and how it looks: by this the ways to mend it are told apart."""

from __future__ import annotations

from typing import NamedTuple


class Reach(NamedTuple):
    """How far a text was read, and how it looks as it was read: the more of each, the better.

    What is to be few is counted below zero: faults, what is uneven or empty, the lines that were
    moved, and by how many spaces.
    """

    line: int
    faults: int = 0
    uneven: int = 0
    empty: int = 0
    keys: int = 0
    lines: int = 0
    spaces: int = 0


class Account(NamedTuple):
    """How far a text is read with some slips, which are counted below zero, and how it looks."""

    line: int
    slips: int
    reach: Reach
