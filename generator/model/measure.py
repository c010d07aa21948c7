"""A measure of one side: an order, an announcement, a tariff."""

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
