"""A side of the talks."""

from __future__ import annotations

from pydantic import Field

from generator.model.fields import Text
from generator.model.record import Named


class Party(Named):
    """One of the sides, two or more."""

    short: Text | None = Field(
        None, description="what it is called within a sentence", examples=["the Norlanders"]
    )
