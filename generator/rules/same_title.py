"""`same-title`: two records of a kind have neither one title nor one symbol (a warning)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.derive import Dossier
from generator.diagnostics import Diagnostic, Label, Severity
from generator.model import KINDS
from generator.model.record import Record
from generator.source import Span

# Persons have a rule of their own; editions and copies of a source may share their title.
APART = ("person", "source")
CALLED = ("name", "term", "title", "asks", "text")


class Called(NamedTuple):
    """What a reader knows a record by: the key, and all that has to differ."""

    record: Record
    key: str
    known_by: tuple[str, ...]

    @property
    def span(self) -> Span:
        """Where it is written."""
        return self.record.places.value((self.key,))


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Records that are known by what another one of the kind is known by already."""
    language = dossier.briefing.edition.language
    for kind in (one for one in KINDS if one not in APART):
        records = dossier.briefing.of_kind(kind)
        twice = list(doubled(one for record in records for one in titled(record, language)))
        copied = {again.record.id for _, again in twice}
        twice += doubled(one for record in records for one in symbol(record))
        yield from (again(*pair) for pair in twice if is_first(pair, copied))


def titled(record: Record, language: str) -> Iterator[Called]:
    """What a reader sees first of a record; of bodies each side has its own."""
    key = next((key for key in CALLED if getattr(record.data, key, None)), "")
    of = str(getattr(record.data, "of", ""))
    if key:
        title = record.data.heading(language) or str(getattr(record.data, key))
        yield Called(record, key, (title.casefold(), of))


def symbol(record: Record) -> Iterator[Called]:
    """The symbol of a material."""
    if written := getattr(record.data, "symbol", None):
        yield Called(record, "symbol", (written,))


def doubled(found: Iterable[Called]) -> Iterator[tuple[Called, Called]]:
    """What is known by the same, in pairs with the first of it."""
    first: dict[tuple[str, ...], Called] = {}
    for one in found:
        known = first.setdefault(one.known_by, one)
        if known is not one:
            yield known, one


def is_first(pair: tuple[Called, Called], copied: set[str]) -> bool:
    """Whether a pair is not told already, as a copy has the title and the symbol of another."""
    return pair[1].key != "symbol" or pair[1].record.id not in copied


def again(first: Called, one: Called) -> Diagnostic:
    """What readers cannot tell from another."""
    return Diagnostic(
        code="same-title",
        message=f"another {one.record.kind} has the same `{one.key}`",
        span=one.span,
        severity=Severity.WARNING,
        labels=(Label(first.span, f"`{first.record.id}`"),),
        help="say what sets the two apart, such as who counts, what, or since when; or delete one",
    )
