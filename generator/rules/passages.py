"""The texts for readers that belong together: key points, headlines, blocks of pages.

Judges nothing; says what statements they rest on.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.derive import Dossier
from generator.derive.blocks import blocks
from generator.model.chart import Chart
from generator.model.point import KeyPoint
from generator.source import Span

# What prints a statement in them.
PRINTING = ("fact", "state")


@dataclass(frozen=True)
class Passage:
    """Some texts that belong together, and the statements that they rest on."""

    spans: tuple[Span, ...]
    rests: tuple[str, ...] = ()


def passages(dossier: Dossier) -> Iterator[Passage]:
    """All of them."""
    yield from in_records(dossier)
    yield from in_pages(dossier)


def in_records(dossier: Dossier) -> Iterator[Passage]:
    """Key points and headlines of charts."""
    for record in dossier.briefing.records.values():
        data = record.data
        if isinstance(data, KeyPoint):
            keys = ("label", *data.prose) if data.label else tuple(data.prose)
            rests = (*data.rests, data.holds) if data.holds else data.rests
            yield Passage(tuple(record.places.value((key,)) for key in keys), rests)
        elif isinstance(data, Chart):
            yield Passage(record.prose, data.rests)


def in_pages(dossier: Dossier) -> Iterator[Passage]:
    """The blocks of pages."""
    for page in dossier.briefing.pages:
        yield from (Passage(block.own) for block in blocks(page) if block.kind != "code")
