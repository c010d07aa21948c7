"""How a chart is told and drawn: the words of its lines, and what a form of chart declares."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import chain
from typing import Any, Generic, TypeVar

from generator.counting import listed
from generator.derive.charts import Amount, Panel, drawable
from generator.derive.computed import measured
from generator.derive.dossier import Dossier, Evidence, Fact
from generator.derive.prose import bears
from generator.model.chart import NEEDS, Chart, Series
from generator.model.dates import in_words
from generator.model.record import Record
from generator.render.charts.vega import NARROW, SIDES, Drawing, Frame, Layer, Size, headed
from generator.render.data.table import NO, YES, written
from generator.render.views.borne import carriers
from generator.render.views.grids import side_class
from generator.render.views.prose import phrase
from generator.render.views.sheet import Sheet, computed_words
from generator.render.views.text import Rich, escape, number, plain, quantity

PUBLISHERS = 3
THOUSAND = 1000
TENTH = Decimal("0.1")
Panels = tuple[Panel[Any], ...]
HEADS = ("panel", "from", "to", "value", "unit", "computed", "as told", "status", "statement")
One = TypeVar("One", bound=Panel[Any])
# More panels than these are lower.
MANY = 2


def headline(sheet: Sheet, chart: Chart) -> Rich | None:
    """The finding, where all that it rests on is known on the day."""
    if not chart.headline or not bears(sheet.dossier, chart.headline, chart.rests):
        return None
    return phrase(sheet, chart.headline)


def title(sheet: Sheet, record: Record, chart: Chart) -> str:
    """The finding as plain text, else the plain title."""
    found = headline(sheet, chart)
    return found.text if found else plain(sheet.dossier.briefing.name(record.id))


def value(fact: Fact) -> str:
    """What a statement says, with its unit."""
    content = fact.chosen
    if content.value:
        return quantity(content.value, measured(fact, content))
    return content.words or escape(computed_words(fact)).text


def shown(one: Amount) -> str:
    """What is drawn, with its unit; empty where nothing is."""
    return value(one.fact) if one.fact and one.is_drawn else ""


def bare(given: Decimal) -> str:
    """A number as a drawing has it, in its title's unit: with one decimal, from 1,000 on none."""
    near = given.quantize(TENTH if abs(given) < THOUSAND else Decimal(1))
    return number(f"{min(given, near, key=lambda one: len(f'{one:f}')):f}")


def evidence(dossier: Dossier, panels: Panels) -> Iterator[Evidence]:
    """Who prints what a chart shows or computes; what a machine made counts for nothing."""
    shown = {fact.id: fact for panel in panels for fact in panel.facts}
    inputs = chain.from_iterable(one.computed.inputs for one in shown.values() if one.computed)
    facts = map(dossier.facts.get, dict.fromkeys((*shown, *inputs)))
    return (e for fact in facts if fact for e in fact.evidence if e.publication.counts)


def source(dossier: Dossier, chart: Chart, panels: Panels) -> str:
    """Who counted, and where it is printed."""
    publishers = carriers(dossier.briefing, evidence(dossier, panels))
    more = len(publishers) - PUBLISHERS
    named = publishers[:PUBLISHERS] + ([f"{more} more"] if more > 0 else [])
    counted = reporters(dossier, chart)
    where = listed([plain(one) for one in named]) if named else "the statements named"
    return f"Source: {counted}, as printed by {where}." if counted else f"Source: {where}."


def reporters(dossier: Dossier, chart: Chart) -> str:
    """The names of those who count the series; shares name theirs one by one."""
    held = dossier.briefing.records
    data = (held[id_].data for id_ in chart.series if id_ in held and not NEEDS[chart.form].unit)
    counted = dict.fromkeys(one.reporter for one in data if isinstance(one, Series))
    return listed([plain(dossier.briefing.name(id_)) for id_ in counted if id_])


def as_of(dossier: Dossier) -> str:
    """The edition and its day."""
    end = in_words(dossier.briefing.edition.coverage_end.last)
    past = f"; nothing is known of what came after {end}" if dossier.past_coverage else ""
    return f"{plain(dossier.briefing.edition.title)}, as of {in_words(dossier.as_of)}{past}."


@dataclass(frozen=True)
class Line:
    """A line of a chart's table; without a fact, a gap or an end, with its word as `status`."""

    label: str
    first: str
    last: str
    fact: Fact | None
    text: str = ""
    status: str = ""
    number: str = ""
    unit: str = ""
    panel: str = ""


def figured(line: Line, unit: str) -> Line:
    """A line with the figure of its statement, and the number that is drawn with every decimal."""
    fact, drawn = line.fact, drawable(line.fact)
    if not fact:
        return line
    text = "" if drawn is None and fact.rivals else value(fact)
    return replace(line, number="" if drawn is None else f"{drawn:f}", unit=unit, text=text)


def as_csv(found: Iterable[Line]) -> bytes:
    """The figures of a chart for spreadsheets."""
    rows = []
    for one in found:
        fact = one.fact
        computed = (YES if fact.statement.compute else NO) if fact else ""
        figure = (one.number, one.unit, computed, one.text, one.status)
        rows.append((one.panel, one.first, one.last, *figure, fact.id if fact else ""))
    return written(HEADS, rows)


@dataclass(frozen=True)
class Form(Generic[One]):
    """A form of chart: one declaration, which all that shows charts goes by.

    `days` is what all panels reach over where they stand in time, `finding` the heading of a
    panel that stands alone, `head` what the lines of the table stand for, and `sideless` the
    colour of what is of no side.
    """

    panels: Callable[[Dossier, Chart], Iterator[One]]
    lines: Callable[[One], Iterator[Line]]
    sentences: Callable[[One], Iterator[str]]
    draw: Callable[[One, Frame], Drawing]
    title: Callable[[One], str] = lambda panel: panel.title
    finding: Callable[[One], str] | None = None
    days: Callable[[Sequence[One], int], tuple[int, int]] = lambda _, day: (day, day + 1)
    head: str = "What"
    sideless: str = SIDES["side-other"]
    # Fewer marks in every panel are nothing to look at.
    least: int = 2
    # Numbers stand for words.
    is_numbered: bool = False

    def drawn(self, dossier: Dossier, found: Sequence[One], size: Size) -> Iterator[Layer]:
        """The panels of a chart, one below the other.

        Of many wide ones each is lower, so that a sheet has room for all and for what stands
        beside them; a phone goes on without end.
        """
        if len(found) > MANY and size.width > NARROW.width:
            size = replace(size, height=size.height * 3 // 4)
        day = dossier.day.toordinal()
        days = self.days(found, day)
        for one in found:
            colour = SIDES[side_class(dossier, one.party)] if one.party else self.sideless
            frame = Frame(size, colour, day, one is found[-1], days, found)
            yield headed(self.draw(one, frame), self.title(one), frame)
