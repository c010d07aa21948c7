"""`text-of-missing`: an official text is somebody's, and says whose (a warning)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive import Dossier
from generator.diagnostics import Diagnostic, Severity
from generator.model.record import Record
from generator.model.source import Source

# How a kind begins that is an authority's: `official`, `official text`.
OFFICIAL = "official"
# What carries no text of another.
REPORT = "report"


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Sources with an official text, of which nothing says whose it is."""
    for record in dossier.briefing.as_read.of_kind("source"):
        assert isinstance(record.data, Source)
        # With its origin it is told there.
        has_origin = record.data.origin is not None
        if has_origin and is_of_nobody(record):
            yield Diagnostic(
                code="text-of-missing",
                message=f"the source `{record.id}` carries an official text, and says not whose",
                span=record.places.key(("form",)),
                severity=Severity.WARNING,
                help="add `text_of:`, the party or body whose text it is, or write `form: report`",
            )


def is_of_nobody(record: Record) -> bool:
    """Whether a source carries an official text, and nothing says whose."""
    assert isinstance(record.data, Source)
    return is_official(record.data) and is_nobodys(record)


def is_official(source: Source) -> bool:
    """Whether the words are said to be those of an authority, in whatever form."""
    return source.form != REPORT and source.kind.casefold().startswith(OFFICIAL)


def is_nobodys(record: Record) -> bool:
    """Whether neither the source nor any of its quotations says whose words they are."""
    assert isinstance(record.data, Source)
    is_said = record.data.text_of or any(one.text_of for one in record.data.quotes.values())
    return not (is_said or record.may_have(("text_of",)))
