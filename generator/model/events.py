"""What was done or said: measures, agreements and licences, talks, other events, claims."""

from typing import Literal

from generator.model.fields import Id, Ids, Name, Text
from generator.model.keys import acts_by_key, by_key, dated, optional
from generator.model.record import Answering, Titled
from generator.model.statement import ACTORS, Act, Attending, Content, Dated, Statement, Stepped


class Measure(Titled):
    """What an authority imposed or changed, its parts and what it does to others."""

    GOOD = {"title": ("Toll on the bridge",)}
    REFERS = {**Titled.REFERS, "issuer": ("party", "body"), "covers": ("material",)}
    OF_ALL, CHAPTER = ("issuer", "covers"), "Measures, licences and events"

    issuer: Ids = optional("the parties or bodies that issued it", default=())
    number: Text | None = optional("its number as printed", "No. 12")
    covers: Ids = optional("the materials that it is about", default=())
    announced: Dated | None = dated(
        "a statement with the day on which it was made known", "2031-03-12", "office-0312#toll"
    )
    in_force: Dated | None = dated(
        "a statement with its first day in force", "2031-04-01", "office-0312#toll"
    )
    parts: dict[Id, Stepped] = by_key(
        "its parts, by keys of your own; acts can target them",
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
        "what it does to others: acts by keys of your own", "lifts", "lift", "ferry-order"
    )


class Agreement(Titled):
    """What several parties agreed; every term is an act."""

    GOOD = {"title": ("Accord of the mill, March 2031",), "parties": (["norland", "sudland"],)}
    REFERS = {**Titled.REFERS, "parties": ("party",)}
    OF_ALL, CHAPTER = ("parties",), "Agreements"

    parties: Ids = optional("the parties that agreed", default=())
    issued: Dated | None = dated(
        "a statement with the day on which it was agreed; its state is `agreed` until `in-force`",
        "2031-03-12",
        "office-0312#accord",
    )
    in_force: Dated | None = dated(
        "a statement with its first day in force", "2031-04-01", "office-0312#accord"
    )
    terms: dict[Id, Act] = acts_by_key(
        "what was agreed: acts by keys of your own", "toll", "suspend", "bridge-toll"
    )
    acts: dict[Id, Act] = acts_by_key(
        "what it does to others, beyond its terms", "ends", "end", "ferry-order"
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


class Lead(Statement):
    """Who headed a delegation."""

    USUAL = ("people",)
    ALSO = ("label", "inferred")


class Round(Titled):
    """A round of talks: when, where, and who took part."""

    OF_ALL, CHAPTER = ("place", "form"), "Rounds"
    KEYS_REFER = {"leads": ("party",), "delegations": ("party",)}

    form: Literal["meeting", "call"] = optional(
        "whether they met or spoke by telephone; `meeting` unless stated",
        default="meeting",
        bad={"phone": "the word is `call`"},
    )
    place: Name | None = optional("where it was, as a name or names by language", "Oxmoor mill")
    date: Dated | None = dated("a statement with the first day", "2031-03-09", "courier-0310#met")
    last_day: Dated | None = dated(
        "a statement with the last day", "2031-03-10", "courier-0310#met"
    )
    leads: dict[Id, Lead] = optional(
        "who headed each delegation: by party, a statement with `people`",
        {"norland": {"people": ["ada-reed"], "witnesses": ["courier-0310#led"]}},
        default={},
        bad={"ada-reed": "write the party, and below it a statement with `people`"},
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
        bad={"ada-reed": "write the party, below it a key for the person, and there a statement"},
    )


class Event(Titled):
    """Something that happened on a date; it may act on agreements and measures."""

    GOOD = {"title": ("Flood at the mill, May 2031",)}
    REFERS = {**Titled.REFERS, "by": ACTORS}
    CHAPTER = Measure.CHAPTER

    by: Ids = optional("the side, body or person that acted", ["norland-bridge-office"], default=())
    date: Dated | None = dated("a statement with the day of it", "2031-05-02", "courier-0310#flood")
    acts: dict[Id, Act] = acts_by_key(
        "what it does to others: acts by keys of your own", "ends", "end", "bridge-toll"
    )


class Claim(Statement, Answering):
    """What somebody says, with the positions of those who disagree."""

    STATES = True
    PROSE = (*Statement.PROSE, *Answering.PROSE)
    REFERS = Content.REFERS
    ASKED = ("says", *Statement.ASKED)
    ALSO = (
        *("by", "about", "nature", "asks", "positions", "words", "value", "unit", "basis"),
        *("said", "period", "silent", "compare", "inferred", "lowered", "background"),
        *Answering.ALSO,
    )

    title: Name | None = optional("a heading that names no outcome", "Norland and the accord")
    said: Dated | None = dated(
        "a statement with the day on which it was said", "2031-03-10", "courier-0310#said"
    )
