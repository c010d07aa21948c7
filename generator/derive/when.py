"""The day of a build: what is known by then, which records are built, what all its pages ask."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property, wraps
from typing import TYPE_CHECKING, TypeVar, TypeVarTuple

from generator.model.briefing import Briefing
from generator.model.dates import PartialDate
from generator.model.record import Record
from generator.model.source import Source

if TYPE_CHECKING:
    from generator.derive.dossier import Dossier

View = TypeVar("View")
Given = TypeVarTuple("Given")


@dataclass(frozen=True)
class Today:
    """The briefing and the day that it is read on; never the day on which it is built.

    `day` is `as_of`, but not past the coverage end: later evidence is nobody's to use.
    """

    briefing: Briefing
    as_of: date

    @cached_property
    def day(self) -> date:
        """The last day from which evidence is read."""
        return min(self.as_of, self.briefing.edition.coverage_end.last)

    def knows(self, published: PartialDate) -> bool:
        """True when something published then can be used; an unknown date, only in the edition."""
        day = self.as_of if published.is_unknown else self.day
        return self.known_from(published) <= day

    def known_from(self, published: PartialDate) -> date:
        """The latest day that a publication date allows."""
        return self.briefing.edition.as_of.last if published.is_unknown else published.last


def is_built(dossier: Dossier, record: Record) -> bool:
    """Whether a record is built; of few it is quicker to ask than to find out of all."""
    return any(id_ in dossier.facts for id_ in record.statements) or has_ground(dossier, record)


def has_ground(dossier: Dossier, record: Record) -> bool:
    """True for a source in use, what shows something known, and a term with its subject."""
    data, facts, known = record.data, dossier.facts, dossier.by_record
    if data.told_from:
        return data.told_from.last <= dossier.day
    if isinstance(data, Source):
        return record.id in dossier.used_sources
    if data.DESCRIBES:
        return not record.statements and all(id_.partition(".")[0] in known for id_ in data.about)
    # What it shows is known by its id, or by its kind.
    begun = any(dossier.briefing.records[id_].kind in data.kinds for id_ in known)
    return begun or any(id_ in facts or id_ in known for id_ in data.draws)


def worked_out_once(
    make: Callable[[Dossier, *Given], View],
) -> Callable[[Dossier, *Given], View]:
    """What many pages ask of a dossier is made for the first of them."""

    @wraps(make)
    def made(dossier: Dossier, *given: *Given) -> View:
        key = (make, *given)
        if key not in dossier.views:
            dossier.views[key] = make(dossier, *given)
        view: View = dossier.views[key]
        return view

    return made
