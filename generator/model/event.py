"""Something that happened on a day."""

from __future__ import annotations

from generator.model.fields import Id, Ids
from generator.model.keys import acts_by_key, dated, optional
from generator.model.measure import Measure
from generator.model.record import Titled
from generator.model.statement import ACTORS, Act, Dated


class Event(Titled):
    """A happening with its date; it may act on agreements and measures."""

    GOOD = {"title": ("Flood at the mill, May 2031",)}
    REFERS = {**Titled.REFERS, "by": ACTORS}
    CHAPTER = Measure.CHAPTER

    by: Ids = optional("the side, body or person that acted", ["norland-bridge-office"], default=())
    date: Dated | None = dated("a statement with the day of it", "2031-05-02", "courier-0310#flood")
    acts: dict[Id, Act] = acts_by_key(
        "what it does to agreements and measures, by key", "ends", "end", "bridge-toll"
    )
