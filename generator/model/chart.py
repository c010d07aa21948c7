"""A chart: what it draws, and the sentence that says what is to be seen in it."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from generator.model.fields import Id, Model, Name, StatementId, StatementIds, Text, Whole
from generator.model.record import RecordModel

NEEDS = {"bars": "series", "steps": "lines"}


class Step(Model):
    """From a day on: a rate, or nothing any more."""

    REFERS: ClassVar[dict[str, tuple[str, ...]]] = {
        "rate": ("statement",),
        "since": ("statement",),
    }

    rate: StatementId | None = Field(None, description="the rate; without one the line ends here")
    since: StatementId | None = Field(
        None, description="the act or date that begins it; without one its first day is not held"
    )
    label: Text | None = Field(None, description="what the act is called in the drawing")


class Line(Model):
    """The rates of one side, one after the other."""

    REFERS: ClassVar[dict[str, tuple[str, ...]]] = {"party": ("party",)}

    title: Text
    party: Id | None = None
    steps: dict[Id, Step]


class Chart(RecordModel):
    """A drawing of a series, or of rates over time, with the finding as its headline."""

    REFERS: ClassVar[dict[str, tuple[str, ...]]] = {
        **RecordModel.REFERS,
        "rests": ("statement",),
        "series": ("series",),
    }
    PROSE: ClassVar[tuple[str, ...]] = ("headline",)

    title: Name = Field(description="stands where the headline cannot")
    headline: Text | None = Field(
        None, description="the finding: a template that knows `fact`, `name` and `link`"
    )
    rests: StatementIds = Field((), description="the statements without which it would not stand")
    subtitle: Text = Field(description="what is measured, where, and what is left out")
    form: Literal["bars", "steps"] = Field(
        description="`bars` of a series, or `steps` of rates from day to day"
    )
    series: Id | None = Field(None, description="whose figures by month or year the bars are")
    change: Id | None = Field(
        None, description="how the keys of its changes end, such as `yoy`: a second panel"
    )
    lines: dict[Id, Line] = Field({}, description="of steps: one panel each")
    order: Whole = 100

    @model_validator(mode="after")
    def _has_what_it_draws(self) -> Chart:
        needed = NEEDS[self.form]
        if not getattr(self, needed):
            raise PydanticCustomError(
                "wrong_value",
                "a chart of the form `{form}` has no `{needed}`",
                {"form": self.form, "needed": needed, "help": f"add `{needed}:`"},
            )
        return self

    @property
    def draws(self) -> tuple[str, ...]:
        """The ids of the series and statements that it draws."""
        steps = (step for line in self.lines.values() for step in line.steps.values())
        rates = tuple(step.rate for step in steps if step.rate)
        return ((self.series,) if self.series else ()) + rates
