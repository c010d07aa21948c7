"""Which faults of a file just follow from another of its faults, and are not told beside it.

Refuses to find any: it chooses among those of the grammar and those of the shape.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import partial

from generator.diagnostics import Diagnostic
from generator.load import Askew, Lost, Reading
from generator.load.askew import ENTRY
from generator.load.lines import depth
from generator.load.moving import PROSE
from generator.source import Span
from generator.validate.unknown_key import is_misspelt

# What such a sign stands in is no value any more.
VALUELESS = ("alias", "tag", "tab", "control-character")
# What stands in the place of a key.
KEYLESS = ("merge-key", "key-not-text")
# The key of a text on the lines below.
BLOCK = re.compile(r"[>|][-+]?")
NOTHING_BEHIND = re.compile(r":[ \t]*(?:#.*)?\r?$", re.MULTILINE)


def causes(found: Reading, shape: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Of the faults of a reading, and of those of the shape of what was read, what is told."""
    shape = tuple(shape)
    texts = len([*headless_texts(found.faults, shape)])
    # As many keys of texts have none as there are texts without a key.
    apart = [fault for fault in shape if is_beheaded(fault)][:texts]
    told = tuple(fault for fault in shape if not (follows(fault, found) or fault in apart))
    beside = {line for one in told if one.code == "not-deeper" for line in lines_beside(one)}
    grammar = (
        fault
        for fault in found.faults
        if not is_repeated(fault, told, found.cut)
        and not (fault.code == "yaml-syntax" and fault.span.line in beside)
    )
    return (*grammar, *told)


def lines_beside(fault: Diagnostic) -> set[int]:
    """The lines that stand beside a key, and belong below it with the first of them."""
    return {label.span.line for label in fault.labels}


def follows(fault: Diagnostic, found: Reading) -> bool:
    """Whether a fault of the shape may just follow from one of the grammar."""
    if any(fault.span.line == one.span.line for one in found.faults if one.code in VALUELESS):
        return True
    if fault.code == "missing-key" and any(map(partial(is_key_of, fault.span.line), found.faults)):
        return True
    if fault.span.line in found.mended or is_doubled(fault, found.faults):
        return True
    if not found.rest or is_misspelt(fault):
        return bool(found.rest) and fault.span.line in found.cut
    is_of_all = fault.code == "wrong-value" and fault.span.start == found.rest.span.start
    if fault.code == "not-deeper":
        return any(is_inside(fault.span, line) for line in found.cut)
    if fault.code == "missing-key":
        return bool(found.cut)
    return is_of_all or touches(fault.span, found) or holds_cut(fault, found)


def is_key_of(line: int, fault: Diagnostic) -> bool:
    """Whether something on a line stands where a key is due, and is none."""
    return fault.code in KEYLESS and fault.span.line == line


def headless_texts(
    grammar: Iterable[Diagnostic], shape: Iterable[Diagnostic]
) -> Iterator[Diagnostic]:
    """Where lines of a text stand that is told to have no key, or went on with another value."""
    for one in grammar:
        # What stands askew may part a text that has lost its key.
        below = one.span.file.line(one.span.line + 1).strip() if isinstance(one, Askew) else ""
        text = one.span.text if isinstance(one, Lost) else below or stray_text(one)
        if text and not ENTRY.match(text):
            yield one
    yield from (one for one in shape if one.code == "wrong-value" and is_run_on(one.span))


def stray_text(fault: Diagnostic) -> str:
    """The line of a text at which something is wrong as it stands where an entry is due."""
    line = fault.span.file.line(fault.span.line)
    return line.lstrip() if fault.code == "yaml-syntax" and PROSE.match(line) else ""


def is_run_on(value: Span) -> bool:
    """Whether a value is no map or list, and goes on below the line where it begins."""
    return "\n" in value.text and not value.text.startswith(("[", "{"))


def is_beheaded(fault: Diagnostic) -> bool:
    """Whether the key of a text has nothing below it."""
    return fault.code == "wrong-value" and BLOCK.fullmatch(fault.span.text) is not None


def is_doubled(fault: Diagnostic, grammar: Iterable[Diagnostic]) -> bool:
    """Whether something is wrong in a map that was joined to another, as its own key is lost.

    Nor is a list or map what it should be that was joined to that of a second key.
    """
    repeated = [one for one in grammar if one.code == "duplicate-key"]
    firsts = {one.labels[0].span.line for one in repeated}
    is_joined = fault.code == "wrong-value" and fault.span.text.startswith(("[", "{"))
    # Of two keys the first may hold nothing, where a line was doubled.
    is_empty = not fault.span.text or holds_nothing(fault)
    if (is_joined or is_empty) and fault.span.line in firsts:
        return True
    doubled = (one for one in repeated if len(one.labels) > 1)
    keys = (key for one in doubled for key in (one.span, *(label.span for label in one.labels[1:])))
    lines = {fault.span.line, *(label.span.line for label in fault.labels[-1:])}
    return any(is_inside(key, line) for key in keys for line in lines)


def holds_cut(fault: Diagnostic, found: Reading) -> bool:
    """Whether something is wrong as a whole that lacks a line, or has one that does not belong."""
    lines = range(fault.span.line, fault.span.end_line + 1)
    strange = {one.span.line for one in found.faults} & {*lines[1:]}
    return fault.code == "wrong-value" and bool(strange or not found.cut.isdisjoint(lines))


def touches(span: Span, found: Reading) -> bool:
    """Whether something stands where lines are missing, or just above, where it may be cut off."""
    return span.line in found.gaps or span.line + 1 in found.gaps


def is_inside(key: Span, line: int) -> bool:
    """Whether a line stands below a key, or beside what does: before any that stands less deep."""
    between = key.file.text.split("\n")[key.line : line - 1]
    return line > key.line and all(depth(text) >= key.column - 1 for text in between if text)


def is_repeated(fault: Diagnostic, told: Iterable[Diagnostic], cut: Iterable[int]) -> bool:
    """Whether a key is a second one just because what holds it is too deep, or is set aside."""
    if fault.code != "duplicate-key":
        return False
    lines, column = fault.span.file.text.split("\n"), fault.span.column
    holders = {line for line in cut if depth(lines[line - 1]) < column - 1}
    # A line may have run into the one that began another map.
    holders |= {line for line in cut if lines[line - 1].rstrip().endswith(":")}
    holders |= {one.span.line for one in told if holds_nothing(one) and one.span.column == column}
    first = fault.labels[0].span.line
    return any(first < line < fault.span.line for line in holders)


def holds_nothing(fault: Diagnostic) -> bool:
    """Whether a key is unknown where it stands, and has nothing below it."""
    behind = fault.span.file.text[fault.span.end :]
    return fault.code == "unknown-key" and NOTHING_BEHIND.match(behind) is not None
