"""`self-relay`: whoever publishes on his own knowledge is `own`, and relays nobody."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive import Dossier
from generator.derive.origin import UNKNOWN_ORIGIN, official_text_of, publisher
from generator.diagnostics import Diagnostic, Fix
from generator.link import Briefing
from generator.model.record import Path, Record
from generator.model.source import Quotation, Source

Part = tuple[Path, Quotation | None]


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Origins that name the publisher itself, or another than the author of an official text."""
    briefing = dossier.briefing.as_read
    for record in briefing.of_kind("source"):
        assert isinstance(record.data, Source)
        for part in _parts(record.data):
            yield from _relays(briefing, record, part)


def _parts(source: Source) -> Iterator[Part]:
    yield (), None
    for key, quote in source.quotes.items():
        if quote.origin or quote.form or quote.text_of:
            yield ("quotes", key), quote


def _relays(briefing: Briefing, record: Record, part: Part) -> Iterator[Diagnostic]:
    assert isinstance(record.data, Source)
    path, quote = part
    origin = (quote and quote.origin) or record.data.origin
    authors = official_text_of(record.data, quote)
    if origin in {None, "own"} or origin in authors or record.may_have((*path, "origin")):
        return
    names_publisher = origin != UNKNOWN_ORIGIN and origin == publisher(briefing, record.data)
    if names_publisher and (quote is None or quote.origin):
        yield relayed(record, path, f"the origin `{origin}` is the publisher itself")
    elif authors and _is_of_text(quote, origin) and is_known(briefing, origin):
        yield relayed(record, path, f"the text of `{authors[0]}` has the origin `{origin}`")


def is_known(briefing: Briefing, origin: str | None) -> bool:
    """Whether an origin is one: else it is told as an id of nothing."""
    return origin == UNKNOWN_ORIGIN or origin in briefing.records


def _is_of_text(quote: Quotation | None, origin: str | None) -> bool:
    # A number in an official text may be another's: then the quotation names who counted.
    return quote is None or quote.origin is None or origin == UNKNOWN_ORIGIN


def relayed(record: Record, path: Path, message: str) -> Diagnostic:
    """An origin that would count one knowledge as two, or as none."""
    return Diagnostic(
        code="self-relay",
        message=message,
        span=record.places.value((*path, "origin")),
        help="write `origin: own`: the words rest on the knowledge of whoever wrote them",
        fix=Fix("own", safe=False) if (*path, "origin") in record.places.values else None,
    )
