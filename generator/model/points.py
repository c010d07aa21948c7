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
        "`point`: a key point; `state`: the sentence at the top of the brief; `strip`: an item of "
        "the strip below it; `number`: one of the large figures below that",
        default="point",
        bad={"headline": "the word is `state`"},
    )
    label: Text | None = optional("for `strip` and `number`: what it is about", "Toll")
    word: Text | None = optional(
        "for `strip` and `number`: what is set in large type; a template",
        '{{ fact("bridge-toll.parts.rate") }}',
    )
    holds: StatementId | None = optional(
        "in place of `word`: the statement whose state on the day is set in large type",
        "bridge-toll.in-force",
    )
    latest: Literal["round"] | None = optional(
        "in place of `word`: the kind of record of which the latest is set in large type",
        bad={"rounds": "the word is `round`"},
    )
    text: Text = required(
        "the sentence; a template that knows `fact`, `state`, `name` and `link`",
        'The shires differ over the arch. {{ fact("arch-promise") }}',
        bad={"The toll is 2 pence.": "write the figure as a reference, so that it stays right"},
    )
    rests: StatementIds = optional(
        "statements that the text needs to be true and does not refer to",
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
        "what was looked for, without an answer; `see` names what was found near it",
        "The day on which the southern arch was built",
        bad={"The arch is older than the mill": "it gives an answer"},
    )
    looked: Text = required(
        "where it was looked for, as a place",
        "the tolls' register, and every number of the Courier of 2031",
    )
    on: DayField = required("the last day of the search; editions show it from then on")
    asks: Text | None = optional(
        "the same as a question, for the open questions of the brief",
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
        "the act or date from which it applies; without one it has the day of its statement"
    )
    until: StatementId | None = optional(
        "the act or date up to which it applied, where its first day is not known"
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
        "by keys of your own: sorted by day, and within a day in the order of the file",
        {"toll": {"of": "bridge-toll.parts.rate"}},
        bad=NO_KEY,
    )


class Comparison(RecordModel):
    """A page of tables that compares figures or records side by side."""

    title: Name = required("a heading that names no outcome", "Tolls by definition and day")
    subtitle: Text = required(
        "what is compared, and what cannot be",
        "Each toll with what it counts; none can be measured against another",
    )
    form: Literal["sides", "covers", "attendance", "figures"] = required(
        "`figures`: with their definitions and days; `sides`: what each side said of each round; "
        "`covers`: which measure covers which material; `attendance`: by person and round",
        bad={"table": "the word says what is compared"},
    )
    groups: dict[Id, Group] = by_key(
        "for `figures`: parts of the table by keys of your own",
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
