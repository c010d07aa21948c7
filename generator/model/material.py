"""An element or product."""

from __future__ import annotations

from generator.model.fields import Text
from generator.model.keys import optional
from generator.model.record import Named


class Material(Named):
    """What is mined, made, controlled or traded."""

    DESCRIBES = True
    GOOD = {"name": ("Oak", {"en": "Oak", "fr": "Chêne", "seen": "courier-0310"})}

    symbol: Text | None = optional("of an element", "Fe")
