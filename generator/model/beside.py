"""What stands beside a statement: why it no longer holds, how it is read, and who is silent."""

from __future__ import annotations

from typing import Any, ClassVar, Literal

from pydantic import Field

from generator.model.fields import DayField, Model, StatementIds, Text, WitnessId

StatusWord = Literal["relayed", "reported", "claimed", "disputed", "superseded", "retracted"]
Witnesses = tuple[WitnessId, ...]


class Because(Model):
    """Why something no longer stands, and from which day we say so."""

    GOOD: ClassVar[dict[str, tuple[Any, ...]]] = {"by": ("carts.points.2031-02",)}
    REFERS: ClassVar[dict[str, tuple[str, ...]]] = {"by": ("statement",)}
    ASKED: ClassVar[tuple[str, ...]] = ("why",)
    ALSO: ClassVar[tuple[str, ...]] = ("by",)

    why: Text | None = Field(
        None, description="the reason, which is printed", examples=["the paper corrected itself"]
    )
    by: StatementIds = Field((), description="the statements that took its place")
    on: DayField = Field(description="the day from which we say so")


class Lowered(Model):
    """A status weaker than the one that follows, with the reason."""

    to: StatusWord = Field(
        description="the weaker status",
        json_schema_extra={"bad": {"confirmed": "only a weaker one can be chosen"}},
    )
    why: Text = Field(
        description="the reason, which is printed", examples=["both papers have one reporter"]
    )
    on: DayField = Field(description="the day from which it holds")


class Reading(Model):
    """How we read the witnesses: ours, and marked as ours."""

    text: Text = Field(
        description="the reading, marked as ours",
        examples=["The two dates are those of the meeting and of its announcement."],
    )
    on: DayField = Field(description="the day from which it may be shown")


class Silent(Model):
    """A side that does not speak of the matter, with the text in which it could have."""

    witnesses: Witnesses = Field(
        description="the text in which it could have spoken of the matter",
        examples=[["office-0312#met"]],
    )
