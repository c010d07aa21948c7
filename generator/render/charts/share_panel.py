"""Shares of a hundred: their shapes, their lines in a table, and what is said of them."""

from __future__ import annotations

from collections.abc import Iterator

from generator.counting import listed
from generator.derive.charts import Shares
from generator.derive.dossier import Dossier, Fact
from generator.render.charts import words
from generator.render.charts.picture import SIDES, SharePanel, Slice
from generator.render.charts.words import Line, filled
from generator.render.views.grids import own_label, side_class
from generator.render.views.sheet import Sheet
from generator.render.views.text import UNTOLD, covered

UNIT = "%"


def shape(dossier: Dossier, panel: Shares) -> SharePanel:
    """A bar for each share that is one sure number."""
    slices = tuple(
        Slice(
            label(one.fact, panel.title),
            float(words.size(one)),
            words.value(one.fact),
            bool(one.fact.statement.compute),
        )
        for one in panel.drawn
    )
    return SharePanel(title(panel), SIDES[side_class(dossier, panel.party)], slices)


def title(panel: Shares) -> str:
    """Whose share of what."""
    return f"{panel.title}, {UNIT}"


def label(fact: Fact, series: str) -> str:
    """Who says so, of what, and of which time: what sets a share apart from the others."""
    content = fact.statement
    period = fact.located.period
    time = covered(period, UNTOLD) if period else ""
    parts = (content.category or fact.of_series("category"), time, content.basis)
    note = "; ".join(part for part in parts if part)
    own = own_label(fact, series)
    return f"{own}: {note}" if note else own


def lines(sheet: Sheet, panel: Shares) -> Iterator[Line]:
    """A line for each share, also for one that is no bar."""
    for one in panel.shares:
        period = one.fact.located.period
        day = period.text if period else ""
        line = Line(title(panel), label(one.fact, panel.title), day, day, one.fact)
        yield filled(sheet, line, UNIT)


def sentences(panel: Shares) -> Iterator[str]:
    """Every share with its definition, then how many are no bar."""
    shares = (f"{words.value(one.fact)} ({label(one.fact, panel.title)})" for one in panel.drawn)
    yield f"{panel.title} is given as {listed(list(shares))}."
    if rest := [one for one in panel.shares if one.number is None]:
        note = listed([words.value(one.fact) for one in rest if one.fact.chosen.value])
        yield f"Without a bar, for want of one sure number with a quotation: {note or len(rest)}."
