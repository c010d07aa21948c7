"""The chapters of the book, and of the extracts that are made of the same."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from generator.counting import grouped
from generator.derive.brief import disputes as disputed
from generator.derive.changed import changes_between
from generator.derive.prose import visible
from generator.model.dates import in_words
from generator.model.record import Record
from generator.render.pdf.annex import entry
from generator.render.pdf.document_writer import Chapter, DocumentWriter
from generator.render.pdf.rich_text import comment, of_page, of_record
from generator.render.views import attendance
from generator.render.views.brief import brief as first_page
from generator.render.views.brief import points as key_points
from generator.render.views.changes import told
from generator.render.views.chart_views import in_tables as chart_tables
from generator.render.views.comparisons import comparisons
from generator.render.views.comparisons import grids as comparison_grids
from generator.render.views.comparisons import rows as comparison_rows
from generator.render.views.details import box, described_by, grids, in_tables, leading
from generator.render.views.grids import Grid, Listing, listing, own_label, shortened
from generator.render.views.links import LIMIT, page
from generator.render.views.page import titled
from generator.render.views.prose import sentence
from generator.render.views.records import HEADINGS, Relations, facts_of, in_time, reading_of
from generator.render.views.sheet import Sheet, short
from generator.render.views.text import day, fill
from generator.render.views.timeline import timeline
from generator.render.views.unknowns import lists, unknowns

# Their tables of attendance have a line for everyone, whatever is known of them.
TOLD = (HEADINGS["about"], HEADINGS["by"], HEADINGS["inputs"])
MOSTLY_UNKNOWN = ("person", "round")
# Wider tables are cut into several; with more columns than the second they lie on their side.
MOST_COLUMNS, UPRIGHT = 10, 7


def brief(writer: DocumentWriter) -> Chapter:
    """The brief: what is so on the day, what is open, what ends when, and what is new."""
    shown = first_page(writer.sheet(), [], {}).context
    points = ((comment(f"{one.file.path}:1"), text) for one, text in key_points(writer.sheet()))
    context = {**shown, "points": tuple(points), "of": {}}
    return Chapter(of_page("index"), "Brief", "brief.typ.j2", context)


def prose(writer: DocumentWriter) -> Iterator[Chapter]:
    """The editors' own pages."""
    for file in writer.dossier.briefing.pages:
        shown = visible(writer.dossier, file)
        title, text = titled(shown.text, file.stem)
        content = sentence(writer.sheet(page(file.stem).page), text)
        context = {
            "prose": content,
            "left_out": shown.left_out,
            "origin": comment(f"{file.path}:1"),
        }
        if text.strip() or shown.left_out:
            yield Chapter(of_page(file.stem), title, "prose.typ.j2", context)


def in_time_order(writer: DocumentWriter) -> Iterator[Chapter]:
    """The timeline."""
    # A page of it holds several times as many lines.
    pages = -(-writer.inputs.latest // LIMIT)
    for found in tuple(timeline(writer.dossier, writer.settings))[-pages:]:
        context = {**found.context, "lead": found.description}
        yield Chapter(of_page("timeline"), found.title, "timeline.typ.j2", context)


def changed(writer: DocumentWriter) -> Iterator[Chapter]:
    """What changed since a day, else since the edition that was published before this one."""
    dossier = writer.dossier
    others = dossier.briefing.published.values()
    earlier = next((one for one in others if one.as_of.last < dossier.as_of), None)
    since = writer.inputs.since or (earlier.as_of.last if earlier else None)
    if not since:
        return
    found = tuple(told(writer.sheet(), changes_between(dossier, since, dossier.day)))
    if not found:
        return
    days = tuple(grouped((one.known, one) for one in found).items())
    name = in_words(since) if writer.inputs.since or not earlier else earlier.name
    context = {"days": days, "lead": f"After {in_words(since)}, up to {in_words(dossier.day)}."}
    yield Chapter(of_page("changes"), f"What changed since {name}", "changes.typ.j2", context)


def of_kinds(writer: DocumentWriter, of: tuple[str, str, Sequence[str]]) -> Iterator[Chapter]:
    """The records of some kinds, each with its tables, under a name and a title."""
    name, title, kinds = of
    ordered = (in_time(writer.dossier, writer.dossier.of_kind(kind)) for kind in kinds)
    found = [one for records in ordered for one in records[-writer.inputs.latest :]]
    if found:
        heading = {"matrices": matrices(writer) if "round" in kinds else ()}
        yield Chapter(of_page(name), title, "part.typ.j2", heading)
        yield from (_record(writer, one, 2) for one in found)


def one(writer: DocumentWriter, id_: str) -> Iterator[Chapter]:
    """One record by itself."""
    yield _record(writer, writer.dossier.records[id_])


def _record(writer: DocumentWriter, one: Record, level: int = 1) -> Chapter:
    sheet, relations = writer.sheet(), writer.inputs.relations
    reading = reading_of(writer.dossier, one)
    first, described = box(sheet, one), described_by(sheet, one)
    as_paragraph = one.kind not in ("round", "agreement")
    if first and as_paragraph:
        # One paragraph takes both.
        first, described = first + described, ()
    shown = tuple(map(shortened, grids(sheet, one, relations)))
    # Without its empty lines a table needs no word on them.
    kept = tuple(replace(grid, note="") for grid in map(trimmed, shown) if grid.groups)
    for fact in facts_of(writer.dossier, one):
        writer.links.mention(fact.id)
    context = {
        "origin": comment(f"{one.file.path}:1"),
        "answer": leading(sheet, one, relations),
        "box": first,
        "box_as_paragraph": as_paragraph,
        "rows": described,
        "reading": reading.text if reading else "",
        "reading_on": day(reading.on) if reading else "",
        "grids": kept if one.kind in MOSTLY_UNKNOWN else shown,
        "listings": tuple(listings(sheet, one, relations, is_alone=level == 1)),
    }
    name, title = of_record(one.id), writer.dossier.briefing.name(one.id)
    return Chapter(name, title, "record.typ.j2", context, level)


def listings(
    sheet: Sheet, one: Record, relations: Relations, *, is_alone: bool
) -> Iterator[Listing]:
    """What else it holds, and what others say that no table tells.

    Behind a record that is alone in its document an annex has its statements whole.
    """
    heading = sheet.dossier.briefing.name(one.id)
    shown = {anchor for _, value in box(sheet, one) for anchor in value.anchors}
    rest = [
        fill("{}: {}", own_label(fact, heading), short(sheet, fact))
        for fact in facts_of(sheet.dossier, one)
        if one.kind == "round" and fact.chosen.person is None and fact.id not in shown
    ]
    if rest and not is_alone:
        yield listing("section--rest", "Statements", rest)
    others = {heading for heading in HEADINGS.values() if heading not in TOLD}
    yield from relations.listings(sheet, one, in_tables(one) | others)


def matrices(writer: DocumentWriter) -> tuple[tuple[bool, Grid], ...]:
    """Who took part in which round; with many rounds on its side, and in parts."""
    found = attendance.latest(writer.dossier)
    sheet = writer.sheet()
    shown = (grid for part in in_parts(found) for grid in attendance.matrix(sheet, part))
    return tuple((len(grid.columns) > UPRIGHT, trimmed(grid)) for grid in shown)


def in_parts(found: Sequence[Record]) -> Iterator[Sequence[Record]]:
    """Parts of equal length: a last one of a single round would not even name it."""
    number = -(-len(found) // MOST_COLUMNS)
    for at in range(number):
        yield found[len(found) * at // number : len(found) * (at + 1) // number]


def trimmed(grid: Grid) -> Grid:
    """A table without the lines that only say `not known`; the website has them all."""
    kept = []
    for group in grid.groups:
        rows = (row for row in group.rows if any(any(cell.anchors) for cell in row.cells))
        kept.append(replace(group, rows=tuple(rows)))
    return replace(grid, groups=tuple(one for one in kept if one.rows))


def charts(writer: DocumentWriter) -> Chapter:
    """A chapter of all charts, which may be none."""
    sheet, shown = writer.sheet(), writer.inputs.figures
    found = tuple((one.picture, tuple(chart_tables(sheet, one.lines))) for one in shown)
    return Chapter(of_page("figures"), "Figures", "figures.typ.j2", {"charts": found})


def compared(writer: DocumentWriter) -> Iterator[Chapter]:
    """What stands side by side; who took part has its place at the rounds already."""
    found = [(r, data) for r, data in comparisons(writer.dossier) if data.form != "attendance"]
    if found:
        name = of_page("comparisons")
        yield Chapter(name, "Comparisons", "part.typ.j2", {"matrices": ()})
    sheet = writer.sheet()
    for one, data in found:
        context = {
            "origin": comment(f"{one.file.path}:1"),
            "answer": data.subtitle,
            "box": (),
            "rows": comparison_rows(sheet, data),
            "reading": "",
            "grids": comparison_grids(sheet, data),
            "listings": (),
        }
        name, title = of_record(one.id), writer.dossier.briefing.name(one.id)
        yield Chapter(name, title, "record.typ.j2", context, level=2)


def disputes(writer: DocumentWriter) -> Iterator[Chapter]:
    """Every dispute with its positions side by side."""
    if found := tuple(chain(*disputed(writer.dossier)))[: writer.inputs.latest]:
        context = {"disputes": tuple(entry(writer, fact) for fact in found)}
        yield Chapter(of_page("disputed"), "Disputes", "disputes.typ.j2", context)


def not_known(writer: DocumentWriter) -> Iterator[Chapter]:
    """What is not known: the lists of the website, but for that of all with a single source."""
    for found in unknowns(writer.dossier, writer.settings):
        listings = tuple(one for one in lists(writer.sheet()) if one.id != "section--single")
        context = {"listings": listings, "lead": found.description}
        yield Chapter(of_page("unknowns"), found.title, "listings.typ.j2", context)
