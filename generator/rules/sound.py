"""Rules that read a record and what it names: of what they were silent about, they stay so."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from generator.derive import Dossier
from generator.diagnostics import Diagnostic
from generator.hashing import digest
from generator.model.record import Record
from generator.rules.mentions import IdIndex

Rule = Callable[[Dossier], Iterator[Diagnostic]]
_NEAR = set[Rule]()


def near(rule: Rule) -> Rule:
    """Marks a rule that looks up no other record but what one names, and reads no fact."""
    _NEAR.add(rule)
    return rule


def is_near(rule: Rule) -> bool:
    """Whether a rule is marked so."""
    return rule in _NEAR


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


@dataclass(frozen=True)
class Near:
    """What such rules read of each record of a dossier."""

    dossier: Dossier

    @cached_property
    def named(self) -> dict[str, frozenset[str]]:
        """The records that each record names, itself among them."""
        records = IdIndex.of(self.dossier.briefing).records
        return {id_: names | {id_} for id_, names in records.items()}

    @cached_property
    def keys(self) -> dict[str, str]:
        """The hash of all that is read of each record."""
        briefing, day = self.dossier.briefing, str(self.dossier.as_of)
        files = {id_: digest(one.file.path, one.file.text) for id_, one in briefing.records.items()}
        about = digest(day, briefing.edition_places.file.text, *sorted(briefing.unreadable))
        own = {
            id_: (files[id_], *(files.get(one, "") for one in sorted(names)))
            for id_, names in self.named.items()
        }
        return {id_: digest(about, *several) for id_, several in own.items()}

    def unsound(self, sound: Collection[str]) -> Dossier:
        """The records that are to be judged: those that are not known to be sound."""
        briefing = self.dossier.briefing
        ids = [id_ for id_, key in self.keys.items() if key not in sound]
        asked = replace(briefing, records=Asked(briefing.records, ids))
        return replace(self.dossier, briefing=asked, facts={}, worlds=())

    def sound(self, found: Iterable[Diagnostic]) -> set[str]:
        """The records that are sound now: nothing was said of them, or of what they name."""
        spans = [span for one in found for span in (one.span, *(at.span for at in one.labels))]
        spoken = {span.file.stem for span in spans}
        return {key for id_, key in self.keys.items() if self.named[id_].isdisjoint(spoken)}
