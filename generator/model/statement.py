"""A statement: what is said, who says it, and the witnesses it rests on."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from generator.model.fields import (
    DateField,
    DayField,
    DurationField,
    Flag,
    FormulaField,
    Id,
    Ids,
    Model,
    Name,
    Reasons,
    StatementIds,
    Text,
    ValueField,
    WitnessId,
)

Attendance = Literal["present", "absent", "expected"]
Does = Literal["suspend", "resume", "extend", "amend", "lift", "end", "replace", "undertake"]
StatusWord = Literal["reported", "claimed", "disputed", "superseded", "retracted"]
Witnesses = tuple[WitnessId, ...]

ACTORS = ("party", "body", "person")


class Because(Model):
    """Why something no longer stands, and from which day we say so."""

    why: Text | None = None
    by: StatementIds = ()
    on: DayField


class Lowered(Model):
    """A status weaker than the one that follows, with the reason."""

    to: StatusWord
    why: Text
    on: DayField


class Reading(Model):
    """How we read the witnesses: ours, and marked as ours."""

    text: Text
    on: DayField


class Silent(Model):
    """A side that does not speak of the matter, with the text in which it could have."""

    witnesses: Witnesses


class Content(Model):
    """What a statement or one of its positions says, and the keys that describe it."""

    REFERS: ClassVar[dict[str, tuple[str, ...]]] = {
        "person": ("person",),
        "people": ("person",),
        "by": ACTORS,
        "party": ("party",),
        "body": ("body",),
        "reporter": ("body", "party"),
        "target": ("agreement", "measure", "statement"),
        "about": ("any",),
        "compare": ("any",),
        "see": ("any",),
    }

    value: ValueField | None = Field(None, description="a number, bound, range or date, as written")
    unit: Text | None = Field(None, description="`%` and `pp` (percentage points) differ")
    exact: Flag = Field(False, description="the zeros at the end of a whole number were counted")
    words: Text | None = Field(None, description="a value in the source's own words")
    says: Text | None = Field(
        None, description="a sentence of ours, where no other key can hold it"
    )
    people: Ids = Field((), description="persons")
    person: Id | None = None
    attendance: Attendance | None = None
    does: Does | None = Field(None, description="what an act does to its target")
    target: StatementIds = Field((), description="the agreement, measure, part or term acted upon")
    party: Id | None = Field(None, description="whose part in the target")
    body: Id | None = None
    title: Name | None = Field(None, description="the title of an office")
    from_: DateField | None = Field(None, description="first day")
    until: DateField | None = Field(
        None, description="first day or moment on which it no longer holds"
    )
    through: DateField | None = Field(None, description="last day on which it holds")
    for_: DurationField | None = Field(None, description="how long: the end follows from it")
    renews: DurationField | None = Field(None, description="goes on for this long unless ended")
    by: Ids = Field((), description="the party, body or person that says so")
    label: Text | None = Field(None, description="names the statement without its value")
    asks: Text | None = Field(None, description="the question that the positions answer")
    about: StatementIds = ()
    period: DateField | None = Field(None, description="the time that a figure covers")
    reporter: Id | None = Field(None, description="who counted")
    category: Text | None = None
    basis: Text | None = Field(
        None, description="how it was measured, such as year on year in value"
    )
    flow: Text | None = None
    inferred: Reasons = Field({}, description="what no quotation carries, and why it is so")
    superseded: Because | None = None
    retracted: Because | None = None


class Position(Content):
    """One of several answers to the same question."""

    witnesses: Witnesses = ()
    rejected: Because | None = Field(None, description="a slip or mistranslation, with its reason")


class Statement(Content):
    """A value with the quotations that it rests on."""

    witnesses: Witnesses = ()
    positions: dict[Id, Position] = Field({}, description="two or more answers that do not agree")
    compute: FormulaField | None = None
    recompute: FormulaField | None = Field(
        None, description="held against the value; never replaces it"
    )
    silent: dict[Id, Silent] = {}
    reading: Reading | None = None
    lowered: Lowered | None = None
    background: Flag = Field(False, description="a description shown on any day, with its date")
    compare: StatementIds = ()
    see: StatementIds = ()
    nature: Literal["fact", "judgement", "forecast"] | None = None
    status: Text | None = Field(
        None, json_schema_extra={"not": {}}, description="never written: it follows"
    )

    @model_validator(mode="after")
    def _stands_alone(self) -> Statement:
        if self.compute and (self.value or self.words or self.says or self.positions):
            raise PydanticCustomError(
                "wrong_value",
                "`compute` stands beside a value of its own",
                {"help": "remove one of the two, or write `recompute`, which only checks"},
            )
        return self

    @property
    def is_stated(self) -> bool:
        """True when it is a statement and not a mere description."""
        return bool(self.witnesses or self.positions or self.compute)

    def contents(self) -> tuple[tuple[tuple[str, ...], Statement | Position], ...]:
        """The parts that say something with their paths: the statement and its positions."""
        return (((), self), *((("positions", key), p) for key, p in self.positions.items()))

    @property
    def named(self) -> tuple[str, ...]:
        """Every witness that it names, its own and those of its positions."""
        return tuple(witness for _, content in self.contents() for witness in content.witnesses)


class Act(Statement):
    """A statement that does something to an agreement, a measure, a part or a term."""


class Attending(Statement):
    """Whether a person took part."""


class Part(Statement):
    """A part of a measure that can be acted upon on its own."""

    covers: Ids = Field((), description="materials")
    in_force: Statement | None = None

    REFERS: ClassVar[dict[str, tuple[str, ...]]] = {**Content.REFERS, "covers": ("material",)}
