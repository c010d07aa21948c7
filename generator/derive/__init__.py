"""A briefing becomes a dossier: what is known on a day, how well, and what holds.

Total and pure: the same briefing and day give the same dossier, whatever is wrong with the content.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from generator.derive.computed import with_computed
from generator.derive.dossier import Dossier, Fact
from generator.derive.facts import stated
from generator.derive.states import states
from generator.derive.told import as_told
from generator.derive.when import Today
from generator.link import Briefing

__all__ = ["Dossier", "Fact", "derive"]


def derive(briefing: Briefing, as_of: date) -> Dossier:
    """The dossier of a day; statements that nobody knew by then are not in it."""
    today = Today(as_told(briefing, as_of), as_of)
    facts = with_computed(today, stated(today))
    found = states(today, facts)
    ordered = {id_: replace(facts[id_], held=found.get(id_)) for id_ in sorted(facts)}
    return Dossier(today.briefing, as_of, ordered)
