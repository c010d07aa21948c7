"""Faults of one line, or of two in a row, that have one cause: what lost lines leave, a torn text.

Refuses to find either: it chooses among what is told.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from generator.diagnostics import Diagnostic
from generator.load.askew import ALIGN, Askew, Deeper, Lost
from generator.load.lines import line_of
from generator.load.moving import PROSE, SAYS, said

OF_A_SIGN = ("alias", "tag", "merge-key", "tab", "control-character")
CAUSES = {"yaml-syntax": (*OF_A_SIGN, "key-not-text"), "key-not-text": OF_A_SIGN}
FIRST = re.compile(r" *(\w[\w-]*)")
ANY_KEY = re.compile(r" *(?:- +)*[^\s:]+:(?:\s|$)")


def without_effects(found: list[Diagnostic], keys: Collection[str]) -> Iterator[Diagnostic]:
    """The faults that do not just follow from another one on their line or on the line above.

    What a tab indents was read as deep as it was most likely meant to stand. A template on a line
    that stands askew may be of the text from which it was moved.
    """
    told = {(fault.code, fault.span.line) for fault in found}
    astray = {fault.span.line for fault in found if isinstance(fault, Askew)}
    texts = stray_texts(found, keys)
    for fault in found:
        line = fault.span.line
        is_of_text = fault.code == "yaml-syntax" and texts.get(line, fault) is not fault
        if is_of_text or (line in astray and fault.span.text.startswith("{{")):
            continue
        causes = CAUSES.get(fault.code, ())
        beside = {(code, line - 1) for code in causes if code != "tab" and is_entry(fault)}
        if told.isdisjoint(beside | {(code, line) for code in causes}):
            yield fault


def stray_texts(found: list[Diagnostic], keys: Collection[str]) -> dict[int, Diagnostic]:
    """The lines of texts that stand where an entry is due, with what is told of the first of each.

    Its colons and templates are those of the text, and right where it belongs.
    """
    texts: dict[int, Diagnostic] = {}
    for fault in (one for one in found if one.code == "yaml-syntax"):
        at, line = fault.span.line, line_at(fault)
        first = FIRST.match(line)
        is_text = PROSE.match(line) or (at - 1 in texts and not SAYS.match(line))
        if at not in texts and is_text and first and first[1] not in keys:
            texts[at] = texts.get(at - 1, fault)
    return texts


def is_entry(fault: Diagnostic) -> bool:
    """Whether a fault stands on a line that is an entry, and may be refused for the one above."""
    return ANY_KEY.match(line_at(fault)) is not None


def of_one_cause(found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Some faults, but for the one of two neighbours that follows from the other."""
    found = list(found)
    syntax = {one.span.start: one for one in found if one.code == "yaml-syntax"}
    pairs = ((one, syntax[at]) for one in found if is_askew(one) and (at := behind(one)) in syntax)
    effects = [effect(*pair) for pair in pairs]
    yield from (one for one in found if one not in effects)


def effect(fault: Diagnostic, other: Diagnostic) -> Diagnostic | None:
    """Which of two faults, the other right below, has no cause of its own; None for neither."""
    depth, below = fault.span.column, other.span.column
    if depth < below:
        if not any(SAYS.match(line_at(one)) for one in (fault, other)):
            # The first line of a text stands too far left, and the rest where it should.
            return other
        # The lines above were taken for the wrong ones, where those below have lost their key.
        return fault if isinstance(other, Lost) else None
    # Below lost lines the first is too deep for what is above them, and the next for nothing.
    is_of_gap = isinstance(fault, Deeper) and (isinstance(other, Lost) or is_askew(other))
    return other if depth > below and is_of_gap else None


def line_at(fault: Diagnostic) -> str:
    """The line at which a fault is told."""
    return fault.span.file.line(fault.span.line)


def is_askew(fault: Diagnostic) -> bool:
    """Whether lines stand where they cannot, for their depth alone."""
    return fault.code == "yaml-syntax" and not isinstance(fault, Lost) and ALIGN in fault.help


def behind(fault: Diagnostic) -> int:
    """Where the first line says something below those of which a fault is told."""
    file = fault.span.file
    last = max((fault.span, *(label.span for label in fault.labels)), key=lambda span: span.start)
    starts = (start for start in said(file.text) if start > last.start)
    return next((line_of(file, start).start for start in starts), len(file.text))
