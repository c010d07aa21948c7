"""`literal-in-prose`: figures, dates and names in prose are references to facts (a warning).

A figure is a number with its unit, a date one with its day; months, years and bare numbers may
stand. Code, addresses and the title of a page are left alone. What is called the last of its kind
is so until the next record.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from generator.derive import Dossier
from generator.derive.blocks import TEMPLATE, blocks
from generator.derive.computed import unit_of
from generator.derive.mentions import mentions
from generator.derive.numerals import numerals
from generator.diagnostics import Diagnostic, Fix, Severity
from generator.link import Briefing
from generator.model.person import Person
from generator.source import Span

CODE = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)", re.DOTALL)
ADDRESS = re.compile(r"\]\([^)\s]*|<[^<>\s][^<>]*>|https?://\S+|<!--.*?-->", re.DOTALL)
CURRENCY = re.compile(r"(?:[$€£¥]|\b(?:USD|US|RMB|CNY|EUR|GBP|JPY|HKD)\s?)$")
UNITS = (
    r"%|％|per ?cent\b|percentage[ -]points?\b|pp\b|points\b|tons?\b|tonnes?\b|t\b|kg\b|kilos?\b"
    r"|(?:calendar )?(?:hours?|days?|weeks?|months?|years?)\b|(?:million|billion|trillion|bn|mn)\b"
    r"|dollars?\b|euros?\b|yuan\b"
)
KINDS = "round|talks|meeting|summit|call|agreement|measure|licence|step|extension"
LATEST = re.compile(rf"\b(?:last|latest|newest|most recent)\s+(?:{KINDS})s?\b", re.IGNORECASE)
PER_CENT = "%"
OFFERED = 3
SUPERLATIVE = "superlative"
FREE = "make it a statement and write its `fact`"
STALE = "the next record makes it untrue: say when it was, or show it by `latest:` in the strip"


@dataclass(frozen=True)
class Literal:
    """Something that stands in prose as text and could be a reference."""

    what: str
    span: Span
    calls: tuple[str, ...]


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Figures, full dates and names of persons in pages, key points and headlines."""
    briefing = dossier.briefing.as_read
    seeker = Seeker(briefing)
    for span, rests in _prose(briefing):
        for literal in seeker.literals(span):
            yield written_out(literal, rests)


def _prose(briefing: Briefing) -> Iterator[tuple[Span, frozenset[str]]]:
    """Every text, with the calls of what a key point or headline rests on."""
    for page in briefing.pages:
        for block in blocks(page):
            if block.kind != "code" and not (block.kind == "heading" and block.level == 1):
                yield from ((span, frozenset()) for span in block.own)
    for record in briefing.records.values():
        rests = frozenset(_facts(getattr(record.data, "rests", ())))
        if not (getattr(record.data, "latest", None) or record.may_have(("latest",))):
            yield from ((span, rests) for span in record.prose)


class Seeker:
    """Finds literals, and the facts and persons that they could be references to."""

    def __init__(self, briefing: Briefing) -> None:
        """Collects the names and the units of the briefing."""
        self.briefing = briefing
        units = {re.escape(unit) for one in briefing.statements.values() if (unit := unit_of(one))}
        words = "|".join(rf"{unit}(?!\w)" for unit in sorted(units, key=len, reverse=True))
        self.units = re.compile(rf"[\s-]?(?:{UNITS}{f'|{words}' if words else ''})")
        self.persons = dict(self._names())
        names = sorted(self.persons, key=len, reverse=True)
        self.names = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)")

    def _names(self) -> Iterator[tuple[str, str]]:
        for record in self.briefing.of_kind("person"):
            assert isinstance(record.data, Person)
            is_marked = record.data.party or record.data.offices
            if record.id in self.briefing.unreadable and not is_marked:
                # It may be a body that was saved among persons.
                continue
            for name in (*record.data.names, *record.data.aliases):
                yield name, record.id

    def literals(self, span: Span) -> Iterator[Literal]:
        """The literals of a text from left to right, kind by kind."""
        text = span.text
        for pattern in (TEMPLATE, CODE, ADDRESS):
            text = pattern.sub(lambda match: "\0" * len(match[0]), text)
        yield from self._dates(span, text)
        yield from self._figures(span, text)
        yield from self._persons(span, text)
        for match in LATEST.finditer(text):
            yield Literal(SUPERLATIVE, _part(span, *match.span()), ())

    def _dates(self, span: Span, text: str) -> Iterator[Literal]:
        days = [mention for mention in mentions(text) if mention.day]
        for start, end in dict.fromkeys((m.start, m.end) for m in days):
            named = [m for m in days if m.start == start]
            ids = tuple(
                id_
                for m in named
                for id_, day in self._dated()
                if (day.month, day.day) == (m.month, m.day) and m.year in {None, day.year}
            )
            yield Literal("date", _part(span, start, end), _facts(ids))

    def _dated(self) -> Iterator[tuple[str, date]]:
        for id_, located in self.briefing.statements.items():
            value = located.statement.value
            if value and value.date and value.date.is_day:
                yield id_, value.date.first

    def _figures(self, span: Span, text: str) -> Iterator[Literal]:
        for numeral in numerals(text):
            written = text[numeral.start : numeral.end]
            before = CURRENCY.search(text[: numeral.start])
            after = self.units.match(text, numeral.end)
            scaled = numeral.scaled != numeral.number
            if written[0].isdigit() and (before or after or scaled):
                start = before.start() if before else numeral.start
                end = after.end() if after else numeral.end
                ids = self._valued({numeral.number, numeral.scaled}, after[0] if after else "")
                yield Literal("figure", _part(span, start, end), _facts(ids))

    def _valued(self, numbers: set[Decimal], unit: str) -> tuple[str, ...]:
        """Statements of these numbers, those that count in the same unit first."""
        found = {
            id_: unit_of(located)
            for id_, located in self.briefing.statements.items()
            for _, content in located.statement.contents()
            if content.value and content.value.number is not None
            if abs(content.value.number) in numbers
        }
        meant = PER_CENT if re.search("%|％|cent", unit) else unit.strip(" -")
        return tuple(sorted(found, key=lambda id_: found[id_] != meant))

    def _persons(self, span: Span, text: str) -> Iterator[Literal]:
        for match in self.names.finditer(text) if self.persons else ():
            call = f'name("{self.persons[match[0]]}")'
            yield Literal("name", _part(span, *match.span()), (call,))


def _part(span: Span, start: int, end: int) -> Span:
    return span.file.span(span.start + start, span.start + end)


def _facts(ids: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f'fact("{id_}")' for id_ in dict.fromkeys(ids))


def written_out(literal: Literal, rests: frozenset[str]) -> Diagnostic:
    """What a correction of the fact would not reach; what the text rests on is offered first."""
    likely = sorted(literal.calls, key=lambda call: call not in rests)
    offered = " or ".join(f"`{{{{ {call} }}}}`" for call in likely[:OFFERED])
    in_page = literal.span.file.path.endswith(".md")
    return Diagnostic(
        code="literal-in-prose",
        message=f"the {literal.what} `{' '.join(literal.span.text.split())}` is written out",
        span=literal.span,
        severity=Severity.WARNING,
        help=f"write {offered}" if offered else STALE if literal.what == SUPERLATIVE else FREE,
        fix=Fix(f"{{{{ {literal.calls[0]} }}}}", safe=False)
        if in_page and len(literal.calls) == 1
        else None,
    )
