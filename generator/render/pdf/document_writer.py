"""The templates of the PDFs: Jinja writes Typst, and facts reach it only as string literals."""

from __future__ import annotations

import math
import re
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache, cached_property

import jinja2
from jinja2.runtime import Context

from generator.derive.dossier import Dossier, Fact
from generator.render.charts import Figure
from generator.render.pdf.rich_text import (
    DocumentLinks,
    Typ,
    array,
    comment,
    numbers,
    set_rich,
    string,
    text,
)
from generator.render.templates import Errors, environment, from_template, in_short
from generator.render.views.grids import Grid, Row
from generator.render.views.links import HOME
from generator.render.views.page import BareFact, Sealed, unsealed
from generator.render.views.records import Relations
from generator.render.views.sheet import Settings, Sheet
from generator.render.views.text import Rich, escape, joined

WORD = re.compile(r"\S+")


@dataclass(frozen=True)
class PdfInputs:
    """What documents are made of: the dossier, what is known of the website, and the charts.

    A chapter shows at most the `latest` records of a kind; what changed is told from the day
    `since`, else from the last edition.
    """

    dossier: Dossier
    settings: Settings
    figures: tuple[Figure, ...] = ()
    latest: int = sys.maxsize
    since: date | None = None

    @cached_property
    def relations(self) -> Relations:
        """What mentions each record."""
        return Relations(self.dossier)

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """The number of each statement."""
        return numbers(Sheet(self.dossier, self.settings, HOME))


@dataclass(frozen=True)
class Chapter:
    """A part of a document: its place in it, its template and what that shows.

    `held` are the statements that it tells whole: no other part tells them again.
    """

    name: str
    title: str
    template: str
    context: Mapping[str, object] = field(repr=False)
    level: int = 1
    held: tuple[Fact, ...] = field(default=(), repr=False)


@dataclass(frozen=True)
class DocumentWriter:
    """Writes the parts of one document as Typst source."""

    inputs: PdfInputs
    links: DocumentLinks

    @classmethod
    def of(cls, inputs: PdfInputs, labels: frozenset[str] | None = None) -> DocumentWriter:
        """A writer for a document with these labels; with None every label counts as there."""
        return cls(inputs, DocumentLinks(inputs.dossier, inputs.settings.url, labels))

    @property
    def settings(self) -> Settings:
        """What is known of the website."""
        return self.inputs.settings

    @property
    def dossier(self) -> Dossier:
        """What is printed."""
        return self.links.dossier

    def sheet(self, path: str = HOME) -> Sheet:
        """A page of the website, whose words the document shares."""
        return Sheet(self.dossier, self.settings, path)

    def set(self, chapter: Chapter) -> tuple[str, Errors]:
        """The source text of a part, or its errors."""
        given = {
            **chapter.context,
            "links": self.links,
            "sheet": self.sheet(),
            "chapter": chapter,
            "level": chapter.level,
        }
        return from_template(_made(), chapter.template, given)

    def set_all(self, chapters: Iterable[Chapter]) -> tuple[str, Errors]:
        """The source text of a document."""
        found = [self.set(chapter) for chapter in chapters]
        errors = dict.fromkeys(error for _, several in found for error in several)
        return "".join(written for written, _ in found), tuple(errors)


@cache
def _made() -> jinja2.Environment:
    return environment(FILTERS, "pdf", printable)


@jinja2.pass_context
def printable(context: Context, value: object) -> object:
    """What may be printed: text and whole numbers as literals, never a bare fact."""
    if isinstance(value, Sealed):
        raise BareFact(value._path)
    if isinstance(value, Typ | jinja2.Undefined):
        return value
    if isinstance(value, Rich):
        return set_rich(context["links"], value, cites=True)
    if isinstance(value, str) or type(value) is int:
        return text(str(value))
    raise BareFact(type(value).__name__)


@jinja2.pass_context
def bare(context: Context, value: Rich | str) -> Typ:
    """Running text where its sources are cited beside it."""
    return set_rich(context["links"], escape(value))


@jinja2.pass_context
def head(context: Context, value: Rich | str) -> Typ:
    """Running text at the head of a table, without links.

    A head is printed anew on every page, and a copy can hold no link (PDF/UA-1).
    """
    return set_rich(replace(context["links"], leads=False), escape(value))


def literal(value: str | Rich | Sealed) -> Typ:
    """A string for a call; of running text only what is read."""
    if isinstance(value, Sealed):
        raise BareFact(value._path)
    return string(value.text if isinstance(value, Rich) else value)


def origin(fact: Fact) -> Typ:
    """Where a fact is written, so that an error leads back to it."""
    return comment(f"{fact.record.file.path}:{fact.located.key_span().line}")


@jinja2.pass_context
def _row_place(context: Context, row: Row) -> Typ:
    return origin_of(context, joined((row.head, *row.cells), ""))


@jinja2.pass_context
def origin_of(context: Context, given: Rich) -> Typ:
    """Where the first fact that something leads to is written."""
    facts = context["links"].dossier.facts
    found = (facts.get(anchor) for anchor in given.anchors)
    fact = next((one for one in found if one), None)
    return origin(fact) if fact else Typ("\n")


def widths(grid: Grid) -> Typ:
    """The widths of columns, after what they hold: the square root evens out the long ones."""
    if grid.is_even:
        return array(("1.2fr", *("2fr" for _ in grid.columns[1:])))
    rows = [(row.head, *row.cells) for group in grid.groups for row in group.rows]
    columns = zip(grid.columns, *rows, strict=True)
    return array(f"{width(list(column)):.2f}fr" for column in columns)


def width(cells: list[Rich]) -> float:
    """The share of a column: at least its longest word, more for more text."""
    texts = [one.text for one in cells]
    word = max((len(found) for one in texts for found in WORD.findall(one)), default=1)
    mean = sum(map(len, texts)) / len(texts)
    return max(min(word, 16) * 0.55, math.sqrt(mean) * 1.6, 4.0)


FILTERS: Mapping[str, Callable[..., Rich | str]] = {
    "bare": bare,
    "count": lambda number: Typ(int(number)),
    "origin_of": origin_of,
    "file": lambda id_: Typ(f"{id_}.yaml"),
    "head": head,
    "lit": literal,
    "place": lambda sealed: origin(unsealed(sealed)),
    "row_place": _row_place,
    "short": in_short,
    "widths": widths,
}
