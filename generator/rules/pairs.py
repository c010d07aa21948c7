"""Two places of one record that should agree: one table, and one loop that reads it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from functools import partial

from generator.derive import Dossier
from generator.derive.actors import parties_of
from generator.derive.mentions import day_in
from generator.diagnostics import Diagnostic, Label
from generator.model.briefing import Briefing
from generator.model.dates import ONE_DAY, PartialDate, in_words, parse_date
from generator.model.events import Measure, Round
from generator.model.record import Path, Record
from generator.model.source import Source
from generator.model.statement import Content
from generator.rules.shared import meet, period_in
from generator.rules.sound import Rule, near
from generator.source import Span

Dated = tuple[Path, PartialDate]
FEW_DAYS = timedelta(days=3)
# Statements of one record that follow each other in time.
IN_ORDER = (("date", "last-day"), ("granted", "expires"), ("granted", "reported"))
# What is called by its day, and the keys of days that it may be called by.
DAYS = ("date", "last-day", "announced", "granted", "reported", "issued", "in-force")
DATES = "one of the two dates is wrong"
ONE_OF_TWO = "correct the one that is wrong"


@dataclass(frozen=True)
class Two:
    """Two places that do not agree, and what stands there in words."""

    here: Span
    there: Span
    one: str
    other: str


@dataclass(frozen=True)
class Row:
    """Two places that should agree: the code, the kind of record, and what to say."""

    code: str
    kind: str
    find: Callable[[Briefing, Record], Iterator[Two]]
    message: str
    help: str


def of_row(dossier: Dossier, row: Row) -> Iterator[Diagnostic]:
    """All places that do not agree, by one row."""
    for record in dossier.briefing.records.values():
        for two in row.find(dossier.briefing, record) if row.kind in {"", record.kind} else ():
            yield Diagnostic(
                row.code,
                row.message.format(one=two.one, other=two.other),
                two.here,
                labels=(Label(two.there, two.other),),
                help=row.help.format(one=two.one, other=two.other),
            )


def _contents(record: Record) -> Iterator[tuple[Path, Content]]:
    for path, model in record.models:
        if isinstance(model, Content):
            yield path, model


def _date_of(record: Record, key: str) -> PartialDate | None:
    found = record.statements.get(f"{record.id}.{key}")
    value = found[1].value if found else None
    return value.date if value else None


def at(record: Record, paths: tuple[Path, Path], one: str, other: str) -> Two:
    """The values at two paths of a record."""
    return Two(record.places.value(paths[0]), record.places.value(paths[1]), one, other)


def _two_days(
    record: Record, start: tuple[Path, PartialDate], end: tuple[Path, PartialDate]
) -> Two:
    return at(record, (end[0], start[0]), in_words(end[1]), in_words(start[1]))


def backwards(_: Briefing, record: Record) -> Iterator[Two]:
    """Ends before their start, within a statement and between the statements of a record."""
    for path, one in _contents(record):
        for key, end in (("until", one.until), ("through", one.through)):
            if one.from_ and end and end.last < one.from_.first:
                yield _two_days(record, ((*path, "from"), one.from_), ((*path, key), end))
    for first, last in IN_ORDER:
        start, end = _date_of(record, first), _date_of(record, last)
        if start and end and end.last < start.first:
            yield _two_days(record, ((first, "value"), start), ((last, "value"), end))


def unpublished(_: Briefing, record: Record) -> Iterator[Two]:
    """Sources that were read or retracted before they were published."""
    assert isinstance(record.data, Source)
    published, retracted = record.data.published, record.data.retracted
    days: list[Dated] = [(("retrieved",), record.data.retrieved)]
    days += [(("retracted", "on"), retracted.on)] if retracted else []
    for path, day in days:
        if not published.is_unknown and day.last < published.first:
            yield _two_days(record, (("published",), published), (path, day))


def miscounted(_: Briefing, record: Record) -> Iterator[Two]:
    """Ends that are not the start and the duration beside them."""
    for path, one in _contents(record):
        if not (one.from_ and one.for_ and one.from_.is_day):
            continue
        due = one.for_.after(one.from_.first)
        for key, end, day in (("until", one.until, due), ("through", one.through, due - ONE_DAY)):
            if end and not end.first <= day <= end.last:
                from_it = f"{one.for_.text} from {in_words(one.from_)} give `{key}: {day}`"
                yield at(record, ((*path, key), (*path, "for")), end.text, from_it)


def addressed(_: Briefing, record: Record) -> Iterator[Two]:
    """Sources of another day than the folders of their address name."""
    assert isinstance(record.data, Source)
    published, found = record.data.published, day_in(record.data.url or "")
    if found and not published.is_unknown:
        named = parse_date(found)
        if published.first > named.last + FEW_DAYS or published.last < named.first - FEW_DAYS:
            yield at(record, (("published",), ("url",)), published.text, found)


def shown(several: frozenset[str]) -> str:
    """Some ids in a message."""
    return ", ".join(f"`{one}`" for one in sorted(several))


def delegates(briefing: Briefing, record: Record) -> Iterator[Two]:
    """Persons of one side among the delegates or at the head of another."""
    assert isinstance(record.data, Round)
    placed: list[tuple[str, Path, str | None]] = [
        (party, ("delegations", party, key, "person"), one.person)
        for party, delegation in record.data.delegations.items()
        for key, one in delegation.items()
    ]
    away = {id_ for party, _, id_ in placed if id_ and party not in parties_of(briefing, id_)}
    placed += [
        (party, ("leads", party, "people", at), id_)
        for party, lead in record.data.leads.items()
        for at, id_ in enumerate(lead.people)
        if id_ not in away
    ]
    for party, path, id_ in placed:
        own = parties_of(briefing, id_ or "")
        if id_ and own and party not in own:
            there = briefing.records[id_].places.value(("party",))
            name = briefing.name(id_)
            yield Two(record.places.value(path), there, party, f"{name} acts for {shown(own)}")


def titled(_: Briefing, record: Record) -> Iterator[Two]:
    """Records whose title ends in a day or month on which nothing of theirs is."""
    title = record.data.heading("")
    named = next((period_in(end) for end in [title.rpartition(", ")[2]] if end != title), None)
    dates = {key: date for key in DAYS if (date := _date_of(record, key))}
    if named and dates and not any(meet(named, date) for date in dates.values()):
        here, key = record.places.value(("title",)), next(iter(dates))
        yield Two(here, record.places.value((key, "value")), "the title", f"`{key}`")


def foreign_acts(briefing: Briefing, record: Record) -> Iterator[Two]:
    """Acts of one side upon what is another's."""
    for path, one in _contents(record):
        own = side_of(briefing, record, one.party) if one.does else frozenset()
        for at, id_ in enumerate(one.target) if own else ():
            located = briefing.whole.statements.get(id_)
            whole = located.record if located else briefing.records.get(id_)
            party = located.statement.party if located else None
            others = side_of(briefing, whole, party) if whole else frozenset()
            if others and own.isdisjoint(others):
                here = record.places.value((*path, "target", at))
                there = record.places.value((*path, "party") if one.party else ("issuer",))
                yield Two(here, there, f"`{id_}`, which is of {shown(others)}", shown(own))


def side_of(briefing: Briefing, record: Record, party: str | None) -> frozenset[str]:
    """A party that is written, else the side of those who issued a measure."""
    if party or not isinstance(record.data, Measure):
        return frozenset(filter(None, [party]))
    each = [parties_of(briefing, issuer) for issuer in record.data.issuer]
    return frozenset().union(*each) if all(each) else frozenset()


ROWS = (
    Row("end-before-start", "", backwards, "{one} is before the start, {other}", DATES),
    Row(
        "end-before-start", "source", unpublished, "{one} is before the publication, {other}", DATES
    ),
    Row(
        *("duration-differs", "", miscounted, "{other}, not `{one}`"),
        "`until` is the first day on which it no longer holds, `through` the last on which it does",
    ),
    Row(
        *("address-differs", "source", addressed),
        "published `{one}`, and the address says `{other}`",
        "see which of the two the page prints: `published: {other}`, or another address",
    ),
    Row(
        *("delegate-of-other", "round", delegates),
        "{other}, and stands on the side of `{one}`",
        "put the person below the other side, or correct the person's `party`",
    ),
    Row("label-differs", "", titled, "{one} names another time than {other}", ONE_OF_TWO),
    Row(
        *("act-of-other", "", foreign_acts, "an act of {other} upon {one}"),
        "a side suspends, extends or ends what is its own: correct the side or the target",
    ),
)


RULES: tuple[Rule, ...] = tuple(near(partial(of_row, row=row)) for row in ROWS)
