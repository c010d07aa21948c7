"""The edition: what the briefing is about, its day, and how far it reaches."""

from __future__ import annotations

from typing import ClassVar

from pydantic import ConfigDict, Field

from generator.model.fields import DayField, Ids, Language, Line, Model, MovedId, Text


class Edition(Model):
    """`content/briefing.yaml`."""

    REFERS: ClassVar[dict[str, tuple[str, ...]]] = {"parties": ("party",)}

    title: Line = Field(description="the site's name", examples=["The bridge at Oxmoor"])
    subject: Line = Field(
        description="what the briefing is about, in a sentence that names no outcome",
        examples=["The talks of two shires over a bridge, 2031"],
    )
    language: Language = Field(
        "en",
        description="the language of names without a tag, `en` unless stated",
        examples=["en", "fr"],
    )
    parties: Ids = Field(
        description="the sides, two or more",
        examples=[["norland", "sudland"]],
        json_schema_extra={
            "type": "array",
            "minItems": 2,
            "errorMessage": "name the id of each side: `[one, other]`",
        },
    )
    units: dict[Text, tuple[Text, ...]] = Field(
        {},
        description="units of your own, each with the spellings that quotations have of it; common "
        "ones are known",
        examples=[{"carts": ["cart", "cartloads"]}],
        json_schema_extra={"bad": {"carts": "a list of spellings is due"}},
    )
    as_of: DayField = Field(description="the day of this edition")
    coverage_end: DayField = Field(description="the last day of which anything is claimed")


class Moved(Model):
    """An id or a page of prose once published: where it went, or why it is gone."""

    REFERS: ClassVar[dict[str, tuple[str, ...]]] = {"to": ("any", "old", "page")}

    model_config = ConfigDict(
        json_schema_extra={
            "oneOf": [{"required": ["to"]}, {"required": ["gone"]}],
            "errorMessage": "either `to` or `gone` is due",
        }
    )

    to: Text | None = Field(
        None, description="the id that took its place, which may have moved on itself"
    )
    gone: Text | None = Field(
        None,
        description="why there is nothing to go to",
        examples=["the call never took place"],
    )


MovedIds = dict[MovedId, Moved]
