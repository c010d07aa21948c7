"""An earlier briefing and what came of it: every id of now with what it was then.

An id that moved leads on, and a quotation is known by its words: a new name hides nothing of what
became of what had the old one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property

from generator.derive import Dossier, Fact
from generator.link import Located, witness_parts
from generator.model.edition import Moved
from generator.model.record import Record
from generator.model.source import Source

# How much two texts have in common when one is the other, put otherwise.
ALIKE = 0.8
# What is neither letter nor digit may be set otherwise without other words.
SETTING = re.compile(r"[\W_]+")


@dataclass(frozen=True, eq=False)
class Change:
    """An earlier dossier and the one that came of it, each on the day of its own edition."""

    before: Dossier
    after: Dossier

    def led(self, id_: str) -> str:
        """Where an id of then leads now: to itself, or on by what is listed as moved.

        What has moved takes with it all that stands below it.
        """
        seen = {id_}
        while not self.is_there(id_) and (to := self.next_of(id_)) and to not in seen:
            seen.add(id_ := to)
        return id_

    def is_there(self, id_: str) -> bool:
        """Whether an id is one of now."""
        briefing = self.after.briefing
        found = id_ in briefing.as_read.records or id_ in briefing.as_read.statements
        return found or id_ in briefing.unreadable

    def next_of(self, id_: str) -> str:
        """What took the place of an id, or of what it is below; empty where nothing did."""
        above, entry = self.entry_of(id_)
        return f"{entry.to}{id_[len(above) :]}" if entry and entry.to else ""

    def entry_of(self, id_: str) -> tuple[str, Moved | None]:
        """What is listed of an id, or of what it is below, with the id that it is listed under."""
        above = id_
        while above:
            entry = self.after.briefing.moved.get(above)
            if isinstance(entry, Moved):
                return above, entry
            above = above.rpartition(".")[0]
        return "", None

    @cached_property
    def origins(self) -> Mapping[str, str]:
        """What each id of now was then: the same, or else one that leads to it."""
        was = self.before.briefing
        ids = (*was.records, *was.statements)
        return {self.led(id_): id_ for id_ in ids} | {id_: id_ for id_ in ids if self.is_there(id_)}

    def record(self, now: Record) -> Record | None:
        """What a record was, if it was one of its kind."""
        was = self.before.briefing.records.get(self.origins.get(now.id, ""))
        return was if was and was.kind == now.kind else None

    def statement(self, id_: str) -> Located | None:
        """What a statement was."""
        return self.before.briefing.statements.get(self.origins.get(id_, ""))

    def fact(self, id_: str) -> Fact | None:
        """What followed from a statement."""
        return self.before.facts.get(self.origins.get(id_, ""))

    def witness(self, witness: str) -> str:
        """The name that a witness had; its own where it is new."""
        source, key = witness_parts(witness)
        was = self.origins.get(source, source)
        return f"{was}#{self.keys.get(source, {}).get(key, key)}" if key else was

    @cached_property
    def keys(self) -> Mapping[str, Mapping[str, str]]:
        """The quotations that have another key, by their source: what each was called."""
        sources = ((now, self.record(now)) for now in self.after.briefing.as_read.of_kind("source"))
        return {now.id: renamed(was, now) for now, was in sources if was and was.data != now.data}


def renamed(was: Record, now: Record) -> dict[str, str]:
    """The new keys of a source whose quotations stood there under another, the likest first."""
    assert isinstance(was.data, Source) and isinstance(now.data, Source)
    gone = [key for key in was.data.keys if key not in now.data.keys]
    fresh = [key for key in now.data.keys if key not in was.data.keys]
    found: dict[str, str] = {}
    for _, new, old in sorted(pairs(was.data, now.data, (gone, fresh)), reverse=True):
        if new not in found and old not in found.values():
            found[new] = old
    return found


def pairs(
    was: Source, now: Source, keys: tuple[Iterable[str], Iterable[str]]
) -> Iterator[tuple[float, str, str]]:
    """The quotations gone and come whose words are alike, with how much they are."""
    gone, fresh = keys
    for new in fresh:
        for old in gone:
            one, other = was.quotation(old), now.quotation(new)
            if one and other and column(old) == column(new):
                much = likeness(one.text, other.text)
                yield from [(much, new, old)] if much >= ALIKE else []


def column(key: str) -> tuple[str, ...]:
    """The table and column of a cell, whose row may be called otherwise; nothing for words."""
    return tuple(key.split("/")[::2]) if "/" in key else ()


def likeness(one: str, other: str) -> float:
    """How much two texts have in common, from 0 to 1."""
    return SequenceMatcher(None, bare(one), bare(other), autojunk=False).ratio()


def bare(text: str) -> str:
    """The words of a text, however they are set."""
    return SETTING.sub(" ", text).strip().casefold()
