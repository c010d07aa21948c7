"""`position-misnamed`: a position under the id of a side, person or body is not another's."""

from __future__ import annotations

from collections.abc import Iterator

from generator.counting import listed
from generator.derive import Dossier
from generator.diagnostics import Diagnostic, Fix, Label, Severity
from generator.link import Briefing, Located
from generator.rules.doubts import Doubt, Pair
from generator.rules.said import all_statements
from generator.rules.same_word import is_misspelt
from generator.rules.silent_and_speaks import side_of, sides_of

BEARERS = ("person", "body")
EXCHANGED = "and this the other way about"


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Positions whose key is a party, person or body, and whose holders are of or are another."""
    briefing = dossier.briefing.as_read
    for located in all_statements(briefing):
        if found := others(briefing, located) | holders(briefing, located):
            yield misnamed(briefing, located, found)
        yield from (misspelt(located, *pair) for pair in slips(briefing, located))


def slips(briefing: Briefing, located: Located) -> Iterator[tuple[str, str]]:
    """The keys of positions that are all but the id of who holds them, or of his side."""
    for key, position in located.statement.positions.items():
        ids = {id_ for by in position.by for id_ in (by, side_of(briefing, by)) if id_}
        near = [id_ for id_ in sorted(ids) if is_misspelt(key, id_)]
        if near and key not in {*ids, *briefing.records}:
            yield key, near[0]


def others(briefing: Briefing, located: Located) -> dict[str, list[str]]:
    """The keys of such positions of a statement, with the sides of those who hold them."""
    parties = briefing.edition.parties
    positions = located.statement.positions
    of = {key: {side_of(briefing, id_) for id_ in one.by} for key, one in positions.items()}
    held = {key: [one for one in parties if one in sides] for key, sides in of.items()}
    named = {key: sides for key, sides in held.items() if key in parties and sides}
    return {key: sides for key, sides in named.items() if key not in sides}


def holders(briefing: Briefing, located: Located) -> dict[str, list[str]]:
    """The keys of positions that are persons or bodies, with the others who hold them."""
    found = {key: one.by for key, one in located.statement.positions.items() if key not in one.by}
    kinds = {key: briefing.records[key].kind for key in found if key in briefing.records}
    return {key: [*by] for key, by in found.items() if by and kinds.get(key) in BEARERS}


def misspelt(located: Located, key: str, near: str) -> Diagnostic:
    """A key with a slip in it."""
    return Doubt(
        code="position-misnamed",
        message=f"the position `{key}` is held by `{near}`, and called all but so",
        span=located.key_span("positions", key),
        severity=Severity.WARNING,
        help=f"did you mean `{near}`?",
        fix=Fix(near, safe=False),
    )


def misnamed(briefing: Briefing, located: Located, found: dict[str, list[str]]) -> Diagnostic:
    """Positions of another side than their keys say: of two, their holders are exchanged."""
    (key, sides), *more = found.items()
    names = listed([f"`{one}`" for one in sides])
    speaking = "who speaks for " if key in briefing.edition.parties else ""
    own = Label(located.key_span("positions", key), "its key")
    others = [Label(located.span("positions", one, "by"), EXCHANGED) for one, _ in more]
    by = (id_ for one in found for id_ in located.statement.positions[one].by)
    sides_at = [Label(span, "the side") for span in sides_of(briefing, by)]
    return Pair(
        code="position-misnamed",
        message=f"the position `{key}` is held by {speaking}{names}",
        span=located.span("positions", key, "by"),
        severity=Severity.WARNING,
        labels=(own, *others, *sides_at),
        help="exchange what they hold, or their keys"
        if more
        else f"mend `by`, or call the position {names}",
    )
