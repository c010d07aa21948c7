"""Series of figures, and charts: what they draw, and the sentence that says what is to be seen."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import model_validator

from generator.model.dates import leading_period
from generator.model.fields import (
    ID_FAULT,
    DateField,
    Id,
    Ids,
    Model,
    Name,
    PeriodField,
    StatementId,
    StatementIds,
    Text,
    Whole,
    matching,
    scalar,
    unfit,
)
from generator.model.keys import NO_KEY, by_key, optional, required
from generator.model.record import RecordModel, Titled
from generator.model.shapes import ID, PERIOD_SHAPE, TEXT_SHAPE
from generator.model.statement import Statement

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


# A step, as an example.
TOLL = {"rate": "bridge-toll.parts.rate", "since": "bridge-toll.in-force", "label": "toll"}


class Step(Model):
    """A rate from a day on, or the end of the line."""

    GOOD = {"rate": ("bridge-toll.parts.rate",), "since": ("bridge-toll.in-force",)}
    REFERS = {"rate": ("statement",), "since": ("statement",)}

    USUAL = ("rate",)
    ALSO = ("since", "label")

    rate: StatementId | None = optional("the rate; without one the line ends here")
    since: StatementId | None = optional(
        "the act or date that begins it; only the first step may do without"
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
        "steps by keys of your own; the chart sorts them by day", {"toll": TOLL}, bad=NO_KEY
    )


class Span(Model):
    """A bar: from when until when something is in force."""

    REFERS = {"of": ("statement",)}
    ALSO = ("label",)

    of: StatementId = required(
        "what has a state: an `in-force`, a part, a term or an act", "bridge-toll.in-force"
    )
    label: Text | None = optional(
        "what it is called in the drawing, without its state", "Toll on carts"
    )


class Lane(Model):
    """A row of the drawing: when the records of one kind and side began."""

    REFERS = {"party": ("party",)}

    ALSO = ("party",)

    title: Text = required("what the row shows", "Orders of Norland")
    kind: Literal["round", "agreement", "measure", "licence", "event"] = required(
        "the kind of the records, each at the day on which it began",
        bad={"talks": "the word is `round`"},
    )
    party: Id | None = optional("the side that did them, to show those of one side alone")


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

    title: Name = required("what is shown where the headline cannot be", "Carts over the bridge")
    headline: Text | None = optional(
        "the finding: a template that knows `fact`, `name` and `link`",
        "Fewer carts crossed after the toll",
    )
    rests: StatementIds = optional(
        "statements that the headline needs to be true and does not refer to",
        "carts.points.2031-02",
        default=(),
    )
    subtitle: Text = required(
        "what is measured, where, and what is left out; it names no outcome",
        "Carts with a load, by month, as counted at the bridge",
    )
    form: FormName = required(
        "`bars`: figures by month or year; `steps`: rates from day to day; `shares`: parts of "
        "100 %; `spans`: from when until when something is in force; `lanes`: rows of days",
        bad={"line": "a figure by month is drawn as `bars`"},
    )
    series: Ids = optional(
        "for `bars` and `shares`, left out of other forms: the series to draw, in a panel each",
        default=(),
    )
    party: Id | None = optional("for `shares`: the side whose shares they are")
    from_: DateField | None = optional(
        "for `bars` and `lanes`: the first month or year to draw; what is older is left out of "
        "`bars`, and only the table below `lanes` has it",
        "2031-01",
    )
    change: Id | None = optional("how the keys of its changes end; they make a second panel", "yoy")
    lines: dict[Id, Line] = by_key(
        "for `steps`: lines by keys of your own, each in a panel",
        {"norland": {"title": "Toll of Norland", "party": "norland", "steps": {"toll": TOLL}}},
    )
    spans: dict[Id, Span] = by_key(
        "for `spans`: bars by keys of your own, in this order",
        {"toll": {"of": "bridge-toll.in-force", "label": "Toll"}},
    )
    lanes: dict[Id, Lane] = by_key(
        "for `lanes`: rows by keys of your own, one below the other",
        {"talks": {"title": "Talks", "kind": "round"}},
    )
    order: Whole = optional(
        "its place: 10 comes before 20, and the brief shows the first", default=100
    )

    @model_validator(mode="after")
    def _has_what_it_draws(self) -> Chart:
        needed = NEEDS[self.form].key
        if not getattr(self, needed):
            message = "a chart of the form `{form}` has no `{needed}`"
            raise unfit(message, f"add `{needed}:`", form=self.form, needed=needed)
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


def _period_key(text: str) -> str:
    leading_period(text)
    return matching(ID, ID_FAULT)(text)


PeriodKey = Annotated[str, *scalar(_period_key, PERIOD_SHAPE)]


# What differs from figure to figure in the sentence that all have from their series.
BLANK = re.compile(r"\{\{ *(value|when|holder) *\}\}")


def _of_each(text: str) -> str:
    rest = BLANK.sub("", text)
    if "value" not in BLANK.findall(text) or "{" in rest or "}" in rest:
        help = "write `{{ value }}`, and beyond it only `{{ when }}` and `{{ holder }}`"
        raise ValueError(f"`{text}` is no sentence for each figure", help)
    return text


OfEach = Annotated[str, *scalar(_of_each, TEXT_SHAPE)]


class Point(Statement):
    """One figure; what it does not say itself it has from its series."""

    ALSO = (
        *("label", "unit", "basis", "category", "reporter", "period", "exact", "inferred"),
        *("compute", "recompute"),
    )


class Series(Titled):
    """Figures of one reporter, category, unit and basis."""

    GOOD = {"title": ("Carts over the bridge",)}
    REFERS = {**Titled.REFERS, "reporter": ("body", "party")}
    # Each figure may say these for itself.
    OF_ALL = ("reporter", "category", "flow", "unit")

    reporter: Id | None = optional("the body that counts")
    category: Text | None = optional("what is counted", "carts with a load")
    unit: Text | None = optional("the unit of each figure that names no other", "USD bn", "t")
    basis: Text | None = optional("how it is measured", "year on year, in value")
    period: PeriodField | None = optional(
        "the time that a figure covers if it names none itself", "2031", "../2031-06"
    )
    flow: Text | None = optional("the direction of a trade", "exports", "imports")
    sentence: OfEach | None = optional(
        "a sentence for each figure that has none of its own, and has the unit, reporter and "
        "category of the series; `holder` stands for the first words of a figure's `label`",
        "{{ value }} carts crossed the bridge {{ when }}",
        "{{ holder }} counted {{ value }} carts {{ when }}",
        bad={"1240 carts crossed the bridge": "it is true of one figure alone"},
    )
    family: Id | None = optional(
        "a word of your own that several series share; they are printed together, with the "
        "warning that they cannot be compared",
        "traffic",
    )
    points: dict[PeriodKey, Point] = optional(
        "statements by period, or by holder where a period has several",
        {"2031-02": {"value": "1240", "witnesses": ["courier-0310#carts"]}},
        default={},
        bad={"1240": "write the period, and below it a statement with `value`"},
    )
