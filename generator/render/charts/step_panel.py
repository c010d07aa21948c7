"""Rates from day to day: their shapes, their lines in a table, and what is said of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from generator.counting import listed
from generator.derive.charts import Steps, Stretch
from generator.derive.dossier import Dossier
from generator.model.dates import in_words
from generator.render.charts import words
from generator.render.charts.picture import SIDES, Rate, StepPanel, short
from generator.render.charts.words import Line, filled
from generator.render.views.acts import is_plural
from generator.render.views.grids import side_class
from generator.render.views.sheet import Sheet
from generator.render.views.text import number, with_unit

ENDED = "none any more"


def shape(dossier: Dossier, panel: Steps) -> StepPanel:
    """A step line in the colour of its side."""
    title = f"{panel.title}, {panel.unit}" if panel.unit else panel.title
    colour = SIDES[side_class(dossier, panel.party)]
    rates = tuple(map(rate, panel.stretches))
    return StepPanel(title, colour, dossier.day.toordinal(), panel.is_second, rates)


def rate(found: Stretch) -> Rate:
    """A stretch as a level between two days."""
    first, end = found.first, found.end.toordinal()
    act = f"{short(first)}: {found.label}" if found.label and first else ""
    start = first.toordinal() if first else None
    if not found.fact or found.number is None:
        return Rate(None, "", start, end, act)
    star = "*" if found.fact.statement.compute else ""
    return Rate(float(found.number), f"{words.value(found.fact)}{star}", start, end, act)


def lines(sheet: Sheet, panel: Steps) -> Iterator[Line]:
    """A line for each stretch."""
    for one in panel.stretches:
        first = one.first.isoformat() if one.first else ""
        last = (one.end - timedelta(days=1)).isoformat()
        line = Line(panel.title, since(one), first, last, one.fact, status=ENDED)
        yield filled(sheet, line, panel.unit)


def sentences(panel: Steps) -> Iterator[str]:
    """Every rate with the day from which it holds, and by which act."""
    were = "were" if is_plural(panel.title) else "was"
    yield f"{panel.title} {were} {listed(list(map(stretch, panel.stretches)))}."
    if len(panel.drawn) > 1:
        sizes = [words.size(one) for one in panel.drawn]
        high, low = (with_unit(number(f"{end(sizes):f}"), panel.unit) for end in (max, min))
        yield f"The highest is {high}, the lowest {low}."


def stretch(found: Stretch) -> str:
    """A rate with its days and what brought it."""
    rate = words.value(found.fact) if found.fact and found.number is not None else ENDED
    return f"{rate} {since(found)}"


def since(found: Stretch) -> str:
    """The days of a rate, with the act that brought it."""
    if found.first is None:
        return f"before {in_words(found.end)} (first day not known)"
    act = f" ({found.label})" if found.label else ""
    return f"from {in_words(found.first)}{act}"
