"""Events happen before they are reported, and within the time of the briefing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from generator.derive import Dossier
from generator.derive.mentions import Mention, mentions, numerals
from generator.diagnostics import Diagnostic, Label
from generator.model.briefing import Located
from generator.model.chart import Point
from generator.model.dates import PartialDate, in_words, on_day
from generator.model.events import Agreement, Measure, Round
from generator.model.parties import Office
from generator.model.record import Path, Places
from generator.model.statement import Position
from generator.rules.shared import Quoted, QuotedStatement, labels, quoted_statements, sources
from generator.rules.sound import near
from generator.source import Span

Dated = tuple[PartialDate, Span]
PLANNED = {"in-force", "expires"}
OR_A_PLAN = "or it tells of a plan: `attendance: expected`, an act, `nature: forecast`"
# What stands between a number and its month: a unit of a few words.
LEADS = re.compile(r"[^\d.,;:()–—]{0,40}?\b(?:in|for|during)\s", re.IGNORECASE)


@near
def witness_before_fact(dossier: Dossier) -> Iterator[Diagnostic]:
    """Every counted witness published wholly before what it reports.

    A wrong date makes many witnesses early: those that share a date get one message.
    """
    left = [
        (quoted, happened)
        for part in quoted_statements(dossier.briefing)
        for quoted in part.quoted
        if quoted.publication.counts and (happened := happening(part))
        if quoted.published.last < happened[0].first
    ]
    while left:
        shared = Counter(span for one in left for span in _dates_of(*one))
        most = max(shared, key=lambda span: shared[span])
        together = [one for one in left if most in _dates_of(*one)]
        left = [one for one in left if one not in together]
        first, *others = together
        yield early(*first, most if others else first[0].span, [one[0].span for one in others])


def _dates_of(quoted: Quoted, happened: Dated) -> tuple[Span, Span]:
    return quoted.source.places.value(("published",)), happened[1]


def happening(part: QuotedStatement) -> Dated | None:
    """The first day on which it can have happened, with its place; None for plans."""
    content, statement = part.content, part.located.statement
    is_aside = isinstance(content, Position) and content.rejected
    if content.does or statement.nature == "forecast" or is_aside:
        return None
    data, key = part.located.record.data, part.located.key
    if isinstance(data, Round) and content.attendance in {"present", "absent"}:
        return _date_of(part.briefing.statements.get(f"{part.located.record.id}.date"))
    if isinstance(statement, Office):
        return (content.from_, part.span("from")) if content.from_ else None
    if content.period or isinstance(statement, Point):
        return covered(part) if content.value else None
    # What a measure or agreement sets for a later day is a plan until then.
    sets = isinstance(data, Measure | Agreement) and key != "announced"
    return None if sets or key in PLANNED else _date_of(part)


def covered(part: QuotedStatement) -> Dated | None:
    """The time that a figure covers, with its place."""
    period = part.content.period or part.located.period
    if not period:
        return None
    if period.is_row:
        # Nobody has the figure of several months before they are over.
        period = PartialDate(period.text, period.last, period.last)
    return period, part.span("period") if part.content.period else part.located.key_span()


def _date_of(found: Located | QuotedStatement | None) -> Dated | None:
    content = found.content if isinstance(found, QuotedStatement) else found and found.statement
    date = content.value.date if content and content.value else None
    return (date, found.span("value")) if found and date else None


def early(quoted: Quoted, happened: Dated, span: Span, others: list[Span]) -> Diagnostic:
    """A witness that came too soon, or several, at the date that most of them share."""
    places = zip(_dates_of(quoted, happened), ("published", "what it reports"), strict=True)
    more = f", and {len(others)} more such" if others else ""
    of_dates = (Label(place, what) for place, what in places if place != span)
    return Diagnostic(
        "witness-before-fact",
        f"`{quoted.witness}` was published {on_day(quoted.published)}, before what it reports: "
        f"{in_words(happened[0])}{more}",
        span,
        labels=(*of_dates, *labels("reported too early", others)),
        help=f"one of the dates is wrong, {OR_A_PLAN}",
    )


def after_edition(dossier: Dossier) -> Iterator[Diagnostic]:
    """Sources, editions and a coverage later than the edition, in which no reader sees them."""
    briefing = dossier.briefing
    edition, covered = briefing.edition.as_of, briefing.edition.coverage_end
    label = Label(briefing.edition_places.value(("as_of",)), "the day of the edition")
    days: list[tuple[str, PartialDate, Places, Path]] = [
        (f"the publication of `{one.id}`", data.published, one.places, ("published",))
        for one, data in sources(briefing)
        if data.keys and not data.published.is_unknown
    ]
    if placed := briefing.editions_places:
        every = briefing.editions.items()
        days += [(f"the edition `{id_}`", one.as_of, placed, (id_, "as_of")) for id_, one in every]
    days.append(("the coverage", covered, briefing.edition_places, ("coverage_end",)))
    for what, day, places, path in days:
        if day.last > edition.last:
            yield Diagnostic(
                "after-edition",
                f"{what}, {in_words(day)}, is after the day of the edition",
                places.value(path),
                labels=(label,),
                help="correct the day, or write a later `as_of` in content/briefing.yaml: until "
                "then readers do not see it",
            )


@near
def other_month(dossier: Dossier) -> Iterator[Diagnostic]:
    """Figures that every quotation which prints them has for another month than their key."""
    for part in quoted_statements(dossier.briefing):
        is_figure = isinstance(part.located.statement, Point)
        month = part.located.period if is_figure else None
        if not month or month.is_day or month.first.replace(day=1) != month.last.replace(day=1):
            continue
        found = list(months_printed(part))
        years = {None, month.first.year}
        own = [one for _, one, _ in found if one.month == month.first.month and one.year in years]
        if found and not own:
            quoted, one, text = found[0]
            yield Diagnostic(
                "other-month",
                f"`{part.located.key}`, and the quotation `{quoted.witness}` has the "
                f"number for {text[one.start : one.end]}",
                part.located.key_span(),
                labels=(quoted.label,),
                help="correct the key, or take the number that the quotation has for its month",
            )


@near
def no_period(dossier: Dossier) -> Iterator[Diagnostic]:
    """Figures of a series that are of no named time; a series gets one message."""
    for record in dossier.briefing.of_kind("series"):
        found = [dossier.briefing.statements[id_] for id_ in record.statements]
        timeless = [one for one in found if isinstance(one.statement, Point) and not one.period]
        for first, *others in [timeless] if timeless else []:
            yield Diagnostic(
                "no-period",
                f"no period: neither `{first.key}` nor its series says which time it is of",
                first.key_span(),
                labels=labels("nor this figure", (one.key_span() for one in others)),
                help="write `period: 2025` (or `2025-05`, `2025-H1`, `2025-01/2025-05`) there, or "
                "`../2025-10-24`, the day of print, where no source tells it",
            )


def months_printed(part: QuotedStatement) -> Iterator[tuple[Quoted, Mention, str]]:
    """The months that quotations set behind the number of a part."""
    number = part.content.value.number if part.content.value else None
    for quoted, text in part.texts if number is not None else ():
        dates = {one.start: one for one in mentions(text) if one.month}
        for numeral in numerals(text):
            led = LEADS.match(text, numeral.end)
            if number is not None and numeral.says(number) and led and led.end() in dates:
                yield quoted, dates[led.end()], text
