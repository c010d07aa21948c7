"""An earlier briefing and what came of it: every id of now with what it was then.

An id that moved leads on, and a quotation is known by its words: a new name hides nothing of what
became of what had the old one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, partial

from generator.derive import Dossier, Fact
from generator.link import Located, witness_parts
from generator.model.record import Record
from generator.moved import led, next_of
from generator.rules.since.printed import bare, printed, renamed


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
        return briefing.unreadable | briefing.as_read.ids

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
        return self.names.get(witness) or (f"{was}#{key}" if key else was)

    def is_altered(self, witness: str, then: str, now: str) -> bool:
        """Whether the words of a quotation are others, by its name of now.

        Under another key one may quote more of a sentence, or less; a cell is all that it says.
        """
        if then == now or witness not in self.names or "/" in witness:
            return then != now
        one, other = (f" {bare(text)} " for text in (then, now))
        return one == other or not (one in other or other in one)

    @cached_property
    def names(self) -> Mapping[str, str]:
        """The quotations that have another key, or are in another source, with their old names."""
        was = printed(self.before.briefing, lambda id_: id_)
        now = printed(self.after.briefing.as_read, lambda id_: self.origins.get(id_, id_))
        gone = (one for name, one in was.items() if name not in now)
        return renamed(gone, (one for name, one in now.items() if name not in was))
