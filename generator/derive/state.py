"""A state: what something is on a day, since and until when, and what makes it so."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from generator.derive.dossier import Fact, Status
from generator.derive.held import Code, Held
from generator.derive.when import Today
from generator.model.dates import PartialDate, in_words

Word = tuple[Status, tuple[str, ...]]
NOT_KNOWN: Code = "not-known"
PAST: tuple[Code, ...] = ("ended", "run-out")


@dataclass(frozen=True)
class State:
    """What something is in one world.

    `until` is the day on which it changes by what is stated; `makers` are the statements that make
    it, the last one last; `side` is whose part alone is meant. `due` is the first day of what was
    suspended or ended by then, and so never took effect.
    """

    code: Code
    since: date | None = None
    until: date | None = None
    makers: tuple[str, ...] = ()
    side: str = ""
    due: PartialDate | None = None

    @property
    def word(self) -> str:
        """The code as it is printed."""
        return self.code.replace("-", " ")

    def text(self, name: str = "") -> str:
        """The state as printed; `name` is the party whose part it is."""
        found = f"{self.word}{self._before}{f' by {name}' if name else ''}{self._day}"
        return f"was to take effect on {in_words(self.due)}; {found}" if self.due else found

    @property
    def _before(self) -> str:
        if self.due is None:
            return ""
        return " on that day" if self.since == self.due.first else " before"

    @property
    def _day(self) -> str:
        if self.code == "suspended" and self.until:
            return f"{',' if self.due else ''} until {in_words(self.until)}"
        is_told = self.code in PAST and self.since and not self.due
        return f" {in_words(self.since)}" if is_told and self.since else ""


def held(today: Today, facts: Mapping[str, Fact], found: Sequence[State]) -> Held:
    """What several worlds say of one thing; past the coverage end nothing is said to hold."""
    first, texts = found[0], [text(today, state) for state in found]
    ends = tuple(dict.fromkeys(state.until for state in found if state.until))
    is_one = len(set(texts)) == len({state.until for state in found}) == 1
    is_coded = len({state.code for state in found}) == 1
    said = texts[0] if is_one else differing(found, texts)
    status, by = word_of(facts, found, is_one)
    whole = Held(
        text=said,
        phrase=text(today, replace(first, due=None)) if is_one else said,
        code=first.code if is_coded else NOT_KNOWN,
        since=first.since if len({state.since for state in found}) == 1 else None,
        ends=ends,
        maker=first.makers[-1],
        status=status,
        by=by,
        never=all(state.due for state in found),
    )
    end = today.briefing.edition.coverage_end.last
    return whole if today.as_of <= end else then(whole, end)


def then(held: Held, end: date) -> Held:
    """A state past the coverage end: what it was then."""
    words = f"not known after {in_words(end)} (then: {{}})"
    text, phrase = words.format(held.text), words.format(held.phrase)
    return replace(held, text=text, phrase=phrase, code=NOT_KNOWN, since=None, ends=())


def text(today: Today, state: State) -> str:
    """A state of one world in words."""
    return state.text(today.briefing.name(state.side) if state.side else "")


def differing(found: Sequence[State], texts: Iterable[str]) -> str:
    """What positions that differ have in common, then what each of them says."""
    first = found[0]
    if len({state.code for state in found}) > 1:
        return f"disputed: {either(texts)}"
    if first.code in PAST:
        return f"{first.word}, day disputed: {either(in_words(s.since) for s in found if s.since)}"
    ends = (in_words(s.until) if s.until else "no end named" for s in found)
    return f"{first.word}, end disputed: {either(ends)}"


def either(texts: Iterable[str]) -> str:
    """What each of several says, once."""
    return " or ".join(dict.fromkeys(texts))


def word_of(facts: Mapping[str, Fact], found: Iterable[State], is_one: bool) -> Word:
    """The weakest status of what makes a state, and by whom it is claimed if it is."""
    if not is_one:
        return Status.DISPUTED, ()
    makers = dict.fromkeys(id_ for state in found for id_ in state.makers)
    words = [word for id_ in makers for word in words_of(facts[id_])]
    weakest = max((status for status, _ in words), key=lambda status: status.weakness)
    by = dict.fromkeys(id_ for status, ids in words if status is weakest for id_ in ids)
    return weakest, tuple(by) if weakest is Status.CLAIMED else ()


def words_of(fact: Fact) -> Iterable[Word]:
    """How well an act is borne out; where its positions differ in what is no matter, each."""
    if fact.status is Status.DISPUTED:
        return [(stance.status, stance.by) for stance in fact.standing if stance.status]
    return [(fact.grade, fact.by)] if fact.grade else []
