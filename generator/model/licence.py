"""A licence: who may export what, until when."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from generator.model.fields import Ids
from generator.model.record import Titled
from generator.model.statement import Statement


class Licence(Titled):
    """A permission granted, and when that was reported."""

    REFERS: ClassVar[dict[str, tuple[str, ...]]] = {
        **Titled.REFERS,
        "issuer": ("party", "body"),
        "holders": ("body", "party"),
        "materials": ("material",),
    }

    issuer: Ids = ()
    holders: Ids = Field((), description="who may export or receive")
    materials: Ids = ()
    granted: Statement | None = None
    reported: Statement | None = None
    expires: Statement | None = None
