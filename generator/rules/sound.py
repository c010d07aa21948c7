"""Rules that read a record and what it names: of what they were silent about, they stay so."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, partial
from hashlib import blake2b
from pathlib import PurePosixPath
from typing import Any

from generator.derive import Dossier
from generator.diagnostics import Diagnostic
from generator.model.record import Record
from generator.rules.mentions import IdIndex

# They go through the records, look up no other but what one names, and read no fact.
NAMES = """
act-misnamed end-left-out until-inclusive reason-of-nothing reason-misquotes weekday-differs
named-twice same-label value-without-witness says-nothing one-position delegate-unsaid
author-missing reason-missing value-not-in-quotation words-not-in-quotation borne-later
origin-missing text-of-missing long-quotation comment-in-text witness-before-fact other-month
no-period percent-or-points sign-differs bound-lost end-before-start duration-differs
address-differs label-differs
"""
NEAR = frozenset(NAMES.split())


def code_of(rule: Any) -> str:
    """The code that a rule gives."""
    name: str = rule.keywords["row"].code if isinstance(rule, partial) else rule.__name__
    return name.replace("_", "-")


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
    def keys(self) -> dict[str, bytes]:
        """The hash of all that is read of each record."""
        briefing, day = self.dossier.briefing, str(self.dossier.as_of)
        files = {id_: hashed(one.file.path, one.file.text) for id_, one in briefing.records.items()}
        about = hashed(day, briefing.edition_places.file.text, *sorted(briefing.unreadable))
        own = {
            id_: (files[id_], *(files.get(one, b"") for one in sorted(names)))
            for id_, names in self.named.items()
        }
        return {id_: hashed(about, *several) for id_, several in own.items()}

    def unsound(self, sound: Collection[bytes]) -> Dossier:
        """The records that are to be judged: those that are not known to be sound."""
        briefing = self.dossier.briefing
        ids = [id_ for id_, key in self.keys.items() if key not in sound]
        asked = replace(briefing, records=Asked(briefing.records, ids))
        return replace(self.dossier, briefing=asked, facts={}, worlds=())

    def sound(self, found: Iterable[Diagnostic]) -> set[bytes]:
        """The records that are sound now: nothing was said of them, or of what they name."""
        spans = [span for one in found for span in (one.span, *(at.span for at in one.labels))]
        spoken = {PurePosixPath(span.file.path).stem for span in spans}
        return {key for id_, key in self.keys.items() if self.named[id_].isdisjoint(spoken)}


def hashed(*parts: str | bytes) -> bytes:
    """The hash of some parts, each with its length, so that none runs into the next."""
    made = blake2b(digest_size=16)
    for part in parts:
        content = part.encode() if isinstance(part, str) else part
        made.update(b"%d:" % len(content))
        made.update(content)
    return made.digest()
