"""What held from when until when; after the day only what is stated for then."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from generator.derive.actors import doing, sides
from generator.derive.charts import Datum, Panel
from generator.derive.dossier import Dossier, Fact
from generator.derive.state import State
from generator.derive.states import is_whole, own_end, state_of, subject_of
from generator.derive.world import World, record_id
from generator.model.chart import Chart, Span
from generator.model.dates import ONE_DAY, PartialDate, in_words

HOLDS, SUSPENDED, DISPUTED = "in force", "suspended", "disputed"


@dataclass(frozen=True)
class Spell:
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
    spells: tuple[Spell, ...]
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


def subject(fact: Fact) -> str | None:
    """What a span is the span of; None where nothing can be said to hold of it."""
    return subject_of(fact) or (fact.id if fact.chosen.does else None)


def _validity(dossier: Dossier, fact: Fact, span: Span) -> Validity | None:
    """What held of one thing up to the day; nothing of what is still to begin."""
    of = subject(fact)
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
        begun=_begun(dossier, fact, of),
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
    """What the positions have in common."""
    first = last[0]
    if len({state.word for state in last}) > 1:
        return DISPUTED
    if len({state.until for state in last}) > 1:
        return f"{first.word}, end disputed"
    if first.due or first.word not in (HOLDS, SUSPENDED):
        return first.text()
    until = f" until {in_words(first.until)}" if first.until else ", no end named"
    return f"{first.word}{until}"


def _spells(dossier: Dossier, of: str) -> Iterator[Spell]:
    """The spells of one thing, each up to the next; the last one to the end of the day."""
    begun: list[tuple[date, str]] = []
    past = {day for day in _turning(dossier.worlds, of) if day <= dossier.day}
    for day in sorted(past):
        word = _word_on(dossier.worlds, of, day)
        if not begun or begun[-1][1] != word:
            begun.append((day, word))
    for (day, word), (end, _) in pairwise([*begun, (dossier.day + ONE_DAY, "")]):
        if word:
            yield Spell(word, day, end)


def _turning(known: Iterable[World], of: str) -> Iterator[date]:
    """Every day on which what holds of something may change."""
    for world in known:
        ids = [name for id_ in _concerned(world, of) for name in (id_, f"{id_}.in-force")]
        yield from (day for id_ in ids if (day := world.begin(id_)))
        yield from (end.on for id_ in ids if (end := own_end(world, id_)))


def _concerned(world: World, of: str) -> set[str]:
    """What has a part in how long something holds: it, what acts upon it, and so on from these."""
    found, left = set[str](), [of]
    while left:
        if (id_ := left.pop()) not in found:
            found.add(id_)
            effect = world.effects.get(id_)
            left += (record_id(id_), *(one.id for one in world.upon(id_)))
            left += effect.content.target if effect else ()
    return found


def _word_on(known: Iterable[World], of: str, day: date) -> str:
    """What something was on an earlier day, by what is known now; empty where it had no force."""
    found = [state_of(world.on_day(day), of) for world in known]
    words = {state.word if state and not state.due else "" for state in found}
    word = words.pop() if len(words) == 1 else DISPUTED
    return word if word in (HOLDS, SUSPENDED, DISPUTED) else ""


def _begun(dossier: Dossier, fact: Fact, of: str) -> PartialDate | None:
    """The day from which it holds, as it is stated."""
    ids = (f"{of}.in-force", f"{record_id(of)}.in-force")
    held = [dossier.facts[id_].chosen for id_ in ids if id_ in dossier.facts]
    given = [fact.chosen.from_, *(content.value.date for content in held if content.value)]
    return next((one for one in given if one), None)
