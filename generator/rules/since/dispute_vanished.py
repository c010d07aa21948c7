"""`dispute-vanished`: a dispute ends with a rejection or a reading, and not by being taken out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.derive import Dossier, Fact
from generator.derive.dossier import Stance, Status
from generator.diagnostics import Diagnostic, Label, Severity
from generator.link import Located
from generator.model.statement import Position
from generator.moved import entry_of
from generator.rules.known import Known
from generator.rules.publication import is_unread
from generator.rules.said import is_whole
from generator.rules.since.change import Change
from generator.source import Span


def check(change: Change) -> Iterator[Diagnostic]:
    """Positions of an earlier dispute that are neither there nor set aside with a reason.

    So too those that were set aside, and are not there any more.
    """
    after = change.after
    for then, was in change.before.facts.items():
        id_ = change.led(then)
        found = list(_of_dispute(after, id_, was)) if was.status is Status.DISPUTED else []
        yield from found
        located = after.briefing.as_read.statements.get(id_)
        if located and not found:
            gone = missing(set_aside(was), located)
            if lost := tuple(key for key in gone if not is_renamed(was, located, key)):
                yield taken_out(located, lost)
    yield from dismissed(change)


def dismissed(change: Change) -> Iterator[Diagnostic]:
    """Disputes that are listed as gone, each entry once."""
    found: dict[str, list[str]] = {}
    for id_, was in change.before.facts.items():
        above, entry = entry_of(change.after.briefing, change.led(id_))
        if was.status is Status.DISPUTED and entry and entry.gone:
            found.setdefault(above, []).append(id_)
    places, gaps = change.after.briefing.moved_places, Known.of(change.after.briefing).gaps
    for above, several in found.items() if places else ():
        assert places
        named_here = [one.span for id_ in several for one in gaps.get(change.led(id_), ())]
        yield gone(places.key((above,)), several, named_here)


def _of_dispute(after: Dossier, id_: str, was: Fact) -> Iterator[Diagnostic]:
    fact, located = after.facts.get(id_), after.briefing.as_read.statements.get(id_)
    if fact:
        yield from _of(after, was, fact)
    elif located and (gone := missing(was.standing, located)):
        yield vanished(located, gone)


def _of(after: Dossier, was: Fact, fact: Fact) -> Iterator[Diagnostic]:
    if not is_whole(after.briefing, fact.located):
        return
    missed = {stance.key for stance in was.standing} - {s.key for s in fact.stances}
    gone = {key for key in missed if not is_renamed(was, fact.located, key)}
    is_elsewhere = any(is_of_another_day(after, fact, key) for key in missed)
    is_settled = fact.status is Status.DISPUTED or is_explained(was, fact)
    if not is_elsewhere and (gone or not is_settled):
        yield vanished(fact.located, tuple(sorted(gone)), unquoted(was, fact))


def unquoted(was: Fact | None, fact: Fact | None) -> tuple[str, ...]:
    """The positions of a dispute which is none any more, as they have lost their quotations."""
    if not (was and fact) or fact.status is Status.DISPUTED or was.status is not Status.DISPUTED:
        return ()
    if is_explained(was, fact):
        # Then it is a quotation that is lost, and no more.
        return ()
    stood, left = ({stance.key for stance in of} for of in (was.standing, fact.left))
    return tuple(sorted((stood & left) - {stance.key for stance in fact.standing}))


def set_aside(was: Fact) -> tuple[Stance, ...]:
    """The positions that a reader saw with the reason why they stand no more."""
    positions = was.statement.positions
    return tuple(
        one for one in was.stances if one.key in positions and has_reason(positions[one.key])
    )


def has_reason(position: Position) -> bool:
    """Whether it is written why a position stands no more."""
    return any((position.rejected, position.superseded, position.retracted))


def is_renamed(was: Fact, located: Located, key: str) -> bool:
    """Whether a position stands there under another key."""
    return was.statement.positions.get(key) in located.statement.positions.values()


def missing(stances: Iterable[Stance], located: Located) -> tuple[str, ...]:
    """The positions that were there, and that nobody can have written any more."""
    keys = sorted(stance.key for stance in stances)
    path = (*located.path, "positions")
    return tuple(key for key in keys if not located.record.may_hold((*path, key)))


def is_of_another_day(dossier: Dossier, fact: Fact, key: str) -> bool:
    """Whether a position is there, and its source has a day that is told: none can be so late."""
    position = fact.located.statement.positions.get(key)
    sources = map(dossier.briefing.source, position.witnesses if position else ())
    return any(
        is_unread(source) or source.published.first > dossier.as_of for source in sources if source
    )


def is_explained(was: Fact, fact: Fact) -> bool:
    """Whether the reader sees why there is no dispute any more, by what was not there before."""
    before = {stance.key for stance in was.stances if stance.aside}
    is_read = fact.reading is not None and fact.reading != was.reading
    return is_read or any(one.aside and one.key not in before for one in fact.stances)


def gone(span: Span, ids: list[str], named_here: list[Span]) -> Diagnostic:
    """A dispute of which nothing is left but that something was there."""
    first, *others = ids
    more = f", and so {'was' if len(others) == 1 else 'were'} {len(others)} more" if others else ""
    return Diagnostic(
        code="dispute-vanished",
        message=f"`{first}` was disputed{more}; what is gone has no positions any more",
        span=span,
        severity=Severity.ERROR if named_here else Severity.WARNING,
        labels=tuple(Label(one, "named here") for one in named_here),
        help="keep it with its positions; what is a slip is `rejected: {why, on}`",
    )


def taken_out(located: Located, gone: tuple[str, ...]) -> Diagnostic:
    """What had been set aside for a reason, of which a reader would see nothing any more."""
    return Diagnostic(
        code="dispute-vanished",
        message=f"`{located.id}` has no position {named(gone)} any more, set aside for a reason",
        span=located.key_span(),
        help="keep it with its reason: who read it sees what became of it",
    )


def vanished(located: Located, gone: tuple[str, ...], unquoted: tuple[str, ...] = ()) -> Diagnostic:
    """A dispute of which a reader would see nothing any more."""
    lost = f": no position {named(gone)} any more" if gone else ""
    bare = f": no quotation of {named(unquoted)} any more" if unquoted and not gone else ""
    return Diagnostic(
        code="dispute-vanished",
        message=f"`{located.id}` was disputed{lost}{bare}",
        span=located.key_span("positions", *unquoted[:1]),
        labels=tuple(
            Label(
                located.key_span("positions", key), "nor of this" if key in unquoted else "is left"
            )
            for key in located.statement.positions
            if key not in unquoted[:1]
        ),
        help="keep the position with its quotation, and give it `rejected: {why, on}`, or say in "
        "a `reading` how the witnesses are to be read",
    )


def named(keys: tuple[str, ...]) -> str:
    """Positions by their keys."""
    return " and ".join(f"`{key}`" for key in keys)
