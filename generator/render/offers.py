"""The PDFs as the pages offer them: with what they are, their pages, size and day.

Refuses to promise: only a PDF that was made is offered.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from markupsafe import Markup

from generator.counting import counted
from generator.model.dates import in_words
from generator.render.grids import Grid, Row, columns, one_group
from generator.render.links import Address
from generator.render.sheet import Sheet
from generator.render.text import NO_BREAK, escape, joined, tag


class Topic(Protocol):
    """What a PDF is about: its name, its title, and the page that offers it."""

    @property
    def name(self) -> str: ...  # noqa: D102
    @property
    def title(self) -> str: ...  # noqa: D102
    @property
    def page(self) -> str: ...  # noqa: D102


@dataclass(frozen=True)
class Offer:
    """A PDF that was made."""

    topic: Topic
    size: int
    pages: int

    @property
    def path(self) -> str:
        """Where it stands on the site."""
        return f"pdf/{self.topic.name}.pdf"


def on_page(sheet: Sheet, offers: Iterable[Offer]) -> Markup:
    """The PDFs that belong to a page, in a line; nothing where there is none."""
    found = [pdf_link(sheet, one) for one in offers if one.topic.page == sheet.path]
    return joined(found, "; ") if found else Markup("")


def pdf_link(sheet: Sheet, offer: Offer) -> Markup:
    """A PDF as a link, with what it weighs and the day that it is of."""
    to, day = link(sheet, offer, f"PDF: {offer.topic.title}"), in_words(sheet.dossier.as_of)
    return Markup("{} ({}, as of {})").format(to, weight(offer), escape(day))


def link(sheet: Sheet, offer: Offer, text: str) -> Markup:
    """A link to the file."""
    return tag("a", text, href=sheet.url(Address(offer.path)), type="application/pdf")


def weight(offer: Offer) -> Markup:
    """The pages and the size of a PDF."""
    return escape(f"{counted(offer.pages, 'page').replace(' ', NO_BREAK)}, {size(offer.size)}")


def grids(sheet: Sheet, offers: Iterable[Offer]) -> Iterator[Grid]:
    """The table of all PDFs."""
    day = in_words(sheet.dossier.as_of)
    rows = one_group(
        Row(link(sheet, one, f"{one.topic.name}.pdf"), cells(one, day)) for one in offers
    )
    if rows:
        heads = columns("File", "What it holds", "Pages and size", "As of")
        yield Grid("section--pdf", "PDFs", heads, rows)


def cells(offer: Offer, day: str) -> tuple[Markup, ...]:
    """What the table tells of a PDF."""
    return escape(offer.topic.title), weight(offer), escape(day)


def size(number: int) -> str:
    """A size in words: `412 bytes`, `3.4 kB`, `2.1 MB`."""
    if number < 1000:
        return f"{number}{NO_BREAK}bytes"
    amount, unit = (number / 1000, "kB") if number < 1_000_000 else (number / 1_000_000, "MB")
    return f"{amount:.1f}{NO_BREAK}{unit}" if amount < 10 else f"{amount:.0f}{NO_BREAK}{unit}"
