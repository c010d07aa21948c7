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
    for then, was in change.before.facts.items():
        if change.origins.get(change.led(then)) == then:
            yield from of_statement(change, change.led(then), was)
    yield from dismissed(change)


def of_statement(change: Change, id_: str, was: Fact) -> Iterator[Diagnostic]:
    """What became of the positions of one statement, under the id that it has now."""
    found = list(_of_dispute(change, id_, was)) if was.status is Status.DISPUTED else []
    yield from found
    located = change.after.briefing.as_read.statements.get(id_)
    if located and not found:
        gone = missing(set_aside(was), located)
        if lost := tuple(key for key in gone if not is_renamed(change, was, located, key)):
            yield taken_out(located, lost)
        yield from turned(was, located)


def turned(was: Fact, located: Located) -> Iterator[Diagnostic]:
    """The other answer set aside, with the reason that was written of the one which stands now."""
    then, now = was.statement.positions, located.statement.positions
    for key, position in now.items():
        reasons = [
            name
            for name, old in then.items()
            if position.rejected and old.rejected and old.rejected.why == position.rejected.why
        ]
        stood = key in then and not has_reason(then[key])
        stands = [name for name in reasons if name in now and not has_reason(now[name])]
        if stood and stands:
            yield on_the_other(located, key, stands[0])


def dismissed(change: Change) -> Iterator[Diagnostic]:
    """Disputes that are listed as gone, or as what something else was already; each entry once."""
    found: dict[str, list[Fact]] = {}
    after = change.after.briefing
    for then, was in change.before.facts.items():
        to = change.led(then)
        is_elsewhere = to not in change.there or change.origins.get(to) != then
        above, entry = entry_of(after, then)
        if is_elsewhere and entry and (was.status is Status.DISPUTED or set_aside(was)):
            found.setdefault(above, []).append(was)
    gaps = Known.of(after).gaps
    for above, several in found.items() if after.moved_places else ():
        assert after.moved_places
        named_here = [mention.span for one in several for mention in gaps.get(one.id, ())]
        yield gone(after.moved_places.key((above,)), several, named_here)


def _of_dispute(change: Change, id_: str, was: Fact) -> Iterator[Diagnostic]:
    after = change.after
    fact, located = after.facts.get(id_), after.briefing.as_read.statements.get(id_)
    if fact:
        yield from _of(change, was, fact)
    elif located and (gone := missing(was.standing, located)):
        yield vanished(located, gone)


def _of(change: Change, was: Fact, fact: Fact) -> Iterator[Diagnostic]:
    if not is_whole(change.after.briefing, fact.located):
        return
    missed = {stance.key for stance in was.standing} - {s.key for s in fact.stances}
    gone = {key for key in missed if not is_renamed(change, was, fact.located, key)}
    is_told = any(is_told_itself(change.after, fact, key) for key in missed)
    is_settled = fact.status is Status.DISPUTED or is_explained(was, fact)
    if not is_told and (gone or not is_settled):
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


def is_renamed(change: Change, was: Fact, located: Located, key: str) -> bool:
    """Whether a position stands there under another key: the same, or one on some of its words."""
    then, positions = was.statement.positions, located.statement.positions
    old = then.get(key)
    fresh = [one for name, one in positions.items() if name not in then]
    words = {name for name in old.witnesses if "#" in name} if old else set()
    return old in positions.values() or any(
        words.intersection(map(change.witness, one.witnesses)) for one in fresh
    )


def missing(stances: Iterable[Stance], located: Located) -> tuple[str, ...]:
    """The positions that were there, and that nobody can have written any more."""
    keys = sorted(stance.key for stance in stances)
    path = (*located.path, "positions")
    return tuple(key for key in keys if not located.record.may_hold((*path, key)))


def is_told_itself(dossier: Dossier, fact: Fact, key: str) -> bool:
    """Whether a position is there without a witness, or with one of a day that is told."""
    position = fact.located.statement.positions.get(key)
    sources = list(map(dossier.briefing.source, position.witnesses if position else ()))
    return (position is not None and not sources) or any(
        is_unread(source) or source.published.first > dossier.as_of for source in sources if source
    )


def is_explained(was: Fact, fact: Fact) -> bool:
    """Whether the reader sees why there is no dispute any more, by what was not there before."""
    before = {stance.key for stance in was.stances if stance.aside}
    is_read = fact.reading is not None and fact.reading != was.reading
    return is_read or any(one.aside and one.key not in before for one in fact.stances)


def gone(span: Span, several: list[Fact], named_here: list[Span]) -> Diagnostic:
    """A dispute, or what had a position set aside, of which no position is left anywhere."""
    first, *others = several
    was = "was disputed" if first.status is Status.DISPUTED else "had a position set aside"
    more = f", with {len(others)} more" if others else ""
    return Diagnostic(
        code="dispute-vanished",
        message=f"`{first.id}` {was}{more}; nothing shows its positions any more",
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
        labels=tuple(
            Label(located.key_span("positions", key), "is left")
            for key in located.statement.positions
        ),
        help="keep it with its reason: who read it sees what became of it",
    )


def on_the_other(located: Located, key: str, stands: str) -> Diagnostic:
    """A reason that was not written of the position that it stands at."""
    return Diagnostic(
        code="dispute-vanished",
        message=f"`{located.id}` had `{stands}` set aside for the reason that stands at `{key}` "
        "now",
        span=located.key_span("positions", key, "rejected"),
        severity=Severity.WARNING,
        labels=(Label(located.key_span("positions", stands), "this stands now"),),
        help="say why this one is the slip: what is true of one position is not of the other",
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
