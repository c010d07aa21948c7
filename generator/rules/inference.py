"""What statements rest on: sources, and the reasons for what no quotation contains."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.derive import Dossier
from generator.derive.actors import UNKNOWN_ORIGIN, official_text_of, publisher
from generator.diagnostics import Diagnostic, Fix
from generator.model.briefing import Briefing
from generator.model.record import Path, Record
from generator.model.source import Quotation, Source
from generator.rules.shared import (
    sources,
)
from generator.rules.sound import near

# So many words a quotation may have.
LIMIT = 25
CHINESE = re.compile(r"[\u3400-\u9fff]")
WORD = re.compile(r"\S*\w\S*")


@near
def origin_missing(dossier: Dossier) -> Iterator[Diagnostic]:
    """Sources without an origin."""
    for record, source in sources(dossier.briefing):
        if source.origin is None:
            yield Diagnostic(
                "origin-missing",
                f"the source `{record.id}` has no `origin`",
                record.places.key(("publisher",)),
                help="write `origin: own`, the id of the body whose knowledge it is, or `unknown`",
            )


@near
def text_of_missing(dossier: Dossier) -> Iterator[Diagnostic]:
    """Sources that carry an official text and do not say whose."""
    for record, source in sources(dossier.briefing):
        is_official = source.kind.casefold().startswith("official") and source.form != "report"
        is_told = source.text_of or any(one.text_of for one in source.quotes.values())
        if is_official and not is_told:
            yield Diagnostic(
                "text-of-missing",
                f"the source `{record.id}` has an official text, and does not say whose",
                record.places.key(("form",)),
                help="add `text_of:`, the party or body whose text it is, or write `form: report`",
            )


@near
def self_relay(dossier: Dossier) -> Iterator[Diagnostic]:
    """Origins that name the publisher itself, or another than the author of an official text."""
    for record, source in sources(dossier.briefing):
        yield from relayed(dossier.briefing, record, None, ())
        for key, quote in source.quotes.items():
            if quote.origin or quote.form or quote.text_of:
                yield from relayed(dossier.briefing, record, quote, ("quotes", key))


def relayed(
    briefing: Briefing, record: Record, quote: Quotation | None, path: Path
) -> Iterator[Diagnostic]:
    """An origin that would count one knowledge as two, or as none."""
    assert isinstance(record.data, Source)
    origin = (quote and quote.origin) or record.data.origin
    authors = official_text_of(record.data, quote)
    if origin in {None, "own"} or origin in authors:
        return
    is_own = quote is None or quote.origin is not None
    path, message = (*path, "origin"), ""
    if is_own and origin != UNKNOWN_ORIGIN and origin == publisher(briefing, record.data):
        message = f"the origin `{origin}` is the publisher itself"
    # A number in an official text may be another's: then the quotation names who counted.
    elif authors and (quote is None or quote.origin in {None, UNKNOWN_ORIGIN}):
        message = f"the text of `{authors[0]}` has the origin `{origin}`"
    if message:
        help = "write `origin: own`: the words rest on the knowledge of whoever wrote them"
        fix = Fix("own", safe=False) if path in record.places.values else None
        yield Diagnostic("self-relay", message, record.places.value(path), help=help, fix=fix)


@near
def long_quotation(dossier: Dossier) -> Iterator[Diagnostic]:
    """Quotations over the limit; two Chinese characters make one word."""
    for record, source in sources(dossier.briefing):
        for key, quotation in source.quotes.items():
            chinese = len(CHINESE.findall(quotation.text))
            count = len(WORD.findall(CHINESE.sub(" ", quotation.text))) + (chinese + 1) // 2
            if count > LIMIT:
                yield Diagnostic(
                    "long-quotation",
                    f"the quotation has {count} words, more than {LIMIT}",
                    record.places.value(("quotes", key, "text")),
                    help="keep the part that carries the value, word for word, or make two of it",
                )
