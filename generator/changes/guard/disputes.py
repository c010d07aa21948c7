"""`dispute-vanished`, `quotation-lost`: nothing ends by being taken out.

A dispute ends with a rejection or a reading, and what rested on words is not left without.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.changes.listing import Changes
from generator.derive import Fact
from generator.derive.dossier import Status
from generator.diagnostics import Diagnostic, Label, Severity
from generator.model.briefing import Located, witness_parts
from generator.model.moved import entry_of
from generator.model.statement import Position, Statement
from generator.rules.mentions import mentions
from generator.rules.shared import parts
from generator.source import Span


def check(changes: Changes) -> Iterator[Diagnostic]:
    """Positions of a dispute, or set aside with a reason, that are gone or have no reason now."""
    for now in changes.head.briefing.statements.values():
        was = changes.fact(now.id)
        # A witness that cannot be found ends no dispute: that is reported.
        if was and all(part.is_whole for part in parts(changes.head.briefing, now)):
            yield from of_statement(changes, was, now)
    yield from dismissed(changes)


def of_statement(changes: Changes, was: Fact, now: Located) -> Iterator[Diagnostic]:
    """What became of the positions of one statement."""
    fact = changes.head.facts.get(now.id)
    gone = [key for key in was.statement.positions if not is_kept(changes, was, now, key)]
    if was.status is Status.DISPUTED:
        stood = {one.key for one in was.standing}
        is_left = not fact or fact.status is Status.DISPUTED or is_explained(was, fact)
        lost = tuple(sorted(stood.intersection(gone)))
        if lost or not (is_left or is_unwitnessed(now)):
            yield vanished(now, lost, unquoted(was, fact))
            return
    aside = tuple(sorted(key for key in gone if has_reason(was.statement.positions[key])))
    if aside:
        yield taken_out(now, aside)
    yield from turned(was, now)


def is_kept(changes: Changes, was: Fact, now: Located, key: str) -> bool:
    """Whether a position is there under its key, or under another with some of its words."""
    old, positions = was.statement.positions[key], now.statement.positions
    if key in positions or any(changes.pairing.same(old, one) for one in positions.values()):
        return True
    fresh = (one for name, one in positions.items() if name not in was.statement.positions)
    words = {name for name in old.witnesses if "#" in name}
    return any(words.intersection(map(changes.pairing.witness, one.witnesses)) for one in fresh)


def is_unwitnessed(now: Located) -> bool:
    """Whether a position has no witness, which is reported for itself."""
    return any(not one.witnesses for one in now.statement.positions.values())


def is_explained(was: Fact, fact: Fact) -> bool:
    """Whether the reader sees why there is no dispute any more: a new reading or a new reason."""
    before = {stance.key for stance in was.stances if stance.aside}
    is_read = fact.reading is not None and fact.reading != was.reading
    return is_read or any(one.aside and one.key not in before for one in fact.stances)


def unquoted(was: Fact | None, fact: Fact | None) -> tuple[str, ...]:
    """The positions of a dispute that ended as they lost their quotations."""
    if not (was and fact) or fact.status is Status.DISPUTED or was.status is not Status.DISPUTED:
        return ()
    stood, left = ({one.key for one in of} for of in (was.standing, fact.left))
    lost = (stood & left) - {one.key for one in fact.standing}
    return () if is_explained(was, fact) else tuple(sorted(lost))


def has_reason(position: Position) -> bool:
    """Whether it is written why a position stands no more."""
    return any((position.rejected, position.superseded, position.retracted))


def turned(was: Fact, now: Located) -> Iterator[Diagnostic]:
    """The other answer set aside, with the reason that was written of the one that stands now."""
    then, positions = was.statement.positions, now.statement.positions
    for key, position in positions.items():
        if not position.rejected or key not in then or has_reason(then[key]):
            continue
        for name, old in then.items():
            stands = name in positions and not has_reason(positions[name])
            if stands and old.rejected and old.rejected.why == position.rejected.why:
                yield on_the_other(now, key, name)


def dismissed(changes: Changes) -> Iterator[Diagnostic]:
    """Disputes that are listed as gone, or as what something else was already; each entry once."""
    head, found = changes.head.briefing, dict[str, list[Fact]]()
    for id_, was in changes.base.facts.items():
        to = changes.pairing.led(id_)
        above, entry = entry_of(head, id_)
        is_aside = any(map(has_reason, was.statement.positions.values()))
        is_open = was.status is Status.DISPUTED or is_aside
        is_elsewhere = to not in changes.pairing or changes.pairing.origins.get(to) != id_
        if entry and is_open and is_elsewhere:
            found.setdefault(above, []).append(was)
    for above, several in found.items() if head.moved_places else ():
        assert head.moved_places
        ids = {one.id for one in several}
        named_here = tuple(one.span for one in mentions(head) if one.target in ids)
        yield gone_with_entry(head.moved_places.key((above,)), several, named_here)


def gone_with_entry(span: Span, several: list[Fact], named_here: tuple[Span, ...]) -> Diagnostic:
    """Disputes of which no position is left anywhere."""
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


def taken_out(now: Located, gone: tuple[str, ...]) -> Diagnostic:
    """Positions that had been set aside for a reason, and are gone."""
    left = (Label(now.key_span("positions", key), "is left") for key in now.statement.positions)
    return Diagnostic(
        code="dispute-vanished",
        message=f"`{now.id}` has no position {named(gone)} any more, set aside for a reason",
        span=now.key_span(),
        labels=tuple(left),
        help="keep it with its reason: who read it sees what became of it",
    )


def on_the_other(now: Located, key: str, stands: str) -> Diagnostic:
    """A reason that was written of the other position."""
    return Diagnostic(
        code="dispute-vanished",
        message=f"`{now.id}` had `{stands}` set aside, for the reason that stands at `{key}` now",
        span=now.key_span("positions", key, "rejected"),
        severity=Severity.WARNING,
        labels=(Label(now.key_span("positions", stands), "this stands now"),),
        help="say why this one is the slip: what is true of one position is not of the other",
    )


def vanished(now: Located, gone: tuple[str, ...], bare: tuple[str, ...]) -> Diagnostic:
    """A dispute of which a reader would see nothing any more."""
    lost = f": no position {named(gone)} any more" if gone else ""
    lost = lost or (f": no quotation of {named(bare)} any more" if bare else "")
    left = [key for key in now.statement.positions if key not in bare[:1]]
    words = {key: "no quotation either" if key in bare else "is left" for key in left}
    return Diagnostic(
        code="dispute-vanished",
        message=f"`{now.id}` was disputed{lost}",
        span=now.key_span("positions", *bare[:1]),
        labels=tuple(Label(now.key_span("positions", key), words[key]) for key in left),
        help="keep the position with its quotation, and give it `rejected: {why, on}`, or say in "
        "a `reading` how the witnesses are to be read",
    )


def named(keys: tuple[str, ...]) -> str:
    """Positions by their keys."""
    return " and ".join(f"`{key}`" for key in keys)


def check_lost(changes: Changes) -> Iterator[Diagnostic]:
    """Statements and positions with sources alone that had a quotation."""
    briefing = changes.head.briefing
    for now in briefing.statements.values():
        was = changes.pairing.statement(now.id)
        earlier = dict(was.statement.contents()) if was else {}
        # With the last quotation of a position a dispute ends, which is reported.
        of_dispute = unquoted(changes.fact(now.id), changes.head.facts.get(now.id))
        for path, content in now.statement.contents():
            if path and path[-1] in of_dispute:
                continue
            old = quoted(earlier.get(path))
            # A witness that cannot be found may be meant as the quotation.
            is_known = all(map(briefing.source, content.witnesses))
            if old and content.witnesses and is_known and not quoted(content):
                yield lost_words(now, path, old)


def quoted(content: Statement | Position | None) -> list[str]:
    """The witnesses that name a quotation."""
    return [one for one in content.witnesses if witness_parts(one)[1]] if content else []


def lost_words(now: Located, path: tuple[str, ...], gone: list[str]) -> Diagnostic:
    """A value that no words are held of any more."""
    what = f"the position `{path[-1]}` of `{now.id}`" if path else f"`{now.id}`"
    return Diagnostic(
        code="quotation-lost",
        message=f"{what} has no quotation any more, and counts for nothing",
        span=now.key_span(*path, "witnesses"),
        severity=Severity.WARNING,
        help=f"bring `{gone[0]}` back, or quote what the others print",
    )
