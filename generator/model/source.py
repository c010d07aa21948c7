"""A publication with its quotations."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from generator.model.fields import (
    Address,
    DayField,
    Flag,
    Id,
    Ids,
    Model,
    Name,
    PublishedField,
    Text,
)
from generator.model.record import RecordModel
from generator.model.statement import Because

Form = Literal["original", "copy", "translation", "summary", "report"]


class Quotation(Model):
    """Words of a source, verbatim; what differs from the source's own keys is stated here."""

    REFERS: ClassVar[dict[str, tuple[str, ...]]] = {
        "text_of": ("party", "body"),
        "origin": ("body", "party"),
    }

    text: Text = Field(description="at most 25 words, verbatim")
    at: Text | None = Field(None, description="page, paragraph or sentence")
    original: Text | None = Field(None, description="the words in the language of the source")
    origin: Id | None = Field(None, description="`own`, the id of a body, or `unknown`")
    form: Form | None = None
    text_of: Ids = ()


class Source(RecordModel):
    """One publication: who published it, when, and on whose knowledge its words rest."""

    REFERS: ClassVar[dict[str, tuple[str, ...]]] = {**RecordModel.REFERS, **Quotation.REFERS}

    publisher: Text
    title: Name
    url: Address | None = None
    archive: Address | None = None
    published: PublishedField = Field(description="as printed: a day, month, year, or `unknown`")
    published_inferred: Text | None = Field(None, description="why, where no date is printed")
    retrieved: DayField
    kind: Text = Field(description="newspaper, news agency, official text, ...")
    form: Form = Field("report", description="what it is to the official text that it carries")
    text_of: Ids = Field((), description="the party or body whose text it is")
    origin: Id | None = Field(
        None,
        description="on whose knowledge the words rest: `own`, the id of a body, or `unknown`",
    )
    quotes: dict[Id, Quotation] = {}
    counts: Flag = Field(True, description="`no` for machine translations and summaries")
    why: Text | None = Field(None, description="why it does not count")
    retracted: Because | None = None
