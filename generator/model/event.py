"""Something that happened on a day."""

from __future__ import annotations

from typing import Any, ClassVar

from pydantic import Field

from generator.model.fields import Id, Ids
from generator.model.record import Titled
from generator.model.slips import DAY_ALONE, NO_KEY
from generator.model.statement import ACTORS, Act, Dated


class Event(Titled):
    """A happening with its date; it may act on agreements and measures."""

    GOOD: ClassVar[dict[str, tuple[Any, ...]]] = {"title": ("Flood at the mill, May 2031",)}
    REFERS: ClassVar[dict[str, tuple[str, ...]]] = {**Titled.REFERS, "by": ACTORS}

    by: Ids = Field(
        (), description="the side, body or person that acted", examples=[["norland-bridge-office"]]
    )
    date: Dated | None = Field(
        None,
        description="a statement with the day of it",
        examples=[{"value": "2031-05-02", "witnesses": ["courier-0310#flood"]}],
        json_schema_extra=DAY_ALONE,
    )
    acts: dict[Id, Act] = Field(
        {},
        description="what it does to agreements and measures, by key",
        examples=[
            {
                "ends": {
                    "does": "end",
                    "target": "bridge-toll",
                    "from": "2031-04-01",
                    "witnesses": ["office-0312#toll"],
                }
            }
        ],
        json_schema_extra=NO_KEY,
    )
