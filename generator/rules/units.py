"""Figures count in the unit, go the way and have the bound that their quotations print."""

import re
from collections.abc import Iterator

from generator.derive import Dossier
from generator.derive.agree import Printed, Units, units_of
from generator.derive.computed import unit_of
from generator.derive.mentions import Numeral, numerals
from generator.diagnostics import Diagnostic, Fix
from generator.rules.shared import Quoted, QuotedStatement, labels, quoted_statements
from generator.rules.sound import near

POINTS = re.compile(
    r"\s?-?(?:(?:%|per ?cent(?:age)?)[ -]points?\b|points?\b|pp\b|ppts?\b|个百分点)"
)
PER_CENT = re.compile(r"\s?(?:%|％|per ?cent\b|pct\b)")
RATE = "%"
# `percentage points` begins as `percentage` does.
SPELLED = {"pp": POINTS, RATE: PER_CENT}
# As units they are spelled in fewer ways than behind a number.
WRITTEN = {
    "pp": re.compile(r"(?:%|per ?cent(?:age)?)[ -]points?|pp|ppts?|个百分点"),
    RATE: re.compile(r"[%％]|per ?cent|pct"),
}
NAMES = {RATE: "per cent", "pp": "percentage points"}
SCALES = {3: "thousand ", 6: "million ", 9: "billion ", 12: "trillion "}
WORD = re.compile(r"[^\W\d_]+")
# A change by its basis, such as `year on year`; one that is called a fall has no sign.
CHANGE = re.compile(r"\b(\w+) on \1\b")
ABOUT = r"\s+(?:by\s+)?(?:about |some |nearly |around |roughly |almost |more than |as much as )?$"
WAYS = {
    "down": re.compile(
        r"\b(?:f[ae]ll(?:s|en|ing)?|dropp?(?:s|ed|ing)?|declin(?:es?|ed|ing)|decreas(?:es?|ed|ing)"
        rf"|plung(?:es?|ed|ing)|slump(?:s|ed|ing)?|plummet(?:s|ed|ing)?|down){ABOUT}",
        re.IGNORECASE,
    ),
    "up": re.compile(
        r"\b(?:ros[ei]n?|ris(?:es|ing)|gr[eo]w(?:s|n|ing)?|increas(?:es?|ed|ing)|jump(?:s|ed|ing)?"
        rf"|surg(?:es?|ed|ing)|soar(?:s|ed|ing)?|climb(?:s|ed|ing)?|up){ABOUT}",
        re.IGNORECASE,
    ),
}


def at_number(part: QuotedStatement) -> Iterator[tuple[Quoted, str, Numeral]]:
    """Where the quotations of a part have its numbers."""
    numbers = part.content.value.numbers if part.content.value else ()
    for quoted, text in part.texts if numbers else ():
        for numeral in numerals(text):
            if any(numeral.says(number) for number in numbers):
                yield quoted, text, numeral


@near
def percent_or_points(dossier: Dossier) -> Iterator[Diagnostic]:
    """Figures in one of the two units that their quotations print in the other."""
    for part in quoted_statements(dossier.briefing):
        unit = _unit_written(part)
        # `% of all carts` is one of the two as well.
        own = spelled(unit.split(" of ")[0]) or unit
        found = [(named(text[one.end :]), quoted) for quoted, text, one in at_number(part)]
        printed = {name: quoted for name, quoted in reversed(found) if name}
        is_clear = own in NAMES or (bool(found) and all(name for name, _ in found))
        if printed and own not in printed and is_clear and "unit" not in part.content.inferred:
            name, quoted = [*printed.items()][-1]
            written = f'"{name}"' if name == RATE else name
            yield Diagnostic(
                "percent-or-points",
                f"{shown(unit)}, and the quotation says {NAMES[name]}",
                part.span("unit" if part.content.unit else "value"),
                labels=(quoted.label,),
                help=f"write `unit: {written}`",
                fix=Fix(written, safe=False) if part.content.unit else None,
            )


def spelled(written: str) -> str:
    """Which of the two a unit spells; empty for any other, such as the points of an index."""
    return next((name for name, found in WRITTEN.items() if found.fullmatch(written)), "")


def named(text: str) -> str:
    """The one of the two units that a text begins with."""
    return next((name for name, found in SPELLED.items() if found.match(text)), "")


def _unit_written(part: QuotedStatement) -> str:
    return part.content.unit or unit_of(part.located) or ""


def shown(unit: str) -> str:
    """A unit as it is written in a file."""
    return f"`unit: {unit}`" if unit else "no `unit`"


@near
def unit_not_in_quotation(dossier: Dossier) -> Iterator[Diagnostic]:
    """Figures beside which every quotation prints another unit; a series gets one message."""
    of_series: dict[str, list[tuple[QuotedStatement, tuple[Quoted, Printed]]]] = {}
    for part in quoted_statements(dossier.briefing):
        if "unit" not in part.content.inferred and (found := other_unit(part)):
            if part.content.unit:
                yield _uncounted(part, *found)
            else:
                of_series.setdefault(part.located.record.id, []).append((part, found))
    for (first, found), *others in of_series.values():
        yield _uncounted(first, *found, *(part for part, _ in others))


def other_unit(part: QuotedStatement) -> tuple[Quoted, Printed] | None:
    """A quotation that counts in something else; None where one counts so, or none says."""
    units = units_of(part.briefing)
    for number in part.content.value.numbers if part.content.value else ():
        beside = [
            (quoted, one) for quoted, text in part.texts for one in units.printed(text, number)
        ]
        if beside and not any(fits(units, one, _unit_written(part)) for _, one in beside):
            return beside[0]
    return None


def fits(units: Units, found: Printed, written: str) -> bool:
    """Whether what is printed beside a number is the unit, or says nothing of it.

    A unit that is not known here may still be said to be of what is printed: `USD per kg`.
    """
    own = units.unit(written)
    if own is None:
        return found.name is None or found.name in map(units.called, WORD.findall(written))
    return found.name in {None, own.name} and found.power in {None, own.power}


def _uncounted(
    part: QuotedStatement, quoted: Quoted, found: Printed, *others: QuotedStatement
) -> Diagnostic:
    counts_in = f"{SCALES.get(found.power or 0, '')}{found.name or ''}".strip() or "ones"
    place = part.located.record.places.value(("unit",)) if others else part.span("value")
    return Diagnostic(
        "unit-not-in-quotation",
        f"{shown(_unit_written(part))}, and the quotation counts in `{counts_in}`",
        part.span("unit") if part.content.unit else place,
        labels=(quoted.label, *labels("and this figure", (one.span("value") for one in others))),
        help="write the unit that the number has there, or say why: `inferred: {unit: why}`",
    )


@near
def sign_differs(dossier: Dossier) -> Iterator[Diagnostic]:
    """Changes that every quotation which prints them has the other way, down or up."""
    for part in quoted_statements(dossier.briefing):
        value = part.content.value
        number = value.number if value else None
        if not value or not number or not CHANGE.search(part.content.basis or ""):
            continue
        way = "up" if number < 0 else "down"
        places = list(at_number(part))
        if places and all(WAYS[way].search(text[: one.start]) for _, text, one in places):
            meant = value.text.replace("-", "", 1) if number < 0 else f"-{value.text}"
            yield Diagnostic(
                "sign-differs",
                f"`{value.text}` goes the other way: the quotation says {way}",
                part.span("value"),
                labels=(places[0][0].label,),
                help=f"write `{meant}`",
            )
