"""A measure of one side: an order, an announcement, a tariff."""

from __future__ import annotations

from typing import Any, ClassVar

from pydantic import Field

from generator.model.fields import Id, Ids, Text
from generator.model.record import Titled
from generator.model.slips import DAY_ALONE, NO_KEY
from generator.model.statement import Act, Dated, Part


class Measure(Titled):
    """What an authority imposed or changed, its parts and what it does to others."""

    GOOD: ClassVar[dict[str, tuple[Any, ...]]] = {"title": ("Toll on the bridge",)}
    REFERS: ClassVar[dict[str, tuple[str, ...]]] = {
        **Titled.REFERS,
        "issuer": ("party", "body"),
        "covers": ("material",),
    }

    issuer: Ids = Field((), description="the parties or bodies that issued it")
    number: Text | None = Field(None, description="its number as printed", examples=["No. 12"])
    covers: Ids = Field((), description="the materials that it is about")
    announced: Dated | None = Field(
        None,
        description="a statement with the day on which it was made known",
        examples=[{"value": "2031-03-12", "witnesses": ["office-0312#toll"]}],
        json_schema_extra=DAY_ALONE,
    )
    in_force: Dated | None = Field(
        None,
        description="a statement with the day from which it holds",
        examples=[{"value": "2031-04-01", "witnesses": ["office-0312#toll"]}],
        json_schema_extra=DAY_ALONE,
    )
    parts: dict[Id, Part] = Field(
        {},
        description="its parts by key, which acts can target",
        examples=[
            {
                "rate": {
                    "label": "toll",
                    "value": "2",
                    "unit": "pence",
                    "witnesses": ["office-0312#toll"],
                }
            }
        ],
        json_schema_extra=NO_KEY,
    )
    acts: dict[Id, Act] = Field(
        {},
        description="what it does to others, by key",
        examples=[
            {
                "lifts": {
                    "does": "lift",
                    "target": "ferry-order",
                    "from": "2031-04-01",
                    "witnesses": ["office-0312#toll"],
                }
            }
        ],
        json_schema_extra=NO_KEY,
    )
