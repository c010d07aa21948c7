"""A licence: who may export what, until when."""

from __future__ import annotations

from generator.model.fields import Ids
from generator.model.keys import dated, optional
from generator.model.measure import Measure
from generator.model.record import Titled
from generator.model.statement import Dated


class Licence(Titled):
    """A permission granted, and when that was reported."""

    GOOD = {"title": ("Licence of the ferry",)}
    REFERS = {
        **Titled.REFERS,
        "issuer": ("party", "body"),
        "holders": ("body", "party"),
        "materials": ("material",),
    }
    OF_ALL, CHAPTER = ("issuer", "holders"), Measure.CHAPTER

    issuer: Ids = optional("the parties or bodies that granted it", default=())
    holders: Ids = optional("who may export or receive", default=())
    materials: Ids = optional("what may be exported", default=())
    granted: Dated | None = dated(
        "a statement with the day of the grant", "2031-04-02", "office-0312#ferry"
    )
    reported: Dated | None = dated(
        "a statement with the day on which the grant was reported",
        "2031-04-05",
        "courier-0310#ferry",
    )
    expires: Dated | None = dated(
        "a statement with its last day", "2031-10-02", "office-0312#ferry"
    )
