"""What follows from a briefing on a day: facts with their status, state and evidence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, Any

from generator.counting import grouped
from generator.derive.agree import agree, coarseness
from generator.derive.when import Today, has_ground
from generator.model.beside import Reading
from generator.model.briefing import Briefing, Located
from generator.model.chart import Series
from generator.model.dates import PartialDate
from generator.model.record import Record
from generator.model.source import OfSource, Quotation
from generator.model.statement import Content, Statement

if TYPE_CHECKING:
    from generator.derive.state import Held
    from generator.derive.world import World


class Status(Enum):
    """How well a statement is borne out, from strong to weak."""

    CONFIRMED = "confirmed"
    RELAYED = "relayed"
    COMPUTED = "computed"
    REPORTED = "reported"
    CLAIMED = "claimed"
    DISPUTED = "disputed"
    SUPERSEDED = "superseded"
    RETRACTED = "retracted"
    REJECTED = "rejected"

    @property
    def weakness(self) -> int:
        """0 for the strongest."""
        return list(Status).index(self)


@dataclass(frozen=True)
class Evidence(OfSource):
    """A witness as it counts on the day.

    `origin` is whose knowledge the words rest on (an id, or `unknown`); `authors` are those whose
    own text it is, `official` those of an original or copy.
    """

    witness: str
    source: Record = field(repr=False)
    key: str
    quote: Quotation | None
    published: PartialDate
    origin: str
    authors: frozenset[str]
    official: frozenset[str]
    counts: bool
    prints_value: bool = True

    @property
    def may_count(self) -> bool:
        """True for a quotation that counts, or did until its source was withdrawn."""
        return self.quote is not None and self.publication.counts


@dataclass(frozen=True)
class Aside:
    """Why a position has stepped aside: rejected, superseded or retracted, by and since when."""

    status: Status
    why: str
    by: tuple[str, ...]
    on: date

    @property
    def rank(self) -> tuple[bool, date]:
        """What comes last stands nearest to being held."""
        return self.status is not Status.REJECTED, self.on


@dataclass(frozen=True)
class Stance:
    """A position as of the day; `key` is `only` where the statement has no positions."""

    key: str
    content: Content
    by: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    status: Status | None
    aside: Aside | None = None

    @cached_property
    def counted(self) -> tuple[Evidence, ...]:
        """The witnesses that count."""
        return tuple(e for e in self.evidence if e.counts)


def last_aside(stances: Sequence[Stance]) -> tuple[Stance, ...]:
    """The positions that stepped aside last; what was rejected was never held, and comes last."""
    latest = max((one.aside.rank for one in stances if one.aside), default=None)
    return tuple(one for one in stances if one.aside and one.aside.rank == latest)


@dataclass(frozen=True)
class Computed:
    """The result of a formula over statements as printed, None where an input is missing.

    `agrees` says of `recompute` whether the stated value lies within the written precision.
    """

    formula: str
    inputs: tuple[str, ...]
    result: str | None
    number: Decimal | None = None
    date: PartialDate | None = None
    agrees: bool | None = None
    missing: tuple[str, ...] = ()


@dataclass(frozen=True)
class Fact:
    """A statement as it stands on the day.

    `weakest` is the status of what it is computed from, `end` the day on which what it says for a
    length of time ends, `own_state` what holds of it on the day.
    """

    located: Located = field(repr=False)
    label: str
    stances: tuple[Stance, ...]
    status: Status | None
    by: tuple[str, ...]
    known_from: date | None
    own_state: Held | None = None
    computed: Computed | None = None
    silent: Mapping[str, tuple[Evidence, ...]] = field(default_factory=dict)
    reading: Reading | None = None
    lowered: str = ""
    end: date | None = None
    weakest: Status | None = None

    @property
    def grade(self) -> Status | None:
        """How well it is borne out: what is computed, no better than its weakest input."""
        return self.weakest or self.status

    @property
    def id(self) -> str:
        """The statement's id."""
        return self.located.id

    @property
    def held(self) -> Held | None:
        """What holds on the day; what is done to others is told by the states of these."""
        return None if self.acts_on_others else self.own_state

    @property
    def acts_on_others(self) -> bool:
        """True for an act of a measure or event; a term is agreed besides, and told of itself."""
        return self.located.path[:1] == ("acts",)

    @property
    def record(self) -> Record:
        """The record that it stands in."""
        return self.located.record

    @property
    def statement(self) -> Statement:
        """What was written."""
        return self.located.statement

    def of_series(self, key: str) -> str | None:
        """What a figure does not say itself and has from its series."""
        series = self.record.data
        return getattr(series, key, None) if isinstance(series, Series) else None

    @cached_property
    def standing(self) -> tuple[Stance, ...]:
        """The positions that have not stepped aside and have a counted witness."""
        return tuple(s for s in self.stances if not s.aside and s.status)

    @cached_property
    def left(self) -> tuple[Stance, ...]:
        """The positions that have not stepped aside, with a counted witness or without."""
        return tuple(s for s in self.stances if not s.aside)

    @cached_property
    def rivals(self) -> tuple[Stance, ...]:
        """The positions of which none wins: of a dispute, or of several without a quotation.

        Empty if there is one value, which is `chosen`.
        """
        if self.status is Status.DISPUTED:
            return self.standing
        left = () if self.standing else self.left
        several = len(left) > 1 and not agree(self.statement, [s.key for s in left])
        return left if several else ()

    @cached_property
    def contents(self) -> tuple[Content, ...]:
        """What it says: one content, or that of each position where none wins."""
        return tuple(s.content for s in self.rivals) or (self.chosen,)

    @cached_property
    def chosen(self) -> Content:
        """The most precise of what stands, else of what is left, else of what went last."""
        stances = self.standing or self.left or last_aside(self.stances)
        return min((s.content for s in stances), key=coarseness, default=self.statement)

    @cached_property
    def evidence(self) -> tuple[Evidence, ...]:
        """All witnesses, those of silent sides included."""
        return tuple(chain(*(one.evidence for one in self.stances), *self.silent.values()))


@dataclass(frozen=True)
class Dossier:
    """The briefing as of a day, with what is known, and the acts as they stand: its worlds."""

    briefing: Briefing
    as_of: date
    facts: Mapping[str, Fact]
    worlds: tuple[World, ...] = field(repr=False)

    @property
    def day(self) -> date:
        """The day up to which evidence is read: `as_of`, but never past the coverage end."""
        return Today(self.briefing, self.as_of).day

    @property
    def language(self) -> str:
        """The briefing's own language."""
        return self.briefing.edition.language

    @property
    def past_coverage(self) -> bool:
        """True when the day lies after the coverage end."""
        return self.as_of > self.briefing.edition.coverage_end.last

    @cached_property
    def views(self) -> dict[object, Any]:
        """What readers see of it, as far as it has been made."""
        return {}

    def maker_of(self, fact: Fact) -> Fact:
        """The act that makes what holds of a statement; the statement itself where none does."""
        return self.facts[fact.held.maker] if fact.held else fact

    @cached_property
    def has_states(self) -> bool:
        """True where anything holds or held."""
        return any(fact.held for fact in self.facts.values())

    @cached_property
    def by_record(self) -> Mapping[str, tuple[Fact, ...]]:
        """The known facts of each record, in the order of the file's keys."""
        return grouped((fact.record.id, fact) for fact in self.facts.values())

    @cached_property
    def acts(self) -> tuple[Fact, ...]:
        """The known facts that do something to others."""
        return tuple(f for f in self.facts.values() if f.standing and f.chosen.does)

    @cached_property
    def records(self) -> Mapping[str, Record]:
        """The records that are built: those with a known fact, and those that only describe."""
        return {
            id_: record
            for id_, record in self.briefing.records.items()
            if id_ in self.by_record or has_ground(self, record)
        }

    @cached_property
    def used_sources(self) -> Mapping[str, tuple[Fact, ...]]:
        """The sources that a known fact rests on, each with those facts."""
        named = ((fact, [one.source.id for one in fact.evidence]) for fact in self.facts.values())
        used = grouped((id_, fact) for fact, ids in named for id_ in dict.fromkeys(ids))
        return dict(sorted(used.items()))

    @cached_property
    def source_numbers(self) -> Mapping[str, int]:
        """The number of each of those sources, the same on the site and in every PDF."""
        return {id_: number for number, id_ in enumerate(self.used_sources, 1)}

    def of_kind(self, kind: str) -> tuple[Record, ...]:
        """The built records of one kind, by id."""
        return tuple(one for one in self.briefing.of_kind(kind) if one.id in self.records)
