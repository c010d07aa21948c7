"""A licence: who may export what, until when."""

from __future__ import annotations

from typing import Any, ClassVar

from pydantic import Field

from generator.model.fields import Ids
from generator.model.record import Titled
from generator.model.slips import DAY_ALONE
from generator.model.statement import Dated


class Licence(Titled):
    """A permission granted, and when that was reported."""

    GOOD: ClassVar[dict[str, tuple[Any, ...]]] = {"title": ("Licence of the ferry",)}
    REFERS: ClassVar[dict[str, tuple[str, ...]]] = {
        **Titled.REFERS,
        "issuer": ("party", "body"),
        "holders": ("body", "party"),
        "materials": ("material",),
    }

    issuer: Ids = Field((), description="the parties or bodies that granted it")
    holders: Ids = Field((), description="who may export or receive")
    materials: Ids = Field((), description="what may be exported")
    granted: Dated | None = Field(
        None,
        description="a statement with the day of the grant",
        examples=[{"value": "2031-04-02", "witnesses": ["office-0312#ferry"]}],
        json_schema_extra=DAY_ALONE,
    )
    reported: Dated | None = Field(
        None,
        description="a statement with the day on which the grant was reported",
        examples=[{"value": "2031-04-05", "witnesses": ["courier-0310#ferry"]}],
        json_schema_extra=DAY_ALONE,
    )
    expires: Dated | None = Field(
        None,
        description="a statement with its last day",
        examples=[{"value": "2031-10-02", "witnesses": ["office-0312#ferry"]}],
        json_schema_extra=DAY_ALONE,
    )
