"""`unit-not-in-quotation`: a figure is counted in what its quotation counts in, by its scale too.

Of a series whose figures all count in something else, its unit is told, and not each figure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from generator.counting import counted
from generator.derive import Dossier
from generator.derive.computed import unit_of
from generator.derive.units import Printed, called, printed, unit
from generator.diagnostics import Diagnostic, Label
from generator.model.series import Series
from generator.model.table import Table
from generator.rules.percent_or_points import swapped
from generator.rules.said import Quoted, Said, said
from generator.source import Span

WORD = re.compile(r"[^\W\d_]+")
# So many figures are hardly all wrong.
SEVERAL = 3
# The head of a column that says what the others count in.
UNIT = "unit"
# Units that are written in one way.
PLAIN = ("t", "kg", "USD", "CNY", "EUR")
SCALES = {3: "thousand ", 6: "million ", 9: "billion ", 12: "trillion "}


@dataclass(frozen=True)
class Finding:
    """A figure whose quotations say what it counts in; `wrong` is what is not its unit."""

    part: Said
    wrong: tuple[Quoted, Printed] | None

    @property
    def record_id(self) -> str:
        """The record that it stands in."""
        return self.part.located.record.id


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Figures beside which every quotation prints another unit, or another scale."""
    of_series: list[Finding] = []
    for one in findings(dossier):
        if not one.part.content.unit:
            of_series.append(one)
        # Two that have each other's number are told as such.
        elif one.wrong and one.part.located.id not in swapped(dossier.briefing.as_read):
            yield told([one], one.part.span("unit"))
    for _, several in groupby(of_series, key=lambda one: one.record_id):
        yield from in_series(list(several))


def in_series(found: list[Finding]) -> Iterator[Diagnostic]:
    """What is wrong with the unit of a series, or with figures that it is not the unit of."""
    wrong = [one for one in found if one.wrong]
    record = found[0].part.located.record
    if is_wrong_itself(wrong, found) and isinstance(record.data, Series):
        has_unit = ("unit",) in record.places.keys
        span = record.places.value(("unit",)) if has_unit else record.places.key(("points",))
        yield told(wrong, span)
    else:
        yield from (told([one], one.part.span("value")) for one in wrong)


def is_wrong_itself(wrong: list[Finding], found: list[Finding]) -> bool:
    """Whether it is the unit of a series that is wrong: of all its figures, or most in one way."""
    counted_in = {one.wrong[1] for one in wrong if one.wrong}
    is_most = len(wrong) >= SEVERAL and 2 * len(wrong) > len(found)
    return bool(wrong) and (len(wrong) == len(found) or (is_most and len(counted_in) == 1))


def findings(dossier: Dossier) -> Iterator[Finding]:
    """The figures of which something is known, record by record."""
    for part in said(dossier.briefing.as_read):
        yield from findings_of(part)


def findings_of(part: Said) -> Iterator[Finding]:
    """What is known of a figure; of a range twice."""
    written = part.content.unit or unit_of(part.located) or ""
    is_lost = part.may_have("unit") or part.located.record.may_have(("unit",))
    if is_lost or "unit" in part.content.inferred or not part.is_whole:
        return
    for number in part.content.value.numbers if part.content.value else ():
        beside = [
            (quoted, one)
            for quoted in part.quoted
            for text in counted_texts(quoted, written)
            for one in printed(text, number)
        ]
        if any(bears_out(one, written) for _, one in beside):
            yield Finding(part, None)
        elif beside and not any(fits(one, written) for _, one in beside):
            yield Finding(part, beside[0])


def counted_texts(quoted: Quoted, written: str) -> Iterator[str]:
    """What a quotation has; of a cell with what its row counts in, where both are plain units."""
    name, *cell = quoted.key.split("/")
    table = quoted.publication.tables.get(name) if cell else None
    behind = first_word(unit_of_row(table, cell[0])) if table else ""
    is_plain = behind in PLAIN and first_word(written) in {*PLAIN, ""}
    yield from (f"{text} {behind}" if is_plain else text for text in quoted.texts)


def first_word(unit: str) -> str:
    """What a unit is, without what it is of: `t` of `t REO`, `USD` of `USD/kg`."""
    word = re.split(r"[\s/]", unit, maxsplit=1)[0]
    return called(word) or word


def unit_of_row(table: Table, row: str) -> str:
    """What the cells of a row count in; empty where no column says it."""
    column = next((key for key, head in table.columns.items() if head.casefold() == UNIT), "")
    found = table.cell(row, column)
    return found[0] if found else ""


def has_other_unit(part: Said) -> bool:
    """True for a figure with a unit of its own that no quotation carries."""
    return bool(part.content.unit) and any(one.wrong for one in findings_of(part))


def fits(found: Printed, written: str) -> bool:
    """Whether what is printed beside a number is the unit, or says nothing of it.

    A unit that is not known here may still be said to be of what is printed: `USD per kg`.
    """
    own = unit(written)
    if own is None:
        return found.name is None or found.name in map(called, WORD.findall(written))
    return found.name in {None, own.name} and found.power in {None, own.power}


def bears_out(found: Printed, written: str) -> bool:
    """Whether what is printed beside a number says that it is counted so."""
    own = unit(written)
    is_same = own and (found.power == own.power if own.power else found.name == own.name)
    return bool(is_same) and fits(found, written)


def told(wrong: list[Finding], span: Span) -> Diagnostic:
    """A unit that no quotation carries."""
    first, *others = wrong
    assert first.wrong
    written, found = first.part.content.unit or unit_of(first.part.located), first.wrong[1]
    counts_in = f"{SCALES.get(found.power or 0, '')}{found.name or ''}".strip() or "ones"
    unit_as_written = f"`unit: {written}`" if written else "no `unit`"
    more = f", as for {counted(len(others), 'other figure')}" if others else ""
    quotations = dict.fromkeys(one.wrong[0].words_span for one in wrong if one.wrong)
    return Diagnostic(
        code="unit-not-in-quotation",
        message=f"{unit_as_written}, and the quotation counts in `{counts_in}`{more}",
        span=span,
        labels=tuple(Label(words, "the quotation") for words in quotations),
        help="write the unit that the number has there, or say why at the figure: "
        "`inferred: {unit: why}`",
    )
