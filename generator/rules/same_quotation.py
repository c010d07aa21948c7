"""`same-quotation`: two quotations of a source are not the same words (a warning)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.derive import Dossier
from generator.diagnostics import Diagnostic, Label, Severity
from generator.model.record import Record
from generator.model.source import Source


@dataclass(frozen=True, slots=True)
class Pasted(Diagnostic):
    """Words that stand twice; `witnesses` are the two quotations as witnesses name them."""

    witnesses: frozenset[str] = field(kw_only=True)


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Quotations whose text another one of the source has already."""
    for record in dossier.briefing.as_read.of_kind("source"):
        assert isinstance(record.data, Source)
        first: dict[tuple[str, str | None], str] = {}
        for key, quotation in record.data.quotes.items():
            if record.may_have(("quotes", key, "text")):
                continue
            words = " ".join(quotation.text.split()).casefold()
            known = first.setdefault((words, quotation.original), key)
            if known != key:
                yield again(record, known, key)


def again(record: Record, first: str, key: str) -> Diagnostic:
    """Words that stand twice, and are an error where others are missed."""
    return Pasted(
        code="same-quotation",
        message=f"`{key}` has the words of `{first}`",
        span=record.places.value(("quotes", key, "text")),
        severity=Severity.WARNING,
        labels=(Label(record.places.value(("quotes", first, "text")), f"`{first}`"),),
        help=f"quote other words in one of them, or name `#{first}` where `#{key}` is named",
        witnesses=frozenset((f"{record.id}#{first}", f"{record.id}#{key}")),
    )
