"""Links to the PDFs on the pages: title, number of pages, size and day.

Only a PDF that was made has a link.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from generator.counting import counted
from generator.model.dates import in_words
from generator.render.views.grids import Grid, Row, columns, one_group
from generator.render.views.links import Address
from generator.render.views.rich import Rich
from generator.render.views.sheet import Sheet
from generator.render.views.text import NO_BREAK, escape, fill, joined, tag


class Topic(Protocol):
    """What a PDF is about: its name, its title, and the page that offers it."""

    @property
    def name(self) -> str: ...  # noqa: D102
    @property
    def title(self) -> str: ...  # noqa: D102
    @property
    def page(self) -> str: ...  # noqa: D102


@dataclass(frozen=True)
class MadePdf:
    """A PDF that was made."""

    topic: Topic
    size: int
    pages: int

    @property
    def path(self) -> str:
        """Where it stands on the site."""
        return f"pdf/{self.topic.name}.pdf"


def on_page(sheet: Sheet, made_pdfs: Iterable[MadePdf]) -> Rich:
    """The PDFs that belong to a page, in a line; nothing where there is none."""
    found = [pdf_link(sheet, one) for one in made_pdfs if one.topic.page == sheet.path]
    return joined(found, "; ") if found else Rich()


def pdf_link(sheet: Sheet, pdf: MadePdf) -> Rich:
    """A PDF as a link, with its length, size and day."""
    to, day = link(pdf, f"PDF: {pdf.topic.title}"), in_words(sheet.dossier.as_of)
    return fill("{} ({}, as of {})", to, weight(pdf), day)


def link(pdf: MadePdf, text: str) -> Rich:
    """A link to the file."""
    return tag("a", text, href=Address(pdf.path), type="application/pdf")


def weight(pdf: MadePdf) -> Rich:
    """The pages and the size of a PDF."""
    return escape(f"{counted(pdf.pages, 'page').replace(' ', NO_BREAK)}, {size(pdf.size)}")


def grids(sheet: Sheet, made_pdfs: Iterable[MadePdf]) -> Iterator[Grid]:
    """The table of all PDFs."""
    day = in_words(sheet.dossier.as_of)
    rows = one_group(Row(link(one, f"{one.topic.name}.pdf"), cells(one, day)) for one in made_pdfs)
    if rows:
        heads = columns("File", "What it holds", "Pages and size", "As of")
        yield Grid("section--pdf", "PDFs", heads, rows)


def cells(pdf: MadePdf, day: str) -> tuple[Rich, ...]:
    """The cells of a PDF in the table."""
    return escape(pdf.topic.title), weight(pdf), escape(day)


def size(number: int) -> str:
    """A size in words: `412 bytes`, `3.4 kB`, `2.1 MB`."""
    if number < 1000:
        return f"{number}{NO_BREAK}bytes"
    amount, unit = (number / 1000, "kB") if number < 1_000_000 else (number / 1_000_000, "MB")
    return f"{amount:.1f}{NO_BREAK}{unit}" if amount < 10 else f"{amount:.0f}{NO_BREAK}{unit}"
