"""A chart: what it draws, and the sentence that says what is to be seen in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pydantic import model_validator
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
from generator.model.keys import NO_KEY, by_key, optional, required
from generator.model.record import RecordModel

FormName = Literal["bars", "steps", "shares", "spans", "lanes"]


@dataclass(frozen=True)
class Needs:
    """The key that a form of chart draws, and the unit that all it draws is in, if there is one."""

    key: Literal["series", "lines", "spans", "lanes"]
    unit: str = ""


NEEDS: dict[FormName, Needs] = {
    "bars": Needs("series"),
    "steps": Needs("lines"),
    "shares": Needs("series", unit="%"),
    "spans": Needs("spans"),
    "lanes": Needs("lanes"),
}


class Step(Model):
    """From a day on: a rate, or nothing any more."""

    GOOD = {"rate": ("bridge-toll.parts.rate",), "since": ("bridge-toll.in-force",)}
    REFERS = {"rate": ("statement",), "since": ("statement",)}

    USUAL = ("rate",)
    ALSO = ("since", "label")

    rate: StatementId | None = optional("the rate; without one the line ends here")
    since: StatementId | None = optional(
        "the act or date that begins it; without one its first day is not held"
    )
    label: Text | None = optional(
        "what the act is called in the drawing, in a few words", "Mill accord"
    )


class Line(Model):
    """The rates of one side, one after the other."""

    REFERS = {"party": ("party",)}

    ALSO = ("party",)

    title: Text = required("whose rates these are, and on what", "Norland's tolls on carts")
    party: Id | None = optional("the side whose colour the line has; the second side's is dashed")
    steps: dict[Id, Step] = required(
        "by keys of your own, in any order: their days order them",
        {
            "toll": {
                "rate": "bridge-toll.parts.rate",
                "since": "bridge-toll.in-force",
                "label": "toll",
            }
        },
        bad=NO_KEY,
    )


class Span(Model):
    """What holds from when until when: a bar."""

    REFERS = {"of": ("statement",)}
    ALSO = ("label",)

    of: StatementId = required(
        "what has a state: an `in-force`, a part, a term or an act", "bridge-toll.in-force"
    )
    label: Text | None = optional(
        "what it is called in the drawing, without its state", "Toll on carts"
    )


class Lane(Model):
    """What began when, of one kind and side: a lane of the timeline."""

    REFERS = {"party": ("party",)}

    ALSO = ("party",)

    title: Text = required("what stands in it", "Orders of Norland")
    kind: Literal["round", "agreement", "measure", "licence", "event"] = required(
        "the kind of the records, each at the day on which it began",
        bad={"talks": "the word is `round`"},
    )
    party: Id | None = optional("the side whose doing they are, where it is those of one side")


class Chart(RecordModel):
    """A drawing of figures, rates, states or days, with the finding as its headline."""

    REFERS = {
        **RecordModel.REFERS,
        "rests": ("statement",),
        "series": ("series",),
        "party": ("party",),
    }
    PROSE = ("headline",)
    ASKED = ("series",)

    title: Name = required("what stands where the headline cannot", "Carts over the bridge")
    headline: Text | None = optional(
        "the finding: a template that knows `fact`, `name` and `link`",
        "Fewer carts crossed after the toll",
    )
    rests: StatementIds = optional(
        "statements without which it would not stand, besides those that it refers to",
        "carts.points.2031-02",
        default=(),
    )
    subtitle: Text = required(
        "what is measured, where, and what is left out: no outcome",
        "Carts with a load, by month, as counted at the bridge",
    )
    form: FormName = required(
        "`bars` of figures by month or year, `steps` of rates from day to day, "
        "`shares` of a hundred, `spans` through which something held, or `lanes` of days",
        bad={"line": "a figure by month is drawn as `bars`"},
    )
    series: Ids = optional(
        "of bars and shares, and left out of other forms: whose figures they are; of "
        "several series, a panel each",
        default=(),
    )
    party: Id | None = optional("of shares: the side whose they are")
    from_: DateField | None = optional(
        "of bars and lanes: the first month or year that is drawn; of bars what is older is left "
        "out, of lanes it stands in the table",
        "2031-01",
    )
    change: Id | None = optional("how the keys of its changes end: they make a second panel", "yoy")
    lines: dict[Id, Line] = by_key(
        "of steps: by keys of your own, a panel each",
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
        },
    )
    spans: dict[Id, Span] = by_key(
        "of spans: by keys of your own, a bar each in this order",
        {"toll": {"of": "bridge-toll.in-force", "label": "Toll"}},
    )
    lanes: dict[Id, Lane] = by_key(
        "of lanes: by keys of your own, one below the other",
        {"talks": {"title": "Talks", "kind": "round"}},
    )
    order: Whole = optional(
        "its place: 10 comes before 20, and the first stands on the brief", default=100
    )

    @model_validator(mode="after")
    def _has_what_it_draws(self) -> Chart:
        needed = NEEDS[self.form].key
        if not getattr(self, needed):
            raise PydanticCustomError(
                "wrong_value",
                "a chart of the form `{form}` has no `{needed}`",
                {"form": self.form, "needed": needed, "help": f"add `{needed}:`"},
            )
        return self

    @property
    def counted(self) -> Ids:
        """The series that stand on a scale each; what is held against a unit has none."""
        own = NEEDS[self.form]
        return self.series if own.key == "series" and not own.unit else ()

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
