"""The briefing: every record and statement of it found by its id."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import PurePosixPath

from generator.counting import grouped
from generator.model.dates import PartialDate, leading_period
from generator.model.edition import Edition, Moved, Published
from generator.model.fields import WITNESS
from generator.model.record import Path, Places, Record
from generator.model.series import Point, Series
from generator.model.source import Quotation, Source
from generator.model.statement import Statement
from generator.source import SourceFile, Span


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

    `unreadable` are the ids of the records that could not be read. A briefing is equal to itself
    alone, so that what follows from it can be kept for the next rule that asks.
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
    def prose(self) -> dict[str, SourceFile]:
        """The pages of prose, by what they are called where they moved: `pages/overview`."""
        return {
            "/".join(PurePosixPath(one.path).with_suffix("").parts[-2:]): one for one in self.pages
        }

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
        heading, apart = self._headings.get(id_, id_), self.namesakes.get(id_)
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
