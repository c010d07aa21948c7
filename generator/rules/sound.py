"""Rules that read a record and what it names.

A record in which they found nothing is not judged again while what they read is the same.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, lru_cache

from generator.derive import Dossier
from generator.derive.computed import unit_of
from generator.diagnostics import Diagnostic
from generator.hashing import digest
from generator.model.briefing import Briefing
from generator.model.record import Record
from generator.rules.mentions import IdIndex

Rule = Callable[[Dossier], Iterator[Diagnostic]]
NEAR_RULES = set[Rule]()


def near(rule: Rule) -> Rule:
    """Marks a rule that reads no fact, and of records that one does not name only what is told."""
    NEAR_RULES.add(rule)
    return rule


@dataclass(frozen=True)
class Asked(Mapping[str, Record]):
    """Some records to go through, among all that can be looked up."""

    every: Mapping[str, Record]
    ids: Collection[str]

    def __getitem__(self, id_: str) -> Record:
        """Any record."""
        return self.every[id_]

    def __iter__(self) -> Iterator[str]:
        """Those that are asked for."""
        return iter(self.ids)

    def __len__(self) -> int:
        """How many are asked for."""
        return len(self.ids)


def told(briefing: Briefing, day: date) -> Iterator[str]:
    """What is told of all: beside the records, who is who, and what numbers count."""
    yield from (str(day), " ".join(sorted(briefing.unreadable)))
    yield from (one.file.text for one in briefing.places_beside)
    yield " ".join(sorted(briefing.prose))
    for kind in ("party", "body", "person"):
        for one in briefing.of_kind(kind):
            of = [vars(one.data).get(key) for key in ("party", "of", "house")]
            yield repr((one.id, one.data.called, one.data.aliases, of))
    yield from sorted({unit_of(one) or "" for one in briefing.statements.values()})


@dataclass(frozen=True)
class Near:
    """What such rules read of each record of a briefing on a day, and what its facts follow from.

    The status of a fact is judged by its record, by what that names, and by who is who.
    """

    briefing: Briefing
    day: date

    @classmethod
    @lru_cache(maxsize=2)
    def of(cls, briefing: Briefing, day: date) -> Near:
        """That of a briefing."""
        return cls(briefing, day)

    @cached_property
    def named(self) -> dict[str, frozenset[str]]:
        """The records that each record names, itself among them."""
        return {id_: names | {id_} for id_, names in IdIndex.of(self.briefing).records.items()}

    @cached_property
    def keys(self) -> dict[str, str]:
        """The hash of all that is read of each record."""
        records, about = self.briefing.records, digest(*told(self.briefing, self.day))
        files = {
            id_: one.once("file", lambda own: digest(own.file.path, own.file.text))
            for id_, one in records.items()
        }
        return {
            id_: digest(about, files[id_], *(files.get(one, "") for one in sorted(names)))
            for id_, names in self.named.items()
        }

    def unsound(self, dossier: Dossier, sound: Collection[str]) -> Dossier:
        """The records that are to be judged: those that are not known to be sound."""
        briefing = self.briefing
        ids = [id_ for id_, key in self.keys.items() if key not in sound]
        asked = replace(briefing, records=Asked(briefing.records, ids), among=briefing)
        return replace(dossier, briefing=asked, facts={}, worlds=())

    def sound(self, found: Iterable[Diagnostic]) -> set[str]:
        """The records that are sound now: nothing was said of them, or of what they name."""
        spans = [span for one in found for span in (one.span, *(at.span for at in one.labels))]
        spoken = {span.file.stem for span in spans}
        return {key for id_, key in self.keys.items() if self.named[id_].isdisjoint(spoken)}
