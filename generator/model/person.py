"""A person with dated offices."""

from __future__ import annotations

from typing import Any, ClassVar

from pydantic import Field

from generator.model.fields import Id
from generator.model.record import Named
from generator.model.statement import Statement


class Office(Statement):
    """An office that a person held, from and until when."""

    USUAL: ClassVar[tuple[str, ...]] = ("title", "body")
    ALSO: ClassVar[tuple[str, ...]] = ("from", "until", "through", "inferred")


class Person(Named):
    """Someone who negotiates, decides or speaks."""

    GOOD: ClassVar[dict[str, tuple[Any, ...]]] = {
        "name": ("Ada Reed", {"en": "Ada Reed", "fr": "Ada Roseau", "seen": "courier-0310"})
    }
    REFERS: ClassVar[dict[str, tuple[str, ...]]] = {**Named.REFERS, "party": ("party",)}

    party: Id | None = Field(None, description="the side for which the person acts")
    offices: dict[Id, Office] = Field(
        {},
        description="statements by key, each with `title`, `body`, `from`, `until`",
        examples=[
            {
                "warden": {
                    "title": "Bridge warden",
                    "body": "norland-bridge-office",
                    "witnesses": ["courier-0310#warden"],
                }
            }
        ],
        json_schema_extra={
            "bad": {"Bridge warden": "a key of your own is due, and the statement below it"}
        },
    )
