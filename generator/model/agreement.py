"""An agreement, term by term."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from generator.model.fields import Id, Ids
from generator.model.record import Titled
from generator.model.statement import Act, Dated


class Agreement(Titled):
    """What several parties undertook; every term is an act."""

    REFERS: ClassVar[dict[str, tuple[str, ...]]] = {**Titled.REFERS, "parties": ("party",)}

    parties: Ids = Field((), description="the parties that agreed")
    in_force: Dated | None = Field(None, description="a statement with the date of its start")
    terms: dict[Id, Act] = Field({}, description="what was agreed: acts by keys of your own")
    acts: dict[Id, Act] = Field({}, description="what it does besides its terms")
