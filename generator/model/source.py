"""A source: one publication with its quotations, and tables of them."""

from collections.abc import Iterator
from functools import cached_property
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, ValidationInfo
from pydantic_core import PydanticCustomError

from generator.counting import counted
from generator.model.beside import Because
from generator.model.fields import (
    Address,
    DayField,
    Flag,
    Id,
    Ids,
    Model,
    Name,
    NameTexts,
    Origin,
    PublishedField,
    Text,
    unfit,
)
from generator.model.keys import NO_REASON, by_key, optional, required
from generator.model.record import Record, RecordModel

UNTITLED = NameTexts.model_construct(texts={"": "page without a title"})
Form = Literal["original", "copy", "translation", "summary", "report"]
Cell = tuple[str, str]


def _one_a_column(cells: Any, info: ValidationInfo) -> Any:
    """The cells of a row, if the table has as many columns."""
    columns = len((info.data or {}).get("columns", cells))
    if isinstance(cells, list | tuple) and len(cells) != columns:
        raise _uneven("the row has {cells}, and the table {columns}", len(cells), columns)
    return cells


def _of_even_rows(rows: Any, info: ValidationInfo) -> Any:
    """Some rows, unless all are of one length and the columns of another: told once."""
    columns = len((info.data or {}).get("columns", ()))
    given = list(rows.values()) if isinstance(rows, dict) else []
    lengths = {len(one) if isinstance(one, list) else 0 for one in given}
    if columns and len(given) > 1 and len(lengths) == 1 and not lengths & {0, columns}:
        message = "each row has {cells}, and the table {columns}"
        raise _uneven(message, lengths.pop(), columns)
    return rows


def _uneven(message: str, cells: int, columns: int) -> PydanticCustomError:
    told = {"cells": counted(cells, "cell"), "columns": counted(columns, "column")}
    return unfit(message, "write one cell for each column; `-` where it is empty", **told)


Cells = Annotated[tuple[Text, ...], Field(min_length=2), BeforeValidator(_one_a_column)]
Rows = Annotated[dict[Id, Cells], BeforeValidator(_of_even_rows)]


class Table(Model):
    """A table of a source that may be shown whole; a cell of it is a quotation."""

    ALSO = ("edited",)

    title: Text = required("what the table is called", "Tolls by year")
    licence: Text = required("why it may be shown whole", "public domain", "CC BY 4.0")
    edited: Text | None = optional(
        "what was changed when it was copied", "footnote marks are left out"
    )
    columns: dict[Id, Text] = required(
        "the heads, by keys of your own; the first is that of the rows' names",
        {"load": "Load", "in-2030": "2030", "in-2031": "2031"},
        bad={"Load": "each head has a key of your own"},
    )
    rows: Rows = required(
        "the cells of each row, in the order of the columns; the first is its name",
        {"carts": ["Carts", "1 penny", "2 pence"]},
        bad={"Carts": "each row has a key of your own, and a list of cells"},
    )

    @property
    def cells(self) -> Iterator[tuple[str, str]]:
        """The row and column of every cell that is not a row's name."""
        return ((row, column) for row in self.rows for column in list(self.columns)[1:])

    def at(self, row: str, column: str) -> int | None:
        """The place of a cell in its row; None where there is no such cell."""
        keys, cells = list(self.columns), dict(self.rows).get(row, ())
        at = keys.index(column) if column in keys[1:] else len(cells)
        return at if at < len(cells) else None

    def cell(self, row: str, column: str) -> Cell | None:
        """The words of a cell, and where it stands."""
        at = self.at(row, column)
        if at is None:
            return None
        name, head = self.rows[row][0], self.columns[column]
        return self.rows[row][at], f"table “{self.title}”, row “{name}”, column “{head}”"


class Quotation(Model):
    """Words of a source, verbatim, with the keys that are not the same for the whole source."""

    ALSO = ("at", "original", "origin", "form", "text_of", "spoken")

    REFERS = {"text_of": ("party", "body"), "origin": ("body", "party")}

    text: Text = required(
        "the words, verbatim: at most 25, from one place",
        "The shires met at the mill on 9 March 2031.",
        bad={"The shires [...] on 9 March 2031.": "words put together from two places"},
    )
    at: Text | None = optional("page, paragraph or sentence", "p. 3", "sentence 2")
    original: Text | None = optional(
        "the words in the language of the source, where `text` translates them",
        "Les comtés se sont réunis au moulin.",
    )
    origin: Origin | None = optional(
        "who knew these words first, where the source has another `origin`"
    )
    form: Form | None = optional(
        "what these words are, where the source has another `form`",
        bad={"extract": "words as they were published are `original` or a `copy`"},
    )
    text_of: Ids = optional("whose text these words are, if not the source's", default=())
    spoken: Flag = optional(
        "`yes` where the source prints these words as speech, and `text` leaves its quotation "
        "marks out",
        default=False,
    )

    @property
    def texts(self) -> tuple[str, ...]:
        """The words, and those in the language of the source."""
        return (self.text, *filter(None, [self.original]))


class Source(RecordModel):
    """One publication: who published it, when, and who knew first what it says."""

    REFERS = {**RecordModel.REFERS, **Quotation.REFERS}
    ASKED = ("origin",)

    publisher: Text = required(
        "as printed", "The Courier", bad={"courier.example": "the name, not the address"}
    )
    title: Name = required("as printed, or `unknown`", "Shires meet at the mill", "unknown")
    url: Address | None = optional("the page's address")
    archive: Address | None = optional(
        "the address of a kept copy",
        "https://archive.example/20310310/https://courier.example/0310",
    )
    published: PublishedField = required(
        "as printed: a day, month or year, `../DAY` for no later than that day, or `unknown`"
    )
    published_inferred: Text | None = optional(
        "how you know the date, where it follows only from the text",
        "it calls the meeting of 9 March yesterday's",
    )
    retrieved: DayField = required("the day on which you read it")
    kind: Text = required(
        "what sort of publication it is, in a word or two of your own; the list of "
        "sources has a part for each",
        "newspaper",
        "news agency",
        "trade press",
        "official",
        "statistics office",
    )
    form: Form = optional(
        "in which form it prints an official text; `report`, in its own words, unless stated",
        default="report",
        bad={"extract": "words as they were published are `original` or a `copy`"},
    )
    text_of: Ids = optional("the party or body whose text it is", default=())
    origin: Origin | None = optional(
        "who knew first what the words say: `own`, the id of a body, or `unknown`; always needed"
    )
    quotes: dict[Id, Quotation] = optional(
        "quotations by keys of your own",
        {"met": {"text": "The shires met at the mill on 9 March 2031."}},
        default={},
        bad={"The shires met at the mill": "write a key of your own, and below it `text`"},
    )
    tables: dict[Id, Table] = by_key(
        "tables that may be shown whole, by keys of your own",
        {
            "tolls": {
                "title": "Tolls by year",
                "licence": "public domain",
                "columns": {"load": "Load", "in-2031": "2031"},
                "rows": {"carts": ["Carts", "2 pence"]},
            }
        },
    )
    counts: Flag = optional("`no` for machine translations and summaries", default=True)
    why: Text | None = optional("why it does not count", "a machine translation")
    retracted: Because | None = optional(
        "withdrawn by its publisher: `{why, on}`",
        {"why": "the paper has taken the report back", "on": "2031-06-20"},
        bad=NO_REASON,
    )

    @cached_property
    def called(self) -> NameTexts:
        """Its title, for readers: what is printed without one says so."""
        return UNTITLED if self.title.texts.get("") == "unknown" else self.title

    @property
    def keys(self) -> tuple[str, ...]:
        """What a witness may name after `#`: quotations, and cells of tables."""
        cells = (
            f"{name}/{row}/{column}"
            for name, table in self.tables.items()
            for row, column in table.cells
        )
        return (*self.quotes, *cells)

    def quotation(self, key: str) -> Quotation | None:
        """The words that a key names; those of a cell are what stands in it."""
        if "/" not in key:
            return self.quotes.get(key)
        name, row, column = key.split("/")
        found = self.tables[name].cell(row, column) if name in self.tables else None
        return Quotation(text=found[0], at=found[1]) if found else None

    def place_of(self, key: str) -> tuple[str | int, ...]:
        """The path in the file of the words that a key names."""
        if "/" not in key:
            return ("quotes", key, "text")
        name, row, column = key.split("/")
        return ("tables", name, "rows", row, self.tables[name].at(row, column) or 0)


class OfSource:
    """What rests on a source and holds its record."""

    source: Record

    @property
    def publication(self) -> Source:
        """The source's own keys."""
        assert isinstance(self.source.data, Source)
        return self.source.data
