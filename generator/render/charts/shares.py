"""Shares of a hundred as bars, each under the words that say what it is a share of."""

from collections.abc import Iterator

from generator.counting import listed
from generator.derive import charts
from generator.derive.charts import Panel, Share
from generator.derive.dossier import Fact
from generator.model.chart import NEEDS
from generator.model.dates import BOUND, in_words
from generator.render.charts import vega, words
from generator.render.charts.vega import Drawing, Frame, Layer
from generator.render.charts.words import Form, Line, figured
from generator.render.views.grids import own_label
from generator.render.views.naming import is_plural, office
from generator.render.views.text import capital

UNIT = NEEDS["shares"].unit
NO_YEAR = ", year not given"
# What the number takes beside a bar.
BESIDE = 44


def label(fact: Fact, series: str) -> str:
    """Who says so, of what, and of which time: what sets a share apart from the others."""
    who, time = own_label(fact, series), year_or_period(fact)
    if not time:
        who += NO_YEAR
    elif time not in who:
        who += f", for {time}"
    return ": ".join(filter(None, (who, what_of(fact))))


def sentence(fact: Fact, series: str) -> str:
    """Who puts the share at how much, for which time, and in brackets what it is a share of."""
    name, _, rest = own_label(fact, series).partition(", ")
    time, what = year_or_period(fact), what_of(fact)
    who = capital(office(name)) + (f" ({rest})" if rest not in ("", time) else "")
    when = f"for {time}" if time else "without a year"
    puts = "put" if is_plural(name) else "puts"
    return f"{who} {puts} it at {words.value(fact)} {when}{f' ({what})' if what else ''}."


def year_or_period(fact: Fact) -> str:
    """The time that a share is of; empty where none is named."""
    period = fact.located.period
    return "" if period is None or period.is_bound else in_words(period)


def what_of(fact: Fact) -> str:
    """What it is a share of, and how it was counted."""
    category = fact.statement.category or fact.of_series("category")
    return ", ".join(filter(None, (category, fact.statement.basis)))


def lines(panel: Panel[Share]) -> Iterator[Line]:
    """A line for each share, also for one that is no bar."""
    for fact in panel.facts:
        period = fact.located.period
        last = period.text.removeprefix(BOUND) if period else ""
        first = "" if period and period.is_bound else last
        yield figured(Line(label(fact, panel.title), first, last, fact), UNIT)


def sentences(panel: Panel[Share]) -> Iterator[str]:
    """The shares, then each with its definition, then how many are no bar."""
    values = dict.fromkeys(words.value(one.fact) for one in (panel.drawn[-1], panel.drawn[0]))
    # A span from one to another would say that they are shares of the same.
    is_one = len({what_of(one.fact) for one in panel.drawn}) == 1
    said = f"put at {' to '.join(values)}" if is_one else "defined in different ways"
    yield f"{panel.title} is {said}."
    yield from (sentence(one.fact, panel.title) for one in panel.drawn)
    if rest := [one.fact for one in panel.items if not one.is_drawn]:
        note = listed([words.value(fact) for fact in rest if fact.chosen.value])
        needed = "a bar needs one number that a quotation gives and nobody disputes"
        yield f"No bar is drawn for {note or len(rest)}: {needed}."


def draw(panel: Panel[Share], frame: Frame) -> Drawing:
    """A bar for each share that is one sure number, one below the other."""
    size, layers, middle = frame.size, list[Layer](), 0.0
    labels = [label(one.fact, panel.title) for one in panel.drawn]
    stacked = vega.stacked(labels, size, 0.0, size.plot)
    for one, (above, middle) in zip(panel.drawn, stacked, strict=True):
        top = middle - vega.THICK / 2 - 2 - len(above) * size.line
        layers += [vega.lettered(above, size, 0, top), *share(one, frame, middle)]
    signs = {vega.OUTLINED: any(one.is_computed for one in panel.drawn)}
    return Drawing(layers, middle + vega.THICK / 2 + vega.BELOW, signs)


def share(one: Share, frame: Frame, middle: float) -> Iterator[Layer]:
    """The whole, the share of it, and the share in figures at the right."""
    long = frame.size.plot - BESIDE
    yield vega.ground((0, long), (middle - vega.THICK / 2, middle + vega.THICK / 2), vega.WASH)
    bar = {
        "orient": "horizontal",
        "size": vega.THICK,
        **vega.filling(frame.colour, not one.is_computed),
    }
    x = vega.measure("number", {"domain": [0, 100], "range": [0, long], "nice": False})
    row = {"number": float(one.size), "told": words.value(one.fact)}
    yield vega.mark("bar", [row], bar, x=x, x2={"datum": 0}, y=middle)
    figure = {"align": "right", "baseline": "middle", "fontWeight": 600}
    yield vega.texts([row], frame.size, figure, x=frame.size.plot, y=middle)


FORM = Form(
    charts.shares, lines, sentences, draw, title=lambda panel: f"{panel.title}, {UNIT}", least=1
)
