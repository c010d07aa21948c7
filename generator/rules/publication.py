"""When a source was published, and whether that can be right.

Judges nothing; what rests on a day that is told to be wrong is not held against it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import timedelta

from generator.derive.address import date_in, day_in
from generator.link import Briefing, witness_parts
from generator.model.dates import PartialDate, parse_date
from generator.model.record import Record
from generator.model.source import Source
from generator.source import Span

# A page may go online some days before it is dated, or after.
NEAR = timedelta(days=3)
PUBLISHED = ("published",)
# A day, and how much of it is the year.
WHOLE = re.compile(r"\d{4}-\d\d-\d\d")
YEAR = 4


def is_doubtful(record: Record) -> bool:
    """Whether the day of publication of a source is not known, or told to be wrong."""
    assert isinstance(record.data, Source)
    return record.may_have(PUBLISHED) or is_unread(record.data) or bool(other_day(record.data))


def is_unread(source: Source) -> bool:
    """True for a source that was retrieved before there was anything to retrieve."""
    published = source.published
    return not published.is_unknown and source.retrieved.last < published.first


def other_day(source: Source) -> str:
    """The day in the address where it is far from that of publication; empty where none is."""
    named = day_in(source.url or "") or other_year(source)
    return named if named and not is_near(source.published, parse_date(named)) else ""


def other_year(source: Source) -> str:
    """A day in the name of a page that is that of publication, but for the year."""
    named, written = date_in(source.url or ""), source.published.text
    return named if WHOLE.fullmatch(written) and named[YEAR:] == written[YEAR:] else ""


def is_near(written: PartialDate, named: PartialDate) -> bool:
    """Whether two dates can mean the same day, or some days apart."""
    if written.is_unknown:
        return True
    # What is not later than a day has no first one.
    return written.first <= named.last + NEAR and named.first - NEAR <= written.last


def dated_sources(briefing: Briefing, witnesses: Iterable[str]) -> tuple[Record, ...]:
    """The sources of witnesses; none where one is not known, or its day may be told as wrong."""
    ids = dict.fromkeys(witness_parts(one)[0] for one in witnesses)
    found = [briefing.records.get(id_) for id_ in ids]
    known = [one for one in found if one and is_sure(briefing, one)]
    return tuple(known) if len(known) == len(found) else ()


def is_sure(briefing: Briefing, record: Record) -> bool:
    """Whether a record is a source of whose day nothing is told, nor that it is too late."""
    if not isinstance(record.data, Source) or is_doubtful(record):
        return False
    published, edition = record.data.published, briefing.edition.as_of
    return published.is_unknown or published.last <= edition.last


def published_of(record: Record) -> PartialDate:
    """When a source was published."""
    assert isinstance(record.data, Source)
    return record.data.published


def published_at(record: Record) -> Span:
    """The place of the day on which a source was published."""
    return record.places.value(PUBLISHED)
