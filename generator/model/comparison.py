"""A comparison: what stands beside each other on a page, and how it is chosen."""

from __future__ import annotations

from typing import Any, ClassVar, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from generator.model.fields import Id, Model, Name, StatementId, Text, Whole
from generator.model.record import RecordModel
from generator.model.slips import NO_KEY

# The kinds of which a form sets whatever is known side by side.
KINDS_OF = {"sides": ("round",), "attendance": ("round",), "covers": ("measure",)}


class Entry(Model):
    """A figure to be compared: what it is of, and from when."""

    GOOD: ClassVar[dict[str, tuple[Any, ...]]] = {
        "since": ("bridge-toll.in-force",),
        "until": ("mill-accord.terms.toll",),
    }
    REFERS: ClassVar[dict[str, tuple[str, ...]]] = {
        "of": ("statement",),
        "since": ("statement",),
        "until": ("statement",),
    }
    ALSO: ClassVar[tuple[str, ...]] = ("since", "until", "definition")

    of: StatementId = Field(
        description="the statement that has the figure", examples=["bridge-toll.parts.rate"]
    )
    since: StatementId | None = Field(
        None, description="the act or date from which it holds; without one it is dated as told"
    )
    until: StatementId | None = Field(
        None, description="the act or date up to which it held, where its beginning is not held"
    )
    definition: Text | None = Field(
        None,
        description="what the figure counts, where neither its basis nor its category says so",
        examples=["toll on a cart with a load"],
    )


class Group(Model):
    """Figures of one side."""

    REFERS: ClassVar[dict[str, tuple[str, ...]]] = {"party": ("party",)}

    ALSO: ClassVar[tuple[str, ...]] = ("party",)

    title: Text = Field(description="whose figures these are", examples=["Tolls of Norland"])
    party: Id | None = Field(None, description="the side whose they are")
    entries: dict[Id, Entry] = Field(
        description="by keys of your own: their days order them, and of one day the order here",
        examples=[{"toll": {"of": "bridge-toll.parts.rate"}}],
        json_schema_extra=NO_KEY,
    )


class Comparison(RecordModel):
    """What stands side by side on a page of its own."""

    title: Name = Field(
        description="a heading that names no outcome", examples=["Tolls by definition and day"]
    )
    subtitle: Text = Field(
        description="what is compared, and what cannot be",
        examples=["Each toll with what it counts; none can be measured against another"],
    )
    form: Literal["sides", "covers", "attendance", "figures"] = Field(
        description="`figures` with their definitions and days, what `sides` said of each round, "
        "which measure `covers` which material, or `attendance` by person and round",
        json_schema_extra={"bad": {"table": "the word says what is compared"}},
    )
    groups: dict[Id, Group] = Field(
        {},
        description="of figures: by keys of your own, each a part of the table",
        examples=[
            {
                "tolls": {
                    "title": "Tolls",
                    "entries": {"toll": {"of": "bridge-toll.parts.rate"}},
                }
            }
        ],
        json_schema_extra=NO_KEY,
    )
    order: Whole = Field(
        100, description="its place on the site and in the book: 10 comes before 20"
    )

    @model_validator(mode="after")
    def _has_what_it_compares(self) -> Comparison:
        if self.form == "figures" and not self.groups:
            raise PydanticCustomError(
                "wrong_value",
                "a comparison of the form `figures` has no `groups`",
                {"help": "add `groups:`"},
            )
        return self

    @property
    def draws(self) -> tuple[str, ...]:
        """The ids of the statements that it names."""
        return tuple(one.of for group in self.groups.values() for one in group.entries.values())

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds of which it shows whatever is known."""
        return frozenset(KINDS_OF.get(self.form, ()))
