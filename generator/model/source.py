"""A publication with its quotations."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from generator.model.beside import Because
from generator.model.fields import (
    Address,
    DayField,
    Flag,
    Id,
    Ids,
    Model,
    Name,
    Origin,
    PublishedField,
    Text,
)
from generator.model.record import RecordModel
from generator.model.slips import NO_KEY, NO_REASON
from generator.model.table import Table

Form = Literal["original", "copy", "translation", "summary", "report"]


class Quotation(Model):
    """Words of a source, verbatim; what differs from the source's own keys is stated here."""

    ALSO: ClassVar[tuple[str, ...]] = ("at", "original", "origin", "form", "text_of", "spoken")

    REFERS: ClassVar[dict[str, tuple[str, ...]]] = {
        "text_of": ("party", "body"),
        "origin": ("body", "party"),
    }

    text: Text = Field(
        description="the words, verbatim: at most 25, from one place",
        examples=["The shires met at the mill on 9 March 2031."],
        json_schema_extra={
            "bad": {"The shires [...] on 9 March 2031.": "words put together from two places"}
        },
    )
    at: Text | None = Field(
        None, description="page, paragraph or sentence", examples=["p. 3", "sentence 2"]
    )
    original: Text | None = Field(
        None,
        description="the words in the language of the source, where `text` translates them",
        examples=["Les comtés se sont réunis au moulin."],
    )
    origin: Origin | None = Field(
        None,
        description="on whose knowledge these words rest, where it is not the source's",
    )
    form: Form | None = Field(
        None,
        description="what these words are, where it differs",
        json_schema_extra={
            "bad": {"extract": "words as they were published are `original` or a `copy`"}
        },
    )
    text_of: Ids = Field((), description="whose text these words are, where it differs")
    spoken: Flag = Field(
        False,
        description="`yes` where the source prints these words as somebody's own, inside quotation "
        "marks that are not taken over",
    )


class Source(RecordModel):
    """One publication: who published it, when, and on whose knowledge its words rest."""

    REFERS: ClassVar[dict[str, tuple[str, ...]]] = {**RecordModel.REFERS, **Quotation.REFERS}
    ASKED: ClassVar[tuple[str, ...]] = ("origin",)

    publisher: Text = Field(
        description="as printed",
        examples=["The Courier"],
        json_schema_extra={"bad": {"courier.example": "the name, not the address"}},
    )
    title: Name = Field(
        description="as printed, or `unknown`", examples=["Shires meet at the mill", "unknown"]
    )
    url: Address | None = Field(None, description="the page's address")
    archive: Address | None = Field(
        None,
        description="the address of a kept copy",
        examples=["https://archive.example/20310310/https://courier.example/0310"],
    )
    published: PublishedField = Field(
        description="as printed: a day, month or year, `../DAY` for not later, or `unknown`"
    )
    published_inferred: Text | None = Field(
        None,
        description="why the date is so, where it follows from the text only",
        examples=["it calls the meeting of 9 March yesterday's"],
    )
    retrieved: DayField = Field(description="the day on which you read it")
    kind: Text = Field(
        description="what sort of publication it is, in a word or two of your own: the list of "
        "sources is parted by it",
        examples=["newspaper", "news agency", "trade press", "official", "statistics office"],
    )
    form: Form = Field(
        "report",
        description="what it is to the official text that it carries; `report` unless stated",
        json_schema_extra={
            "bad": {"extract": "words as they were published are `original` or a `copy`"}
        },
    )
    text_of: Ids = Field((), description="the party or body whose text it is")
    origin: Origin | None = Field(
        None,
        description="on whose knowledge the words rest: `own`, the id of a body, or `unknown`; "
        "always stated",
    )
    quotes: dict[Id, Quotation] = Field(
        {},
        description="quotations by keys of your own",
        examples=[{"met": {"text": "The shires met at the mill on 9 March 2031."}}],
        json_schema_extra={
            "bad": {"The shires met at the mill": "a key of your own is due, and below it `text`"}
        },
    )
    tables: dict[Id, Table] = Field(
        {},
        description="tables that may be shown whole, by keys of your own",
        examples=[
            {
                "tolls": {
                    "title": "Tolls by year",
                    "licence": "public domain",
                    "columns": {"load": "Load", "in-2031": "2031"},
                    "rows": {"carts": ["Carts", "2 pence"]},
                }
            }
        ],
        json_schema_extra=NO_KEY,
    )
    counts: Flag = Field(True, description="`no` for machine translations and summaries")
    why: Text | None = Field(
        None, description="why it does not count", examples=["a machine translation"]
    )
    retracted: Because | None = Field(
        None,
        description="taken back by its publisher: `{why, on}`",
        examples=[{"why": "the paper has taken the report back", "on": "2031-06-20"}],
        json_schema_extra=NO_REASON,
    )

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
