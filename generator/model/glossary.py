"""A term of the subject, with its foreign forms."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from generator.model.fields import Name
from generator.model.record import OpenRecordModel
from generator.model.slips import WORDS_ALONE
from generator.model.statement import Statement


class Definition(Statement):
    """What a term means."""

    USUAL: ClassVar[tuple[str, ...]] = ("words",)
    ALSO: ClassVar[tuple[str, ...]] = ("says", "by")


class GlossaryTerm(OpenRecordModel):
    """A term; its definition is a statement where a source has it, else a `reading` of ours."""

    term: Name = Field(
        description="the term by language",
        examples=["right of way", {"en": "right of way", "fr": "priorité", "seen": "courier-0310"}],
    )
    definition: Definition | None = Field(
        None,
        description="a statement with what it means; where no source says it, write a `reading`",
        examples=[{"says": "a way that all may use", "witnesses": ["office-0312#way"]}],
        json_schema_extra=WORDS_ALONE,
    )
