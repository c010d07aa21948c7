"""Comparisons: what stands side by side, as tables that follow from what is known."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date

from generator.derive.charts import starts
from generator.derive.dossier import Dossier, Fact
from generator.derive.states import whole_of
from generator.model.dates import ONE_DAY, in_words
from generator.model.events import Measure
from generator.model.parties import Material
from generator.model.points import Comparison, Entry
from generator.model.record import Record, of_model
from generator.model.statement import Part
from generator.render.views import attendance
from generator.render.views.act_tables import outcome, party_of
from generator.render.views.borne import bracketed, sign, voiced
from generator.render.views.grids import Grid, Group, Row, columns, one_group, side_class, split
from generator.render.views.links import Address
from generator.render.views.page import Page
from generator.render.views.records import in_time
from generator.render.views.sheet import Sheet, holds, says, short, state, to_card
from generator.render.views.silences import silence
from generator.render.views.text import Rich, escape, fill, joined, tag

# So many lines of each table stand open at least.
LEAST = 2
NOT_TOLD = tag("span", "the source does not say", class_="not-known")
NO_SILENCE = "Empty: we have no words of that side on it, which is not the same as silence."
MAY_BE_REACHED = (
    "Empty: what we have of the measure does not name the material. It may be reached all "
    "the same, as a part of a product or by another measure."
)
Tools = dict[str, Rich | Address]
Reach = dict[str, Fact | None]


def comparison_page(sheet: Sheet, record: Record, tools: Tools) -> Page:
    """The page of a comparison."""
    data = record.data
    assert isinstance(data, Comparison)
    tables = tuple(map(opened_where_shared, grids(sheet, data)))
    context = {"rows": rows(sheet, data), "grids": tables, **tools}
    title = sheet.dossier.briefing.name(record.id)
    return Page(sheet.path, "comparison.md.j2", title, data.subtitle, context)


def opened_where_shared(grid: Grid) -> Grid:
    """A table with a column for each side, of which the lines stand open that all columns fill."""
    lines = [row for group in grid.groups for row in group.rows]
    open_ = max(sum(all(cell.text for cell in row.cells) for row in lines), LEAST)
    shown, rest = split(grid.groups, open_)
    is_long = grid.is_even and len(lines) > open_ + 1
    return replace(grid, groups=shown, rest=rest) if is_long else grid


def comparisons(dossier: Dossier) -> tuple[tuple[Record, Comparison], ...]:
    """The comparisons of the day, in their order."""
    found = of_model(dossier.of_kind("comparison"), Comparison)
    return tuple(sorted(found, key=lambda pair: (pair[1].order, pair[0].id)))


def grids(sheet: Sheet, data: Comparison) -> tuple[Grid, ...]:
    """The tables of a comparison."""
    return tuple(FORMS[data.form](sheet, data))


def rows(sheet: Sheet, data: Comparison) -> tuple[tuple[str, Rich], ...]:
    """What a comparison comes to, in a few lines before its tables."""
    return tuple(counts(sheet)) if data.form == "covers" else ()


def figures(sheet: Sheet, data: Comparison) -> Iterator[Grid]:
    """Figures in the order of their days, each with what it counts."""
    known, groups = sheet.dossier.facts, []
    for group in data.groups.values():
        entries = [
            one
            for one in group.entries.values()
            if all(id_ in known for id_ in (one.of, one.since, one.until) if id_)
        ]
        # Of one day as they were written: what was before comes first.
        entries.sort(key=lambda one: when(sheet.dossier, one)[0])
        if entries:
            side = side_class(sheet.dossier, group.party) if group.party else ""
            lines = tuple(_figure(sheet, one) for one in entries)
            groups.append(Group(escape(group.title), lines, side))
    if groups:
        heads = columns("When", "Level and status", "What it counts", "What it is")
        yield Grid("section--figures", "Levels", heads, tuple(groups))


def _figure(sheet: Sheet, entry: Entry) -> Row:
    fact = sheet.dossier.facts[entry.of]
    counts = entry.definition or fact.statement.basis or fact.of_series("basis")
    cells = (level(sheet, fact), escape(counts) if counts else NOT_TOLD, escape(fact.label))
    return Row(escape(when(sheet.dossier, entry)[1]), cells)


def level(sheet: Sheet, fact: Fact) -> Rich:
    """A figure with what holds of it; of an act, what it leaves of one, and what holds of that."""
    does = fact.chosen.does
    left = outcome(sheet, fact, fact.chosen) if does else None
    if left is None:
        return short(sheet, fact)
    return fill("{}; {}", left, holds(sheet, fact.held)) if does == "amend" and fact.held else left


def when(dossier: Dossier, entry: Entry) -> tuple[date, str]:
    """The day from or up to which a figure holds, its period, or when it became known."""
    fact = dossier.facts[entry.of]
    if entry.since and (first := starts(dossier.facts[entry.since].chosen)):
        return first, f"from {in_words(first)}"
    if entry.until and (over := starts(dossier.facts[entry.until].chosen)):
        return over - ONE_DAY, f"before {in_words(over)}"
    if begun := fact.chosen.from_:
        told = f"{in_words(begun.last)} or before" if begun.is_bound else in_words(begun)
        return begun.first, f"from {told}"
    period = fact.located.period
    if period:
        return period.last, in_words(period)
    day = fact.known_from or dossier.day
    return day, f"known by {in_words(day)}"


def sides(sheet: Sheet, _: Comparison) -> Iterator[Grid]:
    """What each side said of a round; a statement without `by` is nobody's word."""
    dossier, note = sheet.dossier, NO_SILENCE
    parties = dossier.briefing.edition.parties
    heads = (Rich("Subject"), *(sheet.name(party) for party in parties))

    def rank(fact: Fact) -> tuple[int, date, str]:
        """First what more sides speak of, or are known to be silent on; then by day."""
        heard = _voices(dossier, fact) | set(fact.silent)
        return -len(heard), fact.known_from or dossier.day, fact.id

    for record in attendance.on_record(dossier).rounds:
        found = sorted(spoken(dossier, record), key=rank)
        groups = one_group(
            Row(escape(fact.label), tuple(said_by(sheet, fact, party) for party in parties))
            for fact in found
        )
        if groups:
            heading = dossier.briefing.name(record.id)
            yield Grid(f"round--{record.id}", heading, heads, groups, note, is_even=True)
            # Once is enough.
            note = ""


def spoken(dossier: Dossier, record: Record) -> Iterator[Fact]:
    """What a side says in a round, of it, or of an agreement that came of it."""
    agreed = (one.id for one in dossier.of_kind("agreement") if record.id in one.data.about)
    own = {record.id, *agreed}
    for fact in dossier.facts.values():
        about = (*fact.statement.about, *fact.record.data.about, fact.record.id)
        if own & {id_.partition(".")[0] for id_ in about} and _voices(dossier, fact):
            yield fact


def _voices(dossier: Dossier, fact: Fact) -> set[str]:
    found = {party_of(dossier, stance.by) for stance in fact.standing}
    return found & set(dossier.briefing.edition.parties)


def said_by(sheet: Sheet, fact: Fact, party: str) -> Rich:
    """What one side says, position by position, each leading to its card."""
    told = []
    for stance in fact.standing:
        if party_of(sheet.dossier, stance.by) == party:
            link = to_card(fact, says(sheet, fact, stance.content), stance.key)
            published = (e.published for e in stance.counted or stance.evidence)
            days = [one.last for one in published if not one.is_unknown]
            status = stance.status.value if stance.status else "none"
            spoken = fill(
                "{}, {}{}", link, voiced(sheet.dossier.briefing, stance), sign(status, status)
            )
            printed = bracketed(escape(f"printed by {in_words(min(days))}")) if days else Rich()
            told.append(joined(filter(None, (spoken, printed)), " "))
    if told:
        return joined(told, tag("br", ""))
    if party in fact.silent:
        return to_card(fact, silence(sheet, fact, party), party)
    return Rich()


def covers(sheet: Sheet, _: Comparison) -> Iterator[Grid]:
    """Materials against the measures that name any, with what holds of each on the day."""
    found = reaches(sheet.dossier)
    if found:
        heads = (Rich("Material"), *(sheet.name(measure.id) for measure, _ in found))
        listed = materials(sheet.dossier, found)
        groups = one_group(_material(sheet, one, found) for one in listed)
        yield Grid("section--covers", "Materials and measures", heads, groups, MAY_BE_REACHED)


def counts(sheet: Sheet) -> Iterator[tuple[str, Rich]]:
    """How many materials each measure names and what holds of it, then those that none names."""
    dossier, found = sheet.dossier, reaches(sheet.dossier)
    listed = materials(dossier, found)
    for measure, reach in found:
        number = fill("names {} of {}", len(reach), len(listed))
        whole = whole_of(dossier, measure.id)
        holds = joined([number, state(sheet, whole)]) if whole else number
        yield dossier.briefing.name(measure.id), holds
    named = {id_ for _, reach in found for id_ in reach}
    if rest := [one.id for one in listed if one.id not in named]:
        yield "Named by none of these", joined(sheet.name(id_) for id_ in rest)


def reaches(dossier: Dossier) -> list[tuple[Record, Reach]]:
    """The measures that name any material, in time order, each with those that it names."""
    ordered = of_model(in_time(dossier, dossier.of_kind("measure")), Measure)
    found = ((one, reach_of(dossier, one, data)) for one, data in ordered)
    return [(measure, reach) for measure, reach in found if reach]


def reach_of(dossier: Dossier, measure: Record, data: Measure) -> Reach:
    """The materials that a measure covers as a whole or in part, each with what has the state."""
    whole = whole_of(dossier, measure.id)
    found = {id_: whole for id_ in data.covers}
    for fact in dossier.by_record.get(measure.id, ()):
        if isinstance(fact.statement, Part):
            found |= {id_: fact for id_ in fact.statement.covers}
    return found


def materials(dossier: Dossier, found: Iterable[tuple[Record, Reach]]) -> list[Record]:
    """Those that a measure covers, and all that have a symbol as those have; by name."""
    named = {id_ for _, reach in found for id_ in reach}
    listed = [one for one in dossier.of_kind("material") if one.id in named or _symbol(one)]
    return sorted(listed, key=lambda one: dossier.briefing.name(one.id))


def _symbol(record: Record) -> str:
    return (record.data.symbol or "") if isinstance(record.data, Material) else ""


def _material(sheet: Sheet, record: Record, found: Iterable[tuple[Record, Reach]]) -> Row:
    cells = []
    for _, reach in found:
        fact = reach.get(record.id)
        told = fill("covered, {}", state(sheet, fact)) if fact else Rich("covered")
        cells.append(told if record.id in reach else Rich())
    link = sheet.headed(record)
    return Row(fill("{} {}", link, _symbol(record)) if _symbol(record) else link, tuple(cells))


FORMS: dict[str, Callable[[Sheet, Comparison], Iterator[Grid]]] = {
    "figures": figures,
    "sides": sides,
    "covers": covers,
    "attendance": lambda sheet, _: attendance.matrix(sheet, attendance.latest(sheet.dossier)),
}
