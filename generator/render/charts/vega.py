"""What all drawings share: sizes, marks, axes, panels, and whether a text has room."""

import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Any, TypeVar
from unicodedata import east_asian_width

from generator.derive.charts import Panel
from generator.model.dates import MONTHS
from generator.render.views.text import MINUS, NO_BREAK

# Literal colours, which a file has everywhere; on the site its style sheet says otherwise by them.
INK, MUTED, WASH, PAPER = "#1d1d1f", "#595d66", "#f4f5f6", "#ffffff"
SIDES = {"side-1": "#1a4fa0", "side-2": "#b3471f", "side-other": "#656366"}
SANS = "Briefing Sans, sans-serif"
OUTLINED, STARRED = "outlined: computed", "starred: computed"
Layer = dict[str, Any]
Key = TypeVar("Key", int, str)
Rows = Iterable[Layer]
# For a mark that is at its place whatever the figures are.
ONE: Rows = [{}]

MARGIN = 2
# Of a line of text, what is filled: a letter of another font may be wider.
SPARE = 0.86
# Between the middle of a month's name and that of the day from which all is seen.
AROUND = 62
STRIDES = (1, 2, 3, 6, 12, 24, 60, 120, 600, 6000)
# Between a line and the words beside it.
BESIDE = 5
# How thick a bar under its words is, and what is free below it.
THICK, BELOW = 12, 10
# How wide the printable characters of ASCII are in the semibold, in thousandths of its height.
# fmt: off
ADVANCES = (
    200, 315, 482, 513, 513, 841, 639, 275, 324, 324, 438, 513, 275, 322, 275, 344, 513, 513, 513,
    513, 513, 513, 513, 513, 513, 513, 275, 275, 513, 513, 513, 444, 875, 558, 597, 576, 625, 538,
    510, 628, 663, 282, 494, 597, 502, 745, 657, 674, 582, 674, 592, 545, 546, 655, 536, 800, 541,
    501, 540, 324, 344, 324, 513, 500, 549, 516, 563, 462, 564, 507, 317, 520, 558, 262, 263, 522,
    271, 843, 560, 549, 564, 564, 373, 431, 361, 556, 495, 748, 481, 495, 443, 324, 255, 324, 513,
)
# fmt: on
# Whatever else there is: as wide as a large letter, or as it is high, as Chinese is.
OTHER, SQUARE = 600, 1000
LIKE = {MINUS: "0", NO_BREAK: " "}


@dataclass(frozen=True)
class Size:
    """How large a chart is drawn, in pixels, and whether it stands without a page around it."""

    width: int
    type: int
    height: int
    is_alone: bool = False

    @property
    def plot(self) -> int:
        """The width between the margins."""
        return self.width - 2 * MARGIN

    @property
    def line(self) -> int:
        """The height of a line of text."""
        return self.type + 4


WIDE, NARROW = Size(720, 13, 140), Size(270, 12, 120)
WHOLE = replace(WIDE, is_alone=True)


@dataclass(frozen=True)
class Frame:
    """Where a panel is drawn: how large, in which colour, and between which days if in time.

    The days are ordinal numbers, `day` among them the one from which all is seen. `panels` are
    all of the chart, for what has one scale with another.
    """

    size: Size
    colour: str
    day: int
    is_last: bool
    days: tuple[int, int] = (0, 1)
    panels: Sequence[Panel[Any]] = ()

    def pixel(self, day: float, margin: int = 0) -> float:
        """How far from the left a day stands."""
        first, last = self.days
        return margin + (day - first) / (last - first) * (self.size.plot - 2 * margin)

    def x(self, field: str, is_named: bool = False, margin: int = 0) -> Layer:
        """The days of a field at their places; below the last panel they are named."""
        labels, reach = None, self.size.plot - 2 * margin
        if self.is_last:
            named = ticks(self.days, reach, self.day if is_named else None)
            labels = axis(named, self.size, is_flush=is_named)
        scale: Layer = {"domain": list(self.days), "nice": False}
        if margin:
            scale["range"] = [margin, margin + reach]
        return measure(field, scale, labels)

    def today(self, x: Layer, height: float) -> Layer:
        """The day from which all is seen, from top to bottom."""
        return rule([{x["field"]: self.day}], INK, 1, x=x, y=0, y2=height)


@dataclass(frozen=True)
class Drawing:
    """A panel as it is drawn, the later layers on top, and what its signs mean where they occur."""

    layers: Iterable[Layer]
    height: float
    signs: Mapping[str, bool]
    # Said here only: in a table each figure has its own.
    unit: str = ""


def measure(field: str, scale: Layer, labels: Layer | None = None) -> Layer:
    """A channel of numbers."""
    return {"field": field, "type": "quantitative", "axis": labels, "scale": scale}


def mark(kind: str, rows: Rows, style: Mapping[str, Any], **channels: Any) -> Layer:
    """Rows drawn as marks of a kind; a channel that is a number is a place in pixels."""
    encoding = {
        name: given if isinstance(given, dict) else {"value": given}
        for name, given in channels.items()
    }
    return {"data": {"values": list(rows)}, "mark": {"type": kind, **style}, "encoding": encoding}


def texts(rows: Rows, size: Size, style: Mapping[str, Any], **channels: Any) -> Layer:
    """Texts at their places: one for each row, unless the style holds the text of all."""
    told = {} if "text" in style else {"text": {"field": "told", "type": "nominal"}}
    given = {"font": SANS, "fontSize": size.type, "color": INK, **style}
    return mark("text", rows, given, **told, **channels)


def lettered(lines: str | list[str], size: Size, x: float, y: float, **style: Any) -> Layer:
    """A text from its upper left corner, unless its style says otherwise."""
    place = {"align": "left", "baseline": "top", "lineHeight": size.line}
    return texts(ONE, size, {"text": lines, **place, **style}, x=x, y=y)


def ground(x: tuple[float, float], y: tuple[float, float], colour: str = PAPER) -> Layer:
    """A ground between two places across and two down; words cover what lies behind them."""
    return mark("rect", ONE, {"fill": colour}, x=x[0], x2=x[1], y=y[0], y2=y[1])


def beside(at: float, text: str, size: Size) -> tuple[str, float, list[str]]:
    """How a text stands beside a line, where, and its lines: at its right if it has room.

    Else at its left, or in several lines where there is more room.
    """
    long, left, right = width(text, size.type), at - BESIDE, size.plot - at - BESIDE
    if long <= right or (long > left and left <= right):
        return "left", at + BESIDE, wrapped(text, right, size.type)
    return "right", left, wrapped(text, left, size.type)


def rule(rows: Rows, colour: str, width: float, **channels: Any) -> Layer:
    """Lines from one place to another."""
    return mark("rule", rows, {"color": colour, "strokeWidth": width}, **channels)


def base() -> Layer:
    """The line from which heights are measured."""
    return rule([{"y": 0}], INK, 1, y={"field": "y", "type": "quantitative", "axis": None})


def filling(colour: str, is_full: bool) -> Layer:
    """How a shape is filled: with its colour, or as an outline of it."""
    return {"fill": colour} if is_full else {"fill": PAPER, "stroke": colour, "strokeWidth": 1.5}


def stacked(
    labels: Iterable[str], size: Size, top: float, room: float
) -> Iterator[tuple[list[str], float]]:
    """Bars one below the other, each under its words: these in lines, and the middle of the bar."""
    for label in labels:
        lines = wrapped(label, room, size.type)
        middle = top + len(lines) * size.line + 2 + THICK / 2
        yield lines, middle
        top = middle + THICK / 2 + BELOW


def headed(drawn: Drawing, title: str, frame: Frame) -> Layer:
    """A panel under its title, which says what its signs mean."""
    notes = "; ".join(sign for sign, occurs in drawn.signs.items() if occurs)
    told = f"{title}, {drawn.unit}" if drawn.unit else title
    text = f"{told} ({notes})" if notes else told
    size = frame.size
    heading = {
        "text": wrapped(text, size.plot * SPARE, size.type),
        "anchor": "start",
        "frame": "group",
        "color": frame.colour,
        "font": SANS,
        "fontSize": size.type,
        "fontWeight": 600,
        "offset": 8,
    }
    layers, height = list(drawn.layers), int(drawn.height)
    return {"layer": layers, "width": size.plot, "height": height, "title": heading}


def axis(labels: Mapping[Any, list[str]], size: Size, is_flush: bool = False) -> Layer:
    """An axis of time with these labels and no others; where it ends, they may end with it."""
    table = ", ".join(f"'{key}': {texts!r}" for key, texts in labels.items())
    return {
        "values": list(labels),
        "labelExpr": f"{{{table}}}[datum.value]",
        "labelAngle": 0,
        "labelOverlap": False,
        "labelFlush": 4 if is_flush else False,
        "labelFont": SANS,
        "labelFontSize": size.type,
        "labelColor": MUTED,
        "labelPadding": 5,
        "domain": False,
        "ticks": False,
        "grid": False,
        "title": None,
    }


def ticks(days: tuple[int, int], pixels: int, today: int | None = None) -> dict[int, list[str]]:
    """The first days of months that have room, the year below the first of each.

    The day from which all is seen is named too, and takes the room of the months beside it.
    """
    first, last = (date.fromordinal(day) for day in days)
    number, end = first.year * 12 + first.month, last.year * 12 + last.month - 1
    stride = next(n for n in STRIDES if (end - number) / n <= pixels / 44)
    free = AROUND * (days[1] - days[0]) / pixels
    months = (divmod(one, 12) for one in range(number + -number % stride, end + 1, stride))
    begun = (date(year, index + 1, 1) for year, index in months)
    given = (one for one in begun if today is None or abs(one.toordinal() - today) > free)
    found = yearly((one.toordinal(), month(one.month), str(one.year)) for one in given)
    if today is not None:
        now = date.fromordinal(today)
        found[today] = [f"{now.day} {month(now.month)}", str(now.year)]
    return found


def yearly(labels: Iterable[tuple[Key, str, str]]) -> dict[Key, list[str]]:
    """Labels by what they stand for, the year below the first of each."""
    found: dict[Key, list[str]] = {}
    before = ""
    for key, text, year in labels:
        found[key] = [text, year] if year != before else [text]
        before = year
    return found


def month(number: int) -> str:
    """A month as it stands on an axis."""
    return MONTHS[number - 1][:3]


def short(day: date) -> str:
    """A day in few letters."""
    return f"{day.day} {month(day.month)} {day.year}"


@lru_cache(maxsize=4096)
def width(text: str, size: int) -> float:
    """How wide a text is at most: that of the semibold, without kerning."""
    return sum(map(_advance, text)) * size / 1000


def _advance(letter: str) -> int:
    at = ord(LIKE.get(letter, letter)) - ord(" ")
    if 0 <= at < len(ADVANCES):
        return ADVANCES[at]
    return SQUARE if east_asian_width(letter) in "WF" else OTHER


def wrapped(text: str, pixels: float, size: int) -> list[str]:
    """A text in lines that fit; a word that is too long for any is cut."""
    words = [part for word in text.split() for part in _cut(word, pixels, size)]
    lines = words[:1] or [""]
    for word in words[1:]:
        if width(f"{lines[-1]} {word}", size) <= pixels:
            lines[-1] = f"{lines[-1]} {word}"
        else:
            lines.append(word)
    return lines


def _cut(word: str, pixels: float, size: int) -> list[str]:
    letters = max(1, int(pixels / size))
    return [word] if width(word, size) <= pixels else textwrap.wrap(word, letters)
