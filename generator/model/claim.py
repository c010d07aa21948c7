"""What somebody says, forecasts or explains: the record is itself the statement."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from generator.model.fields import Name
from generator.model.record import OpenRecordModel
from generator.model.slips import DAY_ALONE
from generator.model.statement import Content, Dated, Statement


class Claim(Statement, OpenRecordModel):
    """A claim, with the positions of those who disagree."""

    REFERS: ClassVar[dict[str, tuple[str, ...]]] = Content.REFERS
    ASKED: ClassVar[tuple[str, ...]] = ("says", *Statement.ASKED)
    ALSO: ClassVar[tuple[str, ...]] = (
        *("by", "about", "nature", "asks", "positions", "words", "value", "unit", "basis"),
        *("said", "period", "silent", "compare", "inferred", "lowered", "background"),
        *OpenRecordModel.ALSO,
    )

    title: Name | None = Field(
        None, description="a heading that names no outcome", examples=["Norland and the accord"]
    )
    said: Dated | None = Field(
        None,
        description="a statement with the day on which it was said",
        examples=[{"value": "2031-03-10", "witnesses": ["courier-0310#said"]}],
        json_schema_extra=DAY_ALONE,
    )
