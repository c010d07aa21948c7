"""What stands beside a statement: why it no longer holds, how it is read, and who is silent."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, model_validator

from generator.model import shapes
from generator.model.fields import (
    DateField,
    DayField,
    Id,
    Model,
    StatementIds,
    Text,
    WitnessId,
    one_or_many,
    unfit,
)
from generator.model.keys import optional, required

StatusWord = Literal["relayed", "reported", "claimed", "disputed", "superseded", "retracted"]
Witnesses = tuple[WitnessId, ...]
InferredFrom = Annotated[Witnesses, BeforeValidator(one_or_many)]


class Because(Model):
    """Why something no longer counts, and from which day we say so."""

    GOOD = {"by": ("carts.points.2031-02",)}
    REFERS = {"by": ("statement",)}
    ASKED = ("why",)
    ALSO = ("by",)

    why: Text | None = optional("the reason, which is printed", "the paper corrected itself")
    by: StatementIds = optional("the statements that took its place", default=())
    on: DayField = required("the day from which we say so")


class Lowered(Model):
    """A weaker status than the one that is worked out, with the reason."""

    to: StatusWord = required(
        "the weaker status", bad={"confirmed": "only a weaker one can be chosen"}
    )
    why: Text = required("the reason, which is printed", "both papers have one reporter")
    on: DayField = required("the day from which we say so")


class Reading(Model):
    """How we read the sources. It is marked as our note."""

    text: Text = required(
        "our note, in a sentence or two",
        "The two dates are those of the meeting and of its announcement.",
    )
    on: DayField = required("the day from which it may be shown")
    last_raised: DateField | None = optional(
        "of a dispute: the month or day on which somebody raised it last", "2031-06"
    )


class Reason(Model):
    """Why a key says more than its quotations, and from which of them that follows."""

    GOOD = {"from": ("office-0312#toll",)}

    why: Text = required("the reason, which is printed", "the notice says next Monday")
    from_: InferredFrom = optional(
        "the quotations that it follows from, of those of the statement; without this key it is "
        "known when all of them are",
        default=(),
    )


def _reasons(given: Any) -> Any:
    """A text alone is the reason of `value`, and one below a key that of the key."""
    if isinstance(given, str):
        return {"value": {"why": given}}
    if not isinstance(given, dict):
        return given
    return {key: {"why": one} if isinstance(one, str) else one for key, one in given.items()}


Reasons = Annotated[dict[str, Reason], BeforeValidator(_reasons), shapes.REASONS_SHAPE]


class Consequence(Model):
    """What follows when a thing ends, and under which condition."""

    PROSE = ("if_", "unless", "says")

    if_: Text | None = optional(
        "what has to happen, or not to happen, for it to follow; a template", "nothing is decided"
    )
    unless: Text | None = optional("what would prevent it; a template", "the talks are prolonged")
    says: Text = required("what follows, in a clause; a template", "carts pay the old toll again")

    @model_validator(mode="after")
    def _has_one_condition(self) -> Consequence:
        if bool(self.if_) == bool(self.unless):
            found = "two conditions" if self.if_ else "no condition"
            help = "write one: `if: nothing is decided`, or `unless:` with what would prevent it"
            raise unfit(f"what follows has {found}", help)
        return self

    @property
    def sentence(self) -> str:
        """The whole sentence without its full stop; a template."""
        condition = f"If {self.if_}" if self.if_ else f"Unless {self.unless}"
        return f"{condition}, {self.says}"


class Silent(Model):
    """A side that does not speak of the matter, with the text in which it could have."""

    REFERS = {"office": ("body", "party")}

    text: Text = required("what its text is called, such as `readout of the call`", "notice")
    office: Id | None = optional(
        "the body whose text it is, where it does not speak for the whole side",
        "norland-bridge-office",
    )
    on: DateField | None = optional("the day of the text", "2031-03-12")
    witnesses: Witnesses = required(
        "the quotation of a text in which it could have spoken of the matter", ["office-0312#met"]
    )
