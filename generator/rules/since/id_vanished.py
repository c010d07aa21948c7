"""`id-vanished`: an id that was published keeps leading somewhere."""

from __future__ import annotations

import re
from collections.abc import Collection, Container, Iterable, Iterator
from dataclasses import dataclass, replace
from difflib import get_close_matches

from generator.counting import counted
from generator.diagnostics import Diagnostic, Label, Severity
from generator.link import Briefing, Located
from generator.model.edition import Moved
from generator.model.record import Path, Places, Record
from generator.moved import entry_of
from generator.rules.act_without_target import meant_ids
from generator.rules.known import Known
from generator.rules.near import missing, renamed
from generator.rules.since.called import taken_for_others
from generator.rules.since.change import Change
from generator.rules.unnamed import orphaned
from generator.rules.value_without_witness import unwitnessed_ids
from generator.source import SourceFile, Span

# Sentences of the brief come and go with it, and have no address to be kept.
FLEETING = "point"
MOVED = "content/moved.yaml"


@dataclass(frozen=True)
class Vanished:
    """An id that is gone, where that is seen, and what may have its place."""

    id: str
    span: Span
    near: str


def check(change: Change) -> Iterator[Diagnostic]:
    """Records, and statements of records that stayed, that have neither stayed nor moved.

    So too ids that had moved before, and lead to nothing now, or to something else.
    """
    known = Known.of(change.after.briefing)
    yield from of_records(change, known)
    yield from of_statements(change, known)
    yield from of_moved(change, known)
    yield from taken_for_others(change)


def of_records(change: Change, known: Known) -> Iterator[Diagnostic]:
    """Records that are not there any more, or are something else."""
    before, after = change.before.briefing, change.after.briefing
    kept = {*after.records, *after.unreadable}
    bared = orphaned(before, change.after, kept)
    for id_, record in before.records.items():
        now = after.records.get(id_)
        if record.kind == FLEETING:
            continue
        if now and now.kind != record.kind:
            yield taken(record, now)
        elif id_ not in kept and not is_listed(after, id_):
            span = SourceFile(record.file.path, "").head
            fresh = new(after.records, before.records)
            near = alike(after, record, fresh) or close(after, id_, fresh)
            told = vanished(known, Vanished(id_, span, near))
            left = (Label(one.file.head, "nothing rests on it now") for one in bared.get(id_, ()))
            yield replace(told, labels=(*told.labels, *left))


def of_statements(change: Change, known: Known) -> Iterator[Diagnostic]:
    """Statements that are not there any more, of records that are there under any name."""
    before, after = change.before.briefing, change.after.briefing
    # What lacks only its witnesses or its place is told by another rule.
    lacking = unwitnessed_ids(after) | meant_ids(after)
    there = {*after.statements, *lacking}
    blocks: dict[tuple[str, Path], list[Vanished]] = {}
    for then, located in before.statements.items():
        id_, record = change.led(then), change.led(located.record.id)
        now = after.as_read.records.get(record)
        is_spoilt = record in after.unreadable
        if now is None or now.kind != located.record.kind:
            # It is told of the record.
            continue
        if is_spoilt and (now.may_hold(located.path) or is_misspelt(now, located, there)):
            continue
        if id_ not in there and not entry_of(after, id_)[1] and not is_listed(after, then):
            fresh = new(there, before.statements)
            gone = Vanished(then, now.places.key(located.path[:-1]), close(after, id_, fresh))
            blocks.setdefault((record, block(now, located.path)), []).append(gone)
    for (record, path), several in blocks.items():
        if len(several) == 1 or any(one.near for one in several):
            yield from (vanished(known, one) for one in several)
        else:
            yield together(known, ".".join((record, *map(str, path))), several)


def is_misspelt(now: Record, was: Located, there: Container[str]) -> bool:
    """Whether a key like that of a statement is new beside where it was, and cannot be read."""
    beside = was.path[:-1]
    fresh = (
        path
        for path in now.places.keys
        if path and path[:-1] == beside and path not in was.record.places.keys
    )
    unread = [str(path[-1]) for path in fresh if ".".join((now.id, *map(str, path))) not in there]
    return bool(was.path) and bool(get_close_matches(str(was.path[-1]), unread, n=1))


def block(now: Record, path: Path) -> Path:
    """The outermost thing at a path that a record does not hold any more."""
    steps = (path[:count] for count in range(1, len(path)))
    return next((step for step in steps if step not in now.places.keys), path)


def of_moved(change: Change, known: Known) -> Iterator[Diagnostic]:
    """Ids that had moved before, and have nowhere to lead to, or lead elsewhere."""
    after = change.after.briefing
    for id_, entry in change.before.briefing.moved.items():
        to = entry.to if isinstance(entry, Moved) else None
        if id_ not in change.there and not is_listed(after, id_):
            near = change.led(to) if to else ""
            yield vanished(known, Vanished(id_, SourceFile(MOVED, "").head, near))
        elif to and change.led(to) != change.led(id_) and id_ in after.moved:
            assert after.moved_places
            yield elsewhere(id_, change.led(to), after.moved_places)


def is_listed(briefing: Briefing, id_: str) -> bool:
    """Whether an id is listed as moved, or written there in a way that cannot be read."""
    text = briefing.moved_places.file.text if briefing.moved_places else ""
    return id_ in briefing.moved or bool(
        re.search(rf"(?m)^[\s'\"]*{re.escape(id_)}\b['\"]?\s*:", text)
    )


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


def taken(was: Record, now: Record) -> Diagnostic:
    """An id that leads to something of another kind, which stands at another address."""
    return Diagnostic(
        code="id-vanished",
        message=f"`{was.id}` was published in `{folder(was)}`, and stands in `{folder(now)}` now",
        span=now.file.head,
        help="give what is new an id of its own, and keep what was there or list it as moved",
    )


def folder(record: Record) -> str:
    """The folder of a record, which is part of the address of its page."""
    return f"{record.file.path.split('/')[-2]}/"


def elsewhere(id_: str, to: str, places: Places) -> Diagnostic:
    """An address that leads away from what it led to."""
    return Diagnostic(
        code="id-vanished",
        message=f"`{id_}` led to `{to}`, and does not any more",
        span=places.value((id_,)),
        severity=Severity.WARNING,
        help=f"let it lead there: `{id_}: {{to: {to}}}`",
    )


def vanished(known: Known, gone: Vanished) -> Diagnostic:
    """An address that would lead to nothing, what it may be now, and what still names it."""
    id_ = gone.id
    places = known.gaps.get(id_, [])
    is_told_whole = bool(places) and missing(known, places)[0] == id_
    near = (renamed(known, places) if is_told_whole else "") or gone.near
    # What has another name is seen there.
    there = known.briefing.statements.get(near)
    to = f"{{to: {near}}}" if near else "{gone: why}"
    change = f", and change what names it{f' to `{near}`' if near else ''}" if places else ""
    return Diagnostic(
        code="id-vanished",
        message=f"`{id_}` was published, and is there no more",
        span=there.key_span() if there else gone.span,
        labels=tuple(Label(one.span, "named here") for one in places),
        help=f"bring it back, or write `{id_}: {to}` into `content/moved.yaml`{change}",
    )


def together(known: Known, name: str, several: list[Vanished]) -> Diagnostic:
    """Addresses that went with what held them, what still names them, and what to write of each."""
    named = (mention.span for one in several for mention in known.gaps.get(one.id, []))
    places = tuple(dict.fromkeys(named))
    written = ", ".join(f"`{one.id}: {{gone: why}}`" for one in several)
    change = ", and change what names it" if places else ""
    return Diagnostic(
        code="id-vanished",
        message=f"`{name}` was published with {counted(len(several), 'statement')}, and is there "
        "no more",
        span=several[0].span,
        labels=tuple(Label(one, "named here") for one in places),
        help=f"bring it back, or write {written} into `content/moved.yaml`{change}",
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
