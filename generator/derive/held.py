"""What holds of something on the day: the state that a dossier keeps and all renderers print."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from generator.derive.dossier import Status
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
# What is over says what it did: behind a name it needs no other verb.
PAST: tuple[Code, ...] = ("ended", "run-out")


def word_of_code(code: Code) -> str:
    """A code as it is printed."""
    return "ran out" if code == "run-out" else code.replace("-", " ")


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
    def is_verb(self) -> bool:
        """True where the text is a verb itself: `ended on 1 May`, `was to take effect`."""
        return (self.code in PAST and not self.done) or self.text.startswith("was ")

    @property
    def until(self) -> date | None:
        """The one day on which it changes by what is stated."""
        return self.ends[0] if len(self.ends) == 1 else None
