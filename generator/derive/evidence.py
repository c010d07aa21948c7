"""Witnesses as they count on a day."""

from __future__ import annotations

from collections.abc import Iterable

from generator.derive.dossier import Evidence
from generator.derive.origin import authors_of, official_text_of, origin
from generator.derive.spelling import prints
from generator.derive.when import Today
from generator.model.briefing import witness_parts
from generator.model.source import Quotation, Source
from generator.model.statement import Content


def gather(
    today: Today, content: Content, witnesses: Iterable[str], always: bool = False
) -> tuple[Evidence, ...]:
    """The witnesses of a content that were published by the day; later ones do not exist yet.

    `always` is for background, which is shown on any day.
    """
    found = (_evidence(today, content, witness) for witness in witnesses)
    return tuple(e for e in found if e and (always or today.knows(e.published)))


def ever(today: Today, content: Content, witnesses: Iterable[str]) -> bool:
    """True when a witness counts on some day, if not on this one."""
    found = (_evidence(today, content, witness) for witness in witnesses)
    return any(e.counts for e in found if e)


def _evidence(today: Today, content: Content, witness: str) -> Evidence | None:
    id_, key = witness_parts(witness)
    record = today.briefing.records.get(id_)
    if record is None or not isinstance(record.data, Source):
        return None
    source, quote = record.data, record.data.quotation(key)
    is_withdrawn = source.retracted is not None and source.retracted.on.last <= today.day
    return Evidence(
        witness=witness,
        source=record,
        key=key,
        quote=quote,
        published=source.published,
        origin=origin(today.briefing, source, quote),
        authors=frozenset(authors_of(source, quote)),
        official=frozenset(official_text_of(source, quote)),
        counts=quote is not None and source.counts and not is_withdrawn,
        prints_value=quote is not None and _prints(content, source, quote),
    )


def _prints(content: Content, source: Source, quote: Quotation) -> bool:
    # A value that no quotation carries is borne out by all that it was inferred from.
    if content.value is None or "value" in content.inferred:
        return True
    return any(prints(content.value, text, source.published) for text in quote.texts)
