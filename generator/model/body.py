"""A ministry, agency, firm or newsroom."""

from __future__ import annotations

from typing import Any, ClassVar

from pydantic import Field

from generator.model.fields import Id, Ids
from generator.model.record import Named


class Body(Named):
    """An organisation that acts, counts or reports."""

    GOOD: ClassVar[dict[str, tuple[Any, ...]]] = {
        "name": ("Norland Bridge Office", {"en": "Norland Bridge Office", "fr": "Bureau du pont"})
    }
    REFERS: ClassVar[dict[str, tuple[str, ...]]] = {
        **Named.REFERS,
        "of": ("party",),
        "house": ("body",),
    }

    of: Ids = Field(
        (), description="the parties that it belongs to; none for an agency that is no side's"
    )
    house: Id | None = Field(None, description="the body that it is one with as an origin")
