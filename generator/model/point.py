"""A sentence of the brief: a key point, the state of play above them, or an item of the strip."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from generator.model.fields import StatementId, StatementIds, Text, Whole
from generator.model.record import RecordModel

Role = Literal["point", "state", "strip", "number"]


class KeyPoint(RecordModel):
    """A sentence of the brief and the statements that it rests on."""

    REFERS: ClassVar[dict[str, tuple[str, ...]]] = {
        **RecordModel.REFERS,
        "rests": ("statement",),
        "holds": ("statement",),
    }
    ASKED: ClassVar[tuple[str, ...]] = ("rests",)
    PROSE: ClassVar[tuple[str, ...]] = ("text", "word")

    role: Role = Field(
        "point",
        description="`state` is the sentence above the brief, `strip` an item below it, `number` a "
        "figure in large below that",
        json_schema_extra={"bad": {"headline": "the word is `state`"}},
    )
    label: Text | None = Field(
        None, description="what an item of the strip is about", examples=["Toll"]
    )
    word: Text | None = Field(
        None,
        description="an item of the strip in large, a template",
        examples=['{{ fact("bridge-toll.parts.rate") }}'],
    )
    holds: StatementId | None = Field(
        None,
        description="the statement whose state on the day is an item of the strip in large",
        examples=["bridge-toll.in-force"],
    )
    latest: Literal["round"] | None = Field(
        None,
        description="the kind of record of which the latest by the day is an item of the strip in "
        "large: no new round makes it untrue",
        json_schema_extra={"bad": {"rounds": "the word is `round`"}},
    )
    text: Text = Field(
        description="the sentence, a template that knows `fact`, `state`, `name` and `link`",
        examples=['The shires differ over the arch. {{ fact("arch-promise") }}'],
        json_schema_extra={
            "bad": {"The toll is 2 pence.": "a figure is a reference, so that it cannot go stale"}
        },
    )
    rests: StatementIds = Field(
        (),
        description="the statements without which it would not stand; what shows the latest record "
        "needs none",
        examples=["arch-promise"],
    )
    order: Whole = Field(100, description="its place in the brief: 10 comes before 20")

    @model_validator(mode="after")
    def _has_its_keys(self) -> KeyPoint:
        is_item = self.role in ("strip", "number")
        shown = [one for one in (self.word, self.holds, self.latest) if one]
        if is_item and (not self.label or len(shown) != 1):
            raise PydanticCustomError(
                "wrong_value",
                "an item of the strip lacks its `label`, or has not one of `word`, `holds` and "
                "`latest`",
                {"help": "write `label` and one of the three"},
            )
        if not is_item and (self.label or shown):
            raise PydanticCustomError(
                "wrong_value",
                "`label`, `word`, `holds` and `latest` are keys of an item of the strip",
                {"help": "write `role: strip` or `role: number`, or remove them"},
            )
        return self
