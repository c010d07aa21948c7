"""What was looked for and not found: known unknowns, said by us and by nobody else."""

from __future__ import annotations

from generator.model.dates import PartialDate
from generator.model.fields import DayField, Name, Text
from generator.model.keys import required
from generator.model.record import RecordModel


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

    @property
    def told_from(self) -> PartialDate:
        """Its own day: it rests on no witness."""
        return self.on
