"""A series of figures, also of a single one."""

from __future__ import annotations

import re
from typing import Annotated, Any, ClassVar

from pydantic import Field

from generator.model.dates import leading_period
from generator.model.fields import ID_FAULT, Id, PeriodField, Text, matching, scalar
from generator.model.record import Titled
from generator.model.shapes import ID, PERIOD_SHAPE
from generator.model.statement import Statement


def _period_key(text: str) -> str:
    if found := SHORT_MONTH.match(text):
        year, month, rest = found.groups()
        raise ValueError(f"`{text}` has a month of one digit: write `{year}-0{month}{rest}`")
    leading_period(text)
    return matching(ID, ID_FAULT)(text)


# A month, or a day of one, without its zero.
SHORT_MONTH = re.compile(r"(\d{4})-(\d)((?:-.*)?)$", re.ASCII)
PeriodKey = Annotated[str, *scalar(_period_key, PERIOD_SHAPE)]


class Point(Statement):
    """One figure; what it does not say itself it has from its series."""

    ALSO: ClassVar[tuple[str, ...]] = (
        *("label", "unit", "basis", "category", "reporter", "period", "exact", "inferred"),
        *("compute", "recompute"),
    )


class Series(Titled):
    """Figures of one reporter, category, unit and basis."""

    GOOD: ClassVar[dict[str, tuple[Any, ...]]] = {"title": ("Carts over the bridge",)}
    REFERS: ClassVar[dict[str, tuple[str, ...]]] = {**Titled.REFERS, "reporter": ("body", "party")}

    reporter: Id | None = Field(None, description="the body that counts")
    category: Text | None = Field(
        None, description="what is counted", examples=["carts with a load"]
    )
    unit: Text | None = Field(
        None, description="the unit of all points that state no other", examples=["USD bn", "t"]
    )
    basis: Text | None = Field(
        None, description="how it is measured", examples=["year on year, in value"]
    )
    period: PeriodField | None = Field(
        None,
        description="the time that figures cover which name none, by a key or by `period`",
        examples=["2031", "unknown"],
    )
    flow: Text | None = Field(
        None, description="the direction of a trade", examples=["exports", "imports"]
    )
    family: Id | None = Field(
        None,
        description="a word of your own, shared by series that are printed together with the "
        "warning that they are not comparable",
        examples=["traffic"],
    )
    points: dict[PeriodKey, Point] = Field(
        {},
        description="statements by period, or by holder where a period has several",
        examples=[{"2031-02": {"value": "1240", "witnesses": ["courier-0310#carts"]}}],
        json_schema_extra={
            "bad": {"1240": "the period is due, and below it a statement with `value`"}
        },
    )
