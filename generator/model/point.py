"""A key point of the brief."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from generator.model.fields import StatementIds, Text, Whole
from generator.model.record import RecordModel


class KeyPoint(RecordModel):
    """A sentence of the brief and the statements that it rests on."""

    REFERS: ClassVar[dict[str, tuple[str, ...]]] = {**RecordModel.REFERS, "rests": ("statement",)}

    text: Text = Field(
        description="the sentence, a template that knows `fact`, `name` and `link`",
        examples=['The shires differ over the arch. {{ fact("arch-promise") }}'],
        json_schema_extra={
            "bad": {"The toll is 2 pence.": "a figure is a reference, so that it cannot go stale"}
        },
    )
    rests: StatementIds = Field(
        description="the statements without which it would not stand", examples=["arch-promise"]
    )
    order: Whole = Field(100, description="its place in the brief: 10 comes before 20")
