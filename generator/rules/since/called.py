"""Which records are called quite otherwise than before, so that somebody else may be meant.

Refuses to guess who: a new spelling, a longer form and a name in another language are no others.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive.origin import publisher
from generator.diagnostics import Diagnostic, Label, Severity
from generator.model.edition import Moved
from generator.model.record import Record
from generator.model.source import Source
from generator.rules.since.change import Change
from generator.rules.since.dispute_vanished import dismissed
from generator.rules.since.printed import bare, likeness

# Who says, counts or acts is known by the name; what is dated may be given another heading.
WHO = ("person", "body", "party")
KEEP = "where it is the same, keep the old name among its `aliases`"


def called_otherwise(change: Change) -> Iterator[Diagnostic]:
    """Persons, bodies and parties that have no name of before, whatever their id is now.

    So too sources with the same words by somebody else.
    """
    for now in change.after.briefing.records.values():
        was = change.record(now)
        if was and now.kind in WHO and is_another(was, now):
            message = f"`name` of `{now.id}` was `{name(was)}`, and no name of then is left"
            yield told(now, "name", message, f"give somebody else an id of their own; {KEEP}")
        elif was and is_by_another(change, was, now):
            assert isinstance(was.data, Source)
            message = f"`publisher` of `{now.id}` was `{was.data.publisher}`, of the same words"
            yield told(now, "publisher", message, "give what others printed an id of its own")


def told(now: Record, key: str, message: str, help_: str) -> Diagnostic:
    """Somebody else's name, where it is written."""
    span = now.places.value((key,))
    return Diagnostic("same-witness", message, span, severity=Severity.WARNING, help=help_)


def is_by_another(change: Change, was: Record, now: Record) -> bool:
    """Whether a source that prints some words of before has another publisher, by any name."""
    if not isinstance(was.data, Source) or not isinstance(now.data, Source):
        return False
    pairs = ((was.data.quotation(key), now.data.quotation(key)) for key in now.data.keys)
    if not any(one and other and one.text == other.text for one, other in pairs):
        return False
    then, here = (
        publisher(change.before.briefing, was.data),
        publisher(change.after.briefing, now.data),
    )
    is_one = change.led(then) == here or is_like(bare(was.data.publisher), bare(now.data.publisher))
    return not is_one


def taken_for_others(change: Change) -> Iterator[Diagnostic]:
    """Ids that lead to what was there already under another name, told where that is listed."""
    after = change.after.briefing
    is_told = {one.span for one in dismissed(change)}
    for then, was in change.before.briefing.records.items():
        entry, now = after.moved.get(then), after.records.get(change.led(then))
        if not isinstance(entry, Moved) or not entry.to or not now or not after.moved_places:
            continue
        key = after.moved_places.key((then,))
        if change.origins.get(now.id) != then and is_another(was, now) and key not in is_told:
            yield Diagnostic(
                code="id-vanished",
                message=f"`{then}` was `{name(was)}`, and leads to `{now.id}`, which was there "
                "already under another name",
                span=key,
                severity=Severity.WARNING,
                labels=(Label(now.file.head, f"this is `{name(now)}`"),),
                help=f"where nothing took its place, write `{then}: {{gone: why}}`; {KEEP}",
            )


def is_another(was: Record, now: Record) -> bool:
    """Whether no name of now is one of then, put otherwise; of what is quoted, words decide."""
    if was.kind != now.kind or now.kind == "source":
        return was.kind != now.kind
    return not any(is_like(one, other) for one in names(was) for other in names(now))


def names(record: Record) -> tuple[str, ...]:
    """What a record is called, in letters alone."""
    return tuple(map(bare, (*record.data.names, *record.data.aliases)))


def is_like(one: str, other: str) -> bool:
    """Whether two names are one: alike, or the words of one among those of the other."""
    few, many = sorted((set(one.split()), set(other.split())), key=len)
    return few <= many or likeness(one, other) > 0


def name(record: Record) -> str:
    """The first name of a record, else its id."""
    return next(iter(record.data.names), record.id)
