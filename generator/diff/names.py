"""What is called otherwise, told once: what only names it reads otherwise by that alone.

Refuses to hide a name: it is told at what has it, also of a side or person without a page.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.derive import Dossier, Fact
from generator.derive.labels import label
from generator.diff.moved import Moves
from generator.link import Briefing
from generator.model.record import Record
from generator.render.links import is_statement

# What is named without a page of its own; of all else the page tells what it is called.
NAMED = ("party", "body", "person")


def called_as_now(before: Dossier, after: Dossier, moved: Moves) -> Dossier:
    """The dossier of then, with everything called as it is now."""
    there = after.briefing.records
    records = {
        id_: renamed(record, there.get(moved(id_)))
        for id_, record in before.briefing.records.items()
    }
    briefing = replace(before.briefing, records=records)
    facts = {id_: relabelled(briefing, fact) for id_, fact in before.facts.items()}
    return replace(before, briefing=briefing, facts=facts)


def renamed(was: Record, now: Record | None) -> Record:
    """A record with the name that it has now."""
    if now is None or now.kind != was.kind or now.data.called == was.data.called:
        return was
    name = {key: getattr(now.data, key) for key in ("name", "term", "title") if has(now, key)}
    return replace(was, data=was.data.model_copy(update=name))


def has(record: Record, key: str) -> bool:
    """Whether a record has a key of its kind."""
    return key in type(record.data).model_fields


def relabelled(briefing: Briefing, fact: Fact) -> Fact:
    """A statement called by the names of now; by what it is called itself as it was."""
    own = fact.id == fact.record.id and is_statement(fact.record) and fact.record.data.called
    return fact if own else replace(fact, label=label(briefing, fact.located))


def called_otherwise(
    before: Dossier, after: Dossier, moved: Moves
) -> Iterator[tuple[Record, Record]]:
    """Those without a page of their own that have another name, as they were and are."""
    for id_, was in before.briefing.records.items():
        now = after.briefing.records.get(moved(id_))
        is_told = id_ in before.records and moved(id_) in after.records
        is_named = was.kind in NAMED and not is_told
        if now and is_named and now.kind == was.kind and now.data.names != was.data.names:
            yield was, now


def in_full(dossier: Dossier, record: Record) -> str:
    """What a record is called, with its forms in other languages."""
    if record.data.called is None:
        return ""
    forms = [text for _, text in record.data.called.foreign(dossier.language)]
    name = record.data.called.in_language(dossier.language)
    return f"{name} ({', '.join(forms)})" if forms else name
