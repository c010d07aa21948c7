"""`shadowed-key`: what stands beside positions is what they share, and not what each has anew."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.derive import Dossier
from generator.derive.units import unit
from generator.diagnostics import Diagnostic, Label, Severity
from generator.link import Located
from generator.model.statement import Content
from generator.rules.doubts import Pair
from generator.rules.one_position import is_alone, shadowed
from generator.rules.said import Said, all_statements, said
from generator.rules.says_nothing import is_mute

# Numbers are as large as others that are at most so many times smaller or larger.
NEAR = 5


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
    for part in said(dossier.briefing.as_read):
        if part.path and not part.quoted and is_rescaled(part):
            yield rescaled(part)


def is_rescaled(part: Said) -> bool:
    """Whether a position has the unit of all in another scale, and a number as large as theirs.

    So has 165 million beside 160 and 175 billion: 165,000 million would be as much as they are.
    """
    statement, key = part.located.statement, part.path[-1]
    all_of, own = (unit(one.unit or "") for one in (statement, statement.positions[key]))
    if not all_of or not own or all_of.name != own.name or all_of.power == own.power:
        return False
    others = [one for one in statement.positions.values() if not one.unit]
    numbers = [number for one in others for number in sizes(one)]
    found = sizes(part.content)
    return bool(numbers and found) and min(numbers) / NEAR <= found[0] <= max(numbers) * NEAR


def sizes(content: Content) -> list[Decimal]:
    """The numbers of a value, without their signs."""
    return [abs(number) for number in content.value.numbers] if content.value else []


def rescaled(part: Said) -> Diagnostic:
    """A unit that makes a number a thousand times what the others say, or a thousandth of it."""
    span, shared = part.span("unit"), part.located.span("unit")
    return Pair(
        code="shadowed-key",
        message=f"`unit: {span.text}` stands at `{part.path[-1]}` alone, with a number as large as "
        f"the others' in `{shared.text}`",
        span=span,
        severity=Severity.WARNING,
        labels=(Label(shared, "the unit of all"),),
        help="take the unit out, or write the number as it is in that unit",
    )


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
