"""What there is to be mentioned, for rules about changes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache

from generator.link import Briefing
from generator.rules import mentions


@dataclass(frozen=True)
class Known(mentions.Known):
    """What there is to be mentioned, with what is missing."""

    @classmethod
    def of(cls, briefing: Briefing) -> Known:
        """What is known of a briefing."""
        return _known(briefing)

    @cached_property
    def gaps(self) -> dict[str, list[mentions.Mention]]:
        """What is mentioned and missing, by its id, with its places."""
        found: dict[str, list[mentions.Mention]] = {}
        for one in sorted(self.lost, key=mentions.place):
            is_there = one.record in self.briefing.records
            found.setdefault(one.meant[0] if is_there else one.record, []).append(one)
        return found


@lru_cache(maxsize=2)
def _known(briefing: Briefing) -> Known:
    return Known(briefing)
