"""`origin-missing`: on whose knowledge words rest is stated, never presumed."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive import Dossier
from generator.diagnostics import Diagnostic
from generator.model.source import Source


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Sources without an origin of their own."""
    for record in dossier.briefing.as_read.of_kind("source"):
        assert isinstance(record.data, Source)
        if record.data.origin is None and not record.may_have(("origin",)):
            yield Diagnostic(
                code="origin-missing",
                message=f"the source `{record.id}` has no `origin`",
                span=record.places.key(("publisher",)),
                help="write `origin: own`, the id of the body whose knowledge it is, or `unknown`",
            )
