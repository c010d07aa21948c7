"""The timeline: dated statements and acts in time order, each under the side whose doing it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby, islice

from generator.counting import counted, counted_if_any, grouped
from generator.derive.actors import doers
from generator.derive.brief import grounds
from generator.derive.dossier import Dossier, Fact
from generator.derive.lanes import takes_effect
from generator.derive.spells import Deadline, by_maker
from generator.model.chart import Series
from generator.model.dates import PartialDate, in_words, parse_date
from generator.model.events import Agreement, Claim, Licence
from generator.model.statement import Content
from generator.render.views import borne
from generator.render.views.act_tables import one_party
from generator.render.views.ahead import deadline_sentence, linked
from generator.render.views.grids import side_class
from generator.render.views.links import Address, held_on, sheet_of
from generator.render.views.page import Page, cut, numbered, pager
from generator.render.views.sentences import sentence_of
from generator.render.views.sheet import Settings, Sheet, titled
from generator.render.views.text import Rich, day, escape, fill, listed, tag

LATER, AHEAD = "later--stated", "Still to come"
BOTH, SEVERAL, OTHERS = "Both sides", "Several sides", "Others"
MOST_LANES = 4
# What is told, and the classes by which a reader chooses.
Line = tuple[Rich, str]
# What one side has on a day: its lane, class and name, and the lines. Several sides and none have
# lane 0, over the whole width.
Column = tuple[int, str, Rich, tuple[Line, ...]]
# A day, where it is told what held on it, and what each side has on it.
Day = tuple[Rich, Address | None, tuple[Column, ...]]
# A year with more days is told by month.
MANY = 24


@dataclass(frozen=True)
class Entry:
    """A statement on its day; what is ahead has a deadline of its own."""

    when: PartialDate
    fact: Fact
    due: Deadline | None = None


@dataclass(frozen=True)
class Stretch:
    """A year or a month of one, or what is stated for after the day; `leads` say what is in it.

    Each says whether it is the first by rank, which alone has room on a narrow screen.
    """

    id: str
    heading: str
    days: tuple[Day, ...]
    leads: tuple[tuple[str, bool], ...] = ()
    is_folded: bool = False

    @property
    def number(self) -> str:
        """How many days it has."""
        return counted(len(self.days), "day")


def timeline(dossier: Dossier, settings: Settings) -> Iterator[Page]:
    """The timeline, if anything is dated."""

    def in_time(one: Entry) -> tuple[bool, date, int, str, str]:
        """By first days, a month before the days of it; what may not have come yet stands last."""
        day = one.when
        return day.last > dossier.day, day.first, -day.last.toordinal(), day.text, one.fact.id

    found = sorted(entries(dossier), key=in_time)
    known = [one for one in found if one.when.last <= dossier.day]
    parties = dossier.briefing.edition.parties
    laned = parties if len(parties) <= MOST_LANES else ()
    for number, part in cut(found) if found else ():
        sheet = Sheet(dossier, settings, sheet_of("timeline", number).page)
        every = tuple(stretches(sheet, part))
        # What is ahead and the last year stand open.
        folded = [one.id for one in every if one.id != LATER][:-1]
        context = {
            "stretches": tuple(replace(one, is_folded=one.id in folded) for one in every),
            # No lane where there are more than a page is wide enough for.
            "parties": tuple((side_class(dossier, one), sheet.name(one)) for one in laned),
            "pager": pager(sheet, "timeline", len(found)),
        }
        title = numbered("Timeline", number)
        yield Page(sheet.path, "timeline.md.j2", title, summary(known, found), context)


def summary(known: list[Entry], found: list[Entry]) -> str:
    """How many there are, and how far they reach."""
    words = f"{counted_if_any(len(known), 'dated event') or 'Nothing dated'} up to the day"
    if known:
        words = f"{counted(len(known), 'dated event')} to {in_words(known[-1].when)}"
    later = len(found) - len(known)
    return f"{words}; {later} still to come." if later else f"{words}."


def entries(dossier: Dossier) -> Iterator[Entry]:
    """What is dated, and what is ahead: of that the deadline tells, and nothing tells it twice."""
    ahead = [one for one in by_maker(dossier) if one.on]
    told = {(fact.id, one.on) for one in ahead for fact in one.facts}
    for fact in dossier.facts.values():
        days = (when for when in dates_of(dossier, fact) if (fact.id, when.last) not in told)
        yield from (Entry(when, fact) for when in days)
    for one in ahead:
        yield Entry(parse_date(f"{one.on}"), one.facts[0], one)


def dates_of(dossier: Dossier, fact: Fact) -> Iterator[PartialDate]:
    """The days that a statement tells of, or that from which an act acts.

    What no quotation bears out is left to its card. Where positions name several days and none
    wins, it stands at each of them; a day that is only the latest possible is none, nor is the
    first day of what never took effect.
    """
    if fact.status and not isinstance(fact.record.data, Series) and takes_effect(fact):
        found = dict.fromkeys(_date_of(dossier, fact, one) for one in fact.contents)
        yield from (date for date in found if date and not date.is_bound)


def _date_of(dossier: Dossier, fact: Fact, content: Content) -> PartialDate | None:
    if content.value and content.value.date:
        return content.value.date
    return (content.from_ or _beginning(dossier, fact)) if content.does else None


def _beginning(dossier: Dossier, fact: Fact) -> PartialDate | None:
    for key in ("in-force", "date"):
        own = dossier.facts.get(f"{fact.record.id}.{key}")
        value = own.chosen.value if own else None
        if value and value.date:
            return value.date
    return None


def stretches(sheet: Sheet, found: Sequence[Entry]) -> Iterator[Stretch]:
    """The years, those with many days by month, then what is stated for after the day."""

    def year_of(one: Entry) -> str:
        return "" if one.when.last > sheet.dossier.day else str(one.when.first.year)

    for year, part in groupby(found, key=year_of):
        own = list(part)
        days = tuple(days_of(sheet, own))
        if year and len(days) > MANY:
            yield from months(sheet, own)
        else:
            yield Stretch(f"year--{year}" if year else LATER, year or AHEAD, days)


def months(sheet: Sheet, found: Sequence[Entry]) -> Iterator[Stretch]:
    """The months of a year; what is known to more than a month stands before them."""
    weight = Weight.of(sheet.dossier)
    for month, part in groupby(found, key=lambda one: one.when.text[:7]):
        own = list(part)
        chief = weight.chief(sheet.dossier, own)
        first = min(chief, key=weight.rank)
        leads = tuple((f"{sentence_of(sheet, one).text}.", one is first) for one in chief)
        days = tuple(days_of(sheet, own))
        yield Stretch(f"year--{month}", in_words(parse_date(month)), days, leads)


@dataclass(frozen=True)
class Weight:
    """What a month is remembered by: `met` are the rounds that something was agreed at."""

    key: frozenset[str]
    met: frozenset[str]

    @classmethod
    def of(cls, dossier: Dossier) -> Weight:
        """By the key points and the agreements of a dossier."""
        met = (id_ for one in dossier.of_kind("agreement") for id_ in one.data.about)
        key = {*grounds(dossier.briefing)}
        return cls(frozenset(key | {id_.partition(".")[0] for id_ in key}), frozenset(met))

    def chief(self, dossier: Dossier, found: Sequence[Entry]) -> list[Fact]:
        """The first by rank, and another beside it if one weighs anything; in time order."""
        first, *rest = sorted(found, key=lambda one: self.rank(one.fact))

        def is_beside(one: Entry) -> bool:
            """False of what tells the first once more."""
            of = first.fact.record
            if one.fact.record.id == of.id:
                sides = (side_of(dossier, first.fact), side_of(dossier, one.fact))
                return self.rank(one.fact) == self.rank(first.fact) and sides[0] != sides[1]
            is_told = one.fact.record.id in of.data.about or of.id in one.fact.record.data.about
            return one.when != first.when and not is_told

        others = (one for one in rest if is_beside(one) and not all(self.rank(one.fact)[:-1]))
        shown = (first, *islice(others, 1))
        return [one.fact for one in found if one in shown]

    def rank(self, fact: Fact) -> tuple[bool, ...]:
        """What a key point rests on, what was agreed, where that was, a meeting, what was done."""
        record, is_own = fact.record, len(fact.located.path) == 1
        found = (
            fact.id in self.key
            or (is_own and not self.key.isdisjoint((record.id, *record.data.about))),
            record.kind == "agreement" and is_own,
            record.id in self.met,
            record.kind == "round",
        )
        return tuple(not (is_main(fact) and one) for one in (*found, True))


def days_of(sheet: Sheet, found: list[Entry]) -> Iterator[Day]:
    """The days of a stretch; dates that are not equally precise stand apart."""
    for text, part in groupby(found, key=lambda one: day(one.when)):
        here = list(part)
        sides = grouped((side_of(sheet.dossier, one.fact), one) for one in here)
        order = (*sheet.dossier.briefing.edition.parties, BOTH, SEVERAL)
        ranked = sorted(sides, key=lambda side: order.index(side) if side in order else len(order))
        columns = tuple(_column(sheet, side, sides[side]) for side in ranked)
        when = here[0].when
        yield tag("time", text, datetime=when.text), held_on(sheet.dossier, when), columns


def _column(sheet: Sheet, side: str, found: Sequence[Entry]) -> Column:
    parties, lines = sheet.dossier.briefing.edition.parties, tuple(line(sheet, o) for o in found)
    if side in (BOTH, SEVERAL, OTHERS):
        return 0, "side-all", Rich(side), lines
    lane = parties.index(side) + 1 if side in parties else 0
    return lane, side_class(sheet.dossier, side), sheet.name(side), lines


def line(sheet: Sheet, one: Entry) -> Line:
    """A statement on the timeline; its day stands beside it, so the date is not repeated."""
    if one.due:
        told = linked(sheet, one.due, deadline_sentence(sheet, one.due))
        return told, f"of-{one.fact.record.kind} main"
    told = fill("{}{}", sentence_of(sheet, one.fact), by_whom(sheet, one))
    text = titled(sheet, one.fact, told.text)
    is_key = one.fact.id in grounds(sheet.dossier.briefing)
    return text, f"of-{one.fact.record.kind}{' main' if is_key or is_main(one.fact) else ''}"


def by_whom(sheet: Sheet, one: Entry) -> Rich:
    """Whose answer the day is, where positions name several."""
    rivals = one.fact.rivals
    own = [s for s in rivals if _date_of(sheet.dossier, one.fact, s.content) == one.when]
    if len(own) == len(rivals):
        return Rich()
    names = (escape(borne.holder(sheet.dossier.briefing, stance)) for stance in own)
    return fill(" (this day by {})", listed(names))


def is_main(fact: Fact) -> bool:
    """Whether something was done on the day: an act, a meeting, what was agreed, began or ended."""
    path, data = fact.located.path, fact.record.data
    own = path in (("date",), ("in-force",), ("ended",)) and not isinstance(data, Claim | Licence)
    return own or bool(fact.chosen.does) or (isinstance(data, Agreement) and len(path) == 1)


def side_of(dossier: Dossier, fact: Fact) -> str:
    """The one party whose doing a statement reports; else the word for both, several or none."""
    found = doers(dossier.briefing, fact.located, fact.chosen)
    parties = {party for id_ in found if (party := one_party(dossier, id_))}
    if len(parties) < 2:
        return parties.pop() if parties else OTHERS
    own = dossier.briefing.edition.parties
    return BOTH if len(own) == 2 and parties == set(own) else SEVERAL
