"""Charts on pages: where each stands, and what stands around its drawing."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from generator.derive.charts import charts
from generator.derive.dossier import Dossier
from generator.model.chart import Chart
from generator.model.dates import in_words
from generator.model.record import Record
from generator.render.charts import FORMS, Picture, file, lines, panels, picture, words
from generator.render.charts.words import Line, Panels
from generator.render.views import borne
from generator.render.views.comparisons import Tools
from generator.render.views.links import Address, own_page
from generator.render.views.page import Page
from generator.render.views.sentences import dated, own_sentence
from generator.render.views.sheet import Settings, Sheet, holds, once, said, titled
from generator.render.views.text import Rich, escape, fill, joined, tag

# A line of a chart's table: its label, and what it says.
Figure = tuple[str, Rich]
# The figures of a panel under its caption.
Table = tuple[str, tuple[Figure, ...]]
# A source of more letters than these opens: on a phone they fill a screen.
LONG_SOURCE = 600
FILES = {"csv": "CSV", "svg": "SVG", "png": "PNG", "json": "specification (Vega-Lite, JSON)"}


@dataclass(frozen=True)
class View:
    """A chart on a page; without a picture too little is held to draw one."""

    id: str
    heading: Rich
    name: str
    href: Address
    subtitle: str
    picture: Picture | None
    description: str
    tables: tuple[Table, ...]
    head: str
    is_open: bool
    source: Rich
    as_of: str
    files: tuple[tuple[Address, str, str], ...]
    is_short: bool = False

    @property
    def is_long_source(self) -> bool:
        """Whether it is from too many to name them in sight."""
        return len(self.source.text) > LONG_SOURCE

    @property
    def source_line(self) -> str:
        """Where it is from, in short, and its day."""
        return f"{self.picture.source} {self.as_of}" if self.picture else self.as_of


def views(sheet: Sheet, only: str = "") -> tuple[View, ...]:
    """The charts of the day, or those that draw something of one record, small as links to them."""
    return tuple(
        replace(_own(sheet, record, chart, only), is_short=True)
        for record, chart in charts(sheet.dossier)
        if not only or only in _concerned(chart)
    )


def _own(sheet: Sheet, record: Record, chart: Chart, only: str) -> View:
    """A chart; on the page of a series only its panel, if it has one, headed by what that shows."""
    shown, found = view(sheet, record), panels(sheet.dossier, chart)
    own = tuple(one for one in found if any(fact.record.id == only for fact in one.facts))
    made = picture(sheet, record, own) if only in chart.series and own != found else None
    if not made:
        return shown
    form, drawn = FORMS[chart.form], own[0].drawn
    told = own_sentence(sheet, drawn[0].fact).text if len(drawn) == 1 else ""
    if form.finding and len(drawn) > 1:
        told = form.finding(own[0])
    heading = escape(told or next(form.sentences(own[0])).removesuffix("."))
    # The title of the whole chart would name another panel to those who hear it read.
    own_title = replace(made, title=heading.text)
    return replace(shown, heading=heading, picture=own_title, description=made.description)


def first(sheet: Sheet) -> tuple[View, ...]:
    """The chart of the brief, the first that can be drawn: its table stands on its own page."""
    return tuple(one for one in views(sheet) if one.picture)[:1]


def _concerned(chart: Chart) -> set[str]:
    steps = (step for line in chart.lines.values() for step in line.steps.values())
    acts = (step.since for step in steps if step.since)
    return {id_.partition(".")[0] for id_ in (*chart.draws, *acts)}


@once
def view(sheet: Sheet, record: Record) -> View:
    """One chart as a page shows it."""
    chart = record.data
    assert isinstance(chart, Chart)
    found = panels(sheet.dossier, chart)
    made = picture(sheet, record, found)
    name = words.title(sheet, record, chart)
    return View(
        id=record.id,
        heading=words.headline(sheet, chart) or escape(name),
        name=name,
        href=own_page(record),
        subtitle=chart.subtitle,
        picture=made,
        description=made.description if made else "",
        tables=tuple(in_tables(sheet, lines(sheet, chart, found))),
        head=FORMS[chart.form].head,
        # Where the drawing has numbers for words, the words belong in sight.
        is_open=made is None or made.is_numbered,
        source=source(sheet, chart, found),
        as_of=words.as_of(sheet.dossier),
        files=tuple((Address(file(record.id, end)), end, name) for end, name in FILES.items()),
    )


def in_tables(sheet: Sheet, found: Iterable[Line]) -> Iterator[Table]:
    """The lines of each panel under its name."""
    for caption, of_panel in groupby(found, key=lambda one: one.panel):
        figures: list[Figure] = []
        # Months without a figure, or with one together, that follow each other are one line.
        for _, own in groupby(
            of_panel, key=lambda one: (one.fact and one.fact.id, one.text or one.status)
        ):
            first, *rest = own
            last = rest[-1].label if rest else first.label
            label = first.label if last == first.label else f"{first.label} to {last}"
            figures.append((label, _said(sheet, first)))
        yield caption, tuple(figures)


def _said(sheet: Sheet, line: Line) -> Rich:
    """What a line says, an act in one sentence, and what holds of it; else the word for its gap."""
    fact = line.fact
    if fact is None:
        return tag("span", line.status, class_="not-known")
    sentence = dated(sheet, fact).text if fact.chosen.does and not fact.rivals else ""
    told = titled(sheet, fact, sentence) if sentence else said(sheet, fact)
    # What holds on the day says nothing of a stretch that is over, nor of the day of an act.
    if line.last or fact.rivals or not fact.held:
        return told
    return fill("{}; {}", told, holds(sheet, fact.held))


def source(sheet: Sheet, chart: Chart, shown: Panels) -> Rich:
    """Who counted, and all publications that print it, with links."""
    found = {e.source.id: e for e in words.evidence(sheet.dossier, shown)}.values()
    # A host of which no name is known only carries a copy.
    names = [next(iter(borne.carriers(sheet.dossier.briefing, [e])), borne.A_COPY) for e in found]
    links = []
    for one, name in zip(found, names, strict=True):
        # The day tells apart several of one publisher.
        told = f"{name} ({in_words(one.published)})" if names.count(name) > 1 else name
        links.append(tag("a", told, href=own_page(one.source)))
    counted = words.reporters(sheet.dossier, chart)
    printed = joined(links)
    return fill("{}, as printed by {}", counted, printed) if counted else printed


def chart_page(sheet: Sheet, record: Record, tools: Tools) -> Page:
    """The page of a chart, with all its figures."""
    found = view(sheet, record)
    context = {"chart": found, **tools}
    return Page(sheet.path, "chart.md.j2", found.name, found.subtitle, context)


def entries(dossier: Dossier, settings: Settings) -> Iterator[tuple[str, str, str]]:
    """Each chart for those who read lists: path, title, and what it shows."""
    for record, chart in charts(dossier):
        sheet = Sheet(dossier, settings, own_page(record).page)
        made = picture(sheet, record, panels(dossier, chart))
        title = words.title(sheet, record, chart)
        yield sheet.path, title, made.description if made else chart.subtitle
