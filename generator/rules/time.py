"""Events happen before they are reported, and within the time of the briefing."""

from collections import Counter
from collections.abc import Iterator

from generator.derive import Dossier
from generator.diagnostics import Diagnostic, Label
from generator.model.beside import Reading
from generator.model.briefing import Briefing, Located
from generator.model.chart import Point
from generator.model.dates import ONE_DAY, PartialDate, in_words, on_day
from generator.model.events import Agreement, Measure, Round
from generator.model.parties import Office
from generator.model.record import Path, Places, Record
from generator.model.source import Source
from generator.model.statement import Content, Position
from generator.rules.shared import (
    Quoted,
    QuotedStatement,
    labels,
    parts,
    quoted_statements,
    sources,
)
from generator.rules.sound import near
from generator.source import Span

Dated = tuple[PartialDate, Span]
PLANNED = {"in-force", "expires"}
# Statements of one record that follow each other in time.
FOLLOWING = (("date", "last-day"), ("granted", "expires"), ("granted", "reported"))
OR_A_PLAN = "or it reports a plan: `attendance: expected`, an act, `nature: plan`"


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
        left = [one for one in left if most not in _dates_of(*one)]
        first, *others = together
        yield early(*first, most if others else first[0].span, [one[0].span for one in others])


def _dates_of(quoted: Quoted, happened: Dated) -> tuple[Span, Span]:
    return quoted.source.places.value(("published",)), happened[1]


def happening(part: QuotedStatement) -> Dated | None:
    """The first day on which it can have happened, with its place; None for plans."""
    content, statement = part.content, part.located.statement
    is_aside = isinstance(content, Position) and content.rejected
    if content.does or statement.nature in {"forecast", "plan"} or is_aside:
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
def no_period(dossier: Dossier) -> Iterator[Diagnostic]:
    """Figures of a series that are of no named time; a series gets one message."""
    for record in dossier.briefing.of_kind("series"):
        found = [dossier.briefing.statements[id_] for id_ in record.statements]
        timeless = [one for one in found if isinstance(one.statement, Point) and not one.period]
        for first, *others in [timeless] if timeless else []:
            yield Diagnostic(
                "no-period",
                f"no period: neither `{first.key}` nor its series says what time it covers",
                first.key_span(),
                labels=labels("nor this figure", (one.key_span() for one in others)),
                help="write `period: 2025` (or `2025-05`, `2025-H1`, `2025-01/2025-05`) there, or "
                "`../2025-10-24`, the day of print, where no source says it",
            )


@near
def end_before_start(dossier: Dossier) -> Iterator[Diagnostic]:
    """Ends before their start, and sources read or retracted before they were published."""
    for record in dossier.briefing.records.values():
        for what, (start, there), (end, here) in in_order(dossier.briefing, record):
            if end.last < start.first:
                yield Diagnostic(
                    "end-before-start",
                    f"{in_words(end)} is before the {what}, {in_words(start)}",
                    here,
                    labels=(Label(there, in_words(start)),),
                    help="one of the two dates is wrong",
                )


def in_order(briefing: Briefing, record: Record) -> Iterator[tuple[str, Dated, Dated]]:
    """The days of a record that follow each other, in pairs, with what the first of them is."""
    place = record.places.value
    for path, one in _contents_of(record):
        for key, end in (("until", one.until), ("through", one.through)):
            if one.from_ and end:
                start = one.from_, place((*path, "from"))
                yield "start", start, (end, place((*path, key)))
    for pair in FOLLOWING:
        first, last = (_date_of(briefing.statements.get(f"{record.id}.{key}")) for key in pair)
        if first and last:
            yield "start", first, last
    source = record.data
    if isinstance(source, Source) and not source.published.is_unknown:
        days: list[tuple[Path, PartialDate]] = [(("retrieved",), source.retrieved)]
        days += [(("retracted", "on"), source.retracted.on)] if source.retracted else []
        for path, day in days:
            published = source.published, place(("published",))
            yield "publication", published, (day, place(path))


def _contents_of(record: Record) -> Iterator[tuple[Path, Content]]:
    return ((path, model) for path, model in record.models if isinstance(model, Content))


@near
def duration_differs(dossier: Dossier) -> Iterator[Diagnostic]:
    """Ends that are not what the start and the duration beside them give."""
    for record in dossier.briefing.records.values():
        for path, one in _contents_of(record):
            if not (one.from_ and one.for_ and one.from_.is_day):
                continue
            due = one.for_.after(one.from_.first)
            for key, end, day in (
                ("until", one.until, due),
                ("through", one.through, due - ONE_DAY),
            ):
                if end and not end.first <= day <= end.last:
                    given = f"{one.for_.text} from {in_words(one.from_)} give `{key}: {day}`"
                    yield Diagnostic(
                        "duration-differs",
                        f"{given}, not `{end.text}`",
                        record.places.value((*path, key)),
                        labels=(Label(record.places.value((*path, "for")), given),),
                        help="`until` is the first day on which it no longer applies, `through` "
                        "the last on which it does",
                    )


@near
def raised_later(dossier: Dossier) -> Iterator[Diagnostic]:
    """Disputes that nobody is said to raise any more, and somebody did; and what is no dispute."""
    for record in dossier.briefing.records.values():
        for path, one in record.models:
            if isinstance(one, Reading) and one.last_raised:
                id_ = ".".join((record.id, *map(str, path[:-1])))
                span = record.places.value((*path, "last-raised"))
                found = dossier.briefing.statements.get(id_)
                yield from _raised(dossier.briefing, found, one.last_raised, span)


def _raised(
    briefing: Briefing, dispute: Located | None, last: PartialDate, span: Span
) -> Iterator[Diagnostic]:
    if dispute is None or not dispute.statement.positions:
        help = "take it out: it belongs into the `reading` of a statement with `positions`"
        yield Diagnostic("raised-later", "nothing is disputed here", span, help=help)
        return
    for one in (quoted for part in parts(briefing, dispute) for quoted in part.quoted):
        if one.publication.counts and one.published.first > last.last:
            yield Diagnostic(
                "raised-later",
                f"`{one.witness}` was published {on_day(one.published)}, after {in_words(last)}",
                span,
                labels=(Label(one.span, "it answers the question"),),
                help="write the month or day in which the question was raised last, or take it out",
            )
