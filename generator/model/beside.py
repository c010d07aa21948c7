"""What stands beside a statement: why it no longer holds, how it is read, and who is silent."""

from typing import Literal

from generator.model.fields import DateField, DayField, Model, StatementIds, Text, WitnessId
from generator.model.keys import optional, required

StatusWord = Literal["relayed", "reported", "claimed", "disputed", "superseded", "retracted"]
Witnesses = tuple[WitnessId, ...]


class Because(Model):
    """Why something no longer stands, and from which day we say so."""

    GOOD = {"by": ("carts.points.2031-02",)}
    REFERS = {"by": ("statement",)}
    ASKED = ("why",)
    ALSO = ("by",)

    why: Text | None = optional("the reason, which is printed", "the paper corrected itself")
    by: StatementIds = optional("the statements that took its place", default=())
    on: DayField = required("the day from which we say so")


class Lowered(Model):
    """A status weaker than the one that follows, with the reason."""

    to: StatusWord = required(
        "the weaker status", bad={"confirmed": "only a weaker one can be chosen"}
    )
    why: Text = required("the reason, which is printed", "both papers have one reporter")
    on: DayField = required("the day from which it holds")


class Reading(Model):
    """How we read the witnesses: ours, and marked as ours."""

    text: Text = required(
        "the reading, marked as ours",
        "The two dates are those of the meeting and of its announcement.",
    )
    on: DayField = required("the day from which it may be shown")
    last_raised: DateField | None = optional(
        "of a dispute: the month or day after which nobody raises it", "2031-06"
    )


class Silent(Model):
    """A side that does not speak of the matter, with the text in which it could have."""

    witnesses: Witnesses = required(
        "the text in which it could have spoken of the matter", ["office-0312#met"]
    )
