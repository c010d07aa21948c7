"""`reporter-differs`: a series is reported by whom all of its quotations are from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from generator.derive import Dossier
from generator.derive.actors import side
from generator.diagnostics import Diagnostic, Label, Severity
from generator.link import Briefing
from generator.model.body import Body
from generator.model.record import Record
from generator.model.series import Series
from generator.rules.doubts import Pair
from generator.rules.said import Quoted, said

# A few quotations may carry the figures of another body.
SEVERAL = 3


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Series with a reporter, all of whose quotations are from one other body."""
    briefing = dossier.briefing.as_read
    for id_, quoted in quotations(briefing).items():
        record = briefing.records[id_]
        assert isinstance(record.data, Series)
        origins = {one.quotation.origin or one.publication.origin or "" for one in quoted}
        if len(quoted) < SEVERAL or len(origins) > 1 or not record.data.reporter:
            continue
        (origin,) = origins
        body = briefing.records.get(origin)
        is_other = record.data.reporter not in (origin, side(briefing, origin))
        if is_other and body and isinstance(body.data, Body):
            yield differs(record, origin, quoted)


def quotations(briefing: Briefing) -> dict[str, list[Quoted]]:
    """The quotations of each series, but for those of figures with a reporter of their own."""
    found: dict[str, list[Quoted]] = defaultdict(list)
    for part in said(briefing):
        record, own = part.located.record, (part.content, part.located.statement)
        if isinstance(record.data, Series) and not any(one.reporter for one in own):
            found[record.id] += part.quoted
    return found


def differs(record: Record, origin: str, quoted: list[Quoted]) -> Diagnostic:
    """A series of one body, and quotations of another."""
    span = record.places.value(("reporter",))
    return Pair(
        code="reporter-differs",
        message=f"`reporter: {span.text}`, and all {len(quoted)} quotations are of `{origin}`",
        span=span,
        severity=Severity.WARNING,
        labels=(Label(quoted[0].span, "the first of them"),),
        help=f"write `reporter: {origin}`, or say in `origin` whom the quotations are from",
    )
