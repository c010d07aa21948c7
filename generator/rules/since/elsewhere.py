"""`same-witness`: a statement that was moved to where it is said of something else.

What a series, a round or a person is, stands in none of its statements: to move one is to change
what it says.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Label, Severity
from generator.link import Located
from generator.model.dates import PartialDate, in_words, leading_period
from generator.model.series import Point
from generator.rules.months import of_key, of_label
from generator.rules.said import parts
from generator.rules.since.borne import is_borne_anew, said_before
from generator.rules.since.change import Change

# A claim is said of whatever it names.
FREE = {"claim"}
# What makes of a series another one.
COUNTED = ("reporter", "category", "flow", "unit")
HELP = "name the words that carry it of what it stands with now, or let it stand where it was"
Moves = list[tuple[Located, Located]]


def check(change: Change) -> Iterator[Diagnostic]:
    """Statements in another record of their kind, told once for each two; and in another period."""
    moves: dict[tuple[str, str], Moves] = {}
    for id_, now in change.after.briefing.as_read.statements.items():
        was = change.statement(id_)
        if was is None or was.id == id_ or is_anew(change, now):
            continue
        if is_of_another(change, was, now):
            moves.setdefault((was.record.id, now.record.id), []).append((was, now))
        elif (then := period(was)) and then != period(now):
            yield told(was, now, f"of {in_words(then)}")
    for several in moves.values():
        was, now = several[0]
        more = f", and so were {len(several) - 1} more" if len(several) > 1 else ""
        yield told(was, now, f"of another {now.record.kind}{more}")


def is_of_another(change: Change, was: Located, now: Located) -> bool:
    """Whether two records of a kind are two, by whatever name; series by what they count."""
    is_one = change.origins.get(now.record.id, now.record.id) == was.record.id
    if now.record.kind != was.record.kind or now.record.kind in FREE or is_one:
        return False
    if now.record.kind != "series":
        return True
    return any(change.led(shared(was, key)) != shared(now, key) for key in COUNTED)


def shared(located: Located, key: str) -> str:
    """What a figure says for a key, by itself or by its series."""
    found = (getattr(part, key, None) for part in (located.statement, located.record.data))
    return next((str(one) for one in found if one), "")


def period(located: Located) -> PartialDate | None:
    """The time that a figure covers by its label or key, where it does not say so itself."""
    if located.statement.period or not isinstance(located.statement, Point):
        return None
    key = str(located.path[-1])
    return of_label(located.statement.label or "") or of_key(key) or leading_period(key)


def is_anew(change: Change, now: Located) -> bool:
    """Whether something that is said has words that it had not; nothing where none has any."""
    said = [part for part in parts(change.after.briefing.as_read, now) if part.witnesses]
    return all(is_borne_anew(change, said_before(change, part), part) for part in said)


def told(was: Located, now: Located, of: str) -> Diagnostic:
    """A statement that is said of something else, with what it was."""
    return Diagnostic(
        code="same-witness",
        message=f"`{now.id}` was `{was.id}`, {of}: no witness has new words",
        span=now.key_span(),
        severity=Severity.WARNING,
        labels=(Label(now.key_span("witnesses"), "these have not changed"),),
        help=HELP,
    )
