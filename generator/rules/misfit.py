"""Ids of another kind than is due where they stand: each told once, those of one file together.

Refuses to find them: `dangling-ref` does.
"""

from __future__ import annotations

from generator.counting import listed
from generator.diagnostics import Diagnostic
from generator.rules.known import Known, place
from generator.rules.near import nearest
from generator.rules.references import Mention, also, named


def by_file(known: Known, odd: list[list[Mention]]) -> list[list[list[Mention]]]:
    """What is of another kind than is due; ids of one file of one kind together.

    With the line above them, such as a party's, several have lost their place, unless an id is
    near that may be meant.
    """
    groups: dict[object, list[list[Mention]]] = {}
    for places in odd:
        first = places[0]
        files = {one.span.file.path for one in places}
        is_lone = len(files) > 1 or nearest(known, [first])
        where = first.target if is_lone else files.pop()
        groups.setdefault((where, known.kind(first.target), first.kinds), []).append(places)
    return list(groups.values())


def misfits(known: Known, several: list[list[Mention]]) -> Diagnostic:
    """Several ids of another kind than is due where they stand."""
    targets = listed([f"`{places[0].target}`" for places in several])
    first, *others = sorted((one for places in several for one in places), key=place)
    return Diagnostic(
        code="dangling-ref",
        message=f"{targets} are each {named((known.kind(first.target),))} where "
        f"{named(first.kinds)} is due",
        span=first.span,
        labels=also(others),
        help="write other ids, or the line that is lost above them",
    )


def misfit(known: Known, places: list[Mention]) -> Diagnostic:
    """The id of something else, with all places that mention it."""
    mention, *others = places
    found = named((known.kind(mention.target),))
    near = nearest(known, [mention])
    return Diagnostic(
        code="dangling-ref",
        message=f"`{mention.target}` is {found} where {named(mention.kinds)} is due"
        f"{f', in {len(places)} places' if others else ''}",
        span=mention.span,
        labels=also(others),
        help=f"did you mean `{near}`?" if near else f"write the id of {named(mention.kinds)}",
    )
