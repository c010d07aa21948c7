"""Pieces of a text put in the place of others; what no change names stays as it is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Change:
    """What is to stand in the place of the characters from `start` up to, not including, `end`."""

    start: int
    end: int
    text: str


def changed(text: str, changes: Iterable[Change]) -> str:
    """The text with every change made; of two that overlap the first alone."""
    pieces, at = [], 0
    for change in sorted(set(changes)):
        if change.start >= at:
            pieces += [text[at : change.start], change.text]
            at = change.end
    return "".join((*pieces, text[at:]))
