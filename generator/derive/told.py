"""The briefing as it is called on a day: no heading of it names what is still to come."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from generator.derive.mentions import mentions
from generator.model.briefing import Briefing
from generator.model.dates import parse_date

CLAUSE = re.compile(r"(?<=[.;:]) ")


def as_told(briefing: Briefing, day: date) -> Briefing:
    """The briefing with its subject, and with the subtitles of its charts, as of an earlier day."""
    if day >= briefing.edition.as_of.last:
        # What lies ahead of the edition itself was written with that in mind.
        return briefing
    edition, changed = briefing.edition, {}
    for record in briefing.records.values():
        written = getattr(record.data, "subtitle", "")
        if (subtitle := told(written, day)) != written:
            data = record.data.model_copy(update={"subtitle": subtitle})
            changed[record.id] = replace(record, data=data)
    subject = told(edition.subject, day)
    if subject == edition.subject and not changed:
        return briefing
    edition = edition.model_copy(update={"subject": subject or edition.title})
    return replace(briefing, edition=edition, records={**briefing.records, **changed})


def told(text: str, day: date) -> str:
    """A text without its clauses that name a time after a day."""
    clauses = CLAUSE.split(text)
    dates = {part: [parse_date(one.iso) for one in mentions(part) if one.year] for part in clauses}
    left = [part for part in clauses if not any(one.first > day for one in dates[part])]
    return text if left == clauses else " ".join(left).rstrip(";:")
