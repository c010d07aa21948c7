"""A measure of one side: an order, an announcement, a tariff."""

from __future__ import annotations

from typing import ClassVar

from generator.model.fields import Id, Ids, Text
from generator.model.record import Titled
from generator.model.statement import Act, Part, Statement


class Measure(Titled):
    """What an authority imposed or changed, its parts and what it does to others."""

    REFERS: ClassVar[dict[str, tuple[str, ...]]] = {
        **Titled.REFERS,
        "issuer": ("party", "body"),
        "covers": ("material",),
    }

    issuer: Ids = ()
    number: Text | None = None
    covers: Ids = ()
    announced: Statement | None = None
    in_force: Statement | None = None
    parts: dict[Id, Part] = {}
    acts: dict[Id, Act] = {}
