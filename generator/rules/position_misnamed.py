"""`position-misnamed`: a position under the id of a side is not held by the other one."""

from __future__ import annotations

from collections.abc import Iterator

from generator.counting import listed
from generator.derive import Dossier
from generator.diagnostics import Diagnostic, Label, Severity
from generator.link import Briefing, Located
from generator.rules.doubts import Pair
from generator.rules.said import all_statements
from generator.rules.silent_and_speaks import side_of


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Positions whose key is a party of the briefing, and whose holders are of another."""
    briefing = dossier.briefing.as_read
    for located in all_statements(briefing):
        if found := others(briefing, located):
            yield misnamed(located, found)


def others(briefing: Briefing, located: Located) -> dict[str, list[str]]:
    """The keys of such positions of a statement, with the sides of those who hold them."""
    parties = briefing.edition.parties
    positions = located.statement.positions
    of = {key: {side_of(briefing, id_) for id_ in one.by} for key, one in positions.items()}
    held = {key: [one for one in parties if one in sides] for key, sides in of.items()}
    named = {key: sides for key, sides in held.items() if key in parties and sides}
    return {key: sides for key, sides in named.items() if key not in sides}


def misnamed(located: Located, found: dict[str, list[str]]) -> Diagnostic:
    """Positions of another side than their keys say: of two, their holders are exchanged."""
    (key, sides), *more = found.items()
    names = listed([f"`{one}`" for one in sides])
    own = Label(located.key_span("positions", key), "its key")
    spans = [located.span("positions", one, "by") for one, _ in more]
    return Pair(
        code="position-misnamed",
        message=f"the position `{key}` is held by who speaks for {names}",
        span=located.span("positions", key, "by"),
        severity=Severity.WARNING,
        labels=(own, *(Label(span, "and this the other way about") for span in spans)),
        help="exchange what they hold, or their keys"
        if more
        else f"mend `by`, or call the position {names}",
    )
