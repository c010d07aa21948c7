"""A ministry, agency, firm or newsroom."""

from __future__ import annotations

from generator.model.fields import Id, Ids
from generator.model.keys import optional
from generator.model.record import Spoken


class Body(Spoken):
    """An organisation that acts, counts or reports."""

    GOOD = {
        "name": ("Norland Bridge Office", {"en": "Norland Bridge Office", "fr": "Bureau du pont"})
    }
    REFERS = {**Spoken.REFERS, "of": ("party",), "house": ("body",)}

    of: Ids = optional(
        "the parties that it belongs to; none for an agency that is no side's", default=()
    )
    house: Id | None = optional("the body that it is one with as an origin")
