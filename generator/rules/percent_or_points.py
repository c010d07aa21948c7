"""`percent-or-points`: `%` and percentage points differ, and a quotation says which it means."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from generator.counting import counted
from generator.derive import Dossier
from generator.derive.computed import unit_of
from generator.derive.numerals import numerals
from generator.diagnostics import Diagnostic, Fix, Label
from generator.link import Briefing, Located
from generator.model.formula import Operand, Operation
from generator.rules.said import Quoted, Said, said

POINTS = re.compile(
    r"\s?-?(?:(?:%|per ?cent(?:age)?)[ -]points?\b|points?\b|pp\b|ppts?\b|个百分点)"
)
PER_CENT = re.compile(r"\s?(?:%|％|per ?cent\b|pct\b)")
RATE = "%"
Meant = tuple[str, Quoted]
# `percentage points` begins as `percentage` does.
SPELLED = {"pp": POINTS, RATE: PER_CENT}
# As units they are spelled in fewer ways than behind a number.
WRITTEN = {
    "pp": re.compile(r"(?:%|per ?cent(?:age)?)[ -]points?|pp|ppts?|个百分点"),
    RATE: re.compile(r"[%％]|per ?cent|pct"),
}
NAMES = {RATE: "per cent", "pp": "percentage points"}


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Figures in one of the two units that their quotations print in the other."""
    of_series: dict[str, list[tuple[Said, Meant]]] = {}
    gone: set[str] = set()
    yield from respelled(dossier.briefing.as_read)
    for part in said(dossier.briefing.as_read):
        if part.located.id in gone:
            continue
        if meant := other_units(part):
            found = next(iter(meant.items()))
            if other := partner(part, found):
                gone.add(other.located.id)
                yield exchanged(found, part, other)
            elif part.content.unit:
                yield confused(found, part)
            else:
                of_series.setdefault(part.located.record.id, []).append((part, found))
        elif _unit(part) == RATE and _is_difference(dossier.briefing, part.located):
            yield difference(part)
    for several in of_series.values():
        # What many figures have from their series is told once, where it is written.
        yield confused(several[0][1], *(part for part, _ in several))


def respelled(briefing: Briefing) -> Iterator[Diagnostic]:
    """Units of the two that are spelled otherwise than all the others."""
    for record in briefing.records.values():
        for path, model in record.models:
            unit = getattr(model, "unit", None)
            name = spelled(unit or "")
            if name and name != unit:
                yield Diagnostic(
                    code="percent-or-points",
                    message=f"`{unit}` is another spelling of a unit",
                    span=record.places.value((*path, "unit")),
                    help=f"write `{shown(name)}`",
                )


def spelled(unit: str) -> str:
    """Which of the two a unit spells; empty for any other, such as the points of an index."""
    written = (name for name, spelling in WRITTEN.items() if spelling.fullmatch(unit))
    return next(written, "")


def shown(name: str) -> str:
    """A unit as it is written in a file."""
    return f'"{name}"' if name == RATE else name


def other_units(part: Said) -> dict[str, Quoted]:
    """The units that the quotations print behind a value, where its own is not among them.

    A number in any other unit may stand beside the same one in per cent.
    """
    unit = _unit(part)
    found = [one for quoted in part.quoted for one in _printed(part, quoted)]
    printed = {name: quoted for name, quoted in found if name}
    is_clear = unit in NAMES or all(name for name, _ in found)
    is_other = unit is not None and unit not in printed and is_clear
    return printed if part.is_whole and is_other else {}


def _unit(part: Said) -> str | None:
    """The unit, if what the quotations print matters."""
    is_ours = "unit" in part.content.inferred or part.may_have("unit")
    if not part.content.unit and part.located.record.may_have(("unit",)):
        return None
    unit = part.content.unit or unit_of(part.located) or ""
    # `% of all carts` is one of the two as well.
    return None if is_ours else spelled(unit.split(" of ")[0]) or unit


def _printed(part: Said, quoted: Quoted) -> Iterator[tuple[str, Quoted]]:
    """What stands behind the value's number each time a quotation has it; empty for neither."""
    numbers = part.content.value.numbers if part.content.value else ()
    for text in quoted.texts:
        for numeral in numerals(text):
            if any(numeral.says(number) for number in numbers):
                yield _named(text[numeral.end :]), quoted


def _named(text: str) -> str:
    """The one of the two units that a text begins with."""
    return next((name for name, spelled in SPELLED.items() if spelled.match(text)), "")


def _is_difference(briefing: Briefing, located: Located) -> bool:
    """True for a formula that takes one rate from another."""
    formula = located.statement.compute or located.statement.recompute
    term = formula.term if formula else None
    if not isinstance(term, Operation) or term.operator != "-":
        return False
    sides = (term.left, term.right)
    return all(isinstance(s, Operand) and _unit_at(briefing, located, s) == RATE for s in sides)


def _unit_at(briefing: Briefing, located: Located, operand: Operand) -> str | None:
    beside = ".".join((located.record.id, *map(str, located.path[:-1]), operand.text))
    known = briefing.statements
    return next((unit_of(known[id_]) for id_ in (beside, operand.text) if id_ in known), None)


def confused(meant: Meant, *parts: Said) -> Diagnostic:
    """A unit that no quotation carries: that of one figure, or of several of one series."""
    part, *others = parts
    name, quoted = meant
    written = shown(name)
    own, unit = part.content.unit is not None, part.content.unit or unit_of(part.located)
    as_written = f"`unit: {unit}`" if unit else "no `unit`"
    place = part.located.record.places.value(("unit",)) if others else part.span("value")
    more = f", as for {counted(len(others), 'other figure')}" if others else ""
    return Diagnostic(
        code="percent-or-points",
        message=f"{as_written}, and the quotation says {NAMES[name]}{more}",
        span=part.span("unit") if own else place,
        labels=(Label(quoted.words_span, "the quotation"),),
        help=f"write `unit: {written}`",
        fix=Fix(written, safe=False) if own or others else None,
    )


def partner(part: Said, meant: Meant) -> Said | None:
    """Another figure of the record: the quotation has its number in the unit of this one."""
    name, quoted = meant
    unit = part.content.unit or ""
    for other in said(part.briefing) if unit else ():
        is_near = other.located.record is part.located.record and other.located != part.located
        # A unit that a figure has from its series was not exchanged with it.
        has_unit = other.content.unit and _unit(other) == name
        if is_near and has_unit and _is_in(unit, quoted, other):
            return other
    return None


@lru_cache(maxsize=2)
def swapped(briefing: Briefing) -> frozenset[str]:
    """The figures of which two have each other's number."""
    found = ((part, other_units(part)) for part in said(briefing))
    meant = ((part, next(iter(units.items()))) for part, units in found if units)
    pairs = ((part, partner(part, one)) for part, one in meant)
    return frozenset(one.located.id for part, other in pairs if other for one in (part, other))


def _is_in(unit: str, quoted: Quoted, part: Said) -> bool:
    """Whether a quotation of a part has its number in a unit."""
    numbers = part.content.value.numbers if part.content.value else ()
    is_own = quoted.witness in {one.witness for one in part.quoted}
    return is_own and any(
        text[numeral.end :].lstrip().startswith(unit) or _named(text[numeral.end :]) == unit
        for text in quoted.texts
        for numeral in numerals(text)
        if any(numeral.says(number) for number in numbers)
    )


def exchanged(meant: Meant, part: Said, other: Said) -> Diagnostic:
    """Two figures with each other's number, by the units in the quotation."""
    name, quoted = meant
    value, second = part.span("value"), other.span("value")
    return Diagnostic(
        code="percent-or-points",
        message=f"the quotation has `{value.text}` in {NAMES[name]}, and `{second.text}` in the "
        f"unit of this figure",
        span=value,
        labels=(Label(second, "and this"), Label(quoted.words_span, "the quotation")),
        help="let the two values change places, or their units",
    )


def difference(part: Said) -> Diagnostic:
    """A difference of rates, which is counted in points."""
    key = "compute" if part.located.statement.compute else "recompute"
    return Diagnostic(
        code="percent-or-points",
        message="`unit: %` for the difference of two rates",
        span=part.span("unit") if part.content.unit else part.span(key),
        labels=(Label(part.span(key), "takes one rate from another"),),
        help="write `unit: pp`: from 2 % to 3 % is one percentage point, or 50 %",
    )
