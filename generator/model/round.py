"""A meeting or call of the parties."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from generator.model.fields import Id, Name
from generator.model.record import Titled
from generator.model.slips import DAY_ALONE
from generator.model.statement import Attending, Dated, Statement


class Lead(Statement):
    """Who headed a delegation."""

    USUAL: ClassVar[tuple[str, ...]] = ("people",)
    ALSO: ClassVar[tuple[str, ...]] = ("label", "inferred")


class Round(Titled):
    """A round of talks: when, where, and who took part."""

    KEYS_REFER: ClassVar[dict[str, tuple[str, ...]]] = {
        "leads": ("party",),
        "delegations": ("party",),
    }

    form: Literal["meeting", "call"] = Field(
        "meeting",
        description="whether they met or spoke from afar; `meeting` unless stated",
        json_schema_extra={"bad": {"phone": "the word is `call`"}},
    )
    place: Name | None = Field(None, description="where, by language", examples=["Oxmoor mill"])
    date: Dated | None = Field(
        None,
        description="a statement with the first day",
        examples=[{"value": "2031-03-09", "witnesses": ["courier-0310#met"]}],
        json_schema_extra=DAY_ALONE,
    )
    last_day: Dated | None = Field(
        None,
        description="a statement with the last day",
        examples=[{"value": "2031-03-10", "witnesses": ["courier-0310#met"]}],
        json_schema_extra=DAY_ALONE,
    )
    leads: dict[Id, Lead] = Field(
        {},
        description="who headed each delegation: by party, a statement with `people`",
        examples=[{"norland": {"people": ["ada-reed"], "witnesses": ["courier-0310#led"]}}],
        json_schema_extra={
            "bad": {"ada-reed": "the party is due, and below it a statement with `people`"}
        },
    )
    delegations: dict[Id, dict[Id, Attending]] = Field(
        {},
        description="who took part: by party, then by a key for each person, statements with "
        "`person` and `attendance`",
        examples=[
            {
                "norland": {
                    "ada-reed": {
                        "person": "ada-reed",
                        "attendance": "present",
                        "witnesses": ["courier-0310#warden"],
                    }
                }
            }
        ],
        json_schema_extra={
            "bad": {
                "ada-reed": "the party is due, below it a key for the person, and there a statement"
            }
        },
    )
