"""What the subject is made of and how it is called: materials and terms of the glossary."""

from __future__ import annotations

from generator.model.fields import Name, Text
from generator.model.keys import optional, required
from generator.model.record import Named, OpenRecordModel
from generator.model.statement import Statement


class Material(Named):
    """What is mined, made, controlled or traded."""

    DESCRIBES = True
    GOOD = {"name": ("Oak", {"en": "Oak", "fr": "Chêne", "seen": "courier-0310"})}

    symbol: Text | None = optional("of an element", "Fe")


class Definition(Statement):
    """What a term means."""

    USUAL = ("words",)
    ALSO = ("says", "by")


class GlossaryTerm(OpenRecordModel):
    """A term; its definition is a statement where a source has it, else a `reading` of ours."""

    DESCRIBES = True

    term: Name = required(
        "the term by language",
        "right of way",
        {"en": "right of way", "fr": "priorité", "seen": "courier-0310"},
    )
    definition: Definition | None = optional(
        "a statement with what it means; where no source says it, write a `reading`",
        {"says": "a way that all may use", "witnesses": ["office-0312#way"]},
        bad={"a way that all may use": "a statement is due: the words in `says`, and `witnesses`"},
    )
