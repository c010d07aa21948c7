"""`unused-source`: a source that nothing rests on may have lost its statement (a warning)."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from generator.derive import Dossier
from generator.diagnostics import Diagnostic, Severity
from generator.link import Briefing, witness_parts
from generator.rules.gone_together import is_bereft
from generator.rules.known import Known
from generator.rules.says_nothing import check as mute_in
from generator.rules.value_without_witness import check as unwitnessed_in


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Every source that is neither a witness nor where a name was seen."""
    used = _used(dossier.briefing)
    unused = [one for one in dossier.briefing.of_kind("source") if one.id not in used]
    for record in unused if unused and not may_be_needed(dossier) else ():
        yield Diagnostic(
            code="unused-source",
            message=f"nothing rests on the source `{record.id}`",
            span=record.file.head,
            severity=Severity.WARNING,
            help="name it as a witness of what it says, or delete the file",
        )


def may_be_needed(dossier: Dossier) -> bool:
    """True when something cannot be read, is gone, says nothing or has lost its witnesses.

    It may have named any record, and whoever deleted that would have to write it again.
    """
    briefing = dossier.briefing
    lost = briefing.unreadable or is_bereft(briefing)
    return bool(lost) or any(mute_in(dossier)) or any(unwitnessed_in(dossier))


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
