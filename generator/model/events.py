"""What happened on a day or was said: rounds of talks, other events, claims."""

from __future__ import annotations

from typing import Literal

from generator.model.fields import Id, Ids, Name
from generator.model.instruments import Measure
from generator.model.keys import acts_by_key, dated, optional
from generator.model.record import OpenRecordModel, Titled
from generator.model.statement import ACTORS, Act, Attending, Content, Dated, Statement


class Lead(Statement):
    """Who headed a delegation."""

    USUAL = ("people",)
    ALSO = ("label", "inferred")


class Round(Titled):
    """A round of talks: when, where, and who took part."""

    OF_ALL, CHAPTER = ("place", "form"), "Rounds and delegations"
    KEYS_REFER = {"leads": ("party",), "delegations": ("party",)}

    form: Literal["meeting", "call"] = optional(
        "whether they met or spoke from afar; `meeting` unless stated",
        default="meeting",
        bad={"phone": "the word is `call`"},
    )
    place: Name | None = optional("where, by language", "Oxmoor mill")
    date: Dated | None = dated("a statement with the first day", "2031-03-09", "courier-0310#met")
    last_day: Dated | None = dated(
        "a statement with the last day", "2031-03-10", "courier-0310#met"
    )
    leads: dict[Id, Lead] = optional(
        "who headed each delegation: by party, a statement with `people`",
        {"norland": {"people": ["ada-reed"], "witnesses": ["courier-0310#led"]}},
        default={},
        bad={"ada-reed": "the party is due, and below it a statement with `people`"},
    )
    delegations: dict[Id, dict[Id, Attending]] = optional(
        "who took part: by party, then by a key for each person, statements with "
        "`person` and `attendance`",
        {
            "norland": {
                "ada-reed": {
                    "person": "ada-reed",
                    "attendance": "present",
                    "witnesses": ["courier-0310#warden"],
                }
            }
        },
        default={},
        bad={"ada-reed": "the party is due, below it a key for the person, and there a statement"},
    )


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


class Claim(Statement, OpenRecordModel):
    """A claim, with the positions of those who disagree."""

    STATES = True
    REFERS = Content.REFERS
    ASKED = ("says", *Statement.ASKED)
    ALSO = (
        *("by", "about", "nature", "asks", "positions", "words", "value", "unit", "basis"),
        *("said", "period", "silent", "compare", "inferred", "lowered", "background"),
        *OpenRecordModel.ALSO,
    )

    title: Name | None = optional("a heading that names no outcome", "Norland and the accord")
    said: Dated | None = dated(
        "a statement with the day on which it was said", "2031-03-10", "courier-0310#said"
    )
