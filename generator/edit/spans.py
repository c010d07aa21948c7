"""Pieces of a text put in the place of others; what none names stays as it is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Replacement:
    """What is to stand in the place of the characters from `start` up to, not including, `end`."""

    start: int
    end: int
    text: str


def changed(text: str, replacements: Iterable[Replacement]) -> str:
    """The text with every replacement made; of two that overlap the first alone."""
    pieces, at = [], 0
    for one in sorted(set(replacements)):
        if one.start >= at:
            pieces += [text[at : one.start], one.text]
            at = one.end
    return "".join((*pieces, text[at:]))
