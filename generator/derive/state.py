"""A state: what something is on a day, since and until when, and what makes it so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from generator.counting import listed
from generator.derive.dossier import Fact, Status
from generator.derive.labels import has_article, lowered
from generator.derive.when import Today
from generator.model.dates import PartialDate, in_words

Word = tuple[Status, tuple[str, ...]]
# What a thing is, behind its number: `Order 12 (bridge toll)`.
WHAT = re.compile(r" \(([a-z][^()]*)\)$")
NOT_KNOWN: Code = "not-known"
DONE, AGAIN, PARTLY = "carried out", "prolonged again", "carried out in part"


@dataclass(frozen=True)
class State:
    """What something is in one world.

    `until` is the day on which it changes by what is stated; `makers` are the statements that make
    it, the last one last; `side` is whose part alone is meant. `due` is the first day of what was
    suspended or ended by then, and so never took effect. `done` is what an act has ended, or a kept
    promise: nothing is left to hold, but what keeps a promise may hold `until` a day. `parts` are
    those of a promise that have been kept where the rest has not. `along` is
    what an act was upon that ended, and the act with it; `again` is the act that followed where one
    that prolongs ran out, and `gone` how that ended too. `within` is the month or year in which
    something began. `awaits` is what an act was to bring on the day `since`, and `seen` the last
    day on which a source spoke of that act.
    """

    code: Code
    since: date | None = None
    until: date | None = None
    makers: tuple[str, ...] = ()
    side: str = ""
    due: PartialDate | None = None
    done: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    along: tuple[str, ...] = ()
    again: str = ""
    gone: State | None = None
    within: PartialDate | None = None
    awaits: str = ""
    seen: date | None = None

    @property
    def word(self) -> str:
        """The code as it is printed; what was made known as a whole is agreed."""
        is_issued = self.code == "undertaken" and self.makers[-1].endswith(".issued")
        return "agreed" if is_issued else word_of_code(self.code)

    def text(self, name: str = "", over: str = "") -> str:
        """The state as printed; `name` is the party whose part it is, `over` what has ended too."""
        if self.code == "due" and self.since:
            last = f", last reported on {in_words(self.seen)}" if self.seen else ""
            to = f" to {self.awaits}" if self.awaits else ""
            return f"{self.word}{to} on {in_words(self.since)}{last}"
        if self.parts and self.since:
            return f"{PARTLY} since {in_words(self.since)} ({listed(self.parts)})"
        if self.done and self.since:
            holds = f" by an act that holds until {in_words(self.until)}" if self.until else ""
            return f"{DONE} on {in_words(self.since)}{holds}"
        if over and self.since:
            return f"{self.word} with {over} on {in_words(self.since)}"
        if self.again and self.since:
            # Without the label of that act, which may have commas and brackets of its own.
            by = f" by an act that {self.gone.text()}" if self.gone and not self.gone.again else ""
            return f"{AGAIN} on {in_words(self.since)}{by}"
        by = f" by {name}" if name else ""
        until = f" until {in_words(self.until)}" if self.until and self.code == "suspended" else ""
        if self.due:
            due = in_words(self.due)
            # Without a pronoun: the name before it may be of one thing or of several.
            on_it = f"on the planned first day ({due})"
            begun = on_it if self.since == self.due.first else f"before taking effect (due {due})"
            return f"{self.word}{by} {begun}{until and f',{until}'}"
        day = f" on {in_words(self.since)}" if self.since and self.code in PAST else ""
        within = f", since {in_words(self.within)} (day not known)" if self.within else ""
        return f"{self.word}{by}{until}{day}{within}"


def held(today: Today, facts: Mapping[str, Fact], found: Sequence[State]) -> Held:
    """What several worlds say of one thing; past the coverage end nothing is said to hold."""
    first, texts = found[0], [_text(today, state) for state in found]
    is_one = len(set(texts)) == len({state.until for state in found}) == 1
    said = texts[0] if is_one else _differing(found, texts)
    status, by = _word_of(facts, found) if is_one else (Status.DISPUTED, ())
    whole = Held(
        text=said,
        # Behind a sentence that has told when something was due.
        phrase=_text(today, replace(first, due=None)) if is_one else said,
        code=first.code if len({state.code for state in found}) == 1 else NOT_KNOWN,
        since=first.since if len({state.since for state in found}) == 1 else None,
        ends=tuple(dict.fromkeys(state.until for state in found if state.until)),
        maker=first.makers[-1],
        status=status,
        by=by,
        due=first.due if all(state.due for state in found) else None,
        done=_deed(found),
        within=first.within if is_one else None,
    )
    end = today.briefing.edition.coverage_end.last
    if today.as_of <= end:
        return whole
    words = f"not known after {in_words(end)} (then: {{}})"
    text, phrase = words.format(whole.text), words.format(whole.phrase)
    return replace(whole, text=text, phrase=phrase, code=NOT_KNOWN, since=None, ends=())


def _deed(found: Sequence[State]) -> str:
    """What has been done, in all that is said of it: carried out, in part, or prolonged again."""
    deeds: dict[str, Iterable[object]] = {
        DONE: (one.done for one in found),
        PARTLY: (one.parts for one in found),
        AGAIN: (one.again for one in found),
    }
    return next((word for word, told in deeds.items() if all(told)), "")


def _text(today: Today, state: State) -> str:
    over = listed([by_what_it_is(_called(today, id_)) for id_ in state.along])
    return state.text(today.briefing.name(state.side) if state.side else "", over)


def _called(today: Today, id_: str) -> str:
    """A part by its own label, anything else by its record."""
    found = today.briefing.statements.get(id_)
    written = found.statement.label if found else None
    return written or today.briefing.name(id_.partition(".")[0])


def by_what_it_is(name: str) -> str:
    """A name as it stands in a sentence: `ended with the toll on the bridge`."""
    what = WHAT.search(name)
    if what and not has_article(name):
        return f"the {what[1]}"
    return f"the {lowered(name)}" if has_article(name) else name


def _differing(found: Sequence[State], texts: Iterable[str]) -> str:
    """What positions that differ have in common, then what each of them says."""
    first = found[0]
    if len({state.code for state in found}) > 1:
        return f"disputed: {_either(texts)}"
    if first.code in PAST:
        return f"{first.word}, day disputed: {_either(in_words(s.since) for s in found if s.since)}"
    ends = (in_words(s.until) if s.until else "no end named" for s in found)
    return f"{first.word}, end disputed: {_either(ends)}"


def _either(texts: Iterable[str]) -> str:
    return " or ".join(dict.fromkeys(texts))


def _word_of(facts: Mapping[str, Fact], found: Iterable[State]) -> Word:
    """The weakest status of what makes a state, and by whom it is claimed if it is."""
    makers = dict.fromkeys(id_ for state in found for id_ in state.makers)
    words = [word for id_ in makers for word in _words_of(facts[id_])]
    weakest = max((status for status, _ in words), key=lambda status: status.weakness)
    by = dict.fromkeys(id_ for status, ids in words if status is weakest for id_ in ids)
    return weakest, tuple(by) if weakest is Status.CLAIMED else ()


def _words_of(fact: Fact) -> Iterable[Word]:
    """How well an act is borne out; where its positions differ in what is no matter, each."""
    if fact.status is Status.DISPUTED:
        return [(stance.status, stance.by) for stance in fact.standing if stance.status]
    return [(fact.grade, fact.by)] if fact.grade else []


Code = Literal[
    "announced", "undertaken", "due", "in-force", "suspended", "run-out", "ended", "not-known"
]
WORDS: dict[Code, str] = {
    "in-force": "in force",
    "suspended": "suspended",
    "undertaken": "promised",
    "announced": "announced",
    # Announced for a day that has passed, and not reported since.
    "due": "due",
    "ended": "ended",
    "run-out": "ran out",
    "not-known": "not known",
}
# What is over says what it did: behind a name it needs no other verb.
PAST: tuple[Code, ...] = ("ended", "run-out")
# The words for what holds, or may; what has another code is over.
STANDING = {code: word for code, word in WORDS.items() if code not in PAST}
STANDING["not-known"] = "disputed"


def word_of_code(code: Code) -> str:
    """A code as it is printed."""
    return WORDS[code]


@dataclass(frozen=True)
class Held:
    """What holds on the day: the state, since when, until when, by what and how well borne out.

    `ends` are the days on which it changes by what is stated, one for each position that names
    another; `maker` is the last act that makes it, and `by` are those whose claim it is.
    `due` is the first day of what was suspended or ended by then; `phrase` is the text without
    that, as it stands behind a sentence. `done` says of an act that it has ended what it was to
    end, of a promise that it was kept, or that another act prolonged the same. `within` is the
    month or year in which it began, where no day is held.
    """

    text: str
    phrase: str
    code: Code
    since: date | None
    ends: tuple[date, ...]
    maker: str
    status: Status
    by: tuple[str, ...] = ()
    due: PartialDate | None = None
    done: str = ""
    within: PartialDate | None = None

    @property
    def never(self) -> bool:
        """True of what was suspended or ended by its first day: it never took effect."""
        return self.due is not None

    @property
    def until(self) -> date | None:
        """The one day on which it changes by what is stated."""
        return self.ends[0] if len(self.ends) == 1 else None

    def told(self, is_plural: bool = False) -> str:
        """The text behind a name, with its verb: `is in force`, `ended on 1 May`."""
        if self.never:
            return that_never_held(self.text, is_plural)
        return f"{verb_of(self, is_plural)}{self.text}"


def that_never_held(text: str, is_plural: bool) -> str:
    """The state of what never took effect, behind its name: `was ended before taking effect`."""
    return f"{'were' if is_plural else 'was'} {text}"


def verb_of(held: Held, is_plural: bool) -> str:
    """What stands between a name and its state; what is over says itself what it did."""
    if held.done:
        return "were " if is_plural else "was "
    return "" if held.code in PAST else "are " if is_plural else "is "


def word_of_state(fact: Fact) -> tuple[Status | None, tuple[str, ...]]:
    """The status of what holds, else of the statement, and by whom it is claimed if it is."""
    return (fact.held.status, fact.held.by) if fact.held else (fact.status, fact.by)
