"""What nothing names: records without a statement, and sources that nothing rests on."""

from __future__ import annotations

from collections.abc import Collection
from difflib import get_close_matches

from generator.derive import Dossier
from generator.link import Briefing, witness_parts
from generator.model.record import Record
from generator.rules.known import Known
from generator.rules.needed import may_be_needed
from generator.rules.reason_differs import all_meant

# Kinds whose pages are made of statements; the others consist of names, or of what they show.
STATING = {"person", "round", "agreement", "measure", "licence", "event", "series", "claim"}


def mute(dossier: Dossier) -> list[Record]:
    """The records that state nothing and that nothing names; none where something may have."""
    briefing = dossier.briefing
    named = {mention.target.partition(".")[0] for mention in Known.of(briefing).mentions}
    stating = (one for one in briefing.records.values() if one.kind in STATING)
    found = [one for one in stating if not (one.statements or one.id in named or one.data.see)]
    return [] if found and may_be_needed(dossier) else found


def unused(dossier: Dossier) -> list[Record]:
    """The sources that are neither a witness nor where a name was seen; none where they may be."""
    used = rested_on(dossier.briefing)
    found = [one for one in dossier.briefing.of_kind("source") if one.id not in used]
    if not found or may_be_needed(dossier):
        return []
    named = all_meant(dossier.briefing.as_read)
    return [one for one in found if one.id not in named]


def orphaned(before: Briefing, dossier: Dossier, kept: Collection[str]) -> dict[str, list[Record]]:
    """The sources on which only records rested that are not kept, by those records.

    None where another source is unused too, which is told for itself.
    """
    found: dict[str, list[Record]] = {}
    left = {one.id: one for one in unused(dossier)}
    gone = [record for record in before.records.values() if record.id not in kept]
    for record in gone if left else ():
        named = {
            witness_parts(one)[0] for _, each in record.statements.values() for one in each.named
        }
        found[record.id] = [left[id_] for id_ in sorted(named & left.keys())]
    is_all = left.keys() == {one.id for several in found.values() for one in several}
    return found if is_all else {}


def rested_on(briefing: Briefing) -> set[str]:
    """The sources that are mentioned, also those that were only misspelt."""
    named = {
        witness_parts(mention.target)[0]
        for mention in Known.of(briefing).mentions
        if {"witness", "source"} & set(mention.kinds)
    }
    ids = [record.id for record in briefing.of_kind("source")]
    misspelt = named - set(ids)
    return named | {near for id_ in misspelt for near in get_close_matches(id_, ids, n=1)}
