"""`same-title`: two records of a kind are not called the same (a warning)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive import Dossier
from generator.diagnostics import Diagnostic, Label, Severity
from generator.model import KINDS
from generator.model.record import Record

# Persons have a rule of their own; editions and copies of a source may share their title.
APART = ("person", "source")
CALLED = ("name", "term", "title", "asks", "text")


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Records that are called as another one of the kind, or body of the same side, already is."""
    language = dossier.briefing.edition.language
    for kind in (one for one in KINDS if one not in APART):
        first: dict[tuple[str, str], Record] = {}
        for record in dossier.briefing.of_kind(kind):
            key = heading_key(record)
            title = called(record, key, language)
            of = str(getattr(record.data, "of", "") or "")
            known = first.setdefault((title.casefold(), of), record)
            if title and known is not record:
                yield again(known, record, key)


def heading_key(record: Record) -> str:
    """The key of what a reader sees first of a record; empty where it has none of these."""
    return next((key for key in CALLED if getattr(record.data, key, None)), "")


def called(record: Record, key: str, language: str) -> str:
    """What a reader sees first of a record."""
    return record.data.heading(language) or str(getattr(record.data, key, ""))


def again(first: Record, record: Record, key: str) -> Diagnostic:
    """A title that readers cannot tell from another."""
    return Diagnostic(
        code="same-title",
        message=f"another {record.kind} has the same `{key}`",
        span=record.places.value((key,)),
        severity=Severity.WARNING,
        labels=(Label(first.places.value((heading_key(first),)), f"`{first.id}`"),),
        help="say what sets the two apart, such as who counts, what, or since when; or delete one",
    )
