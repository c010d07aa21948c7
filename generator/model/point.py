"""A key point of the brief."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from generator.model.fields import StatementIds, Text, Whole
from generator.model.record import RecordModel


class KeyPoint(RecordModel):
    """A sentence of the brief and the statements that it rests on."""

    REFERS: ClassVar[dict[str, tuple[str, ...]]] = {**RecordModel.REFERS, "rests": ("statement",)}
    PROSE: ClassVar[tuple[str, ...]] = ("text",)

    text: Text = Field(description="a template that knows `fact`, `name` and `link`")
    rests: StatementIds = Field(description="the statements without which it would not stand")
    order: Whole = 100
