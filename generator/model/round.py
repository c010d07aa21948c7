"""A meeting or call of the parties."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from generator.model.fields import Id, Name
from generator.model.record import Titled
from generator.model.statement import Attending, Statement


class Round(Titled):
    """A round of talks: when, where, and who took part."""

    form: Literal["meeting", "call"] = "meeting"
    place: Name | None = None
    date: Statement | None = Field(None, description="the first day")
    last_day: Statement | None = None
    leads: dict[Id, Statement] = Field({}, description="who headed each party's delegation")
    delegations: dict[Id, dict[Id, Attending]] = Field({}, description="by party, then by person")
