"""`carrier-in-label`: who a label says carries a statement publishes one of its witnesses."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.derive import Dossier
from generator.diagnostics import Diagnostic, Severity
from generator.link import Briefing, Located

CARRIED = re.compile(
    r"\bas (?:carried|printed|published|reported|told) by (?:the )?(?P<who>[^,;(]+)"
)

WORD = re.compile(r"\w+")


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Labels in which a carrier is named that publishes none of the statement's witnesses."""
    for located in dossier.briefing.statements.values():
        found = CARRIED.search(located.statement.label or "")
        if found:
            who, carriers = found["who"].strip(), publishers(dossier.briefing, located)
            if carriers and not any(is_same(who, one) for one in carriers):
                yield misnamed(located, who, carriers)


def publishers(briefing: Briefing, located: Located) -> tuple[str, ...]:
    """Who publishes the witnesses of a statement."""
    sources = [briefing.source(witness) for witness in located.statement.named]
    known = [source.publisher for source in sources if source]
    # A witness that cannot be read may be the one that is meant.
    return tuple(dict.fromkeys(known)) if len(known) == len(sources) else ()


def is_same(one: str, other: str) -> bool:
    """Whether two names mean one publisher: all words of the shorter one stand in the other."""
    words = [set(WORD.findall(name.casefold())) for name in (one, other)]
    return words[0] <= words[1] or words[1] <= words[0]


def misnamed(located: Located, who: str, carriers: tuple[str, ...]) -> Diagnostic:
    """A carrier that no witness knows."""
    return Diagnostic(
        code="carrier-in-label",
        message=f"`{who}` publishes none of the witnesses",
        span=located.span("label"),
        severity=Severity.WARNING,
        help="its witnesses are published by " + ", ".join(f"`{one}`" for one in carriers),
    )
