"""What a chart says in words: its title, values, sentence, sources and day, all as plain text."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import groupby

from markupsafe import Markup

from generator.derive.charts import Bar, Bars, Panel, Steps, Stretch, drawable
from generator.derive.dossier import Dossier, Fact
from generator.derive.prose import bears
from generator.model.chart import Chart
from generator.model.dates import MONTHS, in_words
from generator.model.record import Record
from generator.model.series import Series
from generator.render.prose import sentence
from generator.render.sheet import Sheet, computed_value, measured
from generator.render.text import number, plain, quantity, unit_in_words, with_unit

GAP = "no figure held"
UNSURE = "no one sure figure"
ENDED = "none any more"
PUBLISHERS = 3
TENTH = Decimal("0.1")


def headline(sheet: Sheet, record: Record, chart: Chart) -> Markup | None:
    """The finding, where all that it rests on is known on the day."""
    if not chart.headline or not bears(sheet.dossier, chart.headline, chart.rests):
        return None
    written = sentence(sheet, chart.headline)
    return Markup(written.strip().removeprefix("<p>").removesuffix("</p>"))


def title(sheet: Sheet, record: Record, chart: Chart) -> str:
    """The finding as plain text, else the plain title."""
    found = headline(sheet, record, chart)
    return found.striptags() if found else plain(sheet.dossier.briefing.name(record.id))


def value(fact: Fact) -> str:
    """What a statement says, with its unit."""
    content = fact.chosen
    if content.value:
        return quantity(content.value, measured(fact, content))
    return content.words or computed_value(fact).striptags()


def bare(given: Decimal) -> str:
    """A number as it stands in a drawing whose title has the unit: with one decimal at most."""
    return number(f"{min(given, given.quantize(TENTH), key=lambda one: len(f'{one:f}')):f}")


def exact(fact: Fact) -> str:
    """The number that is drawn, with every decimal; empty for what is not drawn."""
    found = drawable(fact)
    return f"{found:f}" if found is not None else ""


def panel_title(panel: Panel) -> str:
    """What a panel measures, and in what."""
    if isinstance(panel, Steps):
        return f"{panel.title}, {panel.unit}" if panel.unit else panel.title
    unit = unit_in_words(panel.unit) if panel.unit else "number"
    if panel.change:
        return f"{name_of(panel)}, {unit}"
    told = f"{unit}, {period(panel)}"
    return f"{panel.title}, {told}" if panel.title else capital(told)


def name_of(panel: Panel) -> str:
    """What a panel measures, without the unit."""
    if isinstance(panel, Steps):
        return panel.title
    if not panel.change:
        return panel.title or capital(period(panel))
    basis = next((bar.fact.statement.basis for bar in panel.bars if bar.fact), None) or "change"
    return f"{panel.title}, {basis}" if panel.title else capital(basis)


def period(panel: Bars) -> str:
    """What time a bar stands for."""
    return "by month" if "-" in panel.bars[0].period else "by year"


def capital(text: str) -> str:
    """A text that begins a sentence."""
    return text[:1].upper() + text[1:]


def description(panels: tuple[Panel, ...]) -> str:
    """The drawing in sentences: first, last, highest, lowest, the change, and the gaps."""
    return " ".join(part for panel in panels for part in told(panel))


def told(panel: Panel) -> Iterator[str]:
    """The sentences of a panel."""
    if isinstance(panel, Steps):
        yield of_steps(panel)
    else:
        yield of_bars(panel)
        for word, is_held in ((GAP, False), (UNSURE, True)):
            if gaps := list(runs(panel.bars, is_held)):
                yield f"{capital(word)} for {listed(gaps)}."


def of_bars(panel: Bars) -> str:
    """First and last, then the extremes."""
    drawn = panel.drawn
    first, last = drawn[0], drawn[-1]
    name = name_of(panel)
    if len(drawn) == 1:
        return f"{name}: {at(first)}."
    high, low = max(drawn, key=size), min(drawn, key=size)
    change = changed(panel, size(last) - size(first))
    return (
        f"{name}: {at(first)} and {at(last)}, a change of {change};"
        f" highest {at(high)}, lowest {at(low)}."
    )


def at(bar: Bar) -> str:
    """A figure with its month."""
    assert bar.fact
    return f"{value(bar.fact)} in {bar.name}"


def size(drawn: Bar | Stretch) -> Decimal:
    """The number that is drawn."""
    assert drawn.number is not None
    return drawn.number


def changed(panel: Panel, difference: Decimal) -> str:
    """A difference with its sign; of two rates in per cent it is in points."""
    unit = "pp" if panel.unit == "%" else panel.unit
    sign = "-" if difference < 0 else ""
    told = number(f"{sign}{abs(difference):f}")
    return with_unit(told if sign else f"+{told}", unit)


def runs(bars: tuple[Bar, ...], is_held: bool) -> Iterator[str]:
    """The months without a bar, those that follow each other in one."""
    for is_gap, group in groupby(bars, key=lambda bar: is_gap_of(bar, is_held)):
        own = list(group)
        if is_gap and len(own) == 1:
            yield own[0].name
        elif is_gap:
            yield f"{own[0].name} to {own[-1].name}"


def is_gap_of(bar: Bar, is_held: bool) -> bool:
    """True where nothing is drawn, be it that something is held or not."""
    return bar.number is None and (bar.fact is not None) is is_held


def listed(parts: list[str]) -> str:
    """Parts as a list in a sentence."""
    *first, last = parts or [""]
    return f"{', '.join(first)} and {last}" if first else last


def of_steps(panel: Steps) -> str:
    """Every rate with the day from which it holds, and by which act."""
    drawn = panel.drawn
    high, low = max(map(size, drawn)), min(map(size, drawn))
    rates = "; ".join(stretch(one) for one in panel.stretches)
    if len(drawn) == 1:
        return f"{name_of(panel)}: {rates}."
    change = changed(panel, size(drawn[-1]) - size(drawn[0]))
    ends = (with_unit(number(f"{one:f}"), panel.unit) for one in (high, low))
    highest, lowest = ends
    return (
        f"{name_of(panel)}: {rates}. Highest {highest}, lowest {lowest};"
        f" from first to last a change of {change}."
    )


def stretch(found: Stretch) -> str:
    """A rate with its days and what brought it."""
    rate = value(found.fact) if found.fact and found.number is not None else ENDED
    return f"{rate} {since(found)}"


def since(found: Stretch) -> str:
    """The days of a rate, with the act that brought it."""
    if found.first is None:
        return f"before {in_words(found.end)}, first day not held"
    act = f" ({found.label})" if found.label else ""
    return f"from {in_words(found.first)}{act}"


def day(ordinal: Stretch) -> str:
    """The first day of a stretch as it stands in a drawing."""
    first = ordinal.first
    return f"{first.day} {MONTHS[first.month - 1][:3]} {first.year}" if first else ""


def facts(panels: tuple[Panel, ...]) -> tuple[Fact, ...]:
    """All statements that a chart shows, each once."""
    found: dict[str, Fact] = {}
    for panel in panels:
        own: tuple[Bar | Stretch, ...]
        own = panel.bars if isinstance(panel, Bars) else panel.stretches
        for one in own:
            acts = (one.act,) if isinstance(one, Stretch) else ()
            found |= {fact.id: fact for fact in (one.fact, *acts) if fact}
    return tuple(found.values())


def source(dossier: Dossier, chart: Chart, panels: tuple[Panel, ...]) -> str:
    """Who counted, and where it is printed."""
    publishers = list(
        dict.fromkeys(e.publication.publisher for f in facts(panels) for e in f.evidence)
    )
    more = len(publishers) - PUBLISHERS
    named = publishers[:PUBLISHERS] + ([f"{more} more"] if more > 0 else [])
    counted = reporters(dossier, chart)
    where = listed([plain(one) for one in named]) if named else "the statements named"
    return f"Source: {counted}, as printed by {where}." if counted else f"Source: {where}."


def reporters(dossier: Dossier, chart: Chart) -> str:
    """The names of those who count the series."""
    held = (dossier.briefing.records.get(id_) for id_ in chart.series)
    data = (record.data for record in held if record)
    counted = dict.fromkeys(one.reporter for one in data if isinstance(one, Series))
    return listed([plain(dossier.briefing.name(id_)) for id_ in counted if id_])


def as_of(dossier: Dossier) -> str:
    """The edition and its day."""
    end = in_words(dossier.briefing.edition.coverage_end.last)
    past = f"; nothing is known of what came after {end}" if dossier.past_coverage else ""
    return f"{plain(dossier.briefing.edition.title)}, as of {in_words(dossier.as_of)}{past}."
