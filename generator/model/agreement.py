"""An agreement, term by term."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from generator.model.fields import Id, Ids
from generator.model.record import Titled
from generator.model.statement import Act, Statement


class Agreement(Titled):
    """What several parties undertook; every term is an act."""

    REFERS: ClassVar[dict[str, tuple[str, ...]]] = {**Titled.REFERS, "parties": ("party",)}

    parties: Ids = ()
    in_force: Statement | None = None
    terms: dict[Id, Act] = {}
    acts: dict[Id, Act] = Field({}, description="what it does besides its terms")
