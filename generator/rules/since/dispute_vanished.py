"""`dispute-vanished`: a dispute ends with a rejection or a reading, and not by being taken out."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive import Dossier, Fact
from generator.derive.dossier import Status
from generator.diagnostics import Diagnostic, Label
from generator.rules.end_before_start import is_unread
from generator.rules.said import is_whole


def check(before: Dossier, after: Dossier) -> Iterator[Diagnostic]:
    """Positions of an earlier dispute that are neither there nor set aside with a reason."""
    for id_, was in before.facts.items():
        fact = after.facts.get(id_)
        if not fact or not is_whole(after.briefing, fact.located):
            continue
        if was.status is Status.DISPUTED:
            gone = {stance.key for stance in was.standing} - {s.key for s in fact.stances}
            if any(is_of_another_day(after, fact, key) for key in gone):
                continue
            if gone or not (fact.status is Status.DISPUTED or is_explained(fact)):
                yield vanished(fact, tuple(sorted(gone)))


def is_of_another_day(dossier: Dossier, fact: Fact, key: str) -> bool:
    """Whether a position is there, and its source has a day that cannot be, which is told."""
    position = fact.located.statement.positions.get(key)
    sources = map(dossier.briefing.source, position.witnesses if position else ())
    return any(source is not None and is_unread(source) for source in sources)


def is_explained(fact: Fact) -> bool:
    """Whether the reader sees why there is no dispute any more."""
    return fact.reading is not None or any(stance.aside for stance in fact.stances)


def vanished(fact: Fact, gone: tuple[str, ...]) -> Diagnostic:
    """A dispute of which a reader would see nothing any more."""
    lost = f": no position {' and '.join(f'`{key}`' for key in gone)} any more" if gone else ""
    return Diagnostic(
        code="dispute-vanished",
        message=f"`{fact.id}` was disputed{lost}",
        span=fact.located.key_span("positions"),
        labels=tuple(
            Label(fact.located.key_span("positions", key), "is left")
            for key in fact.located.statement.positions
        ),
        help="keep the position, and give it `rejected: {why, on}`, or say in a `reading` how the "
        "witnesses are to be read",
    )
