"""Bars of time, each under the words that say what holds, with the day from which they are seen."""

from collections.abc import Iterator, Sequence
from datetime import date

from generator.counting import listed
from generator.derive import lanes as derived
from generator.derive.lanes import HOLDS, Phase, Spans, Validity
from generator.derive.state import that_never_held
from generator.model.dates import ONE_DAY, in_words
from generator.render.charts import vega
from generator.render.charts.vega import Drawing, Frame, Layer, Size, width
from generator.render.charts.words import Form, Line
from generator.render.views.naming import is_plural, within_words
from generator.render.views.text import capital

# How thick a bar is after the day, and how long it is at least.
THIN, LEAST = 5, 2
# What stands before the first day and after the last takes this part of the whole.
ROOM = 20


def lines(panel: Spans) -> Iterator[Line]:
    """A line for each spell of each bar, then for what never took effect."""
    for bar in panel.items:
        for at, one in enumerate(bar.spells):
            last = (one.end - ONE_DAY).isoformat() if one.end <= panel.day else ""
            label = f"{bar.label}, {_spell(bar, at, panel.day)}"
            yield Line(label, first_of(bar, at), last, bar.fact, one.word)
        if not bar.is_drawn:
            yield Line(f"{bar.label}, has not taken effect", "", "", bar.fact)


def first_of(bar: Validity, at: int) -> str:
    """The first day of a spell as a date; empty where it is not held."""
    one = bar.spells[at]
    if at == 0 and bar.begun and one.word == HOLDS:
        return "" if bar.is_older else bar.begun.text
    return one.first.isoformat()


def _spell(bar: Validity, at: int, day: date) -> str:
    one, begun = bar.spells[at], bar.begun if at == 0 else None
    begins, before = in_words(one.first), ""
    if one.word == HOLDS and begun:
        begins = f"{begins} at the latest" if bar.is_older else in_words(begun)
    elif begun and bar.is_older:
        before = f"{HOLDS} before, "
    if one.end > day:
        return f"{before}{one.word} since {begins}"
    return f"{before}{one.word} from {begins} through {in_words(one.end - ONE_DAY)}"


def sentences(panel: Spans) -> Iterator[str]:
    """What held of each in turn, and what it is on the day."""
    yield f"{panel.title}."
    for bar in panel.items:
        spells = listed([held(bar, at, panel.day) for at in range(len(bar.spells))])
        name = capital(within_words(bar.label))
        told = f"{name} {spells or that_never_held(bar.state, is_plural(bar.label))}"
        # Behind what has held since a day stands only until when; what is over has told its last.
        last = bar.spells[-1] if bar.spells and bar.spells[-1].end > panel.day else None
        rest = bar.state.removeprefix(last.word).lstrip(" ,") if last else ""
        yield f"{told} ({rest})." if rest else f"{told}."


def held(bar: Validity, at: int, day: date) -> str:
    """What held in a stretch, as a sentence goes on: `has been suspended since 2 May 2031`."""
    told, has_many = _spell(bar, at, day), is_plural(bar.label)
    if " since " in told:
        return f"{'have' if has_many else 'has'} been {told}"
    return f"{'were' if has_many else 'was'} {told}"


def reach(found: Sequence[Spans], day: int) -> tuple[int, int]:
    """From the first day of all to the last, with room on both sides."""
    bars = [bar for panel in found for bar in panel.drawn]
    first = min(bar.spells[0].first for bar in bars).toordinal()
    last = max(day, *(_bar_end(bar).toordinal() for bar in bars))
    room = max(7, (last - first) // ROOM)
    return first - room, last + room


def _bar_end(bar: Validity) -> date:
    return bar.turns or bar.spells[-1].end


def draw(panel: Spans, frame: Frame) -> Drawing:
    """The bars, one below the other."""
    size, bars, x, middle = frame.size, panel.drawn, frame.x("first"), 0.0
    layers = []
    labels = (f"{bar.label}: {bar.state}" for bar in bars)
    # Words end before the line of the day, which would read as a letter in them.
    before = frame.pixel(frame.day) - vega.BESIDE
    room = before if before > size.plot / 2 else size.plot
    stacked = vega.stacked(labels, size, size.line + 4, room)
    for bar, (above, middle) in zip(bars, stacked, strict=True):
        layers += [*label(above, middle, size), *strip(bar, frame, x, middle)]
    height = middle + vega.THICK / 2 + vega.BELOW
    align, at, told = vega.beside(frame.pixel(frame.day), in_words(panel.day), size)
    signs = {
        "outlined: suspended": any(one.word != HOLDS for bar in bars for one in bar.spells),
        "thin: as stated for later": any(bar.turns for bar in bars),
        "arrow: no end named": any(bar.is_open for bar in bars),
        "line before: first day not known": any(bar.is_older for bar in bars),
    }
    day = vega.lettered(told, size, at, 0, color=vega.MUTED, align=align)
    return Drawing([frame.today(x, height), day, *layers], height, signs)


def label(lines: list[str], middle: float, size: Size) -> Iterator[Layer]:
    """The words above a bar; what lies behind them is covered."""
    for at, line in enumerate(lines):
        top = middle - vega.THICK / 2 - 2 - (len(lines) - at) * size.line
        yield vega.ground((0, int(width(line, size.type)) + 4), (top, top + size.line))
        yield vega.lettered(line, size, 0, top)


def strip(bar: Validity, frame: Frame, x: Layer, middle: float) -> Iterator[Layer]:
    """A bar, with a line before it where it may be older and an arrow where it is open.

    After the day it is thin.
    """

    def thread(start: int, end: int) -> Layer:
        row = {"first": start, "end": end}
        return vega.rule([row], frame.colour, 1.5, x=x, x2={"field": "end"}, y=middle)

    def piece(one: Phase, thick: int) -> Layer:
        row = {"first": one.first.toordinal(), "end": one.end.toordinal()}
        style = vega.filling(frame.colour, one.word == HOLDS)
        if frame.pixel(row["end"]) - frame.pixel(row["first"]) < LEAST:
            style |= {"stroke": frame.colour, "strokeWidth": LEAST}
        reach = {"x2": {"field": "end"}, "y": middle - thick / 2, "y2": middle + thick / 2}
        return vega.mark("rect", [row], style, x=x, **reach)

    last = bar.spells[-1]
    if bar.is_older:
        yield thread(frame.days[0], bar.spells[0].first.toordinal())
    yield from (piece(one, vega.THICK) for one in bar.spells)
    if bar.turns:
        yield piece(Phase(last.word, last.end, bar.turns), THIN)
    if bar.is_open:
        end = frame.days[1]
        yield thread(_bar_end(bar).toordinal(), end)
        style = {"shape": "triangle-right", "size": 60, "filled": True, "xOffset": -4}
        arrow = {**style, "color": frame.colour, "opacity": 1}
        yield vega.mark("point", [{"first": end}], arrow, x=x, y=middle)


FORM = Form(derived.spans, lines, sentences, draw, days=reach)
