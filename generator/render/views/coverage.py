"""Which measure covers which material, with what holds of it on the day.

A material that no measure on record names has a line as well: that it is not named is told.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive.dossier import Dossier, Fact
from generator.derive.holding import whole_of
from generator.model.comparison import Comparison
from generator.model.material import Material
from generator.model.measure import Measure
from generator.model.record import Record
from generator.model.statement import Part
from generator.render.views.grids import Grid, Row, one_group
from generator.render.views.held import state
from generator.render.views.links import record_address
from generator.render.views.rich import Rich
from generator.render.views.sheet import Sheet
from generator.render.views.text import fill, joined, tag
from generator.render.views.times import in_time

NOT_NAMED = tag("span", "not named", class_="not-known")
TOLD = (
    "Not named: what is on record of the measure does not name the material. It may be reached all "
    "the same, as a part of a product or by another measure."
)


def covers(sheet: Sheet, data: Comparison) -> Iterator[Grid]:
    """Materials against the measures that name any."""
    dossier = sheet.dossier
    measures = in_time(dossier, (r for r in dossier.of_kind("measure") if reach(dossier, r)))
    if measures:
        heads = (Rich("Material"), *(sheet.name(record.id) for record in measures))
        rows = one_group(
            Row(named(sheet, one), tuple(cell(sheet, measure, one.id) for measure in measures))
            for one in materials(dossier, measures)
        )
        yield Grid("section--covers", "Materials and measures", heads, rows, TOLD)


def counts(sheet: Sheet) -> Iterator[tuple[str, Rich]]:
    """How many materials each measure names and what holds of it, then those that none names."""
    dossier = sheet.dossier
    measures = in_time(dossier, (r for r in dossier.of_kind("measure") if reach(dossier, r)))
    found = materials(dossier, measures)
    for record in measures:
        number = fill("names {} of {}", len(reach(dossier, record)), len(found))
        whole = whole_of(dossier, record.id)
        yield (
            dossier.briefing.name(record.id),
            joined([number, *([state(sheet, whole)] if whole else [])], ": "),
        )
    covered = {id_ for record in measures for id_ in reach(dossier, record)}
    if rest := [one.id for one in found if one.id not in covered]:
        yield "Named by none of these", joined(sheet.name(id_) for id_ in rest)


def reach(dossier: Dossier, record: Record) -> dict[str, Fact | None]:
    """The materials that a measure covers as a whole or in part, each with what has the state."""
    data = record.data
    assert isinstance(data, Measure)
    whole = whole_of(dossier, record.id)
    found = {id_: whole for id_ in data.covers}
    for fact in dossier.by_record.get(record.id, ()):
        covered = fact.statement.covers if isinstance(fact.statement, Part) else ()
        found |= {id_: fact for id_ in covered}
    return found


def materials(dossier: Dossier, measures: list[Record]) -> list[Record]:
    """Those that a measure covers, and all that have a symbol as those have; by name."""
    covered = {id_ for record in measures for id_ in reach(dossier, record)}
    found = [r for r in dossier.of_kind("material") if r.id in covered or symbol(r)]
    return sorted(found, key=lambda record: dossier.briefing.name(record.id))


def symbol(record: Record) -> str:
    """The symbol of an element."""
    return (record.data.symbol or "") if isinstance(record.data, Material) else ""


def named(sheet: Sheet, record: Record) -> Rich:
    """A material with its symbol and its foreign forms, leading to its page."""
    to, called = record_address(sheet.dossier, record), sheet.named(record)
    link = tag("a", called, href=to) if to else called
    sign = symbol(record)
    return fill("{} {}", link, sign) if sign else link


def cell(sheet: Sheet, measure: Record, material: str) -> Rich:
    """What holds of a measure for a material that it names."""
    found = reach(sheet.dossier, measure)
    if material not in found:
        return NOT_NAMED
    fact = found[material]
    return fill("covered: {}", state(sheet, fact)) if fact else Rich("covered")
