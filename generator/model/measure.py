"""A measure of one side: an order, an announcement, a tariff."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from generator.model.fields import Id, Ids, Text
from generator.model.record import Titled
from generator.model.statement import Act, Dated, Part


class Measure(Titled):
    """What an authority imposed or changed, its parts and what it does to others."""

    REFERS: ClassVar[dict[str, tuple[str, ...]]] = {
        **Titled.REFERS,
        "issuer": ("party", "body"),
        "covers": ("material",),
    }

    issuer: Ids = Field((), description="the parties or bodies that issued it")
    number: Text | None = Field(None, description="its number as printed", examples=["No. 12"])
    covers: Ids = Field((), description="the materials that it is about")
    announced: Dated | None = Field(
        None, description="a statement with the day on which it was made known"
    )
    in_force: Dated | None = Field(None, description="a statement with the day from which it holds")
    parts: dict[Id, Part] = Field({}, description="its parts by key, which acts can target")
    acts: dict[Id, Act] = Field({}, description="what it does to others, by key")
