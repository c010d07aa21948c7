"""A person with dated offices."""

from __future__ import annotations

from pydantic import ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from generator.model.fields import Id, Text
from generator.model.keys import optional
from generator.model.record import Named
from generator.model.statement import Statement


class Office(Statement):
    """An office that a person held, from and until when."""

    USUAL = ("title", "body")
    ALSO = ("from", "until", "through", "inferred")


class Person(Named):
    """Someone who negotiates, decides or speaks."""

    GOOD = {"name": ("Ada Reed", {"en": "Ada Reed", "fr": "Ada Roseau", "seen": "courier-0310"})}
    REFERS = {**Named.REFERS, "party": ("party",)}
    STATES, OF_ALL, CHAPTER = True, ("party",), "People"

    party: Id | None = optional("the side for which the person acts")
    family: Text | None = optional(
        "the family name, where it is not the last word of the name: the index is sorted by it",
        "von Salt",
    )
    offices: dict[Id, Office] = optional(
        "statements by key, each with `title`, `body`, `from`, `until`",
        {
            "warden": {
                "title": "Bridge warden",
                "body": "norland-bridge-office",
                "witnesses": ["courier-0310#warden"],
            }
        },
        default={},
        bad={"Bridge warden": "a key of your own is due, and the statement below it"},
    )

    @field_validator("family")
    @classmethod
    def _is_part_of_the_name(cls, family: str | None, info: ValidationInfo) -> str | None:
        name = info.data.get("name")
        if family and name and not any(family in text for text in name.texts.values()):
            raise PydanticCustomError(
                "wrong_value",
                "`{family}` is no part of the name",
                {"family": family, "help": "write it as it stands in `name`"},
            )
        return family
