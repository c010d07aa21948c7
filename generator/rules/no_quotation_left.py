"""`no-quotation-left`: where a position is rejected, one that is quoted takes its place.

It is a warning. Refuses what stands with a `reading` where all are rejected: it can tell what is
known.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive import Dossier, Fact
from generator.derive.dossier import Status
from generator.diagnostics import Diagnostic, Label, Severity
from generator.rules.doubts import Pair
from generator.rules.said import is_whole


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Statements with a rejected position of which what is left has no quotation that counts."""
    for fact in dossier.facts.values():
        slips = [s.key for s in fact.stances if s.aside and s.aside.status is Status.REJECTED]
        bare = fact.left and not fact.standing
        if slips and bare and is_whole(dossier.briefing, fact.located):
            yield unquoted(fact, slips[0])
        # What is known in spite of that a reading can tell.
        if len(slips) == len(fact.statement.positions) > 1 and not fact.statement.reading:
            yield nothing_left(fact, slips)


def nothing_left(fact: Fact, slips: list[str]) -> Diagnostic:
    """Positions all of which are rejected, one of them most likely in the place of another."""
    keys = [(*fact.located.path, "positions", slip, "rejected") for slip in slips]
    first, *others = map(fact.located.record.places.key, keys)
    # A text that rests on it is told, and leads there.
    whole = Label(fact.located.key_span(), "the statement")
    return Pair(
        code="no-quotation-left",
        message="every position is rejected: nothing is left to answer with",
        span=first,
        severity=Severity.WARNING,
        labels=(*(Label(one, "rejected too") for one in others), whole),
        help="take `rejected` from what is right, add the position that is, or tell in a `reading` "
        "of the statement what is known",
    )


def unquoted(fact: Fact, slip: str) -> Diagnostic:
    """What will be shown, since it may not be what was meant."""
    left = " and ".join(f"`{stance.key}`" for stance in fact.left)
    places, path = fact.located.record.places, (*fact.located.path, "positions")
    return Diagnostic(
        code="no-quotation-left",
        message=f"`{slip}` is rejected, and no other position has a quotation that counts: {left} "
        "will be shown with the words `no quotation held`",
        span=places.key((*path, slip, "rejected")),
        severity=Severity.WARNING,
        labels=tuple(Label(places.key((*path, s.key)), "shown") for s in fact.left),
        help=f"quote the words that carry {left}, or tell in a `reading` of the statement that it "
        "is a slip",
    )
