"""A briefing becomes a dossier: what is known on a day, how well, and what holds."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from generator.derive.computed import with_computed
from generator.derive.dossier import Dossier, Fact
from generator.derive.facts import stated
from generator.derive.labels import NEVER, label
from generator.derive.states import given_ends, states
from generator.derive.told import as_told
from generator.derive.when import Today
from generator.derive.world import worlds
from generator.model.briefing import Briefing

__all__ = ["Dossier", "Fact", "derive"]


def derive(briefing: Briefing, as_of: date) -> Dossier:
    """The dossier of a day; statements that nobody knew by then are not in it."""
    today = Today(as_told(briefing, as_of), as_of)
    facts = with_computed(today, stated(today))
    known = worlds(today, facts)
    found, ends = states(facts, known), given_ends(known[0])
    whole = {}
    for id_ in sorted(facts):
        fact, held, end = facts[id_], found.get(id_), ends.get(id_)
        # A label says so where something never took effect.
        called = label(today.briefing, fact.located, NEVER) if held and held.never else fact.label
        whole[id_] = replace(fact, held=held, end=end, label=called) if held or end else fact
    return Dossier(today.briefing, as_of, whole, known)
