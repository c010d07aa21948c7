"""The series in a line each and as tables, those of one family together with their warning."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator import counting
from generator.derive.dossier import Fact
from generator.derive.labels import without_record
from generator.model.chart import Series
from generator.model.dates import PartialDate, behind_period, in_words, leading_period
from generator.model.record import Record, of_model
from generator.render.views.cards import formula_outcome
from generator.render.views.grids import Grid, Group, Row, columns, one_group, without_empty
from generator.render.views.links import own_page
from generator.render.views.page import Sealed
from generator.render.views.records import facts_of
from generator.render.views.sentences import AGAINST, is_main, moved, own_sentence, without_fraction
from generator.render.views.sheet import Sheet, short, titled, value_markup
from generator.render.views.summary_lines import NOT_HELD, answer, figure, of_editor, recency
from generator.render.views.text import (
    NO_PERIOD,
    Rich,
    capital,
    covered,
    escape,
    fill,
    joined,
    tag,
    with_stop,
)

HEADS = columns("Series", "Latest quoted figure", "Period", "Change", "Counted by", "Figures")
EMPTY = "Where a cell is empty, we found nothing to put there."
YEAR = re.compile(r"\d{4}")
SORTS_OF_FIGURES = "Months and parts of years", "Years", "Changes and other figures"
# A column of which no more is filled has no room.
SPARSE = 0.4
WARNING = "count different things; do not compare them."


@dataclass(frozen=True)
class Line:
    """One figure of a series."""

    label: str
    basis: str
    fact: Sealed
    check: str


@dataclass(frozen=True)
class Family:
    """Series that are printed together, with what they are called; or one that stands alone."""

    key: str
    title: str
    series: list[tuple[Record, Series]]

    @property
    def warning(self) -> str:
        """Why its series cannot be compared; nothing for one that stands alone."""
        return f"these series {WARNING}" if len(self.series) > 1 else ""


def families(sheet: Sheet) -> list[Family]:
    """All series by name, a family where the first of it stands; those that stand alone last."""
    found: dict[str, Family] = {}
    every = of_model(sheet.dossier.of_kind("series"), Series)
    name = sheet.dossier.briefing.name
    for record, series in sorted(every, key=lambda one: name(one[0].id).casefold()):
        if record.id in sheet.dossier.by_record:
            key = series.family or f"{record.id} alone"
            family = found.setdefault(key, Family(key, title_of(sheet, key), []))
            family.series.append((record, series))
    return sorted(found.values(), key=lambda family: not family.warning)


def title_of(sheet: Sheet, key: str) -> str:
    """The name of a family by its key, in which the ids of parties stand for their names."""
    parties = {one.id for one in sheet.dossier.briefing.of_kind("party")}
    words = (sheet.dossier.briefing.name(w) if w in parties else w for w in key.split("-"))
    return capital(" ".join(words))


def index(sheet: Sheet) -> Iterator[Grid]:
    """Each series in a line: the families with their warning, then those that stand alone."""
    found, alone = families(sheet), list[Row]()
    for family in found:
        rows = [latest(sheet, record, data) for record, data in family.series]
        if family.warning:
            yield _table(f"family-{family.key}", family.title, rows)
        else:
            alone += rows
    if alone:
        heading = "Series" if len(alone) == len(found) else "Other series"
        yield _table("section--series", heading, alone)


def _table(id_: str, heading: str, rows: list[Row]) -> Grid:
    return without_empty(Grid(id_, heading, HEADS, one_group(rows), EMPTY), SPARSE)


def latest(sheet: Sheet, record: Record, data: Series) -> Row:
    """A series with its latest figure and the change that is told with it."""
    facts = facts_of(sheet.dossier, record)
    last = figure(facts)
    title = sheet.dossier.briefing.name(record.id)
    counts = (last and last.statement.reporter) or data.reporter
    reporter = sheet.link(counts) if counts else Rich()
    many = f"{counting.counted(len(facts), 'figure')}, none quoted"
    told = (tag("span", many, class_="not-known"), Rich(), Rich())
    if last:
        period = covered(last.located.period) if last.located.period else ""
        # What its label tells besides the time stands with the figure.
        of = ", ".join(one for one in line(last, title).label.split(", ") if one != period)
        value = fill("{} ({})", short(sheet, last), of) if of else short(sheet, last)
        found = (one for one, _ in changes(sheet, last))
        after = (fill("{} {}", compared(sheet, f), f.statement.basis or "") for f in found)
        told = (value, escape(period), joined(after, "; "))
    return Row(tag("a", title, href=own_page(record)), (*told, reporter, escape(str(len(facts)))))


def lead(sheet: Sheet, record: Record) -> Rich:
    """What a series comes to: its latest figure in a sentence, and how that has changed."""
    last = figure(facts_of(sheet.dossier, record))
    told = own_sentence(sheet, last) if last and not of_editor(sheet, record) else Rich()
    if last is None or not told:
        return answer(sheet, record)
    change = changes(sheet, last)[:1]
    that = (fill("That was {} than {}.", compared(sheet, one), text) for one, text in change)
    return joined((with_stop(titled(sheet, last, told.text)), *that), " ")


def compared(sheet: Sheet, change: Fact) -> Rich:
    """A change in words: `more than 18% less`."""
    much, falls = moved(sheet, change)
    return titled(sheet, change, f"{much} {'less' if falls else 'more'}")


def changes(sheet: Sheet, last: Fact) -> list[tuple[Fact, str]]:
    """The changes up to a figure, each with what it is measured against."""
    told = ((sheet.dossier.facts.get(f"{last.id}-{key}"), text) for key, text in AGAINST.items())
    return [(f, text) for f, text in told if f and f.grade not in NOT_HELD and not f.rivals]


def counted(sheet: Sheet, data: Series) -> Rich:
    """What all figures of a series share."""
    reporter = [fill("counted by {}", sheet.link(data.reporter))] if data.reporter else []
    shared = [escape(text) for text in (data.category, data.flow, data.basis) if text]
    return joined([*reporter, *shared], "; ")


def line(fact: Fact, heading: str) -> Line:
    """One figure, with what its series does not say for it."""
    basis, period = fact.statement.basis or fact.of_series("basis") or "", fact.located.period
    label = without_record(fact.label, heading)
    # What its label says is not said again.
    how = basis.split(", ")
    if period and not leading_period(fact.located.key):
        how.append(time_beside(period, label))
    how = [one for one in how if one and one not in label]
    found = fact.computed
    is_ours = fact.statement.compute and found and found.result is not None
    agrees = found is not None and found.agrees and not found.missing
    return Line(
        label=label,
        basis=", ".join(how),
        fact=Sealed(fact),
        # Its mark says what is computed by us.
        check="" if is_ours else "agrees" if agrees else formula_outcome(fact),
    )


def time_beside(period: PartialDate, label: str) -> str:
    """The time that a figure covers; of a bound no day where its label has the month."""
    month = in_words(period.last).partition(" ")[2]
    return NO_PERIOD if period.is_bound and month in label else covered(period)


def figures(sheet: Sheet, record: Record, facts: list[Fact]) -> Iterator[Grid]:
    """The figures of a series, the latest first: of months and the like, of years, all others."""
    heading = sheet.dossier.briefing.name(record.id)
    rows = ((kind_of(one, heading), _figure(sheet, one, heading)) for one in latest_first(facts))
    found = counting.grouped(rows)
    kinds = [kind for kind in SORTS_OF_FIGURES if kind in found]
    groups = tuple(Group(Rich(kind if kinds[1:] else ""), tuple(found[kind])) for kind in kinds)
    if groups:
        yield Grid("section--figures", "Figures", columns("What and when", "Value"), groups)


def latest_first(facts: list[Fact]) -> list[Fact]:
    """The figures of a series from the latest on; what is of no time comes last."""
    return sorted(reversed(facts), key=recency, reverse=True)


def kind_of(fact: Fact, heading: str) -> str:
    """What sort of figure it is: of a period, which may be a year, or of more than that."""
    months, years, others = SORTS_OF_FIGURES
    key, period = fact.located.key, fact.located.period
    if YEAR.fullmatch(key):
        return years
    # `2025, edition of 2026` is a figure of that year, unless it tells of a change.
    is_change = behind_period(key).partition("-")[0] in AGAINST or not is_main(fact, "unit")
    year = YEAR.fullmatch(period.text) if period else None
    if year and not is_change and without_record(fact.label, heading).startswith(year[0]):
        return years
    return months if leading_period(key) and not behind_period(key) else others


def _figure(sheet: Sheet, fact: Fact, heading: str) -> Row:
    own = line(fact, heading)
    # What agrees needs no word.
    doubt = own.check.removeprefix("agrees")
    told = in_whole(sheet, fact)
    value = fill("{}; {}", told, doubt) if doubt else told
    return Row(escape(", ".join(filter(None, (own.label, own.basis)))), (value,))


def in_whole(sheet: Sheet, fact: Fact) -> Rich:
    """A figure; thousands without a fraction, as charts have them: its card has what is printed."""
    told = value_markup(sheet, fact).text
    whole = without_fraction(told)
    return short(sheet, fact) if fact.rivals or whole == told else titled(sheet, fact, whole)
