"""Several things of one record that are mentioned and gone: told once, as one deletion loses them.

Refuses to judge: what is there under a name that is near may be meant, and is told by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from generator.counting import listed
from generator.diagnostics import Diagnostic, Label
from generator.link import Briefing, witness_parts
from generator.model.keys import keys
from generator.model.record import Record
from generator.model.source import Source
from generator.rules.known import WITNESS, Known, meant, place
from generator.rules.near import beside_all, missing, renamed
from generator.rules.references import Mention
from generator.rules.same_word import MISSPELT
from generator.source import Span


@dataclass(frozen=True, slots=True)
class Unquoted(Diagnostic):
    """A source that lacks quotations which are named, and are not just misspelt."""

    witnesses: frozenset[str] = field(kw_only=True)


# What is missing, with all the places that mention it.
Gap = list[Mention]


def by_owner(gaps: Iterable[Gap], owner_of: Callable[[Gap], str]) -> list[list[Gap]]:
    """The gaps of each owner together, and those without one each by itself."""
    groups: dict[str, list[Gap]] = {}
    for at, gap in enumerate(gaps):
        groups.setdefault(owner_of(gap) or str(at), []).append(gap)
    return [*groups.values()]


def owner(known: Known, gap: Gap) -> str:
    """The record that lacks a quotation or statement; empty for a record, and cells of tables."""
    target = whole(known, gap)
    record, _, rest = target.partition(sign(gap))
    is_cell = gap[0].kinds == WITNESS and "/" in rest
    return record if rest and not is_cell and record in known.briefing.records else ""


def whole(known: Known, gap: Gap) -> str:
    """The id of what is missing, with its record."""
    return beside_all(gap) + missing(known, gap)[0]


def sign(gap: Gap) -> str:
    """What stands between a record and what is missing of it."""
    return "#" if gap[0].kinds == WITNESS else "."


def originless(known: Known, gap: Gap) -> str:
    """What is told of a source that has lost its origin with all its quotations."""
    record = known.briefing.records[witness_parts(gap[0].target)[0]]
    return "; nor has it an `origin`" if record.id in bare_sources(known.briefing) else ""


def bare_sources(briefing: Briefing) -> frozenset[str]:
    """The sources without an origin of which others name quotations, and which have none."""
    known = Known.of(briefing)
    named = {gap[0].target.partition("#")[0] for gap in known.gaps.values() if sign(gap) == "#"}
    found = ((id_, briefing.source(id_)) for id_ in named)
    bare = (id_ for id_, one in found if one and not (one.origin or one.quotes))
    return frozenset(id_ for id_ in bare if not lacks_others(briefing.records[id_]))


def lacks_others(record: Record) -> bool:
    """Whether a source lacks a required key, with which its origin is asked for."""
    required = (key.name for key in keys(Source) if key.is_required)
    return any((key,) not in record.places.keys for key in required)


def several(known: Known, gaps: list[Gap]) -> Diagnostic:
    """What a record has lost, with all places that mention it."""
    places = sorted((one for gap in gaps for one in gap), key=place)
    targets = [whole(known, gap).partition(sign(gap)) for gap in gaps]
    record, names = targets[0][0], listed([f"`{key}`" for _, _, key in targets])
    if sign(gaps[0]) == ".":
        return Diagnostic(
            code="dangling-ref",
            message=f"`{record}` has no statements {names}, which {len(places)} places name",
            span=places[0].span,
            labels=lacking_at(known.briefing.records[record].places.key(()), places),
            help="bring them back, or change every place that names them",
        )
    return Unquoted(
        code="dangling-ref",
        message=f"`{record}` has no quotations {names}, which {len(places)} places name"
        f"{originless(known, gaps[0])}",
        span=places[0].span,
        labels=lacking_at(known.briefing.records[record].places.key(("quotes",)), places),
        help=f"add them there, or write `{record}` alone",
        witnesses=frozenset(one.target for one in places),
    )


def lacking_at(span: Span, places: list[Mention]) -> tuple[Label, ...]:
    """Where several things are missing, and the places beyond the first that mention them."""
    others = (Label(one.span, "named here too") for one in places[1:])
    return Label(span, "they are missing here"), *others


def is_bereft(briefing: Briefing) -> bool:
    """True when a record or statement is mentioned that may be gone, and is not just misspelt."""
    return bool(gone(briefing))


def bereft_records(briefing: Briefing) -> frozenset[str]:
    """The records of which something mentions a statement that is missing."""
    lost = (one for one in Known.of(briefing).lost if one.kinds != WITNESS)
    return frozenset(id_.partition(".")[0] for one in lost for id_ in meant(one))


def gone(briefing: Briefing) -> tuple[str, ...]:
    """The ids of records and statements that are mentioned and may be gone."""
    known = Known.of(briefing)
    gaps = (places for places in known.gaps.values() if places[0].kinds != WITNESS)
    return tuple(missing(known, at)[0] for at in gaps if not renamed(known, at, MISSPELT))
