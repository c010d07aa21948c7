"""`same-witness`: a value that changed has a witness that changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.derive import Dossier
from generator.derive.units import unit
from generator.diagnostics import Diagnostic, Label, Severity
from generator.link import Briefing, Located
from generator.model.record import Path, Record
from generator.model.statement import Position, Statement
from generator.rules.percent_or_points import other_units
from generator.rules.said import parts
from generator.rules.unit_not_in_quotation import findings_of

# What a quotation bears out; the keys that only describe it may be put in order at any time.
SAID = (
    "value",
    "unit",
    "words",
    "says",
    "person",
    "people",
    "attendance",
    "does",
    "target",
    "from_",
    "until",
    "through",
    "for_",
    "by",
    "party",
    "body",
    # What makes a figure another one.
    "period",
    "basis",
    "category",
    "reporter",
    "flow",
)
# What a series says of all its figures.
OF_ALL = ("reporter", "category", "flow", "unit")


def check(before: Dossier, after: Dossier) -> Iterator[Diagnostic]:
    """Statements, or positions, that say something else on the same words as before."""
    was, now = before.briefing.statements, after.briefing.as_read
    for id_, located in now.statements.items():
        if id_ in was:
            yield from _of(was[id_], located, (before.briefing, now))
    for record in now.of_kind("series"):
        earlier = before.briefing.records.get(record.id)
        if earlier and earlier.kind == "series" and is_borne_as_before(earlier, record):
            yield from of_series(earlier, record)


def _of(
    was: Located, located: Located, briefings: tuple[Briefing, Briefing]
) -> Iterator[Diagnostic]:
    earlier = dict(was.statement.contents())
    for path, content in located.statement.contents():
        old = earlier.get(path)
        changed = [
            key
            for key in SAID
            if old and getattr(old, key) != getattr(content, key)
            # What cannot be read may be what it was.
            if not located.may_have(*path, key.rstrip("_"))
        ]
        is_read = not located.may_have(*path, "witnesses")
        if not old or not changed or not content.witnesses or not is_read:
            continue
        if not is_borne_anew(briefings, old, content):
            # What took the place of another key is shown, and not what is gone.
            here = [key for key in changed if getattr(content, key) not in (None, ())]
            taken = [key for key in changed if key not in here and here]
            first, *_ = here or changed
            found = unwitnessed(was, located, (*path, first.rstrip("_")), *taken[:1])
            lost = tuple(miscounted(briefings[1], located, path)) if first == "value" else ()
            severity = Severity.ERROR if lost else found.severity
            yield replace(found, severity=severity, labels=(*found.labels, *lost))


def is_borne_anew(
    briefings: tuple[Briefing, Briefing],
    old: Statement | Position,
    content: Statement | Position,
) -> bool:
    """Whether a witness has words that none had before; without any words, whether one is another.

    That all words were taken out is told by `quotation-lost`.
    """
    was, now = quoted(briefings[0], old), quoted(briefings[1], content)
    if not now:
        return bool(was) or {*old.witnesses} != {*content.witnesses}
    return not now.items() <= was.items()


def is_borne_as_before(was: Record, now: Record) -> bool:
    """Whether a figure of a series has the witnesses that it had, and none has others."""
    held, kept = (
        {id_: one.witnesses for id_, (_, one) in of.statements.items()} for of in (was, now)
    )
    return bool(held) and all(kept[id_] == held[id_] for id_ in held.keys() & kept.keys())


def of_series(was: Record, now: Record) -> Iterator[Diagnostic]:
    """What a series says otherwise of all its figures."""
    for key in OF_ALL:
        old, new = getattr(was.data, key), getattr(now.data, key)
        is_same = old == new or (key == "unit" and alike(old, new))
        if not is_same and not now.may_have((key,)):
            yield Diagnostic(
                code="same-witness",
                message=f"`{key}` of `{now.id}` "
                + (f"was `{old}`" if old else "was not there")
                + ", and the witnesses of its figures are the same",
                span=now.places.value((key,)) if new else now.places.key(()),
                severity=Severity.WARNING,
                help="give the figures the words that carry it, or say in the commit what was "
                "misread",
            )


def alike(one: str | None, other: str | None) -> bool:
    """Whether two units are one, spelled in two ways."""
    found = unit(one or "")
    return found is not None and found == unit(other or "")


def miscounted(briefing: Briefing, located: Located, path: Path) -> Iterator[Label]:
    """The unit beside a value, where its quotations print that value in another."""
    for part in parts(briefing, located):
        is_meant = part.path == path and part.content.unit is not None
        if is_meant and (other_units(part) or any(one.wrong for one in findings_of(part))):
            yield Label(part.span("unit"), "the quotation counts the value in another unit")


def quoted(briefing: Briefing, content: Statement | Position) -> dict[str, str]:
    """The words that a content rests on, by its witnesses; none of a source that is just listed."""
    held = {witness: briefing.quotation(witness) for witness in content.witnesses}
    return {witness: quote.text for witness, quote in held.items() if quote}


def unwitnessed(was: Located, located: Located, path: Path, replaced: str = "") -> Diagnostic:
    """A change that nothing new bears out; in the place of another key, if one is `replaced`."""
    places, key = was.record.places.values, replaced.rstrip("_") or path[-1]
    old = places.get((*was.path, *path[:-1], key))
    name = f"`{key}` " if replaced else ""
    before = f"was {name}`{told(old.text)}`" if old else "was not there"
    return Diagnostic(
        code="same-witness",
        message=f"`{path[-1]}` of `{located.id}` {before}, and no witness has new words",
        span=located.span(*path),
        severity=Severity.WARNING,
        labels=(Label(located.key_span(*path[:-1], "witnesses"), "these have not changed"),),
        help="name the words that carry it as it is now, or say in the commit what was misread",
    )


def told(text: str) -> str:
    """The first line of what was written."""
    first, *rest = text.splitlines() or [""]
    return f"{first} …" if rest else first
