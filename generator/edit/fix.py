"""Pieces of a text put in the place of others, such as what diagnostics offer.

Refuses to guess unless it is asked to: a fix that is not safe may be what was meant, or may not.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.diagnostics import Diagnostic
from generator.source import SourceFile


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


def fixed(diagnostics: Iterable[Diagnostic], guess: bool = False) -> dict[str, str]:
    """The files in which something can be put right, by their path, with the new text."""
    found: dict[str, tuple[SourceFile, list[Replacement]]] = {}
    for one in diagnostics:
        if one.fix and (one.fix.safe or guess):
            span = one.fix.span or one.span
            _, replacements = found.setdefault(span.file.path, (span.file, []))
            replacements.append(Replacement(span.start, span.end, one.fix.replacement))
    return {path: changed(file.text, replacements) for path, (file, replacements) in found.items()}
