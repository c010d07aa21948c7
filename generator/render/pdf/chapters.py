"""The chapters of the book, and of the extracts that are made of the same.

Every chapter shows what a page of the website shows, from the same models.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.derive.dossier import Fact, Status
from generator.derive.prose import visible
from generator.model import FOLDERS
from generator.model.record import Record
from generator.render import attendance
from generator.render.about import WORDS
from generator.render.brief import brief as first_page
from generator.render.brief import points as key_points
from generator.render.comparisons import comparisons
from generator.render.comparisons import grids as comparison_grids
from generator.render.comparisons import rows as comparison_rows
from generator.render.details import SHOWN, grids
from generator.render.grids import Grid, Listing, Row, listing, own_label
from generator.render.links import page
from generator.render.pages import titled
from generator.render.pdf.document_writer import Chapter, DocumentWriter
from generator.render.pdf.entries import entry, numbered
from generator.render.pdf.links import of_page, of_record
from generator.render.pdf.rich_text import NUMBERS
from generator.render.pdf.typ import Typ, comment, string
from generator.render.prose import sentence
from generator.render.records import facts_of, reading_of, rows
from generator.render.relations import HEADINGS, Relations
from generator.render.rich import Rich
from generator.render.sheet import Sheet, short
from generator.render.summary_lines import answer
from generator.render.tables import groups
from generator.render.text import day, fill
from generator.render.timeline import timeline
from generator.render.times import in_time
from generator.render.unknowns import unknowns, weights

# Their tables of attendance have a line for everyone, whatever is known of them.
TOLD = (HEADINGS["about"], HEADINGS["by"], HEADINGS["inputs"])
MOSTLY_UNKNOWN = ("person", "round")
EVERY = "All statements"
# Wider tables are cut into several; with more columns than the second they lie on their side.
MOST_COLUMNS, UPRIGHT = 10, 7


def brief(writer: DocumentWriter) -> Chapter:
    """The brief: what is so on the day, what is open, what ends when, and what is new."""
    shown = first_page(writer.sheet(), [], {}).context
    records = writer.dossier.briefing.records
    points = (
        (comment(f"{records[one.id].file.path}:1"), one.text) for one in key_points(writer.sheet())
    )
    context = {**shown, "points": tuple(points), "of": {}}
    return Chapter(of_page("index"), "Brief", "brief.typ.j2", context)


def words(writer: DocumentWriter) -> Chapter:
    """What the words of status mean."""
    return Chapter(of_page("about"), "How to read this", "words.typ.j2", {"words": WORDS})


def prose(writer: DocumentWriter) -> Iterator[Chapter]:
    """The editors' own pages."""
    for file in writer.dossier.briefing.pages:
        name = file.path.rpartition("/")[2].removesuffix(".md")
        shown = visible(writer.dossier, file)
        title, text = titled(shown.text, name)
        content = sentence(writer.sheet(page(name).page), text)
        context = {
            "prose": content,
            "left_out": shown.left_out,
            "origin": comment(f"{file.path}:1"),
        }
        if text.strip() or shown.left_out:
            yield Chapter(of_page(name), title, "prose.typ.j2", context)


def in_time_order(writer: DocumentWriter) -> Iterator[Chapter]:
    """The timeline."""
    for found in timeline(writer.dossier, writer.settings):
        context = {**found.context, "lead": found.description}
        yield Chapter(of_page("timeline"), found.title, "timeline.typ.j2", context)


def of_kinds(
    writer: DocumentWriter, name: str, title: str, kinds: Sequence[str]
) -> Iterator[Chapter]:
    """The records of some kinds, each with its tables."""
    found = [r for kind in kinds for r in in_time(writer.dossier, writer.dossier.of_kind(kind))]
    if found:
        heading = {"matrices": matrices(writer) if "round" in kinds else ()}
        yield Chapter(of_page(name), title, "part.typ.j2", heading, NUMBERS)
        yield from (record(writer, one, 2) for one in found)


def one(writer: DocumentWriter, id_: str) -> Iterator[Chapter]:
    """One record by itself."""
    yield record(writer, writer.dossier.records[id_])


def record(writer: DocumentWriter, one: Record, level: int = 1) -> Chapter:
    """A record with its description, and its tables."""
    sheet, relations = writer.sheet(), writer.inputs.relations
    reading = reading_of(writer.dossier, one)
    shown = grids(sheet, one, relations)
    kept = tuple(grid for grid in map(trimmed, shown) if grid.groups)
    for fact in facts_of(writer.dossier, one):
        writer.links.mention(fact.id)
    context = {
        "origin": comment(f"{one.file.path}:1"),
        "answer": answer(sheet, one),
        "rows": tuple(rows(sheet, one)),
        "reading": reading.text if reading else "",
        "reading_on": day(reading.on) if reading else "",
        "grids": kept if one.kind in MOSTLY_UNKNOWN else shown,
        "listings": tuple(listings(sheet, one, relations)),
    }
    name, title = of_record(one.id), writer.dossier.briefing.name(one.id)
    return Chapter(name, title, "record.typ.j2", context, NUMBERS, level)


def listings(sheet: Sheet, one: Record, relations: Relations) -> Iterator[Listing]:
    """What else the record holds, and what others say of it where no table tells it."""
    if one.kind == "round" and (rest := tuple(at_hand(sheet, one))):
        yield listing("section--rest", "Also on record", rest)
    shown = set(SHOWN.get(one.kind, ()))
    shown |= {heading for heading in HEADINGS.values() if heading not in TOLD}
    yield from relations.listings(sheet, one, shown)


def at_hand(sheet: Sheet, one: Record) -> Iterator[Rich]:
    """The statements of a round besides who was there, each in a line."""
    for fact in facts_of(sheet.dossier, one):
        if fact.chosen.person is None:
            label = own_label(fact, sheet.dossier.briefing.name(one.id))
            yield fill("{}: {}", label, short(sheet, fact))


def matrices(writer: DocumentWriter) -> tuple[tuple[bool, Grid], ...]:
    """Who took part in which round; with many rounds on its side, and in parts."""
    found = attendance.rounds(writer.dossier)
    sheet = writer.sheet()
    shown = (attendance.matrix(sheet, part) for part in in_parts(found))
    return tuple((len(grid.columns) > UPRIGHT, trimmed(grid)) for grid in shown if grid)


def in_parts(found: list[Record]) -> Iterator[list[Record]]:
    """Parts of equal length: a last one of a single round would not even name it."""
    number = -(-len(found) // MOST_COLUMNS)
    for at in range(number):
        yield found[len(found) * at // number : len(found) * (at + 1) // number]


def trimmed(grid: Grid) -> Grid:
    """A table without the lines that only say `not known`; the website has them all."""
    kept = (replace(one, rows=tuple(filter(tells, one.rows))) for one in grid.groups)
    return replace(grid, groups=tuple(one for one in kept if one.rows))


def tells(row: Row) -> bool:
    """True when something is known in the row."""
    return any(True for cell in row.cells for _ in cell.anchors)


def figures(writer: DocumentWriter) -> Iterator[Chapter]:
    """The charts, then the series as tables."""
    found, drawn = groups(writer.sheet()), writer.inputs.figures
    if found or drawn:
        context = {"groups": found, "charts": drawn}
        name = of_page("figures")
        yield Chapter(name, "Figures", "figures.typ.j2", context, NUMBERS)


def compared(writer: DocumentWriter) -> Iterator[Chapter]:
    """What stands side by side; who took part has its place at the rounds already."""
    found = [(r, data) for r, data in comparisons(writer.dossier) if data.form != "attendance"]
    if found:
        name = of_page("comparisons")
        yield Chapter(name, "Comparisons", "part.typ.j2", {"matrices": ()}, NUMBERS)
    sheet = writer.sheet()
    for one, data in found:
        context = {
            "origin": comment(f"{one.file.path}:1"),
            "answer": data.subtitle,
            "rows": comparison_rows(sheet, one),
            "reading": "",
            "grids": comparison_grids(sheet, one),
            "listings": (),
        }
        name, title = of_record(one.id), writer.dossier.briefing.name(one.id)
        yield Chapter(name, title, "record.typ.j2", context, NUMBERS, 2)


def disputes(writer: DocumentWriter) -> Iterator[Chapter]:
    """Every dispute with its positions side by side."""
    found = [f for f in writer.dossier.facts.values() if f.status is Status.DISPUTED]
    if found:
        context = {"disputes": tuple(entry(writer, fact) for fact in found)}
        yield Chapter(of_page("disputed"), "Disputes", "disputes.typ.j2", context)


def not_known(writer: DocumentWriter) -> Iterator[Chapter]:
    """What is not known: the tables of the website, whole."""
    for found in unknowns(writer.dossier, writer.settings):
        tables = tuple(weights(writer.sheet()))
        context = {**found.context, "grids": tables, "lead": found.description}
        name = of_page("unknowns")
        yield Chapter(name, found.title, "unknowns.typ.j2", context, NUMBERS)


def annex(writer: DocumentWriter, facts: Sequence[Fact], title: str = EVERY) -> Iterator[Chapter]:
    """Statements with all that is known of them, by kind and by the record that they stand in."""
    if facts:
        yield Chapter(of_page("facts"), title, "part.typ.j2", {"matrices": ()})
    held: dict[str, list[Fact]] = {}
    for fact in facts:
        held.setdefault(fact.record.id, []).append(fact)
    for folder, kind in FOLDERS.items():
        own = [writer.dossier.records[id_] for id_ in held if is_of(writer, id_, kind)]
        if own and title == EVERY:
            yield Chapter("", folder.capitalize(), "kind.typ.j2", {}, level=2)
        for one in in_time(writer.dossier, own):
            yield statements(writer, one, held[one.id], title == EVERY)


def is_of(writer: DocumentWriter, id_: str, kind: str) -> bool:
    """Whether a record is of a kind."""
    return writer.dossier.records[id_].kind == kind


def statements(
    writer: DocumentWriter, one: Record, facts: Sequence[Fact], in_book: bool
) -> Chapter:
    """The statements of one record, in the order of its file; a book says where it tells them."""
    ordered = sorted(facts, key=lambda fact: fact.located.key_span().start)
    label = of_record(one.id)
    context = {
        "entries": tuple(entry(writer, fact) for fact in ordered),
        "back": string(label) if in_book and writer.links.holds(label) else "",
    }
    title, level = writer.dossier.briefing.name(one.id), 3 if in_book else 2
    return Chapter("", title, "statements.typ.j2", context, NUMBERS, level)


def sources(writer: DocumentWriter, ids: Sequence[str], in_book: bool = True) -> Iterator[Chapter]:
    """The sources, by their numbers; a book says where each bears something out."""
    found = [writer.dossier.briefing.records[id_] for id_ in sorted(ids)]
    if found:
        context = {"sources": tuple(numbered(writer, one, in_book) for one in found)}
        yield Chapter(of_page("sources"), "Sources", "sources.typ.j2", context)


def glossary(writer: DocumentWriter) -> Iterator[Chapter]:
    """The terms, in all languages that are known of them."""
    found = writer.dossier.of_kind("glossary")
    if found:
        context = {"terms": tuple(term(writer.sheet(), one) for one in found)}
        name = of_page("glossary")
        yield Chapter(name, "Glossary", "glossary.typ.j2", context, NUMBERS)


def term(sheet: Sheet, one: Record) -> tuple[Typ, str, Rich, Rich]:
    """A term with its definition."""
    called = one.data.called
    assert called
    name = of_record(one.id)
    return comment(f"{one.file.path}:1"), name, sheet.called(called), answer(sheet, one)
