"""`dispute-vanished`, `quotation-lost`: nothing ends by being taken out."""

from __future__ import annotations

from collections.abc import Iterator

from generator.changes.listing import Changes
from generator.counting import listed
from generator.derive import Fact
from generator.derive.dossier import Status
from generator.diagnostics import Diagnostic, Label, Severity
from generator.model.briefing import Located, witness_parts
from generator.model.statement import Position, Statement
from generator.rules.shared import parts


def dispute_vanished(changes: Changes) -> Iterator[Diagnostic]:
    """Positions of a dispute, or set aside with a reason, that are gone or have no reason now."""
    for now in changes.head.briefing.statements.values():
        was = changes.fact(now.id)
        # A witness that cannot be found ends no dispute: that is reported.
        if was and all(part.is_whole for part in parts(changes.head.briefing, now)):
            gone = taken_out(changes, was, now)
            if gone or has_ended(was, changes.head.facts.get(now.id), now):
                yield vanished(was, now, gone)


def taken_out(changes: Changes, was: Fact, now: Located) -> list[str]:
    """The positions of a dispute, and those set aside for a reason, that are not there any more."""
    open_ = {one.key for one in was.standing} if was.status is Status.DISPUTED else set()
    return [
        key
        for key, one in sorted(was.statement.positions.items())
        if (key in open_ or has_reason(one)) and not is_kept(changes, was, now, key)
    ]


def is_kept(changes: Changes, was: Fact, now: Located, key: str) -> bool:
    """Whether a position is there under its key, or under another with some of its words."""
    old, positions = was.statement.positions[key], now.statement.positions
    if key in positions or any(changes.pairing.same(old, one) for one in positions.values()):
        return True
    fresh = (one for name, one in positions.items() if name not in was.statement.positions)
    words = {name for name in old.witnesses if "#" in name}
    return any(words.intersection(map(changes.pairing.witness, one.witnesses)) for one in fresh)


def has_reason(position: Position) -> bool:
    """Whether it is written why a position stands no more."""
    return any((position.rejected, position.superseded, position.retracted))


def has_ended(was: Fact | None, fact: Fact | None, now: Located) -> bool:
    """Whether a dispute is none any more, and the reader does not see why."""
    if not (was and fact) or was.status is not Status.DISPUTED or fact.status is Status.DISPUTED:
        return False
    before = {stance.key for stance in was.stances if stance.aside}
    is_read = fact.reading is not None and fact.reading != was.reading
    is_explained = is_read or any(one.aside and one.key not in before for one in fact.stances)
    # A position without a witness is reported for itself.
    return not is_explained and all(one.witnesses for one in now.statement.positions.values())


def vanished(was: Fact, now: Located, gone: list[str]) -> Diagnostic:
    """A dispute, or a reason, of which a reader would see nothing any more."""
    before = "was disputed" if was.status is Status.DISPUTED else "had a position set aside"
    lost = f": no position {listed([f'`{key}`' for key in gone])} any more" if gone else ""
    return Diagnostic(
        code="dispute-vanished",
        message=f"`{now.id}` {before}{lost}",
        span=now.key_span("positions"),
        labels=tuple(
            Label(now.key_span("positions", key), "is left") for key in now.statement.positions
        ),
        help="keep the position with its quotation, and give it `rejected: {why, on}`, or say in "
        "a `reading` how the witnesses are to be read",
    )


def quotation_lost(changes: Changes) -> Iterator[Diagnostic]:
    """Statements and positions with sources alone that had a quotation."""
    briefing = changes.head.briefing
    for now in briefing.statements.values():
        was = changes.pairing.statement(now.id)
        # With the last quotation of a position a dispute ends, which is reported.
        if was is None or has_ended(changes.fact(now.id), changes.head.facts.get(now.id), now):
            continue
        earlier = dict(was.statement.contents())
        for path, content in now.statement.contents():
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
