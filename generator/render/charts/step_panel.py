"""Rates from day to day: their shapes, their lines in a table, and what is said of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal

from generator.derive.charts import Steps, Stretch
from generator.derive.dossier import Dossier
from generator.model.dates import MONTHS, in_words
from generator.render.charts import words
from generator.render.charts.lines import Line, filled
from generator.render.charts.picture import SIDES, Rate, StepPanel
from generator.render.views.grids import side_class
from generator.render.views.sheet import Sheet
from generator.render.views.text import number, with_unit

ENDED = "none any more"


def shape(dossier: Dossier, panel: Steps) -> StepPanel:
    """A step line in the colour of its side."""
    colour = SIDES[side_class(dossier, panel.party)]
    rates = tuple(rate(one) for one in panel.stretches)
    return StepPanel(title(panel), colour, dossier.day.toordinal(), panel.is_second, rates)


def title(panel: Steps) -> str:
    """What a panel measures, and in what."""
    return f"{panel.title}, {panel.unit}" if panel.unit else panel.title


def rate(found: Stretch) -> Rate:
    """A stretch as a level between two days."""
    first = found.first.toordinal() if found.first else None
    act = f"{day(found)}: {found.label}" if found.label and found.first else ""
    star = "*" if found.fact and found.fact.statement.compute else ""
    level_text = (
        f"{words.value(found.fact)}{star}" if found.fact and found.number is not None else ""
    )
    level = float(found.number) if found.number is not None else None
    return Rate(level, level_text, first, found.end.toordinal(), act)


def lines(sheet: Sheet, panel: Steps) -> Iterator[Line]:
    """A line for each stretch."""
    for one in panel.stretches:
        first = one.first.isoformat() if one.first else ""
        last = (one.end - timedelta(days=1)).isoformat()
        label = since(one)
        line = Line(panel.title, label, first, last, one.fact, status=ENDED)
        yield filled(sheet, line, panel.unit) if one.fact else line


def sentences(panel: Steps) -> Iterator[str]:
    """Every rate with the day from which it holds, and by which act."""
    drawn = panel.drawn
    high, low = max(map(size, drawn)), min(map(size, drawn))
    rates = "; ".join(stretch(one) for one in panel.stretches)
    if len(drawn) == 1:
        yield f"{panel.title}: {rates}."
        return
    change = words.changed(panel.unit, size(drawn[-1]) - size(drawn[0]))
    ends = (with_unit(number(f"{one:f}"), panel.unit) for one in (high, low))
    highest, lowest = ends
    yield (
        f"{panel.title}: {rates}. Highest {highest}, lowest {lowest};"
        f" from first to last a change of {change}."
    )


def size(drawn: Stretch) -> Decimal:
    """The number that is drawn."""
    assert drawn.number is not None
    return drawn.number


def stretch(found: Stretch) -> str:
    """A rate with its days and what brought it."""
    rate = words.value(found.fact) if found.fact and found.number is not None else ENDED
    return f"{rate} {since(found)}"


def since(found: Stretch) -> str:
    """The days of a rate, with the act that brought it."""
    if found.first is None:
        return f"before {in_words(found.end)}, first day not known"
    act = f" ({found.label})" if found.label else ""
    return f"from {in_words(found.first)}{act}"


def day(ordinal: Stretch) -> str:
    """The first day of a stretch as it stands in a drawing."""
    first = ordinal.first
    return f"{first.day} {MONTHS[first.month - 1][:3]} {first.year}" if first else ""
