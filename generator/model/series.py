"""A series of figures, also of a single one."""

from __future__ import annotations

import re
from typing import Annotated

from generator.model.dates import leading_period
from generator.model.fields import ID_FAULT, Id, PeriodField, Text, matching, scalar
from generator.model.keys import optional
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
    unit: Text | None = optional("the unit of all points that state no other", "USD bn", "t")
    basis: Text | None = optional("how it is measured", "year on year, in value")
    period: PeriodField | None = optional(
        "the time that figures cover which name none, by a key or by `period`", "2031", "../2031-06"
    )
    flow: Text | None = optional("the direction of a trade", "exports", "imports")
    family: Id | None = optional(
        "a word of your own, shared by series that are printed together with the "
        "warning that they are not comparable",
        "traffic",
    )
    points: dict[PeriodKey, Point] = optional(
        "statements by period, or by holder where a period has several",
        {"2031-02": {"value": "1240", "witnesses": ["courier-0310#carts"]}},
        default={},
        bad={"1240": "the period is due, and below it a statement with `value`"},
    )
