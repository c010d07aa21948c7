"""The edition: what the briefing is about, its day, and how far it reaches."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from generator.model.fields import DayField, Ids, Model, StatementId, Text


class Edition(Model):
    """`content/briefing.yaml`."""

    REFERS: ClassVar[dict[str, tuple[str, ...]]] = {"parties": ("party",)}

    title: Text
    subject: Text
    language: Text = "en"
    parties: Ids = Field(description="the sides, two or more")
    as_of: DayField = Field(description="the day of this edition")
    coverage_end: DayField = Field(description="nothing is known of what came later")


class Moved(Model):
    """An id once published: where it went, or why it is gone."""

    REFERS: ClassVar[dict[str, tuple[str, ...]]] = {"to": ("any",)}

    to: Text | None = None
    gone: Text | None = Field(None, description="why there is nothing to go to")


MovedIds = dict[StatementId, Moved]
