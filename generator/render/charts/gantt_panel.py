"""What held from when until when: the shapes, the lines of a table, and what is said of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from generator.counting import listed
from generator.derive.dossier import Dossier
from generator.derive.spans import HOLDS, Spans, Spell, Validity
from generator.model.dates import in_words
from generator.render.charts.lines import Line, with_status
from generator.render.charts.picture import SIDES, GanttBar, GanttPanel, Piece
from generator.render.views.grids import side_class
from generator.render.views.sheet import Sheet


def shape(dossier: Dossier, panel: Spans) -> GanttPanel:
    """A bar of time for each, in the colour of the side."""
    colour = SIDES[side_class(dossier, panel.party)]
    found = tuple(strip(bar) for bar in panel.bars)
    return GanttPanel(panel.title, colour, panel.day.toordinal(), found)


def strip(bar: Validity) -> GanttBar:
    """One bar: what held up to the day, then what is stated for later."""
    pieces = [piece(one) for one in bar.spells]
    if bar.turns:
        last = bar.spells[-1]
        turns = bar.turns.toordinal()
        pieces.append(Piece(last.end.toordinal(), turns, last.word == HOLDS, is_ahead=True))
    return GanttBar(f"{bar.label}: {bar.state}", tuple(pieces), bar.is_older, bar.is_open)


def piece(one: Spell) -> Piece:
    """A spell as a part of a bar."""
    return Piece(one.first.toordinal(), one.end.toordinal(), one.word == HOLDS)


def lines(sheet: Sheet, panel: Spans) -> Iterator[Line]:
    """A line for each spell of each bar."""
    for bar in panel.bars:
        for at, one in enumerate(bar.spells):
            is_over = one.end <= panel.day
            last = day_before(one.end).isoformat() if is_over else ""
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
    one = bar.spells[at]
    is_first = at == 0 and bar.begun is not None
    begins = in_words(bar.begun if is_first and bar.begun and one.word == HOLDS else one.first)
    if is_first and bar.is_older:
        begins = f"{in_words(one.first)}{'' if one.word != HOLDS else ' at the latest'}"
    before = f"{HOLDS} before, " if is_first and bar.is_older and one.word != HOLDS else ""
    if one.end > day:
        return f"{before}{one.word} since {begins}"
    return f"{before}{one.word} from {begins} through {in_words(day_before(one.end))}"


def day_before(day: date) -> date:
    """The last day of what ends on a day."""
    return day - timedelta(days=1)


def sentences(panel: Spans) -> Iterator[str]:
    """What held of each in turn, and what it is on the day."""
    told = [sentence(bar, panel.day) for bar in panel.bars]
    told += [f"{bar.label} {bar.state}" for bar in panel.never]
    yield f"{panel.title}: {'; '.join(told)}."


def sentence(bar: Validity, day: date) -> str:
    """One bar in words; its state says what is stated for later."""
    spells = (spell(bar, at, day) for at in range(len(bar.spells)))
    return f"{bar.label}, {listed(list(spells))} ({bar.state})"
