"""What can be taken away: the PDFs and data that this build made, what they are, how large."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.counting import counted
from generator.derive.dossier import Dossier
from generator.model.dates import in_words
from generator.render.data.changes import CHANGES
from generator.render.data.statements import STATEMENTS
from generator.render.data.tables import TABLES
from generator.render.views.dictionary import TITLE
from generator.render.views.feeds import FILE, feed_of, feeds
from generator.render.views.grids import Grid, Row, columns, one_group, opened
from generator.render.views.links import HOME, Address, page
from generator.render.views.page import Page
from generator.render.views.rich import Rich
from generator.render.views.sheet import Settings, Sheet
from generator.render.views.text import NO_BREAK, escape, fill, joined, tag

CALENDAR = "data/deadlines.ics"
WHOLE = {
    "data/facts.json": "every statement with its status, positions and sources",
    STATEMENTS.path: STATEMENTS.description,
    "data/briefing.sqlite": "all tables as a database, with full-text search",
    CALENDAR: "what ends or falls due after the day, for a calendar",
    CHANGES.path: CHANGES.description,
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

FOLLOW = (
    "The {} (Atom) is for a feed reader, and each section and each record has one of its own, "
    "to which its page links. {} tells the same on a page."
)
READ = "For programs {} has every change with its day, its kinds, its sentence and its causes."
KEEP = "A calendar that subscribes to the {} keeps them up to date."
PUT = "A calendar reads the {}; where these pages have an address, it can subscribe to them."

# Around the name of a PDF, where its pages and its size will stand.
BEGIN, END = "\uf8f0", "\uf8f1"
AWAITED = re.compile(f"{BEGIN}([^{END}]*){END}")

Sizes = Mapping[str, int]


@dataclass(frozen=True)
class OfferedPdf:
    """A PDF that a briefing has: its name, its title, and the website's page that offers it.

    How much it holds is told at the end: it is made beside the pages.
    """

    name: str
    title: str
    page: str

    @property
    def path(self) -> str:
        """Where it stands on the site."""
        return f"pdf/{self.name}.pdf"

    @property
    def weight(self) -> Rich:
        """What stands for its pages and its size; no text of the content holds such characters."""
        return Rich(f"{BEGIN}{self.name}{END}")


def downloads(
    dossier: Dossier, settings: Settings, sizes: Sizes, pdfs: Sequence[OfferedPdf]
) -> Iterator[Page]:
    """The files of a build, if it made any."""
    sheet = Sheet(dossier, settings, page("downloads").page)
    feeds = (ARCHIVE, FILE)
    held = {path: weight for path, weight in sizes.items() if not path.endswith(feeds)}
    if held:
        rows = (*whole(held), *many(held))
        heads = columns("What", "What it holds", "Type and size")
        to = tag("a", TITLE, href=page("dictionary"))
        note = fill("{}: each table, each column and each word.", to)
        data = Grid("section--files", "Files", heads, one_group(rows), note)
        grids = (*pdf_grids(sheet, pdfs), data)
        what = f"{counted(len(held), 'file')} of data, {size(sum(held.values()))} in all"
        what += f"; {counted(len(pdfs), 'PDF')}." if pdfs else "."
        archive = Address(ARCHIVE) if ARCHIVE in sizes else None
        context = {
            "grids": tuple(map(opened, grids)),
            "archive": archive,
            "subscribing": tuple(subscribing(sheet, held)),
        }
        yield Page(sheet.path, "downloads.md.j2", "Downloads", what, context)


def subscribing(sheet: Sheet, sizes: Sizes) -> Iterator[Rich]:
    """How a reader hears of what changes, and a calendar of what falls due."""
    if feed := feed_of(feeds(sheet.dossier), HOME):
        whole = tag("a", "feed of all changes", href=feed)
        yield fill(FOLLOW, whole, tag("a", "What changed", href=page("changes")))
        yield fill(READ, tag("a", "changes.json", href=Address(CHANGES.path)))
    if CALENDAR in sizes:
        yield fill(KEEP if sheet.settings.url else PUT, calendar_link(sheet))


def calendar_link(sheet: Sheet) -> Rich:
    """A link to the deadlines; a calendar subscribes to them where the site has an address."""
    address = (sheet.settings.url or "").partition("://")[2].rstrip("/")
    to = f"webcal://{address}/{CALENDAR}" if address else Address(CALENDAR)
    # It leads to another program, as a link to another site does.
    rel = {"rel": "nofollow external"} if address else {}
    return tag("a", "deadlines", href=to, **rel)


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


def on_page(sheet: Sheet, pdfs: Iterable[OfferedPdf]) -> Rich:
    """The PDFs that belong to a page, in a line; nothing where there is none."""
    day = in_words(sheet.dossier.as_of)
    found = (
        fill("{} ({}, as of {})", link(one, f"PDF “{one.title}”"), one.weight, day)
        for one in pdfs
        if one.page == sheet.path
    )
    return joined(found, "; ")


def link(pdf: OfferedPdf, text: str) -> Rich:
    """A link to the file."""
    return tag("a", text, href=Address(pdf.path), type="application/pdf")


def told(text: str, weights: Mapping[str, str]) -> str:
    """A text with the weight of each PDF that it offers."""
    return AWAITED.sub(lambda found: weights.get(found[1], found[0]), text)


def weight(pages: int, length: int) -> str:
    """The pages and the size of a PDF."""
    return f"{counted(pages, 'page').replace(' ', NO_BREAK)}, {size(length)}"


def pdf_grids(sheet: Sheet, pdfs: Iterable[OfferedPdf]) -> Iterator[Grid]:
    """The table of all PDFs."""
    day = in_words(sheet.dossier.as_of)
    rows = one_group(
        Row(link(one, f"{one.name}.pdf"), (escape(one.title), one.weight, escape(day)))
        for one in pdfs
    )
    if rows:
        heads = columns("File", "What it holds", "Pages and size", "As of")
        yield Grid("section--pdf", "PDFs", heads, rows)


def size(number: int) -> str:
    """A size in words: `412 bytes`, `3.4 kB`, `2.1 MB`."""
    if number < 1000:
        return f"{number}{NO_BREAK}bytes"
    amount, unit = (number / 1000, "kB") if number < 1_000_000 else (number / 1_000_000, "MB")
    return f"{amount:.1f}{NO_BREAK}{unit}" if amount < 10 else f"{amount:.0f}{NO_BREAK}{unit}"
