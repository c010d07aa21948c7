"""Bars of a series by month or year; where none is held, a shade and the words."""

import math
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from generator.counting import listed
from generator.derive import charts
from generator.derive.charts import Bar, Bars
from generator.render.charts import vega, words
from generator.render.charts.vega import Drawing, Frame, Layer, Size, width, wrapped
from generator.render.charts.words import Form, Line, figured
from generator.render.views.naming import is_plural, within_words
from generator.render.views.text import MINUS, capital, covered, unit_in_words

GAP, UNSURE, JOINT = "no figure found", "figure not sure", "together"
# Of the place of a month, the part that its bar takes.
BAR = 0.82
# A heading has at most so many letters.
LONG = 90
# Between two numbers, in pixels.
APART = 3
ABOVE, BELOW = {"baseline": "bottom", "dy": -4}, {"baseline": "top", "dy": 4}


def lines(panel: Bars) -> Iterator[Line]:
    """A line for each month or year."""
    for bar in panel.items:
        line = Line(bar.name, bar.period, bar.period, bar.fact, status=GAP)
        if (joint := bar.joint) and not bar.fact:
            text = f"{words.shown(joint)} {JOINT}"
            yield replace(line, label=capital(_time(bar)), fact=joint.fact, text=text)
        else:
            yield figured(line, panel.unit)


def title(panel: Bars) -> str:
    """What a panel measures, and in what."""
    unit = unit_in_words(panel.unit) if panel.unit else "number"
    measures = (_basis(panel), unit) if panel.is_change else (unit, f"by {_step(panel)}")
    return capital(", ".join(filter(None, (panel.title, *measures))))


def _basis(panel: Bars) -> str:
    return next((fact.statement.basis for fact in panel.facts), None) or "change"


def _step(panel: Bars) -> str:
    return "month" if "-" in panel.items[0].period else "year"


def finding(panel: Bars) -> str:
    """The highest and the latest figure as a heading, in the fullest words that have room."""
    if panel.is_change:
        return next(_changes(panel)).removesuffix(".")
    high, last = _high(panel), _last(panel)
    names = filter(None, (panel.series, panel.facts[0].of_series("flow")))
    told = [_highest(panel, name) for name in names]
    bare = f"The highest single {_step(panel)} was {high.name}, at {_shown(high)}"
    if high is not last:
        told = [f"{one}; {_time(last)} had {_shown(last)}" for one in told]
        # Where that is too long, the unit is told once.
        told.append(f"{bare}; {_time(last)} had {words.bare((last.joint or last).size)}")
    return next((one for one in told if len(one) <= LONG), bare)


def sentences(panel: Bars) -> Iterator[str]:
    """The highest and the latest, then the first and the lowest, then what has not been told."""
    yield from _changes(panel) if panel.is_change else _levels(panel)
    for word, told in ((GAP, "No figure was found"), (UNSURE, "The figure is not sure")):
        runs = [own for reason, own in gaps(panel) if reason == word]
        if runs:
            yield f"{told} for {listed(list(map(_run, runs)))}."
    latest = _last(panel).joint if len(panel.drawn) > 1 else None
    for _, own in gaps(panel):
        if (joint := own[0].joint) and joint is not latest:
            yield f"For {_run(own)} there is one figure, {words.shown(joint)}."


def _levels(panel: Bars) -> Iterator[str]:
    first, low, last = panel.drawn[0], _low(panel), _last(panel)
    if len(panel.drawn) == 1:
        name, figure = within_words(panel.series), f"{_shown(first)}, for {first.name}"
        yield f"The only figure of one {_step(panel)} for {name} is {figure}."
        return
    yield f"{_highest(panel, panel.series)}."
    if last is not _high(panel):
        yield f"The latest figure here is {_shown(last)}, for {_time(last)}."
    yield f"The first figure of one {_step(panel)} is {_shown(first)}, for {first.name}."
    own = f"The lowest is {_shown(low)}, for {low.name}."
    yield own if low is not first else "It is also the lowest."


def _highest(panel: Bars, name: str) -> str:
    """When something that has this name was highest, and how high."""
    high, verb = _high(panel), "were" if is_plural(name) else "was"
    told = f"{within_words(name)} {verb} highest in {high.name}, at {_shown(high)}"
    # Of months that are told together, one may be higher, and so may one of which none is sure.
    sure = " with a sure figure" if any(reason == UNSURE for reason, _ in gaps(panel)) else ""
    if sure or any(own[0].joint for _, own in gaps(panel)):
        told = f"of single {_step(panel)}s{sure}, {told}"
    return capital(f"{told}, the latest figure here" if high is _last(panel) else told)


def _changes(panel: Bars) -> Iterator[str]:
    """The changes by what they are: of falls, the highest figure is the smallest fall."""
    first, high, low, last = panel.drawn[0], _high(panel), _low(panel), _last(panel)
    of = f" of {within_words(panel.title)}" if panel.title else ""
    ahead = f"{capital(_basis(panel))}, the"
    if len(panel.drawn) == 1:
        yield f"{ahead} only figure of one {_step(panel)}{of} was {_change(first)}."
        return
    above = "smallest fall" if high.size < 0 else "largest rise"
    below = "largest fall" if low.size < 0 else "smallest rise"
    rest = ", the latest figure here" if high is last else f"; the latest was {_change(last)}"
    yield f"{ahead} {above}{of} was {_unsigned(high)}, in {high.name}{rest}."
    rest = ", the first figure here" if low is first else f"; the first was {_change(first)}"
    yield f"The {below} was {_unsigned(low)}, in {low.name}{rest}."


def _change(bar: Bar) -> str:
    word = "fall" if (bar.joint or bar).size < 0 else "rise"
    return f"a {word} of {_unsigned(bar)}, in {_time(bar)}"


def _unsigned(bar: Bar) -> str:
    return _shown(bar).replace(MINUS, "", 1)


def _shown(bar: Bar) -> str:
    return words.shown(bar.joint or bar)


def _time(bar: Bar) -> str:
    """The time of a figure, behind another word."""
    if not bar.joint or not (period := bar.joint.facts[0].located.period):
        return bar.name
    told = covered(period)
    return f"{'the ' if told[0].islower() else ''}{told} together"


def _high(panel: Bars) -> Bar:
    return max(panel.drawn, key=lambda bar: bar.size)


def _low(panel: Bars) -> Bar:
    return min(panel.drawn, key=lambda bar: bar.size)


def _last(panel: Bars) -> Bar:
    return next(bar for bar in reversed(panel.items) if bar.is_drawn or bar.joint)


def _run(own: list[Bar]) -> str:
    return own[0].name if len(own) == 1 else f"{own[0].name} to {own[-1].name}"


def gaps(panel: Bars) -> Iterator[tuple[str, list[Bar]]]:
    """The months without a bar, with the reason; those that follow each other in one."""
    for reason, group in groupby(panel.items, key=why):
        if reason:
            yield reason, list(group)


def why(bar: Bar) -> str:
    """Why there is no bar."""
    if bar.joint:
        return f"{words.bare(bar.joint.size)}{'*' * bar.joint.is_computed} {JOINT}"
    return "" if bar.is_drawn else UNSURE if bar.fact else GAP


def draw(panel: Bars, frame: Frame) -> Drawing:
    """The bars of a series or of its changes, outlined where the figure is computed."""
    size, periods = frame.size, [bar.period for bar in panel.items]
    labels = vega.axis(named(periods, size.plot), size) if frame.is_last else None
    across = {"domain": periods, "padding": 1 - BAR}
    x = {"field": "period", "type": "ordinal", "axis": labels, "scale": across}
    high, low = limits(panel, size)
    scale = {"domain": [low, high], "nice": False, "zero": False}
    y, numbers = vega.measure("number", scale), roomy(panel, size)
    raised = [one for one in numbers if one["level"] != one["number"]]
    layers = [*shades(panel, x, size)]
    for is_computed in (False, True):
        style = vega.filling(frame.colour, not is_computed)
        rows = [_row(bar) for bar in panel.drawn if bar.is_computed is is_computed]
        layers.append(vega.mark("bar", rows, style, x=x, y=y, y2={"datum": 0}))
    layers += [vega.base(), vega.rule(raised, vega.MUTED, 0.75, x=x, y=y, y2={"field": "level"})]
    for is_below, style in ((False, ABOVE), (True, BELOW)):
        rows = [one for one in numbers if (one["level"] < 0) is is_below]
        layers.append(vega.texts(rows, size, style, x=x, y=vega.measure("level", scale)))
    computed = ["outlined"] * any(bar.is_computed for bar in panel.drawn)
    computed += ["starred"] * any(bar.joint and bar.joint.is_computed for bar in panel.items)
    signs = {
        f"{' or '.join(computed)}: computed": bool(computed),
        f"?: {UNSURE}": any(why(bar) == UNSURE for bar in panel.items),
    }
    return Drawing(layers, size.height, signs)


def _row(bar: Bar) -> Layer:
    return {"period": bar.period, "number": float(bar.size), "told": words.bare(bar.size)}


def limits(panel: Bars, size: Size) -> tuple[float, float]:
    """The highest and lowest that is drawn, with room for the numbers."""
    drawn = [float(bar.size) for bar in panel.drawn]
    high, low = max([*drawn, 0.0]), min([*drawn, 0.0])
    room = (high - low or 1.0) * (size.line + 4) / (size.height - 2 * size.line)
    return high + (room if high > 0 else 0), low - (room if low < 0 else 0)


def roomy(panel: Bars, size: Size) -> list[Layer]:
    """The numbers that fit beside each other: the last and the extremes come first.

    Only an extreme is raised above its neighbours: it is what the words beside the chart tell.
    """
    step = size.plot / len(panel.items)
    rows = {n: _row(bar) for n, bar in enumerate(panel.items) if bar.is_drawn}
    half = {n: width(one["told"], size.type) / 2 for n, one in rows.items()}
    said = [
        (panel.items.index(own[0]) + (len(own) - 1) / 2, *taken(lines, is_turned, size))
        for reason, own in gaps(panel)
        for lines, is_turned in (note(reason, own, step, size),)
    ]
    ranked = sorted(rows, key=lambda n: rows[n]["number"])
    extremes = (ranked[0], ranked[-1])
    kept: dict[int, Layer] = {}
    for n in (max(rows), *extremes, *rows):
        if n in kept or any(abs(n - m) * step <= half[n] + half[m] + APART for m in kept):
            continue
        # The neighbours over which the number spreads.
        near = [m for m in range(len(panel.items)) if 0 < abs(n - m) < half[n] / step + BAR / 2]
        own, beside = rows[n]["number"], (abs(rows[m]["number"]) for m in near if m in rows)
        level = math.copysign(max([abs(own), *beside]), own)
        # In a gap, words stand half way up.
        is_free = all(
            abs(n - at) * step > half[n] + wide / 2 or is_beyond_words(panel, level, size, reach)
            for at, wide, reach in said
        )
        if is_free and (n in extremes or level == own):
            kept[n] = rows[n] | {"level": level}
    return [kept[n] for n in sorted(kept)]


def taken(lines: list[str], is_turned: bool, size: Size) -> tuple[float, float]:
    """The width and the height that the words in a gap take, in pixels."""
    wide = max((width(line, size.type) for line in lines), default=0)
    return (size.line, wide) if is_turned else (wide, 3 * size.line)


def is_beyond_words(panel: Bars, level: float, size: Size, reach: float) -> bool:
    """True when a number stands above or below all that words in a gap reach, half way up."""
    high, low = limits(panel, size)
    place = size.height * (high - level) / (high - low)
    if level < 0:
        return place + 4 > (size.height + reach) / 2
    return place - 4 < (size.height - reach) / 2


def shades(panel: Bars, x: Layer, size: Size) -> Iterator[Layer]:
    """A ground from top to bottom where there is no bar, and why, in its middle if it has room."""
    step = size.plot / len(panel.items)
    for reason, own in gaps(panel):
        rows = [{"period": own[0].period, "last": own[-1].period}]
        x2 = {"field": "last", "bandPosition": 1}
        across = {"x": {**x, "bandPosition": 0}, "x2": x2}
        yield vega.mark("rect", rows, {"fill": vega.WASH}, **across, y=0, y2=size.height)
        lines, is_turned = note(reason, own, step, size)
        if lines:
            style = {"text": lines, "color": vega.MUTED, "lineHeight": size.line}
            style |= {"angle": 270, "baseline": "middle"} if is_turned else {}
            # Half way between two bars, counted in widths of a bar.
            place = {**x, "bandPosition": 0.5 if len(own) % 2 else 0.5 + 0.5 / BAR}
            top = (size.height - (len(lines) - 1) * size.line) / 2
            middle = [{"period": own[(len(own) - 1) // 2].period}]
            yield vega.texts(middle, size, style, x=place, y=top)


def note(reason: str, own: list[Bar], step: float, size: Size) -> tuple[list[str], bool]:
    """What is written in a gap, in lines, or else upwards; nothing where it has no room."""
    told, wide = "?" if reason == UNSURE else reason, step * len(own)
    longest = max(width(word, size.type) for word in told.split())
    if longest <= wide:
        # Within the shade, which is narrower than its months.
        return wrapped(told, max(longest, wide - step * (1 - BAR)), size.type), False
    has_room = size.line <= wide and width(told, size.type) <= size.height
    return [told] * has_room, has_room


def named(periods: list[str], pixels: int) -> dict[str, list[str]]:
    """The months or years that have room, the year below the first of each."""
    wide = 34 if "-" in periods[0] else 38
    stride = next(n for n in vega.STRIDES if n * pixels / len(periods) >= wide)
    if "-" not in periods[0]:
        return {year: [year] for year in periods[::stride]}
    return vega.yearly((one, vega.month(int(one[5:])), one[:4]) for one in periods[::stride])


FORM = Form(charts.bars, lines, sentences, draw, title, finding, head="When", sideless=vega.MUTED)
