"""`quotation-altered`: a quotation is another's words, and they do not change."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive import Dossier
from generator.diagnostics import Diagnostic, Label, Severity
from generator.model.record import Record
from generator.model.source import Source


def check(before: Dossier, after: Dossier) -> Iterator[Diagnostic]:
    """Quotations whose words differ from those of the same name before."""
    for record in after.briefing.as_read.of_kind("source"):
        was = before.briefing.records.get(record.id)
        if was and isinstance(was.data, Source) and isinstance(record.data, Source):
            for key in record.data.keys:
                old, new = was.data.quotation(key), record.data.quotation(key)
                # Of what cannot be read nothing stands there.
                if old and new and new.text and old.text != new.text:
                    yield altered(after, record, (key, old.text))


def altered(after: Dossier, record: Record, old: tuple[str, str]) -> Diagnostic:
    """Words that were put otherwise."""
    key, text = old
    assert isinstance(record.data, Source)
    resting = (
        located
        for located in after.briefing.as_read.statements.values()
        if f"{record.id}#{key}" in located.statement.named
    )
    return Diagnostic(
        code="quotation-altered",
        message=f"the quotation `{record.id}#{key}` said `{text}`",
        span=record.places.value(record.data.place_of(key)),
        severity=Severity.WARNING,
        labels=tuple(Label(one.key_span(), "rests on it") for one in resting),
        help="quote other words under a key of their own; to mend a slip of copying, say so in the "
        "commit",
    )
