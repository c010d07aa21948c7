"""`value-without-witness`: whatever says something names the words that it rests on."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive import Dossier
from generator.diagnostics import Diagnostic
from generator.link import Briefing, Located
from generator.model.claim import Claim
from generator.model.fields import yaml_key
from generator.model.statement import SAYING, Content
from generator.rules.parted import Unwitnessed
from generator.rules.said import all_statements
from generator.source import Span

# What a statement as a whole may rest on.
RESTS = ("witnesses", "compute")


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Statements and positions without any witness."""
    for located in all_statements(dossier.briefing.as_read):
        if any(map(located.may_have, RESTS)):
            continue
        if not located.statement.is_stated:
            key = saying(located.statement) or unread(located)
            if key and not located.may_have("positions"):
                yield lacking(located, key)
        elif not located.statement.witnesses:
            yield from _positions(located)


def _positions(located: Located) -> Iterator[Diagnostic]:
    for key, position in located.statement.positions.items():
        if not (position.witnesses or located.may_have("positions", key, "witnesses")):
            yield unwitnessed(located.key_span("positions", key), f"{located.id}: {key}", "")


def saying(content: Content) -> str:
    """The first key that says something; empty for a mere description."""
    keys = (key for key in SAYING if getattr(content, key) not in (None, ()))
    found = (yaml_key(key) for key in keys if not (key == "title" and isinstance(content, Claim)))
    return next(found, "")


def unread(located: Located) -> str:
    """The first key that would say something, if it could be read."""
    keys = map(yaml_key, SAYING)
    return next((key for key in keys if (*located.path, key) in located.record.unread), "")


def unwitnessed_ids(briefing: Briefing) -> frozenset[str]:
    """The ids of statements that exist but for their witnesses."""
    return frozenset(
        located.id
        for located in all_statements(briefing)
        if not located.statement.is_stated and saying(located.statement)
    )


def lacking(located: Located, key: str) -> Unwitnessed:
    """A statement that says something and rests on nothing."""
    told = unwitnessed(located.key_span(key), located.id, key)
    return Unwitnessed(told.code, told.message, told.span, help=told.help, located=located)


def unwitnessed(span: Span, name: str, key: str) -> Diagnostic:
    """A value that rests on nothing."""
    return Diagnostic(
        code="value-without-witness",
        message=f"`{name}` has {f'`{key}`' if key else 'a position'} and no witness",
        span=span,
        help="add `witnesses: [source#quotation]`, or `compute:` where it follows from others",
    )
