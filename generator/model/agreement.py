"""An agreement, term by term."""

from __future__ import annotations

from generator.model.fields import Id, Ids
from generator.model.keys import acts_by_key, dated, optional
from generator.model.record import Titled
from generator.model.statement import Act, Dated


class Agreement(Titled):
    """What several parties undertook; every term is an act."""

    GOOD = {"title": ("Accord of the mill, March 2031",), "parties": (["norland", "sudland"],)}
    REFERS = {**Titled.REFERS, "parties": ("party",)}
    OF_ALL, CHAPTER = ("parties",), "Agreements"

    parties: Ids = optional("the parties that agreed", default=())
    issued: Dated | None = dated(
        "a statement with the day on which it was made; until it is in force it is undertaken",
        "2031-03-12",
        "office-0312#accord",
    )
    in_force: Dated | None = dated(
        "a statement with the date of its start", "2031-04-01", "office-0312#accord"
    )
    terms: dict[Id, Act] = acts_by_key(
        "what was agreed: acts by keys of your own", "toll", "suspend", "bridge-toll"
    )
    acts: dict[Id, Act] = acts_by_key(
        "what it does besides its terms", "ends", "end", "ferry-order"
    )
