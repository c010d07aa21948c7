"""What is imposed, agreed or permitted, and acts on others: measures, agreements, licences."""

from __future__ import annotations

from generator.model.fields import Id, Ids, Text
from generator.model.keys import acts_by_key, by_key, dated, optional
from generator.model.record import Titled
from generator.model.statement import Act, Dated, Part


class Measure(Titled):
    """What an authority imposed or changed, its parts and what it does to others."""

    GOOD = {"title": ("Toll on the bridge",)}
    REFERS = {**Titled.REFERS, "issuer": ("party", "body"), "covers": ("material",)}
    OF_ALL, CHAPTER = ("issuer", "covers"), "Controls, licences and events"

    issuer: Ids = optional("the parties or bodies that issued it", default=())
    number: Text | None = optional("its number as printed", "No. 12")
    covers: Ids = optional("the materials that it is about", default=())
    announced: Dated | None = dated(
        "a statement with the day on which it was made known", "2031-03-12", "office-0312#toll"
    )
    in_force: Dated | None = dated(
        "a statement with the day from which it holds", "2031-04-01", "office-0312#toll"
    )
    parts: dict[Id, Part] = by_key(
        "its parts by key, which acts can target",
        {
            "rate": {
                "label": "toll",
                "value": "2",
                "unit": "pence",
                "witnesses": ["office-0312#toll"],
            }
        },
    )
    acts: dict[Id, Act] = acts_by_key(
        "what it does to others, by key", "lifts", "lift", "ferry-order"
    )


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
