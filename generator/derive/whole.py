"""Statements of a day become facts: the computed ones are added, and what holds of each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from generator.derive.computed import with_computed
from generator.derive.dossier import Fact
from generator.derive.labels import NEVER, label
from generator.derive.states import given_ends, states
from generator.derive.when import Today
from generator.derive.world import World, worlds

Whole = tuple[dict[str, Fact], tuple[World, ...]]


def whole(today: Today, known: Mapping[str, Fact], formulas: Iterable[str] | None = None) -> Whole:
    """The facts of a day by id, and the acts as they stand; `formulas` are what is computed."""
    facts = with_computed(today, known, formulas)
    acts = worlds(today, facts)
    found, ends = states(facts, acts), given_ends(acts[0])
    made = {}
    for id_ in sorted(facts):
        fact, held, end = facts[id_], found.get(id_), ends.get(id_)
        # A label says so where something never took effect.
        called = label(today.briefing, fact.located, NEVER) if held and held.never else fact.label
        made[id_] = replace(fact, held=held, end=end, label=called) if held or end else fact
    return made, acts
