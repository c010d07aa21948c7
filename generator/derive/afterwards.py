"""What holds on a later day if nothing more is decided.

Refuses to foretell: it is the fold of the same acts, read on that day.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.derive.dossier import Dossier, Fact
from generator.derive.held import Code
from generator.derive.states import state_of, subject_of
from generator.derive.when import Today
from generator.derive.world import World, worlds


@dataclass(frozen=True)
class Later(Today):
    """A day that lies ahead, with what is known now."""

    @property
    def day(self) -> date:
        """The day itself, past the coverage end too."""
        return self.as_of


def code_on(dossier: Dossier, fact: Fact, day: date) -> Code | None:
    """What a statement is on a later day; None where positions differ or it has no state."""
    subject, known = subject_of(fact), worlds_on(dossier, day)
    found = {state.code for one in known if subject and (state := state_of(one, subject))}
    return found.pop() if len(found) == 1 else None


def worlds_on(dossier: Dossier, day: date) -> tuple[World, ...]:
    """The acts as they stand on a later day, which many statements are asked for."""
    if day not in dossier.later:
        dossier.later[day] = worlds(Later(dossier.briefing, day), dossier.facts)
    return dossier.later[day]
