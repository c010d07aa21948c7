"""A briefing: its records and statements by their ids, and what became of ids that are gone."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Collection, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, partial

from generator.counting import grouped
from generator.limits import FORMER
from generator.model.chart import Point, Series
from generator.model.dates import PartialDate, leading_period
from generator.model.edition import Edition, Moved, Published
from generator.model.fields import WITNESS
from generator.model.record import Path, Places, Record
from generator.model.source import Quotation, Source
from generator.model.statement import Statement
from generator.source import SourceFile, Span

# What leads to something below itself would never end.
FAR = 20


@dataclass(frozen=True)
class Located:
    """A statement with the record and path that it stands at."""

    id: str
    record: Record
    path: Path
    statement: Statement

    @property
    def key(self) -> str:
        """The key that it stands under; empty for a record that is itself the statement."""
        return str(self.path[-1]) if self.path else ""

    @property
    def period(self) -> PartialDate | None:
        """The time that a figure covers: its own, else that of its key, else its series'."""
        own, series = self.statement.period, self.record.data
        if own or not isinstance(self.statement, Point) or not isinstance(series, Series):
            return own
        return leading_period(self.key) or series.period

    def span(self, *path: str | int) -> Span:
        """The place of a value inside the statement, else of the statement."""
        return self.record.places.value((*self.path, *path))

    def key_span(self, *path: str | int) -> Span:
        """The place of a key inside the statement, else of what holds it."""
        return self.record.places.key((*self.path, *path))


@dataclass(frozen=True, eq=False)
class Briefing:
    """All that was read: the edition, the records, the prose and the ids that moved.

    `unreadable` are the ids of the records that could not be read, `among` the briefing of which
    it has but some records to go through. A briefing is equal to itself alone, so that what follows
    from it can be kept for the next rule that asks.
    """

    edition: Edition
    edition_places: Places = field(repr=False)
    records: Mapping[str, Record]
    pages: tuple[SourceFile, ...] = ()
    moved: Mapping[str, Moved] = field(default_factory=dict)
    moved_places: Places | None = field(default=None, repr=False)
    editions: Mapping[str, Published] = field(default_factory=dict)
    editions_places: Places | None = field(default=None, repr=False)
    unreadable: frozenset[str] = frozenset()
    among: Briefing | None = field(default=None, repr=False)

    @property
    def whole(self) -> Briefing:
        """The briefing in which all can be looked up."""
        return self.among or self

    @property
    def places_beside(self) -> tuple[Places, ...]:
        """The places in the files that are no records: the edition, what moved, the editions."""
        found = (self.edition_places, self.moved_places, self.editions_places)
        return tuple(one for one in found if one)

    @property
    def files(self) -> frozenset[SourceFile]:
        """All that was read."""
        records = (record.places for record in self.records.values())
        return frozenset((*self.pages, *(one.file for one in (*records, *self.places_beside))))

    @cached_property
    def _by_kind(self) -> Mapping[str, tuple[Record, ...]]:
        return grouped((record.kind, record) for record in self.records.values())

    def of_kind(self, kind: str) -> tuple[Record, ...]:
        """The records of one kind, by id."""
        return self._by_kind.get(kind, ())

    @cached_property
    def statements(self) -> dict[str, Located]:
        """Every statement of every record, by id."""
        return {
            id_: Located(id_, record, path, statement)
            for record in self.records.values()
            for id_, (path, statement) in record.statements.items()
        }

    @property
    def published(self) -> Mapping[str, Published]:
        """The editions that were published by the day of this one, the latest first."""
        by_day = sorted(self.editions.items(), key=lambda one: one[1].as_of.last, reverse=True)
        return {id_: one for id_, one in by_day if one.as_of.last <= self.edition.as_of.last}

    @cached_property
    def ids(self) -> frozenset[str]:
        """The ids of all that is there: records, statements and pages of prose."""
        return frozenset((*self.records, *self.statements, *self.prose))

    @cached_property
    def moved_to(self) -> Mapping[str, tuple[str, ...]]:
        """The ids that moved, by the id that took their place."""
        return grouped((entry.to, id_) for id_, entry in self.moved.items() if entry.to)

    @cached_property
    def prose(self) -> dict[str, SourceFile]:
        """The pages of prose, by what they are called where they moved: `pages/overview`."""
        return {f"pages/{one.stem}": one for one in self.pages}

    def source(self, witness: str) -> Source | None:
        """The source that a witness names, if there is one."""
        record = self.records.get(witness.partition("#")[0])
        return record.data if record and isinstance(record.data, Source) else None

    def quotation(self, witness: str) -> Quotation | None:
        """The quotation that a witness names, if there is one that can be read."""
        source, key = self.source(witness), witness.partition("#")[2]
        found = source.quotation(key) if source else None
        return found if found and found.text else None

    def name(self, id_: str) -> str:
        """What a reader calls a record, else its id; persons of one name have an addition."""
        heading, apart = self.whole._headings.get(id_, id_), self.whole.namesakes.get(id_)
        return f"{heading} ({apart})" if apart else heading

    @cached_property
    def _headings(self) -> Mapping[str, str]:
        language = self.edition.language
        return {id_: one.data.heading(language) or id_ for id_, one in self.records.items()}

    @cached_property
    def namesakes(self) -> Mapping[str, str]:
        """What tells persons of one name apart: their party, or else their id."""
        named = self._headings
        parties = {one.id: getattr(one.data, "party", None) for one in self.of_kind("person")}
        shared = Counter(named[id_] for id_ in parties)
        sides = Counter((named[id_], party) for id_, party in parties.items())
        return {
            id_: named.get(party, party) if party and sides[named[id_], party] == 1 else id_
            for id_, party in parties.items()
            if shared[named[id_]] > 1
        }


def in_order(records: Iterable[Record]) -> dict[str, Record]:
    """The records in the order of their ids; of one id the last."""
    return {record.id: record for record in sorted(records, key=lambda record: record.id)}


def witness_parts(witness: str) -> tuple[str, str]:
    """Source and quotation of a witness; the second is empty for `also in`."""
    found = WITNESS.fullmatch(witness)
    return (found[1], found[2] or "") if found else (witness, "")


def entry_of(briefing: Briefing, id_: str) -> tuple[str, Moved | None]:
    """What is listed of an id, or of what it is below, with the id that it is listed under."""
    above = id_
    while above:
        if entry := briefing.moved.get(above):
            return above, entry
        above = above.rpartition(".")[0]
    return "", None


def next_of(briefing: Briefing, id_: str) -> str:
    """What took the place of an id, with all that stands below it; empty where nothing did."""
    above, entry = entry_of(briefing, id_)
    return f"{entry.to}{id_[len(above) :]}" if entry and entry.to else ""


def end_of(briefing: Briefing, id_: str) -> Moved | None:
    """Where an id that is listed leads in the end, however often what it leads to moved on."""
    if entry_of(briefing, id_)[1] is None:
        return None
    last = led(id_, briefing.ids, partial(next_of, briefing))
    _, entry = entry_of(briefing, last)
    return entry if entry and entry.gone and last not in briefing.ids else Moved(to=last)


def led(id_: str, there: Container[str], step: Callable[[str], str]) -> str:
    """Where an id leads in the end, step by step; the last that leads on where none is there."""
    return _way(id_, there, step)[-1]


def _way(id_: str, there: Container[str], step: Callable[[str], str]) -> list[str]:
    """The ids from one to where it leads in the end; back at none that was passed."""
    passed = [id_]
    while id_ not in there and len(passed) < FAR and (to := step(id_)) and to not in passed:
        passed.append(id_ := to)
    return passed


def ring_of(briefing: Briefing, id_: str) -> list[str]:
    """The ids that lead on from one without an end; none where there is an end."""
    passed = _way(id_, briefing.ids, partial(next_of, briefing))
    is_endless = passed[-1] not in briefing.ids and next_of(briefing, passed[-1]) != ""
    return passed if is_endless else []


def former(briefing: Briefing, ids: Collection[str]) -> dict[str, Moved]:
    """Every id that some that are there had before, and all that are listed, with their ends.

    What moved took along what stands below it, which is listed nowhere. Of more than the limit
    allows the first are found and one more.
    """
    deepest = max((id_.count(".") for id_ in (*ids, *briefing.moved)), default=0)
    found = dict.fromkeys(briefing.moved)
    left = deque((*ids, *briefing.moved))
    while left and len(found) <= FORMER.most:
        for then in befores(briefing, left.popleft()):
            if then not in found and then not in briefing.ids and then.count(".") <= deepest:
                found[then] = None
                left.append(then)
    return {id_: end for id_ in sorted(found) if (end := end_of(briefing, id_))}


def befores(briefing: Briefing, id_: str) -> Iterator[str]:
    """The ids that something had, or would have had, right before one of its ids."""
    to = id_
    while to:
        for old in briefing.moved_to.get(to, ()):
            # What was a part of what it is now took nothing along, nor did a page.
            if not old.startswith((f"{to}.", "pages/")):
                yield f"{old}{id_[len(to) :]}"
        to = to.rpartition(".")[0]
