"""`same-witness`: a value that changed has a witness that changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.derive import Dossier
from generator.diagnostics import Diagnostic, Label, Severity
from generator.link import Briefing, Located
from generator.model.record import Path
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
)


def check(before: Dossier, after: Dossier) -> Iterator[Diagnostic]:
    """Statements, or positions, that say something else on the same words as before."""
    was, now = before.briefing.statements, after.briefing.as_read
    for id_, located in now.statements.items():
        if id_ in was:
            yield from _of(was[id_], located, (before.briefing, now))


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
        if quoted(briefings[0], old) == quoted(briefings[1], content):
            # What took the place of another key is shown, and not what is gone.
            here = [key for key in changed if getattr(content, key) not in (None, ())]
            taken = [key for key in changed if key not in here and here]
            first, *_ = here or changed
            found = unwitnessed(was, located, (*path, first.rstrip("_")), *taken[:1])
            lost = tuple(miscounted(briefings[1], located, path)) if first == "value" else ()
            severity = Severity.ERROR if lost else found.severity
            yield replace(found, severity=severity, labels=(*found.labels, *lost))


def miscounted(briefing: Briefing, located: Located, path: Path) -> Iterator[Label]:
    """The unit beside a value, where its quotations print that value in another."""
    for part in parts(briefing, located):
        is_meant = part.path == path and part.content.unit is not None
        if is_meant and (other_units(part) or any(one.wrong for one in findings_of(part))):
            yield Label(part.span("unit"), "the quotation counts the value in another unit")


def quoted(briefing: Briefing, content: Statement | Position) -> dict[str, str]:
    """The words that a content rests on, by its witnesses."""
    held = {witness: briefing.quotation(witness) for witness in content.witnesses}
    return {witness: quote.text if quote else "" for witness, quote in held.items()}


def unwitnessed(was: Located, located: Located, path: Path, replaced: str = "") -> Diagnostic:
    """A change that nothing new bears out; in the place of another key, if one is `replaced`."""
    places, key = was.record.places.values, replaced.rstrip("_") or path[-1]
    old = places.get((*was.path, *path[:-1], key))
    name = f"`{key}` " if replaced else ""
    before = f"was {name}`{told(old.text)}`" if old else "was not there"
    return Diagnostic(
        code="same-witness",
        message=f"`{path[-1]}` of `{located.id}` {before}, and the witnesses are the same",
        span=located.span(*path),
        severity=Severity.WARNING,
        labels=(Label(located.key_span(*path[:-1], "witnesses"), "these have not changed"),),
        help="name the words that carry it as it is now, or say in the commit what was misread",
    )


def told(text: str) -> str:
    """The first line of what was written."""
    first, *rest = text.splitlines() or [""]
    return f"{first} …" if rest else first
