"""`id-vanished`: an id that was published keeps leading somewhere."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from generator.derive import Dossier
from generator.diagnostics import Diagnostic, Label
from generator.link import Briefing
from generator.rules.dangling_ref import missing, renamed
from generator.rules.known import Known
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
            yield vanished(known, id_, SourceFile(record.file.path, "").head)
    # What lacks only its witnesses is told by another rule.
    there = {*after.briefing.statements, *unwitnessed_ids(after.briefing)}
    for id_, located in before.briefing.statements.items():
        now = after.briefing.as_read.records.get(located.record.id)
        is_spoilt = located.record.id in after.briefing.unreadable
        if now is None or (is_spoilt and now.may_hold(located.path)):
            # It is told of the record, or nothing can be told.
            continue
        if id_ not in there and id_ not in after.briefing.moved:
            yield vanished(known, id_, now.places.key(located.path[:-1]))


def vanished(known: Known, id_: str, span: Span) -> Diagnostic:
    """An address that would lead to nothing, and what still names it."""
    places = known.gaps.get(id_, [])
    is_told_whole = bool(places) and missing(known, places)[0] == id_
    near = renamed(known, places) if is_told_whole else _close(known.briefing, id_)
    to = f"{{to: {near}}}" if near else "{gone: why}"
    change = f", and change what names it{f' to `{near}`' if near else ''}" if places else ""
    return Diagnostic(
        code="id-vanished",
        message=f"`{id_}` was published, and is there no more",
        span=span,
        labels=tuple(Label(one.span, "named here") for one in places),
        help=f"bring it back, or write `{id_}: {to}` into `content/moved.yaml`{change}",
    )


def _close(briefing: Briefing, id_: str) -> str:
    ids = briefing.statements if "." in id_ else briefing.records
    record, _, key = id_.partition(".")
    slipped = f"{record}.{key.rpartition('.')[2]}"
    if slipped in ids:
        # It has slipped out of what held it.
        return slipped
    return next(iter(get_close_matches(id_, ids, n=1, cutoff=0.8)), "")
