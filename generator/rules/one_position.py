"""`one-position`: positions are several answers, never one."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive import Dossier
from generator.diagnostics import Diagnostic, Label
from generator.link import Located
from generator.model.paths import known_keys
from generator.model.record import Path
from generator.model.statement import Position
from generator.rules.wanted import ANSWERS
from generator.source import Span

# What a statement may say besides, in keys of their own.
FURTHER = ("person", "people", "attendance", "does", "from_", "until", "through", "for_")


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Statements with a single position."""
    for located in dossier.briefing.as_read.statements.values():
        if is_alone(located):
            is_torn = is_parted(located)
            yield parted(located, shadowed(located)) if is_torn else alone(located, behind(located))


def is_alone(located: Located) -> bool:
    """Whether a statement has one position, and no other that cannot be read."""
    return len(located.statement.positions) == 1 and not has_gap(located)


def is_parted(located: Located) -> bool:
    """Whether a statement says something beside its one position, which says something else."""
    (position,) = located.statement.positions.values()
    answers = [getattr(located.statement, key) for key in ANSWERS]
    others = [getattr(position, key) for key in ANSWERS]
    said = ((getattr(located.statement, key), getattr(position, key)) for key in FURTHER)
    is_other = any(answers) and any(others) and answers != others
    return is_other or any(own and other and own != other for own, other in said)


def shadowed(located: Located) -> list[str]:
    """The keys of a statement that its positions have or replace, in the order of the file."""
    held: dict[Path, list[str]] = {}
    for path in located.record.places.keys:
        held.setdefault(path[:-1], []).append(str(path[-1]))
    each = [held.get((*located.path, "positions", key), []) for key in located.statement.positions]
    own = held.get(located.path, [])
    return [key for key in own if key in ANSWERS or all(key in keys for keys in each)]


def has_gap(located: Located) -> bool:
    """Whether another position may be written, which cannot be read."""
    path = (*located.path, "positions")
    unread = located.record.unread
    return located.path in unread or any(gap[: len(path)] == path for gap in unread)


def parted(located: Located, keys: list[str]) -> Diagnostic:
    """One answer in a position, and the other beside `positions`."""
    (key,) = located.statement.positions
    names, stand = ", ".join(f"`{one}`" for one in keys), "stands" if len(keys) == 1 else "stand"
    first, *others = [located.key_span(one) for one in keys]
    return Diagnostic(
        code="one-position",
        message=f"`{key}` is the only position, and {names} {stand} beside `positions`",
        span=first,
        labels=(
            *(Label(span, "this too") for span in others),
            Label(located.key_span("positions", key), "the only one"),
        ),
        help=f"put {'it' if len(keys) == 1 else 'them'} into `positions`, below a key of its own",
    )


def behind(located: Located) -> Span | None:
    """The key right behind `positions`, where it holds what a position does: it may be one."""
    places = located.record.places
    beside = [path for path in places.keys if path[:-1] == located.path]
    after = beside[beside.index((*located.path, "positions")) + 1 :][:1]
    known = known_keys(Position)
    for path in after:
        held = {str(one[-1]) for one in places.keys if one[:-1] == path}
        is_own = path[-1] not in known_keys(type(located.statement))
        if is_own and "witnesses" in held and held <= known:
            return places.key(path)
    return None


def alone(located: Located, other: Span | None) -> Diagnostic:
    """A position without another to differ from."""
    (key,) = located.statement.positions
    return Diagnostic(
        code="one-position",
        message=f"`{key}` is the only position",
        span=located.key_span("positions", key),
        labels=(Label(other, "or does this belong below `positions`?"),) if other else (),
        help="write its keys beside each other without `positions`, or add what another holds; "
        "silence is no position: `silent: {party: {witnesses}}`",
    )
