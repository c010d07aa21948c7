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
from generator.derive.world import worlds


@dataclass(frozen=True)
class Later(Today):
    """A day that lies ahead, with what is known now."""

    @property
    def day(self) -> date:
        """The day itself, past the coverage end too."""
        return self.as_of


def code_on(dossier: Dossier, fact: Fact, day: date) -> Code | None:
    """What a statement is on a later day; None where positions differ or it has no state."""
    subject, known = subject_of(fact), worlds(Later(dossier.briefing, day), dossier.facts)
    found = {state.code for one in known if subject and (state := state_of(one, subject))}
    return found.pop() if len(found) == 1 else None
