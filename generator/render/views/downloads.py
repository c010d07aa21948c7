"""What can be taken away: the files that this build made, with what they are and how large.

Refuses to promise: a file that does not exist has no line.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.counting import counted
from generator.derive.dossier import Dossier
from generator.render.data.statements import STATEMENTS
from generator.render.data.tables import TABLES
from generator.render.views.dictionary import TITLE
from generator.render.views.grids import Grid, Row, columns, one_group
from generator.render.views.links import Address, page
from generator.render.views.page import Page
from generator.render.views.pdf_links import MadePdf, size
from generator.render.views.pdf_links import grids as of_pdfs
from generator.render.views.sheet import Settings, Sheet
from generator.render.views.text import escape, fill, tag

CALENDAR = "data/deadlines.ics"
WHOLE = {
    "data/facts.json": "every statement with its status, positions and sources",
    STATEMENTS.path: STATEMENTS.description,
    "data/briefing.sqlite": "all tables as a database, with full-text search",
    CALENDAR: "what ends or falls due after the day, for a calendar",
    "data/not-found.json": "what was looked for and not found",
    "data/facts.schema.json": "what each key of the JSON holds",
    "data/datapackage.json": "what each column of the tables holds (Frictionless Data Package)",
    "data/metadata.json": "the same for Datasette, which shows the database",
    **{table.path: table.description for table in TABLES if table != STATEMENTS},
}
# Those that most readers want.
FIRST = ("data/facts.json", STATEMENTS.path, "data/briefing.sqlite", CALENDAR)
# The archive holds this very page, so its size cannot stand here.
ARCHIVE = "offline.zip"
TYPES = {
    "schema.json": "JSON Schema",
    "json": "JSON",
    "csv": "CSV",
    "sqlite": "SQLite",
    "ics": "iCalendar",
}
MANY = {
    "charts/": ("Charts", "each as CSV, SVG, PNG and specification; its page links to them"),
    "data/cite/": (
        "Citations",
        "the sources of each statement, as CSL-JSON; its card links to it",
    ),
    "data/": ("Records", "the statements of each record, as JSON; its page links to it"),
}

Sizes = Mapping[str, int]


def downloads(
    dossier: Dossier, settings: Settings, sizes: Sizes, made_pdfs: Sequence[MadePdf]
) -> Iterator[Page]:
    """The files of a build, if it made any."""
    sheet = Sheet(dossier, settings, page("downloads").page)
    held = {path: weight for path, weight in sizes.items() if path != ARCHIVE}
    if held:
        rows = (*whole(held), *many(held))
        heads = columns("What", "What it holds", "Type and size")
        to = tag("a", TITLE, href=page("dictionary"))
        note = fill("{}: each table, each column and each word.", to)
        data = Grid("section--files", "Files", heads, one_group(rows), note)
        grids = (*of_pdfs(sheet, made_pdfs), data)
        what = f"{counted(len(held), 'file')} of data, {size(sum(held.values()))} in all"
        what += f"; {counted(len(made_pdfs), 'PDF')}." if made_pdfs else "."
        archive = Address(ARCHIVE) if ARCHIVE in sizes else None
        context = {"grids": grids, "archive": archive}
        yield Page(sheet.path, "downloads.md.j2", "Downloads", what, context)


def whole(sizes: Sizes) -> Iterator[Row]:
    """The files that hold everything, each with a link."""
    for path, description in WHOLE.items():
        if path in sizes:
            name = path.removeprefix("data/")
            link = tag("a", name, href=Address(path), download=name)
            kind = next(kind for end, kind in TYPES.items() if path.endswith(end))
            yield Row(link, (escape(description), escape(f"{kind}, {size(sizes[path])}")))


def many(sizes: Sizes) -> Iterator[Row]:
    """The files of which there is one for each of something."""
    left = {path: held for path, held in sizes.items() if path not in WHOLE}
    for prefix, (name, description) in MANY.items():
        own = {path: held for path, held in left.items() if path.startswith(prefix)}
        left = {path: held for path, held in left.items() if path not in own}
        if own:
            total_size = f"{counted(len(own), 'file')}, {size(sum(own.values()))}"
            yield Row(escape(name), (escape(description), escape(total_size)))
