"""A comparison: what stands beside each other on a page, and how it is chosen."""

from __future__ import annotations

from typing import Literal

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from generator.model.fields import Id, Model, Name, StatementId, Text, Whole
from generator.model.keys import NO_KEY, by_key, optional, required
from generator.model.record import RecordModel

# The kinds of which a form sets whatever is known side by side.
KINDS_OF = {"sides": ("round",), "attendance": ("round",), "covers": ("measure",)}


class Entry(Model):
    """A figure to be compared: what it is of, and from when."""

    GOOD = {"since": ("bridge-toll.in-force",), "until": ("mill-accord.terms.toll",)}
    REFERS = {"of": ("statement",), "since": ("statement",), "until": ("statement",)}
    ALSO = ("since", "until", "definition")

    of: StatementId = required("the statement that has the figure", "bridge-toll.parts.rate")
    since: StatementId | None = optional(
        "the act or date from which it holds; without one it is dated as told"
    )
    until: StatementId | None = optional(
        "the act or date up to which it held, where its beginning is not held"
    )
    definition: Text | None = optional(
        "what the figure counts, where neither its basis nor its category says so",
        "toll on a cart with a load",
    )


class Group(Model):
    """Figures of one side."""

    REFERS = {"party": ("party",)}

    ALSO = ("party",)

    title: Text = required("whose figures these are", "Tolls of Norland")
    party: Id | None = optional("the side whose they are")
    entries: dict[Id, Entry] = required(
        "by keys of your own: their days order them, and of one day the order here",
        {"toll": {"of": "bridge-toll.parts.rate"}},
        bad=NO_KEY,
    )


class Comparison(RecordModel):
    """What stands side by side on a page of its own."""

    title: Name = required("a heading that names no outcome", "Tolls by definition and day")
    subtitle: Text = required(
        "what is compared, and what cannot be",
        "Each toll with what it counts; none can be measured against another",
    )
    form: Literal["sides", "covers", "attendance", "figures"] = required(
        "`figures` with their definitions and days, what `sides` said of each round, "
        "which measure `covers` which material, or `attendance` by person and round",
        bad={"table": "the word says what is compared"},
    )
    groups: dict[Id, Group] = by_key(
        "of figures: by keys of your own, each a part of the table",
        {"tolls": {"title": "Tolls", "entries": {"toll": {"of": "bridge-toll.parts.rate"}}}},
    )
    order: Whole = optional(
        "its place on the site and in the book: 10 comes before 20", default=100
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
