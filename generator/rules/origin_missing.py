"""`origin-missing`: on whose knowledge words rest is stated, never presumed."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive import Dossier
from generator.diagnostics import Diagnostic
from generator.model.source import Source
from generator.rules.gone_together import bare_sources, lacks_others
from generator.rules.text_of_missing import is_of_nobody


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Sources without an origin of their own, but for those told to have lost more with it."""
    bare = bare_sources(dossier.briefing.as_read)
    for record in dossier.briefing.as_read.of_kind("source"):
        assert isinstance(record.data, Source)
        is_known = record.data.origin is not None or record.may_have(("origin",))
        if not is_known and not lacks_others(record) and record.id not in bare:
            yield Diagnostic(
                code="origin-missing",
                message=f"the source `{record.id}` has no `origin`"
                + (", and no `text_of`" if is_of_nobody(record) else ""),
                span=record.places.key(("publisher",)),
                help="write `origin: own`, the id of the body whose knowledge it is, or `unknown`",
            )
