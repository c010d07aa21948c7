"""A statement: what is said, who says it, and the witnesses it rests on."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import model_validator

from generator.model.beside import (
    Because,
    Consequence,
    Lowered,
    Reading,
    Reasons,
    Silent,
    Witnesses,
)
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
    StatementIds,
    Text,
    ValueField,
    unfit,
)
from generator.model.keys import NO_DAY, NO_REASON, by_key, dated, optional
from generator.model.shapes import DATE_SHAPE

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

    REFERS = {
        "person": ("person",),
        "people": ("person",),
        "by": ACTORS,
        "party": ("party",),
        "body": ("body",),
        "reporter": ("body", "party"),
        "target": ("agreement", "measure", "statement"),
        "keeps": ("statement",),
        "about": ("any",),
        "compare": ("any",),
        "see": ("any",),
    }

    value: ValueField | None = optional("a number, a bound, a range or a date, as written")
    unit: Text | None = optional(
        "what the number counts; `%` and `pp` (percentage points) differ",
        "%",
        "pp",
        "USD bn",
        "t",
        "days",
    )
    exact: Flag = optional(
        "`yes` where the zeros at the end of a whole number were counted and not rounded, or "
        "where a formula adds up rates that were set and not measured",
        default=False,
    )
    words: Text | None = optional(
        "a quantity or description in the source's own words", "a toll of two pence"
    )
    says: Text | None = optional(
        "a sentence of ours, where no other key can say it",
        "Norland has kept what was agreed at the mill",
    )
    people: Ids = optional("the persons that it is about", ["ada-reed", "tom-hale"], default=())
    person: Id | None = optional("the person that it is about")
    attendance: Attendance | None = optional(
        "whether the person took part; no entry where it is not known",
        bad={"took part": "the word is `present`"},
    )
    does: Does | None = optional(
        "what an act does to its target", bad={"suspends": "the word is `suspend`"}
    )
    target: StatementIds = optional(
        "the agreement, measure, part or term acted upon", ["bridge-toll.parts.rate"], default=()
    )
    keeps: StatementIds = optional(
        "the promises that the act carries out", ["arch-pact.terms.mend"], default=()
    )
    keeps_part: Text | None = optional(
        "what of these promises it carries out, where that is not all", "the north arch"
    )
    party: Id | None = optional("the side that does it")
    body: Id | None = optional("the body that an office belongs to")
    title: Name | None = optional("the title of an office", "Bridge warden")
    from_: DateField | None = optional("the first day")
    until: DateField | None = optional("the first day or moment on which it no longer applies")
    through: DateField | None = optional("the last day on which it applies")
    for_: DurationField | None = optional("how long it applies: its end is worked out from this")
    renews: DurationField | None = optional("how long each renewal lasts, until an act ends it")
    by: Ids = optional("the party, body or person that says so", default=())
    label: Text | None = optional(
        "what the statement is called, without its value",
        "Toll for a cart",
        bad={"Toll of 2 pence": "it gives the value"},
    )
    asks: Text | None = optional(
        "the question that the positions answer", "Did Sudland promise to mend the arch?"
    )
    about: StatementIds = optional("what it is about", default=())
    period: PeriodField | None = optional(
        "the time that a figure covers; where no source says it, the latest that it can be",
        "2025-05",
        "2025-H1",
        "2025-01/2025-05",
        "../2025-10-24",
    )
    reporter: Id | None = optional("who counted, where it is not the series' reporter")
    category: Text | None = optional("what was counted", "carts with a load")
    basis: Text | None = optional("how it was measured", "year on year, in value")
    flow: Text | None = optional("the direction of a trade", "exports", "imports")
    inferred: Reasons = optional(
        "why a key says more than its quotations, by key; a text alone is for `value`", default={}
    )
    superseded: Because | None = optional(
        "what took its place: `{by, on}`",
        {"by": "carts.points.2031-02", "on": "2031-04-10"},
        bad=NO_REASON,
    )
    retracted: Because | None = optional(
        "withdrawn by whoever said it: `{why, on}`",
        {"why": "the office took it back", "on": "2031-06-20"},
        bad=NO_REASON,
    )


class Position(Content):
    """One of several answers to the same question."""

    USUAL = ("by", "says", "witnesses")
    ALSO = ("value", "words", "rejected")

    witnesses: Witnesses = optional(
        "the quotations that support this answer", ["courier-0310#met"], default=()
    )
    rejected: Because | None = optional(
        "why it is a slip or mistranslation: `{why, on}`",
        {"why": "a misprint, the table has 1240", "on": "2031-05-01"},
        bad=NO_REASON,
    )


class Statement(Content):
    """A value with the quotations that it rests on."""

    PROSE: ClassVar[tuple[str, ...]] = ("sentence",)
    SHOWS = {"compare": ("statement",)}
    KEYS_REFER = {"silent": ("party",)}
    ASKED: ClassVar[tuple[str, ...]] = ("witnesses",)
    USUAL: ClassVar[tuple[str, ...]] = ("value",)
    ALSO: ClassVar[tuple[str, ...]] = (
        *("label", "unit", "words", "says", "by", "period", "basis", "category"),
        *("inferred", "compute", "recompute"),
    )

    witnesses: Witnesses = optional(
        "the quotations that it rests on, each as `source#quotation`; a source without a "
        "quotation is listed and counts for nothing",
        ["courier-0310#met"],
        default=(),
    )
    positions: dict[Id, Position] = optional(
        "in place of a value: two or more answers that do not agree",
        {
            "promised": {
                "by": "norland",
                "words": "will mend it",
                "witnesses": ["office-0312#hold"],
            },
            "nothing": {
                "by": "sudland",
                "words": "promised nothing",
                "witnesses": ["post-0602#none"],
            },
        },
        default={},
        bad={"norland": "write a key for each answer, and below it the answer"},
    )
    compute: FormulaField | None = optional("a formula that gives the value")
    recompute: FormulaField | None = optional("a formula that the stated value is checked against")
    silent: dict[Id, Silent] = optional(
        "parties that do not speak of it",
        {"sudland": {"text": "notice", "witnesses": ["office-0312#met"]}},
        default={},
        bad={"sudland": "the party is a key, with `text` and `witnesses` below it"},
    )
    reading: Reading | None = optional(
        "our note on how we read the sources: `{text, on}`",
        {"text": "Both counts leave out carts that turned back.", "on": "2031-06-24"},
        bad=NO_DAY,
    )
    lowered: Lowered | None = optional(
        "a weaker status: `{to, why, on}`",
        {"to": "claimed", "why": "both papers have it from the office", "on": "2031-06-24"},
        bad=NO_REASON,
    )
    sentence: Text | None = optional(
        "what happened, in one whole sentence without its day; a template",
        "Norland stopped taking the toll until the talks are over.",
    )
    then: Consequence | None = optional(
        "what follows where it ends, and under which condition",
        {"if": "nothing is decided", "says": "carts pay the old toll again"},
        bad={"carts pay the old toll again": "write a map: `if` or `unless`, and `says`"},
    )
    background: Flag = optional("`yes` to show it on any day, with its date", default=False)
    compare: StatementIds = optional(
        "statements to read with it",
        "carts.points.2031-02",
        ["carts.points.2031-02", "carts.points.2031-02-yoy"],
        default=(),
    )
    see: StatementIds = optional("other ids that belong to it", default=())
    nature: Literal["fact", "judgement", "forecast", "plan", "order"] | None = optional(
        "what sort it is; a `plan` was only announced, and an `order` takes effect by itself",
        bad={"opinion": "the word is `judgement`"},
    )

    @model_validator(mode="after")
    def _stands_alone(self) -> Statement:
        if self.compute and (self.value or self.words or self.says or self.positions):
            help = "remove one of the two, or write `recompute`, which only checks"
            raise unfit("a statement with `compute` has a value of its own", help)
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
        positions = self.positions.values()
        return (*self.witnesses, *(witness for one in positions for witness in one.witnesses))


class Dated(Statement):
    """A statement with a date, as far as it is known."""

    ALSO = ("label", "inferred")

    value: ValueField | None = optional(
        "the date, as far as it is known",
        "2025-06-10",
        "2025-06",
        "2025-06-10T09:30+08:00",
        bad=dict(DATE_SHAPE.bad),
    )


class Act(Statement):
    """A statement that does something to an agreement, a measure, a part or a term."""

    USUAL = ("does", "target", "from")
    ALSO = (
        *("party", "until", "through", "for", "renews", "says", "value", "unit", "label"),
        "inferred",
    )


class Attending(Statement):
    """Whether a person took part."""

    USUAL = ("person", "attendance")
    ALSO = ("label", "inferred")


class Part(Statement):
    """A part of a measure that can be acted upon on its own."""

    USUAL = ("label", "words")
    ALSO: ClassVar[tuple[str, ...]] = ("value", "unit", "covers", "in-force", "inferred")

    covers: Ids = optional("the materials that it is about", default=())
    in_force: Dated | None = dated(
        "a statement with its first day in force, where that is not the measure's",
        "2031-05-01",
        "office-0312#carts",
    )

    REFERS = {**Content.REFERS, "covers": ("material",)}


class Stepped(Part):
    """A part of a measure, and the steps in which its rate rose or fell."""

    ALSO: ClassVar[tuple[str, ...]] = (*Part.ALSO, "steps")

    steps: dict[Id, Part] = by_key(
        "its rates one after another, each with its first day; on a day the last one that has "
        "begun holds, and all end with the part",
        {
            "two": {"value": "2", "unit": "pence", "from": "2031-04-01"},
            "five": {"value": "5", "unit": "pence", "from": "2031-05-01"},
        },
    )
