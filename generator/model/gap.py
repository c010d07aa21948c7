"""What was looked for and not found: known unknowns, said by us and by nobody else."""

from __future__ import annotations

from pydantic import Field

from generator.model.dates import PartialDate
from generator.model.fields import DayField, Name, Text
from generator.model.record import RecordModel


class Gap(RecordModel):
    """Something that was looked for and not found, with where it was looked for."""

    title: Name = Field(
        description="what was looked for, without an answer; `see` names what there is near it",
        examples=["The day on which the southern arch was built"],
        json_schema_extra={"bad": {"The arch is older than the mill": "it tells a value"}},
    )
    looked: Text = Field(
        description="where it was looked for, as a place",
        examples=["the tolls' register, and every number of the Courier of 2031"],
    )
    on: DayField = Field(description="the day up to which was looked, and from which it is told")

    @property
    def told_from(self) -> PartialDate:
        """Its own day: it rests on no witness."""
        return self.on
