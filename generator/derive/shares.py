"""The shares that a series tells of, the largest first, each with what it is a share of.

Refuses to compare: shares of one series can have definitions of their own, which stand beside each.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from generator.derive.dossier import Dossier, Fact
from generator.derive.sure import drawable

# Of what else a share is counted, nothing is a bar of a hundred.
UNIT = "%"


@dataclass(frozen=True)
class Share:
    """A share with its number; None where it is not one sure number."""

    fact: Fact
    number: Decimal | None


@dataclass(frozen=True)
class Shares:
    """The shares of a series."""

    title: str
    party: str
    shares: tuple[Share, ...]

    @property
    def drawn(self) -> tuple[Share, ...]:
        """Those that have a bar."""
        return tuple(one for one in self.shares if one.number is not None)

    @property
    def facts(self) -> tuple[Fact, ...]:
        """All that is shown."""
        return tuple(one.fact for one in self.shares)


def shares(dossier: Dossier, series: str, party: str) -> Shares:
    """All shares of a series; those that are no bar come last."""
    held = [fact for fact in dossier.by_record.get(series, ()) if fact.located.path[0] == "points"]
    found = [Share(fact, drawable(fact)) for fact in held]
    found.sort(key=lambda one: (one.number is None, -(one.number or 0)))
    return Shares(dossier.briefing.name(series), party, tuple(found))
