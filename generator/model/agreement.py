"""An agreement, term by term."""

from __future__ import annotations

from typing import Any, ClassVar

from pydantic import Field

from generator.model.fields import Id, Ids
from generator.model.record import Titled
from generator.model.slips import DAY_ALONE, NO_KEY
from generator.model.statement import Act, Dated


class Agreement(Titled):
    """What several parties undertook; every term is an act."""

    GOOD: ClassVar[dict[str, tuple[Any, ...]]] = {
        "title": ("Accord of the mill, March 2031",),
        "parties": (["norland", "sudland"],),
    }
    REFERS: ClassVar[dict[str, tuple[str, ...]]] = {**Titled.REFERS, "parties": ("party",)}

    parties: Ids = Field((), description="the parties that agreed")
    issued: Dated | None = Field(
        None,
        description="a statement with the day on which it was made; until it is in force it is "
        "undertaken",
        examples=[{"value": "2031-03-12", "witnesses": ["office-0312#accord"]}],
        json_schema_extra=DAY_ALONE,
    )
    in_force: Dated | None = Field(
        None,
        description="a statement with the date of its start",
        examples=[{"value": "2031-04-01", "witnesses": ["office-0312#accord"]}],
        json_schema_extra=DAY_ALONE,
    )
    terms: dict[Id, Act] = Field(
        {},
        description="what was agreed: acts by keys of your own",
        examples=[
            {
                "toll": {
                    "does": "suspend",
                    "target": "bridge-toll",
                    "from": "2031-04-01",
                    "witnesses": ["office-0312#toll"],
                }
            }
        ],
        json_schema_extra=NO_KEY,
    )
    acts: dict[Id, Act] = Field(
        {},
        description="what it does besides its terms",
        examples=[
            {
                "ends": {
                    "does": "end",
                    "target": "ferry-order",
                    "from": "2031-04-01",
                    "witnesses": ["office-0312#toll"],
                }
            }
        ],
        json_schema_extra=NO_KEY,
    )
