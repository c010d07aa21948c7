"""A briefing becomes a dossier: what is known on a day, how well, and what holds.

Total and pure: the same briefing and day give the same dossier, whatever is wrong with the content.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from generator.derive.computed import with_computed
from generator.derive.dossier import Dossier, Fact
from generator.derive.facts import stated
from generator.derive.held import Held
from generator.derive.labels import NEVER, label
from generator.derive.states import given_ends, states
from generator.derive.told import as_told
from generator.derive.when import Today
from generator.model.briefing import Briefing

__all__ = ["Dossier", "Fact", "derive"]


def derive(briefing: Briefing, as_of: date) -> Dossier:
    """The dossier of a day; statements that nobody knew by then are not in it."""
    today = Today(as_told(briefing, as_of), as_of)
    facts = with_computed(today, stated(today))
    found, ends = states(today, facts), given_ends(today, facts)
    ordered = {id_: with_state(today, facts[id_], found.get(id_)) for id_ in sorted(facts)}
    whole = {id_: replace(fact, end=ends.get(id_)) for id_, fact in ordered.items()}
    return Dossier(today.briefing, as_of, whole)


def with_state(today: Today, fact: Fact, held: Held | None) -> Fact:
    """A statement with what holds of it; its label says so where it never took effect."""
    if held is None or not held.never:
        return replace(fact, held=held)
    return replace(fact, held=held, label=label(today.briefing, fact.located, NEVER))
