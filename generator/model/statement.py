"""A statement: what is said, who says it, and the witnesses it rests on."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from generator.model.beside import Because, Lowered, Reading, Silent, Witnesses
from generator.model.fields import (
    DateField,
    DurationField,
    Flag,
    FormulaField,
    Id,
    Ids,
    Model,
    Name,
    PeriodField,
    Reasons,
    StatementIds,
    Text,
    ValueField,
)
from generator.model.shapes import DATE_SHAPE
from generator.model.slips import (
    A_SLIP,
    HOLDS_FROM,
    NO_PARTY,
    OUR_READING,
    REPLACED,
    TAKEN_BACK,
    TWO_ANSWERS,
    WEAKER,
)

Attendance = Literal["present", "absent", "expected"]
Does = Literal[
    "suspend", "resume", "extend", "amend", "lift", "end", "replace", "object", "undertake"
]
# What renews itself runs out where somebody has objected.
OBJECTION = "object"
# What is promised acts upon nothing that is there already.
PROMISE = "undertake"

ACTORS = ("party", "body", "person")
# The fields that say something; the others describe it.
SAYING = (
    *("value", "words", "says", "people", "person", "attendance", "does", "title"),
    *("from_", "until", "through", "for_", "renews"),
)


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

    value: ValueField | None = Field(
        None, description="a number, a bound, a range or a date, as written"
    )
    unit: Text | None = Field(
        None,
        description="what the number counts; `%` and `pp` (percentage points) differ",
        examples=["%", "pp", "USD bn", "t", "days"],
    )
    exact: Flag = Field(
        False, description="`yes` where the zeros at the end of a whole number were counted"
    )
    words: Text | None = Field(
        None,
        description="a quantity or description in the source's own words",
        examples=["a toll of two pence"],
    )
    says: Text | None = Field(
        None,
        description="a sentence of ours, where no other key can hold it",
        examples=["Norland has kept what was agreed at the mill"],
    )
    people: Ids = Field((), description="the persons meant", examples=[["ada-reed", "tom-hale"]])
    person: Id | None = Field(None, description="the person meant")
    attendance: Attendance | None = Field(
        None,
        description="whether the person took part; no entry where it is not known",
        json_schema_extra={"bad": {"took part": "the word is `present`"}},
    )
    does: Does | None = Field(
        None,
        description="what an act does to its target",
        json_schema_extra={"bad": {"suspends": "the word is `suspend`"}},
    )
    target: StatementIds = Field(
        (),
        description="the agreement, measure, part or term acted upon",
        examples=[["bridge-toll.parts.rate"]],
    )
    party: Id | None = Field(None, description="whose part in the target it is")
    body: Id | None = Field(None, description="the body that an office belongs to")
    title: Name | None = Field(
        None,
        description="the title of an office",
        examples=["Bridge warden"],
    )
    from_: DateField | None = Field(None, description="the first day")
    until: DateField | None = Field(
        None, description="the first day or moment on which it no longer holds"
    )
    through: DateField | None = Field(None, description="the last day on which it holds")
    for_: DurationField | None = Field(None, description="how long: the end follows from it")
    renews: DurationField | None = Field(
        None, description="goes on for this long unless an act ends it"
    )
    by: Ids = Field((), description="the party, body or person that says so")
    label: Text | None = Field(
        None,
        description="what the statement is called, without its value",
        examples=["Toll for a cart"],
        json_schema_extra={"bad": {"Toll of 2 pence": "it tells the value"}},
    )
    asks: Text | None = Field(
        None,
        description="the question that the positions answer",
        examples=["Did Sudland promise to mend the arch?"],
    )
    about: StatementIds = Field((), description="what it is about")
    period: PeriodField | None = Field(
        None,
        description="the time that a figure covers; `unknown` where no source tells it",
        examples=["2025-05", "2025-H1", "2025-01/2025-05"],
    )
    reporter: Id | None = Field(
        None, description="who counted, where it is not the series' reporter"
    )
    category: Text | None = Field(
        None, description="what was counted", examples=["carts with a load"]
    )
    basis: Text | None = Field(
        None, description="how it was measured", examples=["year on year, in value"]
    )
    flow: Text | None = Field(
        None, description="the direction of a trade", examples=["exports", "imports"]
    )
    inferred: Reasons = Field(
        {},
        description="why a key says what no quotation carries, by key; a bare text is for `value`",
    )
    superseded: Because | None = Field(
        None, description="what took its place: `{by, on}`", **REPLACED
    )
    retracted: Because | None = Field(
        None, description="taken back by who said it: `{why, on}`", **TAKEN_BACK
    )


class Position(Content):
    """One of several answers to the same question."""

    USUAL: ClassVar[tuple[str, ...]] = ("by", "says", "witnesses")
    ALSO: ClassVar[tuple[str, ...]] = ("value", "words", "rejected")

    witnesses: Witnesses = Field(
        (), description="the quotations that carry this answer", examples=[["courier-0310#met"]]
    )
    rejected: Because | None = Field(
        None, description="why it is a slip or mistranslation: `{why, on}`", **A_SLIP
    )


class Statement(Content):
    """A value with the quotations that it rests on."""

    PROSE: ClassVar[tuple[str, ...]] = ("sentence",)
    SHOWS: ClassVar[dict[str, tuple[str, ...]]] = {"compare": ("statement",)}
    KEYS_REFER: ClassVar[dict[str, tuple[str, ...]]] = {"silent": ("party",)}
    ASKED: ClassVar[tuple[str, ...]] = ("witnesses",)
    USUAL: ClassVar[tuple[str, ...]] = ("value",)
    ALSO: ClassVar[tuple[str, ...]] = (
        *("label", "unit", "words", "says", "by", "period", "basis", "category"),
        *("inferred", "compute", "recompute"),
    )

    witnesses: Witnesses = Field(
        (),
        description="the quotations that it rests on; a source alone is listed, and counts for "
        "nothing",
        examples=[["courier-0310#met"]],
    )
    positions: dict[Id, Position] = Field(
        {}, description="in place of a value: two or more answers that do not agree", **TWO_ANSWERS
    )
    compute: FormulaField | None = Field(None, description="a formula that gives the value")
    recompute: FormulaField | None = Field(
        None, description="a formula that the stated value is held against"
    )
    silent: dict[Id, Silent] = Field(
        {},
        description="parties that do not speak of it",
        **NO_PARTY,
    )
    reading: Reading | None = Field(
        None, description="how we read the witnesses: `{text, on}`", **OUR_READING
    )
    lowered: Lowered | None = Field(None, description="a weaker status: `{to, why, on}`", **WEAKER)
    sentence: Text | None = Field(
        None,
        description="what happened, in one whole sentence without its day: a template",
        examples=["Norland stopped taking the toll until the talks are over."],
    )
    background: Flag = Field(
        False, description="`yes` for a description that is shown on any day, with its date"
    )
    compare: StatementIds = Field(
        (),
        description="statements to be read beside it",
        examples=["carts.points.2031-02", ["carts.points.2031-02", "carts.points.2031-02-yoy"]],
    )
    see: StatementIds = Field((), description="other ids that belong to it")
    nature: Literal["fact", "judgement", "forecast"] | None = Field(
        None,
        description="what sort of sentence it is",
        json_schema_extra={"bad": {"opinion": "the word is `judgement`"}},
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


class Dated(Statement):
    """A statement with a date, as far as it is known."""

    ALSO: ClassVar[tuple[str, ...]] = ("label", "inferred")

    value: ValueField | None = Field(
        None,
        description="the date, as far as it is known",
        examples=["2025-06-10", "2025-06", "2025-06-10T09:30+08:00"],
        json_schema_extra={"bad": dict(DATE_SHAPE.bad)},
    )


class Act(Statement):
    """A statement that does something to an agreement, a measure, a part or a term."""

    USUAL: ClassVar[tuple[str, ...]] = ("does", "target", "from")
    ALSO: ClassVar[tuple[str, ...]] = (
        *("party", "until", "through", "for", "renews", "says", "value", "unit", "label"),
        "inferred",
    )


class Attending(Statement):
    """Whether a person took part."""

    USUAL: ClassVar[tuple[str, ...]] = ("person", "attendance")
    ALSO: ClassVar[tuple[str, ...]] = ("label", "inferred")


class Part(Statement):
    """A part of a measure that can be acted upon on its own."""

    USUAL: ClassVar[tuple[str, ...]] = ("label", "words")
    ALSO: ClassVar[tuple[str, ...]] = ("value", "unit", "covers", "in-force", "inferred")

    covers: Ids = Field((), description="the materials that it is about")
    in_force: Dated | None = Field(
        None,
        description="a statement with the day from which it holds, where it is not the measure's",
        **HOLDS_FROM,
    )

    REFERS: ClassVar[dict[str, tuple[str, ...]]] = {**Content.REFERS, "covers": ("material",)}
