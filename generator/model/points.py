"""What we say ourselves: sentences of the brief, what was not found, what is held side by side."""

from __future__ import annotations

from typing import Literal

from pydantic import model_validator

from generator.model.dates import PartialDate
from generator.model.fields import (
    DayField,
    Id,
    Model,
    Name,
    StatementId,
    StatementIds,
    Text,
    Whole,
    unfit,
)
from generator.model.keys import NO_KEY, by_key, optional, required
from generator.model.record import RecordModel

Role = Literal["point", "state", "strip", "number"]


class KeyPoint(RecordModel):
    """A sentence of the brief and the statements that it rests on."""

    REFERS = {**RecordModel.REFERS, "rests": ("statement",), "holds": ("statement",)}
    PROSE = ("text", "word")

    role: Role = optional(
        "`state` is the sentence above the brief, `strip` an item below it, `number` a "
        "figure in large below that",
        default="point",
        bad={"headline": "the word is `state`"},
    )
    label: Text | None = optional("what an item of the strip is about", "Toll")
    word: Text | None = optional(
        "an item of the strip in large, a template", '{{ fact("bridge-toll.parts.rate") }}'
    )
    holds: StatementId | None = optional(
        "the statement whose state on the day is an item of the strip in large",
        "bridge-toll.in-force",
    )
    latest: Literal["round"] | None = optional(
        "the kind of record of which the latest by the day is an item of the strip in "
        "large: no new round makes it untrue",
        bad={"rounds": "the word is `round`"},
    )
    text: Text = required(
        "the sentence, a template that knows `fact`, `state`, `name` and `link`",
        'The shires differ over the arch. {{ fact("arch-promise") }}',
        bad={"The toll is 2 pence.": "a figure is a reference, so that it cannot go stale"},
    )
    rests: StatementIds = optional(
        "statements without which it would not stand, besides those that it refers to",
        "arch-promise",
        default=(),
    )
    order: Whole = optional("its place in the brief: 10 comes before 20", default=100)

    @model_validator(mode="after")
    def _has_its_keys(self) -> KeyPoint:
        is_item = self.role in ("strip", "number")
        shown = [one for one in (self.word, self.holds, self.latest) if one]
        if is_item and (not self.label or len(shown) != 1):
            lacks = "lacks its `label`, or has not one of `word`, `holds` and `latest`"
            raise unfit(f"an item of the strip {lacks}", "write `label` and one of the three")
        if not is_item and (self.label or shown):
            message = "`label`, `word`, `holds` and `latest` are keys of an item of the strip"
            raise unfit(message, "write `role: strip` or `role: number`, or remove them")
        return self


class Gap(RecordModel):
    """Something that was looked for and not found, with where it was looked for."""

    title: Name = required(
        "what was looked for, without an answer; `see` names what there is near it",
        "The day on which the southern arch was built",
        bad={"The arch is older than the mill": "it tells a value"},
    )
    looked: Text = required(
        "where it was looked for, as a place",
        "the tolls' register, and every number of the Courier of 2031",
    )
    on: DayField = required("the day up to which was looked, and from which it is told")
    asks: Text | None = optional(
        "it as a question, with which it stands among the open questions of the brief",
        "When was the southern arch built?",
    )
    order: Whole = optional("its place among them: 10 comes before 20", default=100)

    @property
    def told_from(self) -> PartialDate:
        """Its own day: it rests on no witness."""
        return self.on


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
            raise unfit("a comparison of the form `figures` has no `groups`", "add `groups:`")
        return self

    @property
    def draws(self) -> tuple[str, ...]:
        """The ids of the statements that it names."""
        return tuple(one.of for group in self.groups.values() for one in group.entries.values())

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds of which it shows whatever is known."""
        return frozenset(KINDS_OF.get(self.form, ()))
