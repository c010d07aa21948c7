"""`shadowed-key`: what stands beside positions is what they share, and not what each has anew."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive import Dossier
from generator.diagnostics import Diagnostic, Label, Severity
from generator.link import Located
from generator.rules.one_position import is_alone, shadowed
from generator.rules.said import all_statements
from generator.rules.says_nothing import is_mute


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Keys beside `positions` that every position has as well, or that say something."""
    found = list(all_statements(dossier.briefing.as_read))
    mute = {(one.record.id, *one.path) for one in found if is_mute(one, (), one.statement)}
    for located in found:
        # Of a single position its own rule tells what stands beside it, and of keys that stand
        # twice which line may be lost between them.
        is_whole = located.path not in located.record.unread
        is_shared = located.statement.positions and is_whole and not is_alone(located)
        keys = shadowed(located) if is_shared else []
        # Positions that have slipped out of the statement above are told there.
        if keys and (located.record.id, *located.path, above(located)) not in mute:
            yield unread(located, keys)


def above(located: Located) -> str:
    """The key before `positions`."""
    own = [path for path in located.record.places.keys if path[:-1] == located.path]
    names = [str(path[-1]) for path in own]
    return names[names.index("positions") - 1] if "positions" in names[1:] else ""


def unread(located: Located, keys: list[str]) -> Diagnostic:
    """Keys that are in force nowhere."""
    first, *others = [located.key_span(key) for key in keys]
    names, stands = ", ".join(f"`{key}`" for key in keys), "stands" if len(keys) == 1 else "stand"
    return Diagnostic(
        code="shadowed-key",
        message=f"{names} {stands} beside `positions`, and each position has or says its own",
        span=first,
        severity=Severity.WARNING,
        labels=tuple(Label(span, "this too") for span in others),
        help="take it out here: beside `positions` stands what all of them share",
    )
