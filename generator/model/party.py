"""A side of the talks."""

from __future__ import annotations

from generator.model.fields import Text
from generator.model.keys import optional
from generator.model.record import Named


class Party(Named):
    """One of the sides, two or more."""

    short: Text | None = optional("what it is called within a sentence", "the Norlanders")
