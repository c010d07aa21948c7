"""`same-witness`: a value that changed has a witness that changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from generator.derive.units import unit
from generator.diagnostics import Diagnostic, Label, Severity
from generator.model.fields import NameTexts, yaml_key
from generator.model.record import Record
from generator.rules.percent_or_points import other_units
from generator.rules.said import Said, parts
from generator.rules.since.borne import altered, is_borne_anew, said_before
from generator.rules.since.called import called_otherwise
from generator.rules.since.change import Change
from generator.rules.since.reckoned import reckoned_otherwise
from generator.rules.unit_not_in_quotation import findings_of
from generator.source import Span

# What a quotation bears out; the keys that only describe it may be put in order at any time.
SAID = (
    "value",
    "exact",
    "unit",
    "words",
    "says",
    "title",
    "person",
    "people",
    "attendance",
    "does",
    "target",
    "from_",
    "until",
    "through",
    "for_",
    "renews",
    "by",
    "party",
    "body",
    "covers",
    # What makes a figure another one.
    "period",
    "basis",
    "category",
    "reporter",
    "flow",
)
# What a record says of all that it holds.
OF_ALL = {
    "series": ("reporter", "category", "flow", "unit"),
    "measure": ("issuer", "covers"),
    "licence": ("issuer", "holders"),
    "agreement": ("parties",),
    "round": ("place", "form"),
    "person": ("party",),
}


@dataclass(frozen=True)
class Changed:
    """A change that no new words bear out; `altered` are the witnesses that were put otherwise."""

    told: Diagnostic
    altered: frozenset[str] = frozenset()


def check(change: Change) -> Iterator[Diagnostic]:
    """Statements, or positions, that say something else on the same words as before.

    What rests on words that were altered is told with these. So too computed values, and who is
    somebody else by the name.
    """
    yield from (one.told for one in changed_values(change) if not one.altered)
    for record in change.after.briefing.as_read.records.values():
        was = change.record(record) if record.kind in OF_ALL else None
        if was:
            yield from of_record(change, was, record)
    yield from reckoned_otherwise(change)
    yield from called_otherwise(change)


# Two rules tell of it.
@lru_cache(maxsize=1)
def changed_values(change: Change) -> tuple[Changed, ...]:
    """What is said otherwise, in the order of the ids; what stands beside positions once."""
    found: dict[Span, Changed] = {}
    for part in said_now(change):
        held = said_before(change, part)
        differing = [one for one in (compared(change, was, part) for was in held) if one]
        if differing and not is_borne_anew(change, held, part):
            found.setdefault(differing[0].told.span, differing[0])
    return tuple(found.values())


def said_now(change: Change) -> Iterator[Said]:
    """What rests on witnesses that can be read, of statements that were there."""
    briefing = change.after.briefing.as_read
    for id_, located in briefing.statements.items():
        if change.statement(id_):
            for part in parts(briefing, located):
                if part.witnesses and not part.may_have("witnesses"):
                    yield part


def compared(change: Change, was: Said, now: Said) -> Changed | None:
    """What a part says otherwise than one that it was."""
    changed = [key for key in SAID if is_changed(change, was, now, key)]
    if not changed:
        return None
    # What took the place of another key is shown, and not what is gone.
    here = [key for key in changed if getattr(now.content, key, None) not in (None, (), False)]
    taken = [key for key in changed if key not in here and here]
    first, *_ = here or changed
    lost = tuple(miscounted(now)) if first == "value" else ()
    found = unwitnessed(was, now, first, *taken[:1])
    severity = Severity.ERROR if lost else found.severity
    told = replace(found, severity=severity, labels=(*found.labels, *lost))
    return Changed(told, altered(change, was, now))


def is_changed(change: Change, was: Said, now: Said, key: str) -> bool:
    """Whether a key says something else; what cannot be read may be what it was."""
    old, new = getattr(was.content, key, None), getattr(now.content, key, None)
    if key == "title":
        # The heading of a claim is what it is called, and nothing that anybody says.
        is_claim = () in (was.located.path, now.located.path)
        return not is_claim and is_reworded(old, new)
    if same(change, old, new) or now.may_have(yaml_key(key)):
        return False
    return differs(change, was, now, key)


def is_reworded(old: NameTexts | None, new: NameTexts | None) -> bool:
    """Whether one of its names has gone; it may have more of them."""
    then, here = ({*one.texts.values()} if one else set() for one in (old, new))
    return not then <= here


def own(part: Said, key: str) -> object:
    """What a key says of a part; what a series says of all its figures may stand at one too."""
    record = part.located.record
    shared = record.data if key in OF_ALL["series"] and record.kind == "series" else None
    return getattr(part.content, key, None) or getattr(shared, key, None)


def same(change: Change, old: object, new: object) -> bool:
    """Whether two values of a key are one: of several ids the order says nothing."""
    if isinstance(old, tuple) and isinstance(new, tuple):
        return {change.led(id_) for id_ in old} == {*new}
    return old == new or (isinstance(old, str) and change.led(old) == new)


def of_record(change: Change, was: Record, now: Record) -> Iterator[Diagnostic]:
    """What a record says otherwise of all that it holds, where that rests on the same words."""
    for key in OF_ALL[now.kind]:
        old, new = getattr(was.data, key), getattr(now.data, key)
        if (
            not is_one(change, key, old, new)
            and not now.may_have((key,))
            and is_on_old_words(change, now, key)
        ):
            yield Diagnostic(
                code="same-witness",
                message=f"`{key}` of `{now.id}` "
                + (f"was `{listed(old)}`" if old else "was not there")
                + ", and what it holds has no new words to rest on",
                span=now.places.value((key,)) if new else now.places.key(()),
                severity=Severity.WARNING,
                help="name the words that carry it as it is now, or say in the commit what was "
                "misread",
            )


def is_one(change: Change, key: str, old: object, new: object) -> bool:
    """Whether two values of a record's key are one, in other words or in more languages."""
    if isinstance(old, NameTexts) and isinstance(new, NameTexts):
        return not is_reworded(old, new)
    is_spelled = key == "unit" and isinstance(old, str) and isinstance(new, str) and alike(old, new)
    return is_spelled or same(change, old, new)


def is_on_old_words(change: Change, now: Record, key: str) -> bool:
    """Whether a statement that a record's key is said of rests on no words that are new to it.

    What each figure of a series says for itself is not said of all.
    """
    briefing = change.after.briefing.as_read
    held = (one for one in briefing.statements.values() if one.record.id == now.id)
    found = (part for one in held for part in parts(briefing, one) if part.witnesses)
    pairs = ((said_before(change, part), part) for part in found)
    return any(
        was and not is_borne_anew(change, was, part)
        for was, part in pairs
        if now.kind != "series" or any(differs(change, one, part, key) for one in was)
    )


def differs(change: Change, was: Said, now: Said, key: str) -> bool:
    """Whether a key says something else of a figure, by itself or by its series."""
    return not same(change, own(was, key), own(now, key))


def listed(value: object) -> str:
    """What a key held, as it is written."""
    if isinstance(value, NameTexts):
        return next(iter(value.texts.values()), "")
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)


def alike(one: str | None, other: str | None) -> bool:
    """Whether two units are one, spelled in two ways."""
    found = unit(one or "")
    return found is not None and found == unit(other or "")


def miscounted(part: Said) -> Iterator[Label]:
    """The unit beside a value, where its quotations print that value in another."""
    is_other = other_units(part) or any(one.wrong for one in findings_of(part))
    if part.content.unit is not None and is_other:
        yield Label(part.span("unit"), "the quotation counts the value in another unit")


def unwitnessed(was: Said, now: Said, name: str, replaced: str = "") -> Diagnostic:
    """A change that nothing new bears out; in the place of another key, if one is `replaced`."""
    key, old_key = yaml_key(name), yaml_key(replaced or name)
    old = place(was, old_key)
    before = (
        f"was {f'`{old_key}` ' if replaced else ''}`{told(old.text)}`" if old else "was not there"
    )
    return Diagnostic(
        code="same-witness",
        message=f"`{key}` of `{now.located.id}` {before}, and no witness has new words",
        span=place(now, key) or now.located.key_span(*now.path),
        severity=Severity.WARNING,
        labels=(Label(now.located.key_span(*now.path, "witnesses"), "these have not changed"),),
        help="name the words that carry it as it is now, or say in the commit what was misread",
    )


def place(part: Said, key: str) -> Span | None:
    """Where a key is written, in the part or beside it; None where it is not."""
    values, at = part.located.record.places.values, part.located.path
    return values.get((*at, *part.path, key)) or values.get((*at, key))


def told(text: str) -> str:
    """The first line of what was written."""
    first, *rest = text.splitlines() or [""]
    return f"{first} …" if rest else first
