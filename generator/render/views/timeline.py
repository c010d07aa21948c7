"""The timeline: dated statements and acts in time order, each under the side whose doing it is."""

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby, product

from generator.counting import counted_if_any, grouped
from generator.derive.actors import doers
from generator.derive.brief import grounds
from generator.derive.dossier import Dossier, Fact, Status
from generator.derive.lanes import BEGINNINGS, takes_effect
from generator.derive.spells import Deadline, by_maker
from generator.derive.when import worked_out_once
from generator.model.chart import Series
from generator.model.dates import PartialDate, in_words, parse_date
from generator.model.events import Agreement, Claim, Event, Licence, Round
from generator.model.parties import Person
from generator.model.statement import Content
from generator.render.views import borne
from generator.render.views.act_tables import one_party
from generator.render.views.ahead import deadline_sentence, linked
from generator.render.views.grids import side_class
from generator.render.views.links import Address, held_on, sheet_of
from generator.render.views.naming import inside
from generator.render.views.page import Page, cut, numbered, pager
from generator.render.views.sentences import sentence_of
from generator.render.views.sheet import Settings, Sheet, titled
from generator.render.views.text import Rich, escape, fill, hour, listed, tag

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


@dataclass(frozen=True)
class Entry:
    """A statement on its day; what is ahead has a deadline of its own."""

    when: PartialDate
    fact: Fact
    due: Deadline | None = None


@dataclass(frozen=True)
class Stretch:
    """A month, or a year of which no more is known, or what is stated for after the day."""

    id: str
    heading: str
    days: tuple[Day, ...]

    @property
    def main(self) -> tuple[Day, ...]:
        """Its days with their main events alone."""
        return tuple(_only(self.days, True))

    @property
    def others(self) -> tuple[Day, ...]:
        """Its days with all but their main events."""
        return tuple(_only(self.days, False))

    @property
    def more(self) -> str:
        """How many events are not main ones: `3 more`."""
        number = sum(len(lines) for *_, columns in self.others for *_, lines in columns)
        return f"{number} more"


def _only(days: Iterable[Day], is_main: bool) -> Iterator[Day]:
    for when, held, columns in days:
        found = (
            (lane, side, name, tuple(one for one in lines if ("main" in one[1].split()) is is_main))
            for lane, side, name, lines in columns
        )
        if chosen := tuple(one for one in found if one[-1]):
            yield when, held, chosen


def timeline(dossier: Dossier, settings: Settings) -> Iterator[Page]:
    """The timeline, if anything is dated."""

    def in_time(one: Entry) -> tuple[bool, date, int, str, int, str]:
        """By first days, a month before the days of it; what may not have come yet stands last."""
        day, id_ = one.when, one.fact.id
        order = (day.first, -day.last.toordinal(), day.text, within_day(one.fact), id_)
        return day.last > dossier.day, *order

    found = sorted(entries(dossier), key=in_time)
    known = [one for one in found if one.when.last <= dossier.day]
    parties = dossier.briefing.edition.parties
    laned = parties if len(parties) <= MOST_LANES else ()
    for number, part in cut(found) if found else ():
        sheet = Sheet(dossier, settings, sheet_of("timeline", number).page)
        context = {
            "stretches": tuple(stretches(sheet, part)),
            # No lane where there are more than a page is wide enough for.
            "parties": tuple((side_class(dossier, one), sheet.name(one)) for one in laned),
            "pager": pager(sheet, "timeline", len(found)),
        }
        title = numbered("Timeline", number)
        yield Page(sheet.path, "timeline.md.j2", title, summary(known, found), context)


def within_day(fact: Fact) -> int:
    """The place within a day: a meeting, what was agreed there, all else that was done, claims."""
    data = fact.record.data
    if isinstance(data, Claim) or fact.status is Status.CLAIMED:
        return 3
    return 0 if isinstance(data, Round) else 1 if isinstance(data, Agreement) else 2


def summary(known: list[Entry], found: list[Entry]) -> str:
    """How many there are, and how far they reach."""
    told = counted_if_any(len(known), "dated event") or "Nothing dated"
    words = f"{told} {f'to {in_words(known[-1].when)}' if known else 'up to the day'}"
    later = len(found) - len(known)
    return f"{words}; {later} still to come." if later else f"{words}."


def entries(dossier: Dossier) -> Iterator[Entry]:
    """What is dated, and what is ahead: of that the deadline tells, and nothing tells it twice."""
    ahead = [one for one in by_maker(dossier) if one.on]
    told = {(fact.id, one.on) for one in ahead for fact in one.facts}
    for fact in dossier.facts.values():
        # A day that is computed from what ends on it is told with that.
        ids = (fact.id, *(fact.computed.inputs if fact.computed else ()))
        for when in dates_of(dossier, fact):
            if told.isdisjoint(product(ids, [when.last])):
                yield Entry(when, fact)
    for one in ahead:
        yield Entry(parse_date(f"{one.on}"), one.facts[0], one)


def dates_of(dossier: Dossier, fact: Fact) -> tuple[PartialDate, ...]:
    """The days that a statement tells of, or that from which an act acts.

    What no quotation bears out is left to its card. Where positions name several days and none
    wins, it stands at each of them; a day that is only the latest possible is none, nor is the
    first day of what never took effect.
    """
    if not fact.status or isinstance(fact.record.data, Series) or not takes_effect(fact):
        return ()
    found = dict.fromkeys(_date_of(dossier, fact, one) for one in fact.contents)
    return tuple(date for date in found if date and not date.is_bound)


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
    """The months, what is known to a year before those of it; then what is stated for later."""

    def month_of(one: Entry) -> str:
        return "" if one.when.last > sheet.dossier.day else one.when.text[:7]

    for month, part in groupby(found, key=month_of):
        told = (f"year--{month}", in_words(parse_date(month))) if month else (LATER, AHEAD)
        yield Stretch(*told, tuple(days_of(sheet, list(part))))


@worked_out_once
def main_events(dossier: Dossier) -> frozenset[str]:
    """With what each meeting, agreement and event begins, and what key points refer to.

    Of those it is the first day of a record, also of what is acted upon; of acts and claims the
    first of a side on a day, and who refers to a claim means the day on which it was made.
    """
    key, facts = grounds(dossier.briefing), dossier.facts
    acted = (id_ for of in key if of in facts for id_ in facts[of].chosen.target)
    known = {id_.partition(".")[0] for id_ in (*key, *acted)}
    days = [Entry(when, one) for one in facts.values() for when in dates_of(dossier, one)[:1]]
    own = [one for one in days if _is_own(one.fact, known)]
    begun = {one.fact.record.id: one for one in sorted(own, key=_lateness, reverse=True)}
    # What an event is about begins with it.
    events = [one for one in begun.values() if isinstance(one.fact.record.data, Event)]
    told = {(id_, one.when) for one in events for id_ in one.fact.record.data.about}
    main = [one.fact.id for id_, one in begun.items() if (id_, one.when) not in told]
    main += [one.fact.id for one in own if one.fact.rivals]
    told |= {(id_, one.when) for id_, one in begun.items()}
    said = {one.fact.id for one in days if isinstance(one.fact.record.data, Claim)}
    key |= {id_ for id_ in said if id_.partition(".")[0] in key}
    first: dict[tuple[str, PartialDate, str], str] = {}
    # The first of a side on a day is written last, and stays.
    for one in reversed(days):
        fact = one.fact
        if fact.id in key and (fact.chosen.does or fact.id in said):
            first[fact.record.id, one.when, side_of(dossier, fact)] = fact.id
    main += [id_ for (of, when, _), id_ in first.items() if (of, when) not in told]
    return frozenset(main)


def _is_own(fact: Fact, known: Container[str]) -> bool:
    """True for what a record itself tells; not what somebody says or serves as."""
    of, is_met = fact.record, isinstance(fact.record.data, Agreement | Event | Round)
    is_told = len(fact.located.path) == 1 and not isinstance(of.data, Claim | Person)
    return is_told and (is_met or of.id in known)


def _lateness(one: Entry) -> tuple[int, date, str]:
    key = one.fact.located.key
    return (*BEGINNINGS, key).index(key), one.when.first, one.fact.id


def days_of(sheet: Sheet, found: list[Entry]) -> Iterator[Day]:
    """The days of a stretch; months and years stand apart from their days."""
    for text, part in groupby(found, key=lambda one: in_words(one.when)):
        here = list(part)
        sides = grouped((side_of(sheet.dossier, one.fact), one) for one in here)
        order = (BOTH, SEVERAL, *sheet.dossier.briefing.edition.parties)
        ranked = sorted(sides, key=lambda side: order.index(side) if side in order else len(order))
        columns = tuple(_column(sheet, side, sides[side]) for side in ranked)
        when = here[0].when
        # The heading tells the year of what has come.
        told = text.removesuffix(f" {when.first.year}") if when.last <= sheet.dossier.day else text
        yield tag("time", told, datetime=when.text), held_on(sheet.dossier, when), columns


def _column(sheet: Sheet, side: str, found: Sequence[Entry]) -> Column:
    parties, lines = sheet.dossier.briefing.edition.parties, tuple(line(sheet, o) for o in found)
    if side in (BOTH, SEVERAL, OTHERS):
        return 0, "side-all", Rich(side), lines
    lane = parties.index(side) + 1 if side in parties else 0
    return lane, side_class(sheet.dossier, side), sheet.name(side), lines


def line(sheet: Sheet, one: Entry) -> Line:
    """A statement on the timeline; its day stands beside it, so the date is not repeated."""
    kind, is_main = f"of-{one.fact.record.kind}", one.fact.id in main_events(sheet.dossier)
    if one.due:
        return linked(sheet, one.due, deadline_sentence(sheet, one.due)), f"{kind} main"
    sentence = sentence_of(sheet, one.fact)
    if at := hour(one.when):
        sentence = fill("At {} {}", at, inside(sheet.dossier.briefing, sentence.text))
    told = fill("{}{}", sentence, by_whom(sheet, one))
    return titled(sheet, one.fact, told.text), f"{kind} main" if is_main else kind


def by_whom(sheet: Sheet, one: Entry) -> Rich:
    """Whose answer the day is, where positions name several."""
    rivals = one.fact.rivals
    own = [s for s in rivals if _date_of(sheet.dossier, one.fact, s.content) == one.when]
    if len(own) == len(rivals):
        return Rich()
    names = (escape(borne.holder(sheet.dossier.briefing, stance)) for stance in own)
    return fill(" (on this day by the account of {})", listed(names))


def is_deed(fact: Fact) -> bool:
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
