"""`self-relay`: a publisher that rests on its own knowledge is `own`, and relays nobody."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive.dossier import Dossier
from generator.derive.origin import official_text_of, publisher
from generator.diagnostics import Diagnostic
from generator.link import Briefing
from generator.model.record import Path, Record
from generator.model.source import Quotation, Source


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Every origin that names the source's own publisher, or the author of an official text."""
    briefing = dossier.briefing
    for record in briefing.of_kind("source"):
        if isinstance(record.data, Source):
            for path, quote in _parts(record.data):
                yield from _relay(briefing, record, path, quote)


def _parts(source: Source) -> Iterator[tuple[Path, Quotation | None]]:
    yield ("origin",), None
    for key, quote in source.quotes.items():
        yield ("quotes", key, "origin"), quote


def _relay(
    briefing: Briefing, record: Record, path: Path, quote: Quotation | None
) -> Iterator[Diagnostic]:
    assert isinstance(record.data, Source)
    written = quote.origin if quote else record.data.origin
    if not written or written in {"own", "unknown"}:
        return
    authors = official_text_of(record.data, quote)
    if written == publisher(briefing, record.data) or (written in authors and len(authors) == 1):
        yield Diagnostic(
            code="self-relay",
            message=f"source `{record.id}` relays itself: its origin is `{written}`",
            span=record.places.value(path),
            help="write `origin: own`: the words rest on the knowledge of whoever published them",
        )
