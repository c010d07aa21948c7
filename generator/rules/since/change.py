"""An earlier briefing and what came of it: every id of now with what it was then.

An id that moved leads on, and a quotation is known by its words: a new name hides nothing of what
became of what had the old one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property, partial

from generator.derive import Dossier, Fact
from generator.link import Located, witness_parts
from generator.model.record import Record
from generator.model.source import Source
from generator.moved import led, next_of

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
        """Where an id of then leads now."""
        return led(id_, self.there, partial(next_of, self.after.briefing))

    @cached_property
    def there(self) -> frozenset[str]:
        """The ids of now, also of what is not whole."""
        briefing = self.after.briefing
        return briefing.unreadable | {*briefing.as_read.records, *briefing.as_read.statements}

    @cached_property
    def origins(self) -> Mapping[str, str]:
        """What each id of now was then: the same, or else one that leads to it."""
        was = self.before.briefing
        ids = (*was.records, *was.statements)
        return {self.led(id_): id_ for id_ in ids} | {id_: id_ for id_ in ids if id_ in self.there}

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
