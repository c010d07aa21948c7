"""A step line of rates from day to day, with the acts that moved them in rows above it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import groupby

from generator.counting import listed
from generator.derive import charts
from generator.derive.charts import Steps, Stretch
from generator.model.dates import in_words
from generator.render.charts import vega, words
from generator.render.charts.vega import BESIDE, Drawing, Frame, Layer, Size, width, wrapped
from generator.render.charts.words import Form, Line, figured
from generator.render.views.naming import is_plural
from generator.render.views.text import number, with_unit

ENDED = "none any more"
NOT_HELD = "thin: first day not known"
# A first stretch with a beginning that is not held takes this part of the whole.
LEAD = 6


@dataclass(frozen=True)
class Act:
    """The words of an act beside its rule, and how far down they reach."""

    rate: Layer
    align: str
    at: float
    lines: list[str]
    top: int = 0
    end: int = 0


def lines(panel: Steps) -> Iterator[Line]:
    """A line for each stretch."""
    for one in panel.items:
        first = one.first.isoformat() if one.first else ""
        last = (one.end - timedelta(days=1)).isoformat()
        yield figured(Line(_since(one), first, last, one.fact, status=ENDED), panel.unit)


def sentences(panel: Steps) -> Iterator[str]:
    """Every rate with the day from which it holds, and by which act."""
    told = [f"{words.shown(one) or ENDED} {_since(one)}" for one in panel.items]
    yield f"{panel.title} {'were' if is_plural(panel.title) else 'was'} {listed(told)}."
    if len(panel.drawn) > 1:
        sizes = [one.size for one in panel.drawn]
        high, low = (with_unit(number(f"{end(sizes):f}"), panel.unit) for end in (max, min))
        yield f"The highest is {high}, the lowest {low}."


def _since(one: Stretch) -> str:
    if one.first is None:
        return f"before {in_words(one.end)} (first day not known)"
    return f"from {in_words(one.first)}" + (f" ({one.label})" if one.label else "")


def reach(found: Sequence[Steps], _: int) -> tuple[int, int]:
    """From the first day to the last, with room for what began before."""
    rates = [rate for panel in found for rate in panel.items]
    first = min(rate.first or rate.end for rate in rates).toordinal()
    last = max(rate.end for rate in rates).toordinal()
    if any(rate.first is None for rate in rates):
        first -= max(1, (last - first) // LEAD)
    return first, max(last, first + 1)


def draw(panel: Steps, frame: Frame) -> Drawing:
    """A step line below the rows of its acts, which have one scale with it."""
    size, rates = frame.size, list(rows(panel, frame))
    room, acts = size.height * 3 // 4, list(_placed(rates, frame))
    height = room + (acts[-1].end if acts else 0)
    # Rates in one unit have one scale in all panels.
    alike = [one for one in frame.panels if one.unit == panel.unit]
    highest = float(max(rate.size for one in alike for rate in one.drawn)) or 1.0
    high = highest * height / (room - size.line - 8)
    x = frame.x("day", is_named=True)
    y = vega.measure("y", {"domain": [0, high], "nice": False})
    starts = [high * (1 - (one.top + size.line / 2) / height) for one in acts]
    ends = [
        {"day": one.rate["day"], "y": start, "y2": one.rate["top"]}
        for one, start in zip(acts, starts, strict=True)
    ]
    layers = [
        vega.base(),
        frame.today(x, height),
        vega.rule(ends, vega.MUTED, 1, x=x, y=y, y2={"field": "y2"}),
        *line(panel, frame, rates, x=x, y=y),
        numbers(frame, rates, x=x, y=y),
        *(layer for one in acts for layer in act(one, size)),
    ]
    signs = {
        NOT_HELD: any(one.first is None for one in panel.drawn),
        vega.STARRED: any(one.is_computed for one in panel.drawn),
    }
    return Drawing(layers, height, signs, panel.unit)


def rows(panel: Steps, frame: Frame) -> Iterator[Layer]:
    """Each rate with its days and level, and the level to which the words of its act lead down."""
    before = 0.0
    for one in panel.items:
        level, first = float(one.number or 0), one.first
        yield {
            "day": first.toordinal() if first else frame.days[0],
            "end": one.end.toordinal(),
            "y": level,
            "told": words.shown(one) + "*" * (one.is_drawn and one.is_computed),
            "act": f"{vega.short(first)}: {one.label}" if one.label and first else "",
            "top": max(before, level),
        }
        before = level


def line(panel: Steps, frame: Frame, rates: list[Layer], **place: Layer) -> Iterator[Layer]:
    """The line: in one piece as long as one rate follows the other, thin while it may be older."""
    style = {"interpolate": "step-after", "color": frame.colour, "strokeWidth": 2.5}
    order = {"field": "day", "type": "quantitative"}
    both = zip(panel.items, rates, strict=True)
    for is_drawn, group in groupby(both, lambda pair: pair[0].is_drawn):
        run = list(group)
        if is_drawn:
            points = [row for _, row in run]
            points.append(points[-1] | {"day": points[-1]["end"]})
            if run[0][0].first is None:
                yield vega.rule(points[:1], frame.colour, 1, **place, x2={"field": "end"})
                # The thick line begins where the first rate that has a day does.
                points[0] = points[0] | {"day": points[0]["end"]}
            yield vega.mark("line", points, style, **place, order=order)


def numbers(frame: Frame, rates: list[Layer], **place: Layer) -> Layer:
    """The rates above the line, where the stretch is long enough for one."""
    pixel, size = frame.pixel, frame.size
    roomy = [
        one
        for one in rates
        if one["told"]
        and pixel(one["end"]) - pixel(one["day"]) > width(one["told"], size.type) + BESIDE
    ]
    style = {"align": "left", "baseline": "bottom", "dx": BESIDE, "dy": -4, "fontWeight": 600}
    return vega.texts(roomy, size, style, **place)


def _placed(rates: list[Layer], frame: Frame) -> Iterator[Act]:
    top = 0
    for one in in_order(list(worded(rates, frame)), frame):
        end = top + len(one.lines) * frame.size.line + 2
        yield replace(one, top=top, end=end)
        top = end


def worded(rates: list[Layer], frame: Frame) -> Iterator[Act]:
    """The acts with their words, not yet in rows."""
    size, before = frame.size, 0.0
    for one in rates:
        if text := one["act"]:
            rule = frame.pixel(one["day"])
            align, at, lines = vega.beside(rule, text, size)
            # At the left stand the rules of earlier acts: two lines may be short enough for both.
            short = wrapped(text, at - before - BESIDE, size.type)
            lines = short if align == "right" and len(short) <= 2 else lines
            yield Act(one, align, at, lines)
            before = rule


def in_order(left: list[Act], frame: Frame) -> Iterator[Act]:
    """From day to day, but words that reach over the rule of another act stand above it."""
    while left:
        free = (one for one in left if not any(_is_over(o, one, frame) for o in left if o != one))
        first = next(free, left[0])
        left.remove(first)
        yield first


def _is_over(one: Act, other: Act, frame: Frame) -> bool:
    start, end = _reach_of(one, frame.size)
    return start < frame.pixel(other.rate["day"]) < end


def _reach_of(one: Act, size: Size) -> tuple[float, float]:
    long = max(width(line, size.type) for line in one.lines)
    left = one.at if one.align == "left" else one.at - long
    return left - 1, left + long


def act(one: Act, size: Size) -> Iterator[Layer]:
    """What an act is called; what lies behind, down to the next row, is covered."""
    yield vega.ground(_reach_of(one, size), (one.top, one.end))
    yield vega.lettered(one.lines, size, one.at, one.top, align=one.align)


FORM = Form(charts.steps, lines, sentences, draw, days=reach, head="When")
