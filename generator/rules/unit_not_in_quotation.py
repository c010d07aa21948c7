"""`unit-not-in-quotation`: a figure is counted in what its quotation counts in, by its scale too.

Of a series whose figures all count in something else, its unit is told, and not each figure.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.derive import Dossier
from generator.derive.computed import unit_of
from generator.derive.units import Printed, Unit, printed, unit
from generator.diagnostics import Diagnostic, Label
from generator.rules.said import Quoted, Said, said
from generator.source import Span

SCALES = {3: "thousand ", 6: "million ", 9: "billion ", 12: "trillion "}


@dataclass(frozen=True)
class Misfit:
    """A figure with a quotation that prints something else beside it than its unit."""

    part: Said
    quoted: Quoted
    found: Printed

    @property
    def is_own(self) -> bool:
        """Whether the unit stands at the figure, and not at its series."""
        return self.part.content.unit is not None

    @property
    def span(self) -> Span:
        """The place of the unit."""
        located = self.part.located
        return self.part.span("unit") if self.is_own else located.record.places.value(("unit",))


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Figures beside which every quotation prints another unit, or another scale."""
    of_series: dict[str, list[Misfit | None]] = {}
    for part in said(dossier.briefing):
        own = unit(part.content.unit or unit_of(part.located) or "")
        if own and part.quoted and part.is_whole and "unit" not in part.content.inferred:
            for one in held(part, own):
                if one and one.is_own:
                    yield told([one])
                elif not part.content.unit:
                    of_series.setdefault(part.located.record.id, []).append(one)
    for found in of_series.values():
        wrong = [one for one in found if one]
        if len(wrong) == len(found):
            yield told(wrong)
        else:
            yield from (told([one], one.part.span("value")) for one in wrong)


def held(part: Said, own: Unit) -> Iterator[Misfit | None]:
    """The misfit of each number of a figure, None where a quotation prints its unit beside it."""
    for number in part.content.value.numbers if part.content.value else ():
        found = [
            (quoted, one)
            for quoted in part.quoted
            for text in quoted.texts
            for one in printed(text, number)
        ]
        if found and not any(fits(one, own) for _, one in found):
            yield Misfit(part, *found[0])
        elif any(bears_out(one, own) for _, one in found):
            yield None


def fits(found: Printed, own: Unit) -> bool:
    """Whether what is printed beside a number is the unit, or says nothing of it."""
    return found.name in {None, own.name} and found.power in {None, own.power}


def bears_out(found: Printed, own: Unit) -> bool:
    """Whether what is printed beside a number says that it is counted so."""
    return found.power == own.power if own.power else found.name == own.name


def told(wrong: list[Misfit], span: Span | None = None) -> Diagnostic:
    """A unit that no quotation carries."""
    first, *others = wrong
    written = first.part.content.unit or unit_of(first.part.located)
    counted = f"{SCALES.get(first.found.power or 0, '')}{first.found.name or ''}".strip()
    more = f", as those of {len(others)} more figures do" if others else ""
    return Diagnostic(
        code="unit-not-in-quotation",
        message=f"`unit: {written}`, and the quotation counts in `{counted or 'ones'}`{more}",
        span=span or first.span,
        labels=tuple(Label(one.quoted.words_span, "the quotation") for one in wrong),
        help="write the unit that the number has there, or say why: `inferred: {unit: why}`",
    )
