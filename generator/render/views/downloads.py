"""What can be taken away: PDFs and data, what they are, how large, and what their columns hold."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.counting import counted
from generator.derive.dossier import Dossier
from generator.model import KINDS
from generator.model.dates import in_words
from generator.reference import summary_of
from generator.render.data.statements import CHANGES, STATEMENTS
from generator.render.data.table import Table
from generator.render.data.tables import TABLES
from generator.render.views.grids import Grid, Row, columns, folded, one_group, opened
from generator.render.views.links import Address, page
from generator.render.views.page import Page
from generator.render.views.sheet import Settings, Sheet
from generator.render.views.text import NO_BREAK, Rich, escape, fill, tag, worded
from generator.render.views.what_changed import CALENDAR, FILE, calendar_link

WHOLE = {
    "data/facts.json": "every statement with its status, positions and sources",
    STATEMENTS.path: STATEMENTS.description,
    "data/briefing.sqlite": "all tables as a database, with full-text search",
    CALENDAR: "what ends or falls due after the day, for a calendar",
    CHANGES.path: CHANGES.description,
    "data/not-found.json": "what was looked for and not found",
    "data/facts.schema.json": "what each key of the JSON means",
    "data/datapackage.json": "what each column of the tables means (Frictionless Data Package)",
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
    "data/cite/": ("Citations", "the sources of each statement, as CSL-JSON; its card links to it"),
    "data/": ("Records", "the statements of each record, as JSON; its page links to it"),
}
# Around the name of a PDF, where its pages and its size will stand.
BEGIN, END = "\uf8f0", "\uf8f1"
AWAITED = re.compile(f"{BEGIN}([^{END}]*){END}")
Sizes = Mapping[str, int]
TITLE = "What is in the data"
# Of more words than these a column names none: the kinds have a table of their own.
MOST_NAMED = 10
# Of tables whose name says too little.
HEADINGS = {"witnesses": "Quotations of positions"}
WORDS = {
    "statement": "A figure, date, act, term, office or claim, with its sources. Its id is made of "
    "the id of its record and the keys that lead to it, with dots between them.",
    "record": "One file of facts, such as a meeting, a measure or a person.",
    "position": "One answer to the question of a statement. Most statements have one.",
    "`only`": "The key of the position where a statement has just one.",
    "`aside_why`": "The reason why a position no longer counts: it was rejected, replaced or "
    "withdrawn. Readers still see the position, with the reason and the day.",
    "`silences`": "Texts in which a side could have spoken of a matter and did not. Such a silence "
    "is no position.",
    "`witnesses`": "The quotations that a position rests on. A source without a quotation is "
    "listed, and counts for nothing.",
    "`origin`": "Who knew first what the words say: the publisher or author (`own`), another body, "
    "or `unknown`. Copies of one text count as one source.",
    "base unit": "The unit without its scale, such as USD for USD bn, and t for kg. `base_number` "
    "is the number in this unit, so that figures of different scales can be added up.",
    "`../2025-10-24`": "No later than that day. A figure has such a period where no source says "
    "what time it covers.",
}


@dataclass(frozen=True)
class OfferedPdf:
    """A PDF that a briefing has: its name, its title, and the website's page that offers it.

    How much it holds is told at the end: it is made beside the pages.
    """

    name: str
    title: str
    page: str

    @property
    def address(self) -> Address:
        """Where it stands on the site."""
        return Address(f"pdf/{self.name}.pdf")

    @property
    def weight(self) -> Rich:
        """What stands for its pages and its size; no text of the content holds such characters."""
        return Rich(f"{BEGIN}{self.name}{END}")


def downloads(
    dossier: Dossier, settings: Settings, sizes: Sizes, pdfs: Sequence[OfferedPdf]
) -> Iterator[Page]:
    """The files of a build, if it made any."""
    sheet = Sheet(dossier, settings, page("downloads").page)
    held = {path: weight for path, weight in sizes.items() if not path.endswith((ARCHIVE, FILE))}
    if held:
        rows = (*whole(held), *_many(held))
        heads = columns("File", "What is in it", "Type and size")
        to = tag("a", TITLE, href=page("dictionary"))
        note = fill("{} explains each table, each column and each word.", to)
        data = Grid("section--files", "Files", heads, one_group(rows), note)
        grids = (*_pdf_grids(sheet, pdfs), data)
        what = f"{counted(len(held), 'file')} of data, {size(sum(held.values()))} in all"
        what += f"; {counted(len(pdfs), 'PDF')}." if pdfs else "."
        context = {
            "grids": tuple(map(opened, grids)),
            "archive": Address(ARCHIVE) if ARCHIVE in sizes else None,
            "calendar": calendar_link(sheet) if CALENDAR in held else "",
            "is_published": bool(settings.url),
            "href": {"changes": page("changes"), "data": Address(CHANGES.path)},
        }
        yield Page(sheet.path, "downloads.md.j2", "Downloads", what, context)


def whole(sizes: Sizes) -> Iterator[Row]:
    """The files that hold everything, each with a link."""
    for path, description in WHOLE.items():
        if path in sizes:
            name = path.removeprefix("data/")
            link = tag("a", name, href=Address(path), download=name)
            kind = next(kind for end, kind in TYPES.items() if path.endswith(end))
            yield Row(link, (escape(description), escape(f"{kind}, {size(sizes[path])}")))


def _many(sizes: Sizes) -> Iterator[Row]:
    left = {path: held for path, held in sizes.items() if path not in WHOLE}
    for prefix, (name, description) in MANY.items():
        own = {path: held for path, held in left.items() if path.startswith(prefix)}
        left = {path: held for path, held in left.items() if path not in own}
        if own:
            total_size = f"{counted(len(own), 'file')}, {size(sum(own.values()))}"
            yield Row(escape(name), (escape(description), escape(total_size)))


def told(text: str, weights: Mapping[str, str]) -> str:
    """A text with the weight of each PDF that it offers."""
    return AWAITED.sub(lambda found: weights.get(found[1], found[0]), text)


def weight(pages: int, length: int) -> str:
    """The pages and the size of a PDF."""
    return f"{counted(pages, 'page').replace(' ', NO_BREAK)}, {size(length)}"


def _pdf_grids(sheet: Sheet, pdfs: Iterable[OfferedPdf]) -> Iterator[Grid]:
    day = in_words(sheet.dossier.as_of)
    rows = one_group(
        Row(
            tag("a", f"{one.name}.pdf", href=one.address, type="application/pdf"),
            (escape(one.title), one.weight, escape(day)),
        )
        for one in pdfs
    )
    if rows:
        heads = columns("File", "What is in it", "Pages and size", "As of")
        yield Grid("section--pdf", "PDFs", heads, rows)


def size(number: int) -> str:
    """A size in words: `412 bytes`, `3.4 kB`, `2.1 MB`."""
    if number < 1000:
        return f"{number}{NO_BREAK}bytes"
    amount, unit = (number / 1000, "kB") if number < 1_000_000 else (number / 1_000_000, "MB")
    return f"{amount:.1f}{NO_BREAK}{unit}" if amount < 10 else f"{amount:.0f}{NO_BREAK}{unit}"


def dictionary(dossier: Dossier, settings: Settings) -> Page:
    """What each column of each table holds, and each word that is not plain."""
    what = "What is in each table and column, and what the words mean."
    context = {"grids": folded((*_words(), *map(_grid, (*TABLES, CHANGES)))), "pager": Rich()}
    return Page(page("dictionary").page, "list.md.j2", TITLE, what, context)


def _words() -> Iterator[Grid]:
    kinds = {f"`{kind}`": summary_of(model) for kind, model in sorted(KINDS.items())}
    for name, heading, held in (("words", "Words", WORDS), ("kinds", "Kinds", kinds)):
        rows = one_group(Row(worded(one), (worded(what),)) for one, what in held.items())
        yield Grid(f"data--{name}", heading, columns(heading[:-1], "What it is"), rows)


def _grid(table: Table) -> Grid:
    rows = []
    for one in table.columns:
        is_named = one.enum and len(one.enum) < MOST_NAMED
        one_of = f": {', '.join(one.enum)}" if is_named else ""
        cells = (worded(f"{one.description}{one_of}"), worded(one.type))
        rows.append(Row(tag("code", one.name), cells))
    where = "" if table == CHANGES else ", and in the database"
    note = worded(f"In `{table.file}`{where}: {table.description}.")
    heads = columns("Column", "What is in it", "Type")
    heading = HEADINGS.get(table.name, table.name.capitalize())
    return Grid(f"data--{table.name}", heading, heads, one_group(rows), note)
