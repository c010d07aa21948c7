"""When a source was published, and whether that can be right.

Judges nothing; what rests on a day that is told to be wrong is not held against it.
"""

from __future__ import annotations

from datetime import timedelta

from generator.derive.address import day_in
from generator.model.dates import PartialDate, parse_date
from generator.model.record import Record
from generator.model.source import Source

# A page may go online some days before it is dated, or after.
NEAR = timedelta(days=3)
PUBLISHED = ("published",)


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
    named = day_in(source.url or "")
    return named if named and not is_near(source.published, parse_date(named)) else ""


def is_near(written: PartialDate, named: PartialDate) -> bool:
    """Whether two dates can mean the same day, or some days apart."""
    if written.is_unknown:
        return True
    # What is not later than a day has no first one.
    return written.first <= named.last + NEAR and named.first - NEAR <= written.last
