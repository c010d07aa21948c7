"""`witness-before-fact`: nobody reports what has not happened yet; plans and forecasts may.

Acts, and what a measure, agreement or licence sets for a later day, are plans until then.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from generator.derive import Dossier
from generator.diagnostics import Diagnostic, Label
from generator.link import Briefing
from generator.model.agreement import Agreement
from generator.model.dates import PartialDate, in_words, leading_period, on_day
from generator.model.measure import Measure
from generator.model.person import Office
from generator.model.record import Record
from generator.model.round import Round
from generator.model.series import Point
from generator.model.source import Source
from generator.model.statement import Position
from generator.rules.months import Months, of_key
from generator.rules.publication import is_doubtful
from generator.rules.reckoning_differs import misreckoned
from generator.rules.said import Quoted, Said, parts, said
from generator.rules.wanted import is_misprinted
from generator.source import Span

OR_A_PLAN = "or it tells of a plan: `attendance: expected`, an act, `nature: forecast`"
PLANNED = {"in-force", "expires"}
# Keys whose days are those of words: who tells of them does so afterwards.
WORDS = (("said",), ("issued",))
HELD = (("date",), ("last-day",))
# How a label says that it is the day of words.
OF_WORDS = re.compile(
    r"(?:Day|Date) (?:on which|that|when)\b.*\b"
    r"(?:said|told|spoke|wrote|posted|issued|announced|signed|made known)\b",
    re.IGNORECASE,
)
# Keys by which something may be a plan, or none of ours.
PLANS = ("does", "nature", "attendance", "rejected")
# The key of a figure of one month, or of its change.
WHOLE = re.compile(r"\d{4}-\d{2}(?:-(?:yoy|mom))?")
Dated = tuple[PartialDate, Span]


@dataclass(frozen=True)
class Early:
    """A quotation that was published before what it reports, with the place of that date."""

    quoted: Quoted
    happened: Dated

    @property
    def dates(self) -> tuple[Span, Span]:
        """The places of the two dates of which one is wrong."""
        return self.quoted.source.places.value(("published",)), self.happened[1]


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Every counted witness published wholly before what it reports.

    A date that is wrong makes many witnesses early: what shares one is told together.
    """
    left = list(_all(dossier.briefing.as_read))
    told = {one.happened[1] for one in left}
    yield from (one for one in before_all(dossier.briefing.as_read) if one.span not in told)
    while left:
        shared = Counter(date for one in left for date in one.dates)
        # The first of the most shared: the publication's, where both are.
        date = max(shared, key=lambda span: shared[span])
        found = [one for one in left if date in one.dates]
        left = [one for one in left if date not in one.dates]
        yield early(*found) if len(found) == 1 else all_early(found, date)


def told_dates(briefing: Briefing) -> set[Span]:
    """The places of the dates that are told as later than what reports them."""
    return {one.happened[1] for one in _all(briefing)}


def told_sources(briefing: Briefing) -> set[str]:
    """The sources that are told as published before what they report."""
    return {one.quoted.source.id for one in _all(briefing)}


def _all(briefing: Briefing) -> Iterator[Early]:
    for part in said(briefing):
        happened = _happened(part)
        if happened and not is_told(part):
            for quoted in part.quoted:
                if counts(quoted) and is_early(quoted.published, happened[0]):
                    yield Early(quoted, happened)


def is_told(part: Said) -> bool:
    """Whether a day is told at itself: no quotation of it has it, or its reason has another."""
    return is_misprinted(part, "value", "from") or any(misreckoned(part))


def is_early(published: PartialDate, period: PartialDate) -> bool:
    """Whether something is reported before it is there: a figure of months before they are over."""
    return published.last < (period.last if isinstance(period, Months) else period.first)


def due(part: Said, key: str) -> PartialDate | None:
    """The time that the figure of a key is of: of a month of trade as of several months.

    Nobody has it before the month is over; a price may be that of any day of it, and what has a
    basis or a label of its own that of some days.
    """
    found, record = of_key(key) or leading_period(key), part.located.record
    is_whole = not (part.content.basis or part.located.statement.label)
    if found and is_whole and WHOLE.fullmatch(key) and getattr(record.data, "flow", None):
        return Months(in_words(found), found.first, found.last)
    return found


def before_all(briefing: Briefing) -> Iterator[Diagnostic]:
    """Days of words, of talks and of offices that are after all that is listed to tell of them.

    Where nothing is quoted, one of several sources may be listed for something else.
    """
    for part in said(briefing):
        key, day = past_day(part)
        if day is None or part.quoted or not part.is_whole:
            continue
        days = [day_of(briefing.records.get(id_)) for id_, _ in part.witnesses]
        if days and all(one and one.last < day.first for one in days):
            yield unreported(
                (day, part.span(key)), part, max(filter(None, days), key=lambda one: one.last)
            )


def past_day(part: Said) -> tuple[str, PartialDate | None]:
    """A day that nobody tells of before, by its key: of words, of talks, of an office."""
    if isinstance(part.located.statement, Office):
        return "from", part.content.from_
    is_held = isinstance(part.located.record.data, Round) and part.located.path in HELD
    day = part.content.value.date if part.content.value else None
    return "value", day if is_held or is_of_words(part) else None


def is_of_words(part: Said) -> bool:
    """Whether something is the day of words, by its key or by its label."""
    is_named = OF_WORDS.match(part.located.statement.label or "") is not None
    return part.located.path[-1:] in WORDS or is_named


def day_of(source: Record | None) -> PartialDate | None:
    """When a source was published that counts; None where that is not known for sure."""
    if source is None or not isinstance(source.data, Source) or is_doubtful(source):
        return None
    return source.data.published if source.data.counts else None


def unreported(late: Dated, part: Said, latest: PartialDate) -> Diagnostic:
    """A day that no source can tell of, with that of the latest of them."""
    day, span = late
    return Diagnostic(
        code="witness-before-fact",
        message=f"{in_words(day)} is after all that is listed to tell of it, the latest of "
        f"{in_words(latest)}",
        span=span,
        labels=(Label(part.span("witnesses"), "listed here"),),
        help="one of the dates is wrong, or a later source is missing",
    )


def counts(quoted: Quoted) -> bool:
    """Whether a publication counts as a witness, as far as it can be read."""
    return quoted.publication.counts and not quoted.source.may_have(("counts",))


def _happened(part: Said) -> Dated | None:
    """The first day on which it can have happened, with its place; None for plans."""
    content, statement = part.content, part.located.statement
    rejected = isinstance(content, Position) and content.rejected
    is_plan = content.does or statement.nature == "forecast" or any(map(part.may_have, PLANS))
    if is_plan or rejected:
        return None
    if isinstance(part.located.record.data, Round) and content.attendance in {"present", "absent"}:
        return _round_date(part)
    if isinstance(statement, Office):
        return (content.from_, part.span("from")) if content.from_ else None
    return _period(part) or _date(part)


def _round_date(part: Said) -> Dated | None:
    held = part.briefing.statements.get(f"{part.located.record.id}.date")
    value = held.statement.value if held else None
    if not held or not value or not value.date:
        return None
    # A day that its own quotations do not print is told at it.
    is_wrong = any(map(is_told, parts(part.briefing, held)))
    return None if is_wrong else (value.date, held.span("value"))


def _period(part: Said) -> Dated | None:
    """The time that a figure covers: stated, or in the key of a series' point."""
    content, key = part.content, part.located.key
    if content.period:
        return content.period, part.span("period")
    if isinstance(part.located.statement, Point) and content.value:
        period = due(part, key)
        return (period, part.located.key_span()) if period else None
    return None


def _date(part: Said) -> Dated | None:
    date = part.content.value.date if part.content.value else None
    key = part.located.key
    sets = isinstance(part.located.record.data, Measure | Agreement) and key != "announced"
    return (date, part.span("value")) if date and key not in PLANNED and not sets else None


def called(period: PartialDate) -> str:
    """A time in words, several months by those that name them."""
    return period.text if isinstance(period, Months) else in_words(period)


def early(found: Early) -> Diagnostic:
    """A witness that came too soon."""
    quoted, happened = found.quoted, found.happened
    return Diagnostic(
        code="witness-before-fact",
        message=f"`{quoted.witness}` was published {on_day(quoted.published)}, "
        f"before what it reports: {called(happened[0])}",
        span=quoted.span,
        labels=(
            Label(happened[1], "what it reports"),
            Label(quoted.source.places.value(("published",)), "published"),
        ),
        help=f"one of the dates is wrong, {OR_A_PLAN}",
    )


def all_early(found: list[Early], date: Span) -> Diagnostic:
    """A date that makes several witnesses come too soon: a publication's, or that of a fact."""
    quoted, happened = found[0].quoted, found[0].happened
    published, told = on_day(quoted.published), called(happened[0])
    is_publication = date == found[0].dates[0]
    days = {one.happened[1] for one in found}
    # All of them are too soon for one day, which may be the wrong one.
    shared = days if is_publication and len(days) == 1 else ()
    return Diagnostic(
        code="witness-before-fact",
        message=f"`{quoted.source.id}` was published {published}, before {len(found)} things "
        "that it reports"
        if is_publication
        else f"{told} is reported by {len(found)} witnesses that were published before",
        span=date,
        labels=tuple(
            Label(
                one.quoted.span,
                f"reports {called(one.happened[0])}"
                if is_publication
                else f"published {on_day(one.quoted.published)}",
            )
            for one in found
        )
        + tuple(Label(span, "what they report") for span in shared),
        help=f"this date is wrong, or the others are, {OR_A_PLAN}",
    )
