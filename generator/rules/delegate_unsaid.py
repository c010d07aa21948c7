"""`delegate-unsaid`: of a delegate it is said who that is, and whether they came (a warning)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive import Dossier
from generator.diagnostics import Diagnostic, Severity
from generator.model.person import Person
from generator.model.statement import Content
from generator.rules.doubts import Doubt
from generator.rules.said import Said, parts

WHO, WHETHER = "person", "attendance"


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Delegates without a person, or without a word on whether they were there."""
    briefing = dossier.briefing.as_read
    for located in briefing.statements.values():
        if located.record.kind == "round" and located.path[:1] == ("delegations",):
            for part in parts(briefing, located):
                yield from unsaid(part)


def unsaid(part: Said) -> Iterator[Diagnostic]:
    """What is not said of a delegate by one position; nothing where words stand for it."""
    lacking = [key for key in (WHO, WHETHER) if not says(part.content, key)]
    # Of what says neither it is told that it says nothing.
    if len(lacking) == 1 and not any(map(part.may_have, (lacking[0], "people"))):
        yield missing(part, lacking[0])


def says(content: Content, key: str) -> bool:
    """Whether a key is there, or another that can say as much."""
    others = content.words or content.says or content.value or content.title
    named = content.people or content.label if key == WHO else None
    return bool(others or named or getattr(content, key))


def missing(part: Said, key: str) -> Diagnostic:
    """A delegate of whom half is said."""
    own = part.located.key
    record = part.briefing.records.get(own)
    is_person = record is not None and isinstance(record.data, Person)
    who = f"`person: {own}`" if is_person else "`person:` with the id of who it is"
    return Doubt(
        code="delegate-unsaid",
        message=f"`{own}` has no `{key}`, so that nobody reads "
        + ("who it is" if key == WHO else "whether they were there"),
        span=part.located.key_span(*part.path),
        severity=Severity.WARNING,
        help=f"add {who}" if key == WHO else "add `attendance: present`, `absent` or `expected`",
    )
