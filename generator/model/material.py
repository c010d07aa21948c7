"""An element or product."""

from __future__ import annotations

from typing import Any, ClassVar

from pydantic import Field

from generator.model.fields import Text
from generator.model.record import Named


class Material(Named):
    """What is mined, made, controlled or traded."""

    GOOD: ClassVar[dict[str, tuple[Any, ...]]] = {
        "name": ("Oak", {"en": "Oak", "fr": "Chêne", "seen": "courier-0310"})
    }

    symbol: Text | None = Field(None, description="of an element", examples=["Fe"])
