"""The day of a build: what is known by then."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.model.briefing import Briefing
from generator.model.dates import PartialDate


@dataclass(frozen=True)
class Today:
    """The briefing and the day that it is read on; never the day on which it is built.

    `day` is `as_of`, but not past the coverage end: later evidence is nobody's to use.
    """

    briefing: Briefing
    as_of: date

    @property
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
