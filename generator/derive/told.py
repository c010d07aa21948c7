"""The briefing as it is called on a day: no heading of it names what is still to come.

Refuses to read meaning: a clause goes for a date in it that lies ahead, and for nothing else.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from generator.derive.mentions import Mention, mentions
from generator.model.briefing import Briefing
from generator.model.chart import Chart
from generator.model.comparison import Comparison
from generator.model.dates import parse_date
from generator.model.record import Record

CLAUSE = re.compile(r"(?<=[.;:]) ")


def as_told(briefing: Briefing, day: date) -> Briefing:
    """The briefing with its subject, and with the subtitles of its charts, as of an earlier day."""
    if day >= briefing.edition.as_of.last:
        # What lies ahead of the edition itself was written with that in mind.
        return briefing
    subject = told(briefing.edition.subject, day)
    titled = {record.id: retold(record, day) for record in briefing.records.values()}
    changed = {id_: one for id_, one in titled.items() if one is not briefing.records[id_]}
    if subject == briefing.edition.subject and not changed:
        return briefing
    edition = briefing.edition.model_copy(update={"subject": subject or briefing.edition.title})
    return replace(briefing, edition=edition, records={**briefing.records, **changed})


def retold(record: Record, day: date) -> Record:
    """A chart or comparison with its subtitle as of a day; any other record as it is."""
    if not isinstance(record.data, Chart | Comparison):
        return record
    subtitle = told(record.data.subtitle, day)
    if subtitle == record.data.subtitle:
        return record
    return replace(record, data=record.data.model_copy(update={"subtitle": subtitle}))


def told(text: str, day: date) -> str:
    """A text without its clauses that name a time after a day."""
    clauses = CLAUSE.split(text)
    left = [part for part in clauses if not any(is_ahead(one, day) for one in mentions(part))]
    return text if left == clauses else " ".join(left).rstrip(";:")


def is_ahead(mention: Mention, day: date) -> bool:
    """Whether a date with its year lies after a day as a whole."""
    return mention.year is not None and parse_date(mention.iso).first > day
