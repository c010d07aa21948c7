"""Two dossiers become a list of changes, each in the words that readers see.

Refuses to tell of what readers do not see: where a fact is written, or how its file is laid out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from generator.derive import Dossier, Fact
from generator.derive.dossier import Status
from generator.diff.describing import beside, describing_ids, unsaid
from generator.diff.difference import Difference
from generator.diff.moved import Moves, moves, spoken
from generator.diff.names import called_as_now, called_otherwise, in_full
from generator.diff.positions import positions
from generator.diff.quotations import quotations
from generator.diff.records import Description, descriptions
from generator.diff.view import View, view
from generator.diff.witnesses import called, witnesses

VALUE, ADDRESS = "value", "address"
NONE = View({}, {}, {}, {}, {})
NOWHERE = Description("", {}, "")


class Kind(Enum):
    """What became of a statement, a record, a key point or the address of an old id."""

    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    DISPUTED = "disputed"
    SETTLED = "settled"
    CHANGED = "changed"
    FOLLOWS = "follows"


@dataclass(frozen=True)
class Change:
    """What became of one statement or record.

    `page` is where it stands, as an address from the site's root; empty where it is gone
    or has none.
    """

    kind: Kind
    id: str
    label: str
    differences: tuple[Difference, ...]
    page: str = ""


def compare(before: Dossier, after: Dossier) -> tuple[Change, ...]:
    """The changes from one to the other: by kind, then by id."""
    moved = moves(before, after)
    found = [
        *facts(before, after, moved),
        *records(before, after, moved),
        *names(before, after, moved),
        *addresses(before, after, moved),
    ]
    order = list(Kind)
    return tuple(sorted(found, key=lambda change: (order.index(change.kind), change.id)))


def facts(before: Dossier, after: Dossier, moved: Moves) -> Iterator[Change]:
    """The statements that read otherwise, but by what others are called."""
    then = called_as_now(before, after, moved)
    for id_, new_id in moved.pairs(before.facts, after.facts):
        was, now = then.facts.get(id_), after.facts.get(new_id)
        seen = called(moved.seen(view(then, was)), moved.witness) if was else None
        away = () if goes_along(after, id_, new_id) else address(after, moved, id_, new_id)
        told = (*away, *differences(seen, view(after, now) if now else None))
        if told:
            fact = now or was
            assert fact
            page = f"f/{new_id}/index.html" if now else ""
            kind = fate(fate_of_statement(was, now, moved), away)
            yield Change(kind, new_id or id_, fact.label, told, page)


def fate(found: Kind, away: tuple[Difference, ...]) -> Kind:
    """What became of something that may have another address besides."""
    changed = (Kind.CHANGED, Kind.FOLLOWS)
    return Kind.MOVED if away and found in changed else found


def goes_along(after: Dossier, id_: str, new_id: str) -> bool:
    """True for a statement that moved with its record, of which that is told."""
    (record, _, key), (to, _, new_key) = id_.partition("."), new_id.partition(".")
    return record != to and key == new_key != "" and bool(spoken(after, record))


def address(after: Dossier, moved: Moves, id_: str, new_id: str) -> tuple[Difference, ...]:
    """What the address of something says that stands there no more, or that it is lost."""
    told = spoken(after, id_) if id_ and id_ != new_id else ""
    was = "" if told else moved.lost.get(id_, "")
    return (Difference(ADDRESS, f"`{was}`" if was else "", told),) if told or was else ()


def addresses(before: Dossier, after: Dossier, moved: Moves) -> Iterator[Change]:
    """The addresses of ids that were old already, where they do not lead to the same any more."""
    states = (before, after)
    standing = {id_ for one in states for id_ in (*one.facts, *one.records, *one.briefing.prose)}
    for id_ in sorted({*before.briefing.moved, *after.briefing.moved} - standing):
        was, now = spoken(before, id_), spoken(after, id_)
        if spoken(before, id_, moved) != now:
            page = f"f/{id_}/index.html" if now else ""
            yield Change(Kind.MOVED, id_, id_, (Difference(ADDRESS, was, now),), page)


def fate_of_statement(was: Fact | None, now: Fact | None, moved: Moves) -> Kind:
    """What became of a statement."""
    if was is None or now is None:
        return Kind.ADDED if was is None else Kind.REMOVED
    disputed = (was.status is Status.DISPUTED, now.status is Status.DISPUTED)
    if disputed[0] != disputed[1] and now.status is not Status.RETRACTED:
        return Kind.DISPUTED if disputed[1] else Kind.SETTLED
    is_same = moved.is_same(was.statement, now.statement)
    return Kind.FOLLOWS if is_same else Kind.CHANGED


def differences(old: View | None, new: View | None) -> Iterator[Difference]:
    """What reads otherwise of a statement, its witnesses last."""
    was, now = old or NONE, new or NONE
    # What a dispute is about is said before the answers.
    said = (*parts(was.asked, now.asked), *positions(was, now))
    yield from said
    yield from parts(was.parts, now.parts)
    # What is named is told where it comes or goes, not where it is called otherwise.
    rows = (*parts(was.rows, now.rows), *describing_ids(was.beside, now.beside))
    yield from unsaid(rows, said)
    yield from beside(was.beside, now.beside)
    yield from witnesses(was, now)


def parts(old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[Difference]:
    """What came, went or reads otherwise, part by part; what a statement says comes first."""
    for what in sorted({**old, **new}, key=lambda what: what != VALUE):
        if old.get(what) != new.get(what):
            yield Difference(what, old.get(what, ""), new.get(what, ""))


def records(before: Dossier, after: Dossier, moved: Moves) -> Iterator[Change]:
    """The records and key points of which something besides their statements reads otherwise."""
    was = descriptions(before, called_as_now(before, after, moved))
    now = descriptions(after, after)
    for id_, new_id in moved.pairs(was, now):
        old, new = was.get(id_), now.get(new_id)
        # Of a record that is itself a statement, the statement tells where it went.
        away = () if id_ in before.facts else address(after, moved, id_, new_id)
        told = (*away, *described(old or NOWHERE, new or NOWHERE))
        if told:
            one = new or old
            assert one
            kind = fate(fate_of_record(old, new, moved), away)
            yield Change(kind, new_id or id_, one.label, told, new.page if new else "")


def described(was: Description, now: Description) -> Iterator[Difference]:
    """What reads otherwise of a record, the quotations of a source last."""
    yield from parts(was.parts, now.parts)
    yield from quotations(was.quotations, now.quotations)


def names(before: Dossier, after: Dossier, moved: Moves) -> Iterator[Change]:
    """Who is called otherwise and has no page that says so."""
    for was, now in called_otherwise(before, after, moved):
        told = Difference("name", in_full(before, was), in_full(after, now))
        yield Change(Kind.CHANGED, now.id, after.briefing.name(now.id), (told,))


def fate_of_record(old: Description | None, new: Description | None, moved: Moves) -> Kind:
    """What became of a record."""
    if old is None or new is None:
        return Kind.ADDED if old is None else Kind.REMOVED
    return Kind.FOLLOWS if moved.is_same(old.written, new.written) else Kind.CHANGED
