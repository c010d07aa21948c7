"""A state in words: the word, its days, and what several worlds have in common."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from generator.derive.dossier import Held
from generator.derive.when import Today
from generator.model.dates import in_words


@dataclass(frozen=True)
class State:
    """What something is on a day: the word, the day that belongs to it, and whose part."""

    word: str
    on: date | None = None
    party: str = ""
    ends: date | None = None
    since: date | None = field(default=None, compare=False)

    @property
    def turns(self) -> date | None:
        """The day on which it changes by what is stated."""
        return self.on if self.word == "suspended" else self.ends

    @property
    def span(self) -> tuple[date | None, date | None]:
        """Since when it is so, and until when."""
        return self.since, self.turns

    def text(self, name: str = "") -> str:
        """The state as printed; `name` is the party whose part it is."""
        day = f" {in_words(self.on)}" if self.on else ""
        until = " until" if self.word == "suspended" and day else ""
        return f"{self.word}{until}{day}{f' ({name})' if name else ''}"


def held(today: Today, found: list[State]) -> Held:
    """What several worlds say of one thing; past the coverage end nothing is said to hold."""
    text, first = shared(today, found), found[0]
    end = today.briefing.edition.coverage_end.last
    if today.as_of > end:
        return Held(f"not known after {in_words(end)} (then: {text})")
    words, turns = {state.word for state in found}, {state.turns for state in found}
    is_one = len(words) == len(turns) == 1
    return Held(text, first.word if len(words) == 1 else "", *(first.span if is_one else ()))


def shared(today: Today, found: list[State]) -> str:
    """What they have in common, in words."""
    first = found[0]
    if all(state == first for state in found):
        return first.text(today.briefing.name(first.party) if first.party else "")
    if all(state.word == first.word for state in found):
        return f"{first.word}, end disputed"
    return "disputed"
