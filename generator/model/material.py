"""An element or product."""

from __future__ import annotations

from pydantic import Field

from generator.model.fields import Text
from generator.model.record import Named


class Material(Named):
    """What is mined, made, controlled or traded."""

    symbol: Text | None = Field(None, description="of an element", examples=["Fe"])
