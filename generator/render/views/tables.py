"""The series in a line each and as tables, those of one family together with their warning."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.derive.computed import unit_of
from generator.derive.dossier import Fact
from generator.model.dates import leading_period
from generator.model.record import Record
from generator.model.series import Series
from generator.render.views.cards import outcome
from generator.render.views.grids import Grid, Row, columns, one_group
from generator.render.views.links import LIMIT, own_page
from generator.render.views.records import facts_of
from generator.render.views.rich import Rich
from generator.render.views.sealed import Sealed
from generator.render.views.sheet import Sheet, short
from generator.render.views.summary_lines import NO_FIGURE, figure
from generator.render.views.text import UNTOLD, covered, escape, fill, joined, tag

HEADS = columns("Series", "Latest figure", "Period", "Change", "Counted by", "Figures")
RATIOS = {"%", "pp"}
WARNING = "these series differ in what they count, and none can be measured against another."
NOTE = f"Not comparable: {WARNING}"


@dataclass(frozen=True)
class Line:
    """One figure of a series."""

    label: str
    basis: str
    fact: Sealed
    check: str


@dataclass(frozen=True)
class Table:
    """A series with its known figures."""

    id: str
    heading: str
    level: int
    counted: Rich
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Group:
    """Series that are printed together; `warning` where they are of one family."""

    id: str
    title: str
    warning: str
    tables: tuple[Table, ...]


def groups(sheet: Sheet) -> tuple[Group, ...]:
    """All series, a family where the first of it stands."""
    return tuple(group(sheet, key, series) for key, series in families(sheet).items())


def families(sheet: Sheet) -> dict[str, list[tuple[Record, Series]]]:
    """The series by their family; one without a family is alone."""
    found: dict[str, list[tuple[Record, Series]]] = {}
    for record in sheet.dossier.of_kind("series"):
        if isinstance(record.data, Series) and record.id in sheet.dossier.by_record:
            key = record.data.family or f"{record.id} alone"
            found.setdefault(key, []).append((record, record.data))
    return found


def index(sheet: Sheet) -> Iterator[Grid]:
    """Each series in a line: the families with their warning, then those that stand alone."""
    found, alone = families(sheet), list[Row]()
    for key, series in found.items():
        rows = [latest(sheet, record, data) for record, data in series]
        if len(series) > 1:
            yield Grid(f"family-{key}", family(sheet, key), HEADS, one_group(rows), NOTE)
        else:
            alone += rows
    if alone:
        heading = "Series" if len(alone) == len(found) else "Other series"
        yield Grid("section--series", heading, HEADS, one_group(alone))


def latest(sheet: Sheet, record: Record, data: Series) -> Row:
    """A series with its latest figure and the change that is told with it."""
    facts = facts_of(sheet.dossier, record)
    last = figure(facts)
    title = sheet.dossier.briefing.name(record.id)
    reporter = sheet.link(data.reporter) if data.reporter else Rich()
    told = (NO_FIGURE, Rich(), Rich())
    if last:
        period = escape(line(sheet, last, title).label)
        told = (short(sheet, last), period, change(sheet, facts, last))
    cells = (*told, reporter)
    return Row(tag("a", title, href=own_page(record)), (*cells, escape(str(len(facts)))))


def change(sheet: Sheet, facts: list[Fact], last: Fact) -> Rich:
    """The changes up to a figure that is no change itself, with what they are measured against."""
    found = [] if is_ratio(last) else [fact for fact in facts if is_ratio(fact)]
    shown = (
        joined((short(sheet, fact), escape(fact.statement.basis or "")), " ")
        for fact in found
        if fact.located.period == last.located.period
    )
    return joined(shown, "; ")


def is_ratio(fact: Fact) -> bool:
    """True for a share or a change."""
    return unit_of(fact.located) in RATIOS


def group(sheet: Sheet, key: str, series: list[tuple[Record, Series]]) -> Group:
    """One family, or one series that stands alone."""
    together = len(series) > 1
    return Group(
        id=f"family-{key}",
        title=family(sheet, key),
        warning=WARNING if together else "",
        tables=tuple(table(sheet, one, 3 if together else 2) for one in series),
    )


def family(sheet: Sheet, key: str) -> str:
    """The name of a family by its key, in which the ids of parties stand for their names."""
    parties = {one.id for one in sheet.dossier.briefing.of_kind("party")}
    words = [sheet.dossier.briefing.name(w) if w in parties else w for w in key.split("-")]
    sentence = " ".join(words)
    return sentence[:1].upper() + sentence[1:]


def table(sheet: Sheet, series: tuple[Record, Series], level: int) -> Table:
    """A series with what all its figures share."""
    record, data = series
    facts = sheet.dossier.by_record[record.id]
    ordered = sorted(facts, key=lambda fact: fact.located.key_span().start)
    shared = [escape(text) for text in (data.category, data.flow, data.basis) if text]
    reporter = fill("counted by {}", sheet.link(data.reporter)) if data.reporter else None
    heading = sheet.dossier.briefing.name(record.id)
    return Table(
        id=record.id,
        heading=heading,
        level=level,
        counted=joined([*([reporter] if reporter else []), *shared], "; "),
        lines=tuple(line(sheet, fact, heading) for fact in ordered[:LIMIT]),
    )


def line(sheet: Sheet, fact: Fact, heading: str) -> Line:
    """One figure, with what its series does not say for it."""
    basis, period = fact.statement.basis or fact.of_series("basis"), fact.located.period
    how = [basis or "as counted"]
    if period and not leading_period(fact.located.key):
        how.append(covered(period, UNTOLD))
    return Line(
        label=fact.label.removeprefix(f"{heading}: "),
        basis="; ".join(how),
        fact=Sealed(fact),
        check=checked(fact),
    )


def checked(fact: Fact) -> str:
    """What came of recomputing a figure."""
    if fact.computed is None:
        # A change or share without a formula has nothing that it could be worked out from.
        return "not recomputed: no base" if unit_of(fact.located) in RATIOS else "as stated"
    is_ours = fact.statement.compute and fact.computed.result is not None
    return "computed by us" if is_ours else outcome(fact)
