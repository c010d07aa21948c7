"""What somebody says, forecasts or explains: the record is itself the statement."""

from __future__ import annotations

from generator.model.fields import Name
from generator.model.keys import dated, optional
from generator.model.record import OpenRecordModel
from generator.model.statement import Content, Dated, Statement


class Claim(Statement, OpenRecordModel):
    """A claim, with the positions of those who disagree."""

    STATES = True
    REFERS = Content.REFERS
    ASKED = ("says", *Statement.ASKED)
    ALSO = (
        *("by", "about", "nature", "asks", "positions", "words", "value", "unit", "basis"),
        *("said", "period", "silent", "compare", "inferred", "lowered", "background"),
        *OpenRecordModel.ALSO,
    )

    title: Name | None = optional("a heading that names no outcome", "Norland and the accord")
    said: Dated | None = dated(
        "a statement with the day on which it was said", "2031-03-10", "courier-0310#said"
    )
