"""A page's prose as it reads on a day: what refers to what nobody knew by then is left out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from generator.derive.blocks import KNOWN, Block, blocks
from generator.derive.calls import Call, references
from generator.derive.dossier import Dossier
from generator.source import SourceFile

NOTE_LINE = re.compile(rf"^[ \t]*{KNOWN.pattern}\n", re.MULTILINE)
Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Visible:
    """The prose of a day, and how many blocks of it are left out."""

    text: str
    left_out: int


def visible(dossier: Dossier, file: SourceFile) -> Visible:
    """A page without the blocks that the day does not know, and without what they leave empty."""
    found = blocks(file)
    held: list[Block] = []
    for block in found:
        # What hangs under another goes with it.
        if not _shown(dossier, block) and not _in_any(block, held):
            held.append(block)
    gone = [*held, *_emptied_tables(found, held)]
    gone += _emptied_headings(found, gone)
    text = _without(file.text, sorted((b.span.start, b.span.end) for b in gone))
    return Visible(KNOWN.sub("", NOTE_LINE.sub("", text)), len(held))


def is_known(dossier: Dossier, call: Call) -> bool:
    """True when what a call names is known on the day; a rule tells what does not exist."""
    briefing = dossier.briefing
    if call.id in briefing.statements:
        return call.id in dossier.facts
    is_built = call.id in dossier.records or call.id not in briefing.records
    return call.function == "name" or is_built


def bears(dossier: Dossier, text: str, rests: Iterable[str]) -> bool:
    """True when all that a text rests on, and all that it mentions, is known."""
    known = all(id_ in dossier.facts for id_ in rests)
    return known and all(is_known(dossier, call) for call in calls(text))


@lru_cache(maxsize=4096)
def calls(text: str) -> tuple[Call, ...]:
    """All that a text mentions."""
    return references(SourceFile("", text).span(0, len(text)))


def _shown(dossier: Dossier, block: Block) -> bool:
    late = block.known is not None and block.known > dossier.day
    return not late and all(is_known(dossier, call) for call in block.references)


def _in_any(block: Block, others: Iterable[Block]) -> bool:
    start, end = block.span.start, block.span.end
    return any(one.span.start <= start and end <= one.span.end for one in others)


def _emptied_tables(found: Iterable[Block], held: list[Block]) -> Iterator[Block]:
    for table in found:
        if table.kind == "table" and not _in_any(table, held):
            rows = [b for b in found if b.kind == "row" and _in_any(b, [table])]
            if rows and all(_in_any(row, held) for row in rows):
                yield table


def _emptied_headings(found: tuple[Block, ...], gone: list[Block]) -> Iterator[Block]:
    """Headings under which something was left out and nothing is left."""
    for at, heading in enumerate(found):
        if heading.kind == "heading":
            levels = ((i, b.level) for i, b in enumerate(found) if b.kind == "heading" and i > at)
            end = next((i for i, level in levels if level <= heading.level), len(found))
            under = [block for block in found[at + 1 : end] if block.kind != "heading"]
            if under and all(_in_any(block, gone) for block in under):
                yield heading


def _without(text: str, ranges: Iterable[Range]) -> str:
    """The text without some of its lines, and without the blank lines that would meet."""
    kept, at = "", 0
    for start, end in ranges:
        if end > at:
            kept += text[at : max(start, at)]
            at = end
            if not kept or kept.endswith("\n\n"):
                at += len(text[at:]) - len(text[at:].lstrip("\n"))
    return kept + text[at:]
