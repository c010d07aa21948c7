"""What lies ahead in whole sentences, with what follows if nothing is decided."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from generator.counting import counted, few
from generator.derive.dossier import Dossier, Fact
from generator.derive.spells import ENDS, SUSPENDED, Deadline, by_maker, code_on
from generator.derive.state import PAST
from generator.derive.states import is_whole
from generator.model.dates import in_words
from generator.render.views.acts import Noun, capitalised, conjugated, several, within
from generator.render.views.sentences import sentence_of
from generator.render.views.sheet import Sheet, state
from generator.render.views.text import Rich, fill, tag

# What comes into force when a suspension ends, by whether it never was or has been before.
AGAIN = {True: "take effect", False: "apply again"}
EXPIRE = "expire"
APPLY = {*AGAIN.values(), "apply"}


@dataclass(frozen=True)
class Coming:
    """A thing that is ahead: its sentence, what follows, and all that it is about.

    Several of a kind have one sentence, and each its name in `each`.
    """

    text: Rich
    then: str = ""
    about: tuple[Rich, ...] = ()
    each: tuple[Coming, ...] = ()


@dataclass(frozen=True)
class Ahead:
    """A day that is ahead, with what happens then."""

    when: Rich
    left: str
    items: tuple[Coming, ...]


def days_ahead(sheet: Sheet) -> Iterator[Ahead]:
    """All that is ahead, by day, what concerns most things first; what has no day comes last."""
    for (on, days), found in groupby(by_maker(sheet.dossier), key=lambda one: (one.on, one.days)):
        when = tag("time", in_words(on), datetime=on.isoformat()) if on else Rich("no date")
        left = f"in {counted(days, 'day')}" if days else ""
        ranked = sorted(found, key=lambda one: -len(things(one)))
        yield Ahead(when, left, tuple(comings(sheet, ranked)))


def comings(sheet: Sheet, found: list[Deadline]) -> Iterator[Coming]:
    """The suspensions that end on a day as one, where they are several; then all else."""
    ending = [one for one in found if one.kind == SUSPENDED and then(sheet.dossier, one) in APPLY]
    if len(ending) > 1:
        text = Rich(f"{few(len(ending)).capitalize()} suspensions end.")
        named = ((one, capitalised(subject(sheet, one).text)) for one in ending)
        each = (Coming(linked(sheet, *pair), about=members(sheet, pair[0])) for pair in named)
        yield Coming(text, "If nothing is decided, these apply:", each=tuple(each))
        found = [one for one in found if one not in ending]
    for one in found:
        told = fill("{}.", deadline_sentence(sheet, one))
        yield Coming(linked(sheet, one, told), follows(sheet, one), members(sheet, one))


def members(sheet: Sheet, one: Deadline) -> tuple[Rich, ...]:
    """All that a deadline is about, where it is several things."""
    named = [(fact, within(sheet, fact.id).text) for fact in things(one)]
    return tuple(state(sheet, *each) for each in named) if len(named) > 1 else ()


def linked(sheet: Sheet, one: Deadline, told: Rich) -> Rich:
    """Words on a deadline, leading to what is least borne out of what it is about."""
    first = max(one.facts, key=lambda fact: fact.held.status.weakness if fact.held else 0)
    return state(sheet, first, told)


def deadline_sentence(sheet: Sheet, one: Deadline) -> Rich:
    """What ends, begins or falls due."""
    if one.kind == "falls due":
        return sentence_of(sheet, one.facts[0])
    what = subject(sheet, one)
    if one.kind == SUSPENDED:
        return fill("The suspension of {} ends", what.text)
    if one.kind == "no end named":
        return fill("The suspension of {} has no end named", what.text)
    verb = "end" if one.kind == ENDS else "take effect"
    return capitalised(fill("{} {}", what.text, conjugated(verb, what.is_plural)))


def subject(sheet: Sheet, one: Deadline) -> Noun:
    """What a deadline is about."""
    ids = [fact.id for fact in things(one)]
    return within(sheet, ids[0]) if len(ids) == 1 else Noun(several(sheet, ids), is_plural=True)


def things(one: Deadline) -> list[Fact]:
    """What a deadline is about; where it is a whole, its parts go without saying."""
    wholes = {fact.record.id for fact in one.facts if is_whole(fact)}
    return [fact for fact in one.facts if is_whole(fact) or fact.record.id not in wholes]


def follows(sheet: Sheet, one: Deadline) -> str:
    """What happens if nothing is decided, from the state that follows; nothing where none does."""
    what, verb = subject(sheet, one), then(sheet.dossier, one)
    if verb == EXPIRE:
        return "No extension is known."
    who = "they" if what.is_plural else "it"
    return f"If nothing is decided, {who} {conjugated(verb, what.is_plural)}." if verb else ""


def then(dossier: Dossier, one: Deadline) -> str:
    """What the things of a deadline do on its day by the acts that are known now."""
    if one.on is None or one.kind not in (ENDS, SUSPENDED):
        return ""
    codes = {code_on(dossier, fact, one.on) for fact in one.facts}
    never = {fact.held.never for fact in one.facts if fact.held}
    if codes <= {*PAST}:
        return EXPIRE
    if codes == {"in-force"} and one.kind == SUSPENDED:
        return AGAIN[never.pop()] if len(never) == 1 else "apply"
    return "stay suspended" if codes == {"suspended"} else ""
