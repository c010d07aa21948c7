"""What held from when until when: the shapes, the lines of a table, and what is said of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from generator.counting import listed
from generator.derive.dossier import Dossier
from generator.derive.spans import HOLDS, Spans, Validity
from generator.model.dates import in_words
from generator.render.charts.picture import SIDES, GanttBar, GanttPanel, Piece
from generator.render.charts.words import Line, with_status
from generator.render.views.acts import is_plural
from generator.render.views.grids import side_class
from generator.render.views.sheet import Sheet


def shape(dossier: Dossier, panel: Spans) -> GanttPanel:
    """A bar of time for each, in the colour of the side."""
    colour = SIDES[side_class(dossier, panel.party)]
    return GanttPanel(panel.title, colour, panel.day.toordinal(), tuple(map(strip, panel.bars)))


def strip(bar: Validity) -> GanttBar:
    """One bar: what held up to the day, then what is stated for later."""
    pieces = [
        Piece(one.first.toordinal(), one.end.toordinal(), one.word == HOLDS) for one in bar.spells
    ]
    if bar.turns:
        last = pieces[-1]
        pieces.append(Piece(last.end, bar.turns.toordinal(), last.is_whole, is_ahead=True))
    return GanttBar(f"{bar.label}: {bar.state}", tuple(pieces), bar.is_older, bar.is_open)


def lines(sheet: Sheet, panel: Spans) -> Iterator[Line]:
    """A line for each spell of each bar."""
    for bar in panel.bars:
        for at, one in enumerate(bar.spells):
            last = day_before(one.end).isoformat() if one.end <= panel.day else ""
            label = f"{bar.label}: {spell(bar, at, panel.day)}"
            line = Line(panel.title, label, first_of(bar, at), last, bar.fact, text=one.word)
            yield with_status(sheet, line)
    for bar in panel.never:
        line = Line(panel.title, f"{bar.label}: has not taken effect", "", "", bar.fact)
        yield with_status(sheet, line)


def first_of(bar: Validity, at: int) -> str:
    """The first day of a spell as a date; empty where it is not held."""
    one = bar.spells[at]
    if at == 0 and bar.begun and one.word == HOLDS:
        return "" if bar.is_older else bar.begun.text
    return one.first.isoformat()


def spell(bar: Validity, at: int, day: date) -> str:
    """A spell in words."""
    one, begun = bar.spells[at], bar.begun if at == 0 else None
    begins, before = in_words(one.first), ""
    if one.word == HOLDS and begun:
        begins = f"{begins} at the latest" if bar.is_older else in_words(begun)
    elif begun and bar.is_older:
        before = f"{HOLDS} before, "
    if one.end > day:
        return f"{before}{one.word} since {begins}"
    return f"{before}{one.word} from {begins} through {in_words(day_before(one.end))}"


def day_before(day: date) -> date:
    """The last day of what ends on a day."""
    return day - timedelta(days=1)


def sentences(panel: Spans) -> Iterator[str]:
    """What held of each in turn, and what it is on the day."""
    yield f"{panel.title}:"
    for bar in panel.bars:
        told = [held(bar, at, panel.day) for at in range(len(bar.spells))]
        yield f"{bar.label} {listed(told)} ({bar.state})."
    yield from (f"{bar.label} {bar.state}." for bar in panel.never)


def held(bar: Validity, at: int, day: date) -> str:
    """What held in a stretch, as a sentence goes on: `has been suspended since 2 May 2031`."""
    told, has_many = spell(bar, at, day), is_plural(bar.label)
    if " since " in told:
        return f"{'have' if has_many else 'has'} been {told}"
    return f"{'were' if has_many else 'was'} {told}"
