"""A series of figures, also of a single one."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from generator.model.fields import Id, Text
from generator.model.record import Titled
from generator.model.statement import Statement


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
    points: dict[Id, Point] = Field({}, description="by period, or by holder where one has several")
