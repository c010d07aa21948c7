"""What holds of something on the day: the state that a dossier keeps and all renderers print."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from generator.derive.dossier import Fact, Status
    from generator.model.dates import PartialDate

Code = Literal["announced", "undertaken", "in-force", "suspended", "run-out", "ended", "not-known"]
# The words for what holds, or may; what has another code is over.
STANDING: dict[Code, str] = {
    "in-force": "in force",
    "suspended": "suspended",
    "undertaken": "undertaken",
    "announced": "announced",
    "not-known": "disputed",
}


@dataclass(frozen=True)
class Held:
    """What holds on the day: the state, since when, until when, by what and how well borne out.

    `ends` are the days on which it changes by what is stated, one for each position that names
    another; `maker` is the last act that makes it, and `by` are those whose claim it is.
    `never` is true of what was suspended or ended by its first day; `phrase` is the text without
    that, as it stands behind a sentence. `done` is true of an act that has ended what it was to
    end. `within` is the month or year in which it began, where no day is held.
    """

    text: str
    phrase: str
    code: Code
    since: date | None
    ends: tuple[date, ...]
    maker: str
    status: Status
    by: tuple[str, ...] = ()
    never: bool = False
    done: bool = False
    within: PartialDate | None = None

    @property
    def until(self) -> date | None:
        """The one day on which it changes by what is stated."""
        return self.ends[0] if len(self.ends) == 1 else None


def word_of_state(fact: Fact) -> tuple[Status | None, tuple[str, ...]]:
    """The status of what holds, else of the statement, and by whom it is claimed if it is."""
    return (fact.held.status, fact.held.by) if fact.held else (fact.status, fact.by)
