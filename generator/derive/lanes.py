"""What charts show in time: what began when, in lanes, and what held from when until when."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from generator.derive.actors import doers, doing, sides
from generator.derive.charts import UNSURE, Datum, Panel
from generator.derive.dossier import Dossier, Fact
from generator.derive.spells import bearing_on, changing_days
from generator.derive.state import State
from generator.derive.states import is_whole, state_of, subject_of
from generator.derive.world import World, record_id
from generator.model.chart import Chart, Lane, Span
from generator.model.dates import ONE_DAY, PartialDate, in_words
from generator.model.record import Record

# The statements that tell when a record began, the surest first.
BEGINNINGS = ("date", "in-force", "granted", "announced", "reported", "said")


@dataclass(frozen=True)
class Mark(Datum):
    """A record at its day; between two days if the exact day is not known.

    `is_sure` if a quotation gives one day and nothing disputes it. What has no first day, or is
    older than all that the chart draws, has no number either, and is not drawn.
    """

    fact: Fact
    number: int
    name: str
    first: date
    last: date
    is_sure: bool

    @property
    def is_drawn(self) -> bool:
        """True where it stands somewhere in time."""
        return self.number > 0

    @property
    def is_before(self) -> bool:
        """True where its day is known, and before all that the chart draws."""
        return not self.is_drawn and self.first > date.min


def lanes(dossier: Dossier, chart: Chart) -> Iterator[Panel[Mark]]:
    """The lanes of a chart, in the order of their days; the numbers go on from one to the next."""
    name, number = dossier.briefing.name, 1
    since = chart.from_.first if chart.from_ else date.min
    for lane in chart.lanes.values():
        begun = list(_begun(dossier, lane))
        dated = [(days, fact, id_) for id_, fact in begun if (days := _span(dossier, fact))]
        # What is too old to be drawn stands behind what is drawn.
        dated.sort(key=lambda one: (one[0][0] < since, one[0], one[2]))
        marks = [
            Mark(
                fact,
                at if days[0] >= since else 0,
                name(id_),
                *days,
                days[0] == days[1] and fact.grade not in UNSURE,
            )
            for at, (days, fact, id_) in enumerate(dated, number)
        ]
        number += sum(one.is_drawn for one in marks)
        older = [(name(id_), fact) for id_, fact in begun if _is_older(fact)]
        marks += [Mark(fact, 0, called, date.min, date.min, False) for called, fact in older]
        yield Panel(lane.title, lane.party or "", tuple(marks))


def _begun(dossier: Dossier, lane: Lane) -> Iterator[tuple[str, Fact]]:
    """The records of a lane, each with the statement that tells when it began."""
    for record in dossier.of_kind(lane.kind):
        fact = next(_candidates(dossier, record), None)
        if fact and (not lane.party or lane.party in parties(dossier, fact)):
            yield record.id, fact


def _candidates(dossier: Dossier, record: Record) -> Iterator[Fact]:
    """What may tell when a record began: itself, or its first act; what has no day is not drawn.

    An exact day comes before one that is only the latest possible.
    """
    yield from sorted(_named(dossier, record.id), key=_is_older)
    own = dossier.by_record.get(record.id, ())
    acts = [fact for fact in own if fact.chosen.does and days_told(fact)]
    yield from sorted(acts, key=lambda fact: (days_told(fact)[0].last, fact.id))


def _named(dossier: Dossier, id_: str) -> Iterator[Fact]:
    """The statements of a record that tell when it began."""
    found = (dossier.facts.get(f"{id_}.{key}") for key in BEGINNINGS)
    return (fact for fact in found if fact and days_told(fact) and takes_effect(fact))


def takes_effect(fact: Fact) -> bool:
    """False for the first day of what was suspended or ended by then."""
    return not (fact.held and fact.held.never)


def parties(dossier: Dossier, fact: Fact) -> set[str]:
    """The sides whose doing it is."""
    return set(sides(dossier.briefing, doers(dossier.briefing, fact.located, fact.chosen)))


def days_told(fact: Fact) -> list[PartialDate]:
    """The days that stand, of all positions."""
    contents = [stance.content for stance in fact.standing] or [fact.chosen]
    dates = (one.from_ or (one.value.date if one.value else None) for one in contents)
    return [one for one in dates if one]


def _span(dossier: Dossier, fact: Fact) -> tuple[date, date] | None:
    """The first and the last day that it can be; None where one lies after the dossier's."""
    days = days_told(fact)
    first, last = min(day.first for day in days), max(day.last for day in days)
    return None if first == date.min or last > dossier.day else (first, last)


def _is_older(fact: Fact) -> bool:
    """True if only the latest possible day is known."""
    return any(day.is_bound for day in days_told(fact))


HOLDS, SUSPENDED, DISPUTED = "in force", "suspended", "disputed"


@dataclass(frozen=True)
class Phase:
    """A time through which something was one thing: from its first day up to its end."""

    word: str
    first: date
    end: date


@dataclass(frozen=True)
class Validity(Datum):
    """What held of one thing in turn, and what is stated for it after the day.

    `begun` is its first day as it is stated; `turns` is the day up to which the last spell is
    stated to go on, and `is_open` where no such day is named.
    """

    fact: Fact
    label: str
    state: str
    spells: tuple[Phase, ...]
    begun: PartialDate | None = None
    turns: date | None = None
    is_open: bool = False

    @property
    def is_older(self) -> bool:
        """True where its first day is only the latest that it can have."""
        return self.begun is not None and self.begun.is_bound

    @property
    def is_drawn(self) -> bool:
        """True where it held at some time: what never took effect has no bar."""
        return bool(self.spells)


@dataclass(frozen=True)
class Spans(Panel[Validity]):
    """A panel of what one side brought about; of several sides or none, `party` is empty."""

    day: date


def spans(dossier: Dossier, chart: Chart) -> Iterator[Spans]:
    """The bars of each side, the briefing's own sides first."""
    found: dict[str, list[Validity]] = {id_: [] for id_ in dossier.briefing.edition.parties}
    for span in chart.spans.values():
        fact = dossier.facts.get(span.of)
        if fact and (bar := _validity(dossier, fact, span)):
            found.setdefault(_party_of(dossier, fact), []).append(bar)
    for party, bars in found.items():
        if bars:
            name = dossier.briefing.name(party) if party else "Several sides"
            bars.sort(key=lambda bar: not bar.is_drawn)
            yield Spans(name, party, tuple(bars), dossier.day)


def _party_of(dossier: Dossier, fact: Fact) -> str:
    """The one side whose doing it is; empty for several or none."""
    doers = sides(dossier.briefing, doing(dossier.briefing, fact.located, fact.chosen))
    found = set(doers) & set(dossier.briefing.edition.parties)
    return found.pop() if len(found) == len(doers) == 1 else ""


def _validity(dossier: Dossier, fact: Fact, span: Span) -> Validity | None:
    """What held of one thing up to the day; nothing of what is still to begin."""
    of = subject_of(fact)
    if of is None:
        return None
    spells = tuple(_spells(dossier, of))
    last = [state for world in dossier.worlds if (state := state_of(world, of))]
    if not spells and not any(state.due for state in last):
        return None
    goes_on = spells and spells[-1].end > dossier.day and not dossier.past_coverage
    turns = {state.until for state in last} if goes_on else set()
    ahead = turns.pop() if len(turns) == 1 else dossier.day
    return Validity(
        fact,
        span.label or (dossier.briefing.name(fact.record.id) if is_whole(fact) else fact.label),
        _what_holds(dossier, last),
        spells,
        begun=_first_day(dossier, fact, of),
        turns=ahead if ahead and ahead > dossier.day else None,
        is_open=ahead is None,
    )


def _what_holds(dossier: Dossier, last: Sequence[State]) -> str:
    """What holds on the day, in words; past the coverage end, what held then."""
    found = _shared(last)
    if dossier.past_coverage:
        return f"not known after {in_words(dossier.day)} (then: {found})"
    return found


def _shared(last: Sequence[State]) -> str:
    first = last[0]
    if len({state.word for state in last}) > 1:
        return DISPUTED
    if len({state.until for state in last}) > 1:
        return f"{first.word}, end disputed"
    if first.due or first.word not in (HOLDS, SUSPENDED):
        return first.text()
    until = f" until {in_words(first.until)}" if first.until else ", no end named"
    return f"{first.word}{until}"


def _spells(dossier: Dossier, of: str) -> Iterator[Phase]:
    """The spells of one thing, each up to the next; the last one to the end of the day."""
    begun: list[tuple[date, str]] = []
    bearing = bearing_on(dossier.worlds, of)
    days = {day for world in dossier.worlds for day in changing_days(world, bearing)}
    for day in sorted(day for day in days if day <= dossier.day):
        word = _word_on(dossier.worlds, of, day)
        if not begun or begun[-1][1] != word:
            begun.append((day, word))
    for (day, word), (end, _) in pairwise([*begun, (dossier.day + ONE_DAY, "")]):
        if word:
            yield Phase(word, day, end)


def _word_on(known: Iterable[World], of: str, day: date) -> str:
    """What something was on an earlier day, by what is known now; empty where it had no force."""
    found = [state_of(world.on_day(day), of) for world in known]
    words = {state.word if state and not state.due else "" for state in found}
    word = words.pop() if len(words) == 1 else DISPUTED
    return word if word in (HOLDS, SUSPENDED, DISPUTED) else ""


def _first_day(dossier: Dossier, fact: Fact, of: str) -> PartialDate | None:
    """The day from which it holds, as it is stated."""
    ids = (f"{of}.in-force", f"{record_id(of)}.in-force")
    held = [dossier.facts[id_].chosen for id_ in ids if id_ in dossier.facts]
    given = [fact.chosen.from_, *(content.value.date for content in held if content.value)]
    return next((one for one in given if one), None)
