"""Something that happened on a day."""

from __future__ import annotations

from pydantic import Field

from generator.model.fields import Id
from generator.model.record import Titled
from generator.model.statement import Act, Dated


class Event(Titled):
    """A happening with its date; it may act on agreements and measures."""

    date: Dated | None = Field(None, description="a statement with the day of it")
    acts: dict[Id, Act] = Field({}, description="what it does to agreements and measures, by key")
