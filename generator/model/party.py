"""A side of the talks."""

from __future__ import annotations

from generator.model.record import Named


class Party(Named):
    """One of the sides, two or more."""
