"""`place-of-other`: talks that a text calls by their place are those of its facts (a warning).

Refuses a place by itself, which may stand for a government, and facts that are of no place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.derive import Dossier
from generator.derive.blocks import references
from generator.diagnostics import Diagnostic, Label, Severity
from generator.model.record import Record
from generator.model.round import Round
from generator.rules.doubts import Pair
from generator.rules.month_differs import Passage, in_pages, in_records
from generator.source import Span

KINDS = r"(?:talks|round|meeting|summit|call|deal|agreement|accord|truce|framework)"
APART = re.compile(r"[\W_]+")


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Texts that call talks by a place of which none of their facts is."""
    places = {
        held.texts.get(dossier.language, held.texts.get("", "")): record
        for record in dossier.briefing.of_kind("round")
        if isinstance(record.data, Round) and (held := record.data.place)
    }
    for passage in (*in_records(dossier), *in_pages(dossier)):
        named = [(span, place) for place in places if place for span in talks(passage, place)]
        told = " ".join(of_facts(dossier, passage)) if named else ""
        own = [places[one] for one in places if one and is_in(one, told)]
        for span, place in named if own else ():
            if places[place] not in own:
                yield of_other(span, place, own)


def talks(passage: Passage, place: str) -> Iterator[Span]:
    """Where a text calls talks by a place: `the London talks`, `the talks in London`."""
    name = re.escape(place)
    pattern = re.compile(
        rf"\b(?:(?P<a>{name})\s+(?:(?:tariff|trade)\s+)?{KINDS}|{KINDS}\s+(?:in|at)\s+(?P<b>{name}))\b"
    )
    for span in passage.spans:
        for found in pattern.finditer(span.text):
            start, end = found.span(found.lastgroup or 0)
            yield span.file.span(span.start + start, span.start + end)


def of_facts(dossier: Dossier, passage: Passage) -> Iterator[str]:
    """What names the facts of a text, their records and what these are about."""
    briefing = dossier.briefing
    calls = (call for span in passage.spans for call in references(span))
    for id_ in {*passage.rests, *(call.id for call in calls)}:
        located = briefing.statements.get(id_)
        record = located.record if located else briefing.records.get(id_)
        yield plain(id_)
        for _, content in located.statement.contents() if located else ():
            texts = (content.label, content.words, content.says, *content.about, *content.target)
            yield from (plain(text) for text in texts if text)
        if record:
            yield from map(plain, record.data.about)
            yield from (plain(text) for text in naming(record))


def naming(record: Record) -> Iterator[str]:
    """The names of a record, its question, and where it was held."""
    yield from (*record.data.names, str(getattr(record.data, "asks", None) or ""))
    if isinstance(record.data, Round) and record.data.place:
        yield from record.data.place.texts.values()


def plain(text: str) -> str:
    """The words of a text or id, set apart by one space each."""
    return f" {APART.sub(' ', text).casefold()} "


def is_in(place: str, told: str) -> bool:
    """Whether a place is named among them."""
    return plain(place) in told


def of_other(span: Span, place: str, own: list[Record]) -> Diagnostic:
    """Talks under the place of others."""
    return Pair(
        code="place-of-other",
        message=f"`{place}` is the place of other talks than those that the text prints or rests "
        f"on: `{own[0].id}`",
        span=span,
        severity=Severity.WARNING,
        labels=tuple(Label(one.places.value(("place",)), "the place of its talks") for one in own),
        help="mend the place, or print what is of those talks",
    )
