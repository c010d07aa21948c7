"""`unused-source`: a source that nothing rests on may have lost its statement (a warning)."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from generator.derive import Dossier
from generator.diagnostics import Diagnostic, Severity
from generator.link import Briefing, witness_parts
from generator.rules.known import Known
from generator.rules.needed import may_be_needed
from generator.rules.reason_differs import all_meant
from generator.rules.unused_record import stateless


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Every source that is neither a witness nor where a name was seen."""
    used = _used(dossier.briefing)
    unused = [one for one in dossier.briefing.of_kind("source") if one.id not in used]
    # What states nothing may have named it, too.
    is_told = unused and not (may_be_needed(dossier) or stateless(dossier.briefing))
    named = all_meant(dossier.briefing.as_read) if is_told else frozenset()
    for record in (one for one in unused if is_told and one.id not in named):
        yield Diagnostic(
            code="unused-source",
            message=f"nothing rests on the source `{record.id}`",
            span=record.file.head,
            severity=Severity.WARNING,
            help="name it as a witness of what it says, or delete the file",
        )


def _used(briefing: Briefing) -> set[str]:
    """The sources that are mentioned, also those that were only misspelt."""
    named = {
        witness_parts(mention.target)[0]
        for mention in Known.of(briefing).mentions
        if {"witness", "source"} & set(mention.kinds)
    }
    ids = [record.id for record in briefing.of_kind("source")]
    misspelt = named - set(ids)
    return named | {near for id_ in misspelt for near in get_close_matches(id_, ids, n=1)}
