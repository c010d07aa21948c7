"""A side of the talks."""

from __future__ import annotations

from generator.model.record import Spoken


class Party(Spoken):
    """One of the sides, two or more."""
