"""`place-of-other`: talks that a text calls by their place are those of its facts (a warning).

Refuses a place by itself, which may stand for a government, and facts that are of no place.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import chain

from generator.derive import Dossier
from generator.derive.blocks import references
from generator.diagnostics import Diagnostic, Label, Severity
from generator.model.chart import Span as Bar
from generator.model.chart import Step
from generator.model.record import Record
from generator.model.round import Round
from generator.rules.doubts import Pair
from generator.rules.passages import Passage, passages
from generator.rules.title_names_other import WHEN
from generator.source import Span

KINDS = r"(?:talks|round|meeting|summit|call|deal|agreement|accord|truce|framework)"
# So many characters before them say when.
NEAR = 30
APART = re.compile(r"[\W_]+")


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Texts that call talks by a place of which none of their facts is."""
    places = held(dossier)
    for passage in chain(passages(dossier), labels(dossier)):
        named = [(span, place) for place in places for span in talks(passage, place)]
        told = " ".join(of_facts(dossier, passage)) if named else ""
        own = [record for one in places if is_in(one, told) for record in places[one]]
        others = [(span, place) for span, place in named if not is_in(place, told)]
        # Talks may stand beside those that the text is about.
        if own and others and len(others) == len(named):
            yield of_other(*others[0], own)


def labels(dossier: Dossier) -> Iterator[Passage]:
    """What charts call acts and rates, each with those."""
    for record in dossier.briefing.of_kind("chart"):
        for path, model in record.models:
            if isinstance(model, Step | Bar) and model.label:
                ids = (model.rate, model.since) if isinstance(model, Step) else (model.of,)
                span = record.places.value((*path, "label"))
                yield Passage((span,), tuple(id_ for id_ in ids if id_))


def held(dossier: Dossier) -> dict[str, list[Record]]:
    """The rounds by the places where they were held."""
    found: dict[str, list[Record]] = defaultdict(list)
    for record in dossier.briefing.of_kind("round"):
        assert isinstance(record.data, Round)
        texts = record.data.place.texts if record.data.place else {}
        if name := texts.get(dossier.language, texts.get("", "")):
            found[name].append(record)
    return found


def talks(passage: Passage, place: str) -> Iterator[Span]:
    """Where a text calls talks by a place: `the London talks`, `the talks in London`."""
    name = re.escape(place)
    pattern = re.compile(
        rf"\b(?:(?P<a>{name})\s+(?:(?:tariff|trade)\s+)?{KINDS}|{KINDS}\s+(?:in|at)\s+(?P<b>{name}))\b"
    )
    for span in passage.spans:
        for found in pattern.finditer(span.text):
            if WHEN.search(span.text[max(found.start() - NEAR, 0) : found.start()]):
                continue
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
