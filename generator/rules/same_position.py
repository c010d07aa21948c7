"""`same-position`: positions are answers that differ."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive import Dossier
from generator.diagnostics import Diagnostic, Label
from generator.link import Located
from generator.model.statement import Position

ASIDE = ("rejected", "superseded", "retracted")


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Positions of one statement that say the same in the same words."""
    for located in dossier.briefing.as_read.statements.values():
        first: dict[tuple[str, str], str] = {}
        for key, position in located.statement.positions.items():
            said = None if is_aside(located, key) else worded(position)
            if said and said in first:
                yield again(located, first[said], key)
            elif said:
                first[said] = key


def worded(position: Position) -> tuple[str, str] | None:
    """The sentence or words of a position; small and capital letters are one."""
    for key in ("says", "words"):
        if text := getattr(position, key):
            return key, " ".join(text.split()).casefold()
    return None


def is_aside(located: Located, key: str) -> bool:
    """Whether a position has stepped aside, or may have."""
    position = located.statement.positions[key]
    return any(
        getattr(position, word) or located.may_have("positions", key, word) for word in ASIDE
    )


def again(located: Located, first: str, key: str) -> Diagnostic:
    """A position that adds nobody's other answer."""
    return Diagnostic(
        code="same-position",
        message=f"`{key}` says what `{first}` says",
        span=located.key_span("positions", key),
        labels=(Label(located.key_span("positions", first), "the same answer"),),
        help="who says the same shares a position: put its witnesses and `by` there, or write "
        "what it says instead",
    )
