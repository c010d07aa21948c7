"""A chart: what it draws, and the sentence that says what is to be seen in it."""

from __future__ import annotations

from typing import Any, ClassVar, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from generator.model.fields import (
    DateField,
    Id,
    Ids,
    Model,
    Name,
    StatementId,
    StatementIds,
    Text,
    Whole,
)
from generator.model.record import RecordModel
from generator.model.slips import NO_KEY

NEEDS = {"bars": "series", "steps": "lines", "shares": "series", "spans": "spans", "lanes": "lanes"}


class Step(Model):
    """From a day on: a rate, or nothing any more."""

    GOOD: ClassVar[dict[str, tuple[Any, ...]]] = {
        "rate": ("bridge-toll.parts.rate",),
        "since": ("bridge-toll.in-force",),
    }
    REFERS: ClassVar[dict[str, tuple[str, ...]]] = {
        "rate": ("statement",),
        "since": ("statement",),
    }

    USUAL: ClassVar[tuple[str, ...]] = ("rate",)
    ALSO: ClassVar[tuple[str, ...]] = ("since", "label")

    rate: StatementId | None = Field(None, description="the rate; without one the line ends here")
    since: StatementId | None = Field(
        None, description="the act or date that begins it; without one its first day is not held"
    )
    label: Text | None = Field(
        None,
        description="what the act is called in the drawing, in a few words",
        examples=["Mill accord"],
    )


class Line(Model):
    """The rates of one side, one after the other."""

    REFERS: ClassVar[dict[str, tuple[str, ...]]] = {"party": ("party",)}

    ALSO: ClassVar[tuple[str, ...]] = ("party",)

    title: Text = Field(
        description="whose rates these are, and on what", examples=["Norland's tolls on carts"]
    )
    party: Id | None = Field(
        None, description="the side whose colour the line has; the second side's is dashed"
    )
    steps: dict[Id, Step] = Field(
        description="by keys of your own, in any order: their days order them",
        examples=[
            {
                "toll": {
                    "rate": "bridge-toll.parts.rate",
                    "since": "bridge-toll.in-force",
                    "label": "toll",
                }
            }
        ],
        json_schema_extra=NO_KEY,
    )


class Span(Model):
    """What holds from when until when: a bar."""

    REFERS: ClassVar[dict[str, tuple[str, ...]]] = {"of": ("statement",)}
    ALSO: ClassVar[tuple[str, ...]] = ("label",)

    of: StatementId = Field(
        description="what has a state: an `in-force`, a part, a term or an act",
        examples=["bridge-toll.in-force"],
    )
    label: Text | None = Field(
        None,
        description="what it is called in the drawing, without its state",
        examples=["Toll on carts"],
    )


class Lane(Model):
    """What began when, of one kind and side: a lane of the timeline."""

    REFERS: ClassVar[dict[str, tuple[str, ...]]] = {"party": ("party",)}

    ALSO: ClassVar[tuple[str, ...]] = ("party",)

    title: Text = Field(description="what stands in it", examples=["Orders of Norland"])
    kind: Literal["round", "agreement", "measure", "licence", "event"] = Field(
        description="the kind of the records, each at the day on which it began",
        json_schema_extra={"bad": {"talks": "the word is `round`"}},
    )
    party: Id | None = Field(
        None, description="the side whose doing they are, where it is those of one side"
    )


class Chart(RecordModel):
    """A drawing of figures, rates, states or days, with the finding as its headline."""

    REFERS: ClassVar[dict[str, tuple[str, ...]]] = {
        **RecordModel.REFERS,
        "rests": ("statement",),
        "series": ("series",),
        "party": ("party",),
    }
    PROSE: ClassVar[tuple[str, ...]] = ("headline",)
    ASKED: ClassVar[tuple[str, ...]] = ("series",)

    title: Name = Field(
        description="what stands where the headline cannot", examples=["Carts over the bridge"]
    )
    headline: Text | None = Field(
        None,
        description="the finding: a template that knows `fact`, `name` and `link`",
        examples=["Fewer carts crossed after the toll"],
    )
    rests: StatementIds = Field(
        (),
        description="the statements without which it would not stand",
        examples=["carts.points.2031-02"],
    )
    subtitle: Text = Field(
        description="what is measured, where, and what is left out: no outcome",
        examples=["Carts with a load, by month, as counted at the bridge"],
    )
    form: Literal["bars", "steps", "shares", "spans", "lanes"] = Field(
        description="`bars` of figures by month or year, `steps` of rates from day to day, "
        "`shares` of a hundred, `spans` through which something held, or `lanes` of days",
        json_schema_extra={"bad": {"line": "a figure by month is drawn as `bars`"}},
    )
    series: Ids = Field(
        (),
        description="of bars and shares, and left out of other forms: whose figures they are; of "
        "several series, a panel each",
    )
    party: Id | None = Field(None, description="of shares: the side whose they are")
    from_: DateField | None = Field(
        None,
        description="the first month or year of which there are bars; what is older is left out",
        examples=["2031-01"],
    )
    change: Id | None = Field(
        None,
        description="how the keys of its changes end: they make a second panel",
        examples=["yoy"],
    )
    lines: dict[Id, Line] = Field(
        {},
        description="of steps: by keys of your own, a panel each",
        examples=[
            {
                "norland": {
                    "title": "Toll of Norland",
                    "party": "norland",
                    "steps": {
                        "toll": {
                            "rate": "bridge-toll.parts.rate",
                            "since": "bridge-toll.in-force",
                            "label": "toll",
                        }
                    },
                }
            }
        ],
        json_schema_extra=NO_KEY,
    )
    spans: dict[Id, Span] = Field(
        {},
        description="of spans: by keys of your own, a bar each in this order",
        examples=[{"toll": {"of": "bridge-toll.in-force", "label": "Toll"}}],
        json_schema_extra=NO_KEY,
    )
    lanes: dict[Id, Lane] = Field(
        {},
        description="of lanes: by keys of your own, one below the other",
        examples=[{"talks": {"title": "Talks", "kind": "round"}}],
        json_schema_extra=NO_KEY,
    )
    order: Whole = Field(
        100, description="its place: 10 comes before 20, and the first stands on the brief"
    )

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
        return self.series + rates + tuple(span.of for span in self.spans.values())

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds of which it draws whatever has begun."""
        return frozenset(lane.kind for lane in self.lanes.values())
