"""A series of figures, also of a single one."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from generator.model.dates import leading_period
from generator.model.fields import ID, ID_FAULT, Id, Text, matching, reader, schema
from generator.model.record import Titled
from generator.model.statement import Statement


def _period_key(text: str) -> str:
    leading_period(text)
    return matching(ID, ID_FAULT)(text)


PeriodKey = Annotated[
    str,
    reader(_period_key, "a period or an id", "2025-05-yoy"),
    schema(f"^{ID}$", "a period such as `2025-05` or `2025-05-yoy`, or an id"),
]


class Point(Statement):
    """One figure; what it does not say itself it has from its series."""


class Series(Titled):
    """Figures of one reporter, category, unit and basis."""

    REFERS: ClassVar[dict[str, tuple[str, ...]]] = {**Titled.REFERS, "reporter": ("body", "party")}

    reporter: Id | None = None
    category: Text | None = None
    unit: Text | None = None
    basis: Text | None = None
    flow: Text | None = None
    family: Id | None = Field(None, description="series printed together that are not comparable")
    points: dict[PeriodKey, Point] = Field(
        {}, description="by period, or by holder where one has several"
    )
