"""What nothing names: records without a statement, and sources that nothing rests on."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable
from difflib import get_close_matches

from generator.derive import Dossier
from generator.link import Briefing, witness_parts
from generator.model.record import Record
from generator.model.source import Source
from generator.rules.known import Known
from generator.rules.needed import may_be_needed
from generator.rules.reason_differs import all_meant

# Kinds whose pages are made of statements; the others consist of names, or of what they show.
STATING = {"person", "round", "agreement", "measure", "licence", "event", "series", "claim"}
# Words that may tell what a text is about: in no more than one of so many sources, but for a few.
WORD = re.compile(r"[^\W_]{4,}")
ONE_OF, FEW = 20, 3


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


def unused_by_record(dossier: Dossier) -> dict[str, list[Record]]:
    """The sources that nothing rests on, by the mute record that may have named them.

    That is the first with whose name they share a word that few others have; "" where none is.
    A lone source is that of the first record: one lost statement explains both.
    """
    left = unused(dossier)
    records = mute(dossier) if left else []
    if len(left) == 1 and records:
        return {records[0].id: left}
    sources = dossier.briefing.of_kind("source") if records else ()
    count = Counter(word for one in sources for word in words_of_source(one))
    most = max(FEW, len(sources) // ONE_OF)
    found: dict[str, list[Record]] = {}
    for source in left:
        telling = {word for word in words_of_source(source) if count[word] <= most}
        near = (one.id for one in records if telling & words_of(one.data.names))
        found.setdefault(next(near, ""), []).append(source)
    return found


def words_of_source(record: Record) -> set[str]:
    """The words of a source, of its title and its quotations."""
    assert isinstance(record.data, Source)
    return words_of((*record.data.names, *(one.text for one in record.data.quotes.values())))


def words_of(texts: Iterable[str]) -> set[str]:
    """The words of some texts that are more than a few letters."""
    return {word for text in texts for word in WORD.findall(text.casefold())}


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
