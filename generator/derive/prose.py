"""A page's prose in blocks, each shown or left out as one, and as it reads on a day."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Literal

from generator.derive.calls import Call, references
from generator.derive.dossier import Dossier
from generator.derive.when import is_built
from generator.model.dates import parse_date
from generator.source import SourceFile, Span

Kind = Literal["paragraph", "item", "table", "row", "heading", "code"]
Range = tuple[int, int]

KNOWN = re.compile(r"<!--\s*known:\s*(?P<date>\S+?)\s*-->[ \t]*")
HEADING = re.compile(r" {0,3}(?P<marks>#{1,6})(?:\s|$)")
UNDERLINE = re.compile(r"(?P<marks>=+|-+)\s*")
FENCE = re.compile(r"\s*(?P<marks>`{3,}|~{3,})")
ITEM = re.compile(r"\s*(?:[-*+]|\d+[.)])\s+\S")
DELIMITER = re.compile(r"\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?")
NOTE_LINE = re.compile(rf"^[ \t]*{KNOWN.pattern}\n", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Block:
    """What is shown or left out as one.

    `span` covers whole lines with all that hangs under it; `own` is what is left of them without
    the items under an item: only what stands there holds the block back.
    """

    span: Span
    own: tuple[Span, ...]
    kind: Kind
    level: int = 0

    @property
    def references(self) -> tuple[Call, ...]:
        """The calls in its own text."""
        return tuple(call for span in self.own for call in references(span))

    @property
    def known(self) -> date | None:
        """The day from which it may be shown, by its `<!-- known: DATE -->`."""
        found = (note["date"] for span in self.own for note in KNOWN.finditer(span.text))
        return max((day for text in found if (day := _day(text))), default=None)


def blocks(file: SourceFile) -> tuple[Block, ...]:
    """The blocks of a page from top to bottom; one that hangs under another comes after it."""
    return tuple(_blocks(_Page(file)))


def _day(text: str) -> date | None:
    try:
        return parse_date(text).last
    except ValueError:
        return None


class _Page:
    """The lines of a page, counted from 0, and what begins and ends on them."""

    def __init__(self, file: SourceFile) -> None:
        self.file = file
        self.lines = file.text.split("\n")

    def blank(self, at: int) -> bool:
        """True for a line with nothing on it, and past the end."""
        return at >= len(self.lines) or not self.lines[at].strip()

    def indent(self, at: int) -> int:
        text = self.lines[at].expandtabs(4)
        return len(text) - len(text.lstrip())

    def is_table(self, at: int) -> bool:
        following = self.lines[at + 1] if at + 1 < len(self.lines) else ""
        return (
            "|" in self.lines[at]
            and "|" in following
            and bool(DELIMITER.fullmatch(following.strip()))
        )

    def is_note(self, at: int) -> bool:
        """True for a day that holds back the block after it, alone on its line."""
        return bool(KNOWN.fullmatch(self.lines[at].strip()))

    def begins(self, at: int) -> bool:
        """True where a block begins without a blank line before it."""
        note = self.is_note(at) and not self.blank(at + 1)
        return note or any(one.match(self.lines[at]) for one in (HEADING, FENCE, ITEM))

    def fence_end(self, at: int) -> int:
        """The line after a fence that begins on a line; the end of the page if it stays open."""
        opened = FENCE.match(self.lines[at])
        marks = opened["marks"] if opened else ""
        closing = re.compile(rf"\s*{marks[:1]}{{{len(marks)},}}\s*")
        following = range(at + 1, len(self.lines))
        return next((i + 1 for i in following if closing.fullmatch(self.lines[i])), len(self.lines))

    def paragraph_end(self, at: int) -> int:
        following = range(at + 1, len(self.lines))
        return next((i for i in following if self.blank(i) or self.begins(i)), len(self.lines))

    def item_end(self, at: int, limit: int) -> int:
        """The line after an item and all that hangs under it."""
        end = line = at + 1
        while line < limit:
            if not self.blank(line):
                ends = self.blank(line - 1) or self.begins(line)
                if ends and self.indent(line) <= self.indent(at):
                    break
                end = self.fence_end(line) if FENCE.match(self.lines[line]) else line + 1
            line = max(line + 1, end)
        return min(end, limit)

    def block(
        self, lines: Range, kind: Kind, level: int = 0, under: tuple[Range, ...] = ()
    ) -> Block:
        """A block of whole lines, without the lines that hang under it."""
        starts = (lines[0], *(end for _, end in under))
        ends = (*(start for start, _ in under), lines[1])
        own = tuple(self.span(part) for part in zip(starts, ends, strict=True))
        return Block(self.span(lines), own, kind, level)

    def span(self, lines: Range) -> Span:
        start, end = (
            self.file.line_starts[at] if at < len(self.lines) else len(self.file.text)
            for at in lines
        )
        return self.file.span(start, end)


def _blocks(page: _Page) -> Iterator[Block]:
    at = 0
    while at < len(page.lines):
        start = at
        while start < len(page.lines) and (page.blank(start) or page.is_note(start)):
            start += 1
        if start == len(page.lines):
            break
        noted = next((i for i in range(at, start) if page.is_note(i)), start)
        at, found = _read(page, start)
        yield _from_note(page, noted, found[0])
        yield from found[1:]


def _from_note(page: _Page, at: int, block: Block) -> Block:
    """A block together with the note of a day before it."""
    start = page.span((at, at)).start
    first, *rest = (page.file.span(part.start, part.end) for part in block.own)
    own = (page.file.span(start, first.end), *rest)
    return replace(block, span=page.file.span(start, block.span.end), own=own)


def _read(page: _Page, at: int) -> tuple[int, tuple[Block, ...]]:
    """The block that begins on a line, with those under it, and the line after them."""
    if found := HEADING.match(page.lines[at]):
        return at + 1, (page.block((at, at + 1), "heading", len(found["marks"])),)
    if FENCE.match(page.lines[at]):
        end = page.fence_end(at)
        return end, (page.block((at, end), "code"),)
    if ITEM.match(page.lines[at]):
        end = page.item_end(at, len(page.lines))
        return end, tuple(_items(page, at, end))
    end = page.paragraph_end(at)
    if page.is_table(at):
        rows = tuple((row, row + 1) for row in range(at + 2, end))
        table = page.block((at, end), "table", under=rows)
        return end, (table, *(page.block(row, "row") for row in rows))
    # The last line may underline a heading.
    under = UNDERLINE.fullmatch(page.lines[end - 1]) if end - at > 1 else None
    level = (1 if under["marks"][0] == "=" else 2) if under else 0
    return end, (page.block((at, end), "heading" if under else "paragraph", level),)


def _items(page: _Page, at: int, end: int) -> Iterator[Block]:
    under, line = [], at + 1
    while line < end:
        if FENCE.match(page.lines[line]):
            line = page.fence_end(line)
        elif ITEM.match(page.lines[line]):
            under.append((line, page.item_end(line, end)))
            line = under[-1][1]
        else:
            line += 1
    yield page.block((at, end), "item", under=tuple(under))
    for start, inner_end in under:
        yield from _items(page, start, inner_end)


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
    record = briefing.records.get(call.id)
    return call.function == "name" or record is None or is_built(dossier, record)


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
