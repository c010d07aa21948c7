"""A briefing becomes a dossier: what is known on a day, how well, and what holds."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from generator.derive.computed import with_computed
from generator.derive.dossier import Dossier, Fact
from generator.derive.facts import stated
from generator.derive.labels import NEVER, label
from generator.derive.mentions import mentions
from generator.derive.states import given_ends, states
from generator.derive.when import Today
from generator.derive.world import World, worlds
from generator.model.briefing import Briefing
from generator.model.dates import parse_date

__all__ = ["Dossier", "Fact", "derive"]

CLAUSE = re.compile(r"(?<=[.;:]) ")


def derive(briefing: Briefing, as_of: date, keys: Mapping[str, str] | None = None) -> Dossier:
    """The dossier of a day; statements that nobody knew by then are not in it.

    The facts of a record that has a key are kept with it, and hold while the key is the same.
    """
    today = Today(as_told(briefing, as_of), as_of)
    facts, known = whole(today, stated(today, keys or {}))
    return Dossier(today.briefing, as_of, facts, known)


def as_told(briefing: Briefing, day: date) -> Briefing:
    """The briefing with its subject, and with the subtitles of its charts, as of an earlier day."""
    if day >= briefing.edition.as_of.last:
        # What lies ahead of the edition itself was written with that in mind.
        return briefing
    edition, changed = briefing.edition, {}
    for record in briefing.records.values():
        written = getattr(record.data, "subtitle", "")
        if (subtitle := told(written, day)) != written:
            data = record.data.model_copy(update={"subtitle": subtitle})
            changed[record.id] = replace(record, data=data)
    subject = told(edition.subject, day)
    if subject == edition.subject and not changed:
        return briefing
    edition = edition.model_copy(update={"subject": subject or edition.title})
    return replace(briefing, edition=edition, records={**briefing.records, **changed})


def told(text: str, day: date) -> str:
    """A text without its clauses that name a time after a day."""
    clauses = CLAUSE.split(text)
    dates = {part: [parse_date(one.iso) for one in mentions(part) if one.year] for part in clauses}
    left = [part for part in clauses if not any(one.first > day for one in dates[part])]
    return text if left == clauses else " ".join(left).rstrip(";:")


Whole = tuple[dict[str, Fact], tuple[World, ...]]


def whole(today: Today, known: Mapping[str, Fact], formulas: Iterable[str] | None = None) -> Whole:
    """The facts of a day by id, and the acts as they stand; `formulas` are what is computed."""
    facts = with_computed(today, known, formulas)
    acts = worlds(today, facts)
    found, ends = states(facts, acts), given_ends(acts[0])
    made = {}
    for id_ in sorted(facts):
        fact, own, end = facts[id_], found.get(id_), ends.get(id_)
        # A label says so where something never took effect.
        called = label(today.briefing, fact.located, NEVER) if own and own.never else fact.label
        made[id_] = replace(fact, own_state=own, end=end, label=called) if own or end else fact
    return made, acts
