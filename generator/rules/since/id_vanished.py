"""`id-vanished`: an id that was published keeps leading somewhere."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Iterator
from difflib import get_close_matches

from generator.derive import Dossier
from generator.diagnostics import Diagnostic, Label
from generator.link import Briefing
from generator.model.record import Record
from generator.rules.act_without_target import meant_ids
from generator.rules.known import Known
from generator.rules.near import missing, renamed
from generator.rules.value_without_witness import unwitnessed_ids
from generator.source import SourceFile, Span

# Sentences of the brief come and go with it, and have no address to be kept.
FLEETING = "point"


def check(before: Dossier, after: Dossier) -> Iterator[Diagnostic]:
    """Records, and statements of records that stayed, that have neither stayed nor moved."""
    known = Known.of(after.briefing)
    kept = {*after.briefing.records, *after.briefing.unreadable}
    for id_, record in before.briefing.records.items():
        if record.kind == FLEETING:
            continue
        if id_ not in kept and id_ not in after.briefing.moved:
            span = SourceFile(record.file.path, "").head
            fresh = new(after.briefing.records, before.briefing.records)
            near = alike(after.briefing, record, fresh) or close(after.briefing, id_, fresh)
            yield vanished(known, id_, span, near)
    # What lacks only its witnesses or its place is told by another rule.
    lacking = unwitnessed_ids(after.briefing) | meant_ids(after.briefing)
    there = {*after.briefing.statements, *lacking}
    for id_, located in before.briefing.statements.items():
        now = after.briefing.as_read.records.get(located.record.id)
        is_spoilt = located.record.id in after.briefing.unreadable
        if now is None or (is_spoilt and now.may_hold(located.path)):
            # It is told of the record, or nothing can be told.
            continue
        if id_ not in there and id_ not in after.briefing.moved:
            span = now.places.key(located.path[:-1])
            fresh = new(there, before.briefing.statements)
            yield vanished(known, id_, span, close(after.briefing, id_, fresh))


def new(now: Iterable[str], before: Container[str]) -> tuple[str, ...]:
    """The ids that were not there before: what has another name is one of them."""
    return tuple(id_ for id_ in now if id_ not in before)


def alike(briefing: Briefing, was: Record, fresh: Iterable[str]) -> str:
    """The new record that is called what one was that is gone, so that its id is another."""
    language = briefing.edition.language
    name = was.data.heading(language)
    found = (briefing.records[id_] for id_ in fresh)
    same = [
        one.id for one in found if one.kind == was.kind and one.data.heading(language) == name != ""
    ]
    return same[0] if len(same) == 1 else ""


def vanished(known: Known, id_: str, span: Span, near: str) -> Diagnostic:
    """An address that would lead to nothing, what it may be now, and what still names it."""
    places = known.gaps.get(id_, [])
    is_told_whole = bool(places) and missing(known, places)[0] == id_
    near = (renamed(known, places) if is_told_whole else "") or near
    to = f"{{to: {near}}}" if near else "{gone: why}"
    change = f", and change what names it{f' to `{near}`' if near else ''}" if places else ""
    return Diagnostic(
        code="id-vanished",
        message=f"`{id_}` was published, and is there no more",
        span=span,
        labels=tuple(Label(one.span, "named here") for one in places),
        help=f"bring it back, or write `{id_}: {to}` into `content/moved.yaml`{change}",
    )


def close(briefing: Briefing, id_: str, fresh: Collection[str]) -> str:
    """The new id beside one that is gone which is nearest, or where that has slipped to."""
    record, _, path = id_.partition(".")
    slipped = f"{record}.{path.rpartition('.')[2]}"
    if path and slipped in briefing.statements:
        # It has slipped out of what held it.
        return slipped
    parent, _, key = id_.rpartition(".")
    beside = {one.rpartition(".")[2]: one for one in fresh if one.rpartition(".")[0] == parent}
    return next((beside[near] for near in get_close_matches(key, beside, n=1)), "")
