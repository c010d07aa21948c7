"""What held of a thing, and what lies ahead of it, in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from generator.counting import counted, few
from generator.derive.dossier import Dossier, Fact
from generator.derive.spells import ENDS, SUSPENDED, Deadline, Spell, by_maker, code_on
from generator.derive.state import PAST, STANDING, Held
from generator.derive.states import is_whole
from generator.model.dates import in_words
from generator.model.statement import Part
from generator.render.views.act_tables import is_rate
from generator.render.views.acts import (
    Noun,
    capitalised,
    conjugated,
    of_record,
    several,
    so_many_or_named,
    within,
)
from generator.render.views.borne import beside, stands
from generator.render.views.grids import by_state
from generator.render.views.links import address
from generator.render.views.sentences import own_sentence, sentence_of, written
from generator.render.views.sheet import (
    UNSTATED,
    Sheet,
    holds,
    in_a_line,
    state,
    to_card,
    value_markup,
)
from generator.render.views.text import Rich, fill, tag, time

# What comes into force when a suspension ends, by whether it never was or has been before.
AGAIN = {True: "take effect", False: "apply again"}
EXPIRE = "expire"
UNDECIDED = "If nothing is decided,"
APPLY = {*AGAIN.values(), "apply"}


@dataclass(frozen=True)
class Coming:
    """A thing that is ahead: its sentence, what follows, and all that it is about.

    Several of a kind have one sentence, and each its name in `each`.
    """

    text: Rich
    then: Rich = Rich()
    about: tuple[Rich, ...] = ()
    each: tuple[Coming, ...] = ()


def days_ahead(sheet: Sheet) -> Iterator[tuple[Rich, str, tuple[Coming, ...]]]:
    """All that is ahead, by day, what concerns most things first; what has no day comes last.

    Of each day it gives how many days are left, and what happens then.
    """
    for (on, days), found in groupby(by_maker(sheet.dossier), key=lambda one: (one.on, one.days)):
        when = time(on) if on else Rich("no date")
        left = f"in {counted(days, 'day')}" if days else ""
        ranked = sorted(found, key=lambda one: -len(things(one)))
        yield when, left, tuple(comings(sheet, ranked))


def comings(sheet: Sheet, found: list[Deadline]) -> Iterator[Coming]:
    """The suspensions that end on a day as one, where they are several; then all else."""
    ending = [one for one in found if one.kind == SUSPENDED and then(sheet.dossier, one) in APPLY]
    if len(ending) > 1:
        number = sum(len(things(one)) for one in ending)
        text = Rich(f"{few(number).capitalize()} suspensions end.")
        named = ((one, capitalised(_subject(sheet, one).text)) for one in ending)
        each = ((_named(sheet, one, name), _members(sheet, one)) for one, name in named)
        listed = tuple(Coming(thing, about=members) for thing, members in each)
        yield Coming(text, Rich(f"{UNDECIDED} these apply:"), each=listed)
        found = [one for one in found if one not in ending]
    for one in found:
        told = fill("{}.", deadline_sentence(sheet, one))
        yield Coming(linked(sheet, one, told), follows(sheet, one), _members(sheet, one))


def _members(sheet: Sheet, one: Deadline) -> tuple[Rich, ...]:
    named = [(fact, within(sheet, fact.id).text) for fact in things(one)]
    return tuple(by_state(sheet, *each) for each in named) if len(named) > 1 else ()


def _named(sheet: Sheet, one: Deadline, name: object) -> Rich:
    """What a deadline is about, by name, leading to the one thing or the act on several."""
    several = len(things(one)) > 1
    return linked(sheet, one, name) if several else by_state(sheet, _weakest(one), name)


def linked(sheet: Sheet, one: Deadline, told: object) -> Rich:
    """Words on a deadline, leading to the act that makes it, with the weakest status of it."""
    return state(sheet, _weakest(one), told)


def _weakest(one: Deadline) -> Fact:
    """What is least borne out of what a deadline is about."""
    return max(one.facts, key=lambda fact: fact.held.status.weakness if fact.held else 0)


def deadline_sentence(sheet: Sheet, one: Deadline) -> Rich:
    """What ends, begins or falls due."""
    if one.kind == "falls due":
        return sentence_of(sheet, one.facts[0])
    what = _subject(sheet, one)
    if one.kind == SUSPENDED:
        return fill("The suspension of {} ends", what.text)
    if one.kind == "no end named":
        return fill("The suspension of {} has no end named", what.text)
    verb = "end" if one.kind == ENDS else "take effect"
    return capitalised(fill("{} {}", what.text, conjugated(verb, what.is_plural)))


def _subject(sheet: Sheet, one: Deadline) -> Noun:
    first, *more = found = things(one)
    every = several(sheet, [fact.id for fact in found])
    return Noun(every, is_plural=True) if more else so_many_or_named(sheet, first)


def things(one: Deadline) -> list[Fact]:
    """What a deadline is about; where it is a whole, its parts go without saying."""
    wholes = {fact.record.id for fact in one.facts if is_whole(fact)}
    return [fact for fact in one.facts if is_whole(fact) or fact.record.id not in wholes]


def follows(sheet: Sheet, one: Deadline) -> Rich:
    """What happens then, and under which condition: as an editor has it, else by what follows.

    Nothing where none does.
    """
    ours = (fact.statement.then for fact in things(one))
    stated = (written(sheet, one.sentence) for one in ours if one)
    if sentence := next(filter(None, stated), None):
        return fill("{}.", sentence)
    what, verb = _subject(sheet, one), then(sheet.dossier, one)
    if verb == EXPIRE:
        return Rich("No extension is known.")
    who = "they" if what.is_plural else "it"
    told = f"{UNDECIDED} {who} {conjugated(verb, what.is_plural)}."
    return Rich(told) if verb else Rich()


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


NO_RATE = "rates not found"


def what(sheet: Sheet, id_: str) -> Rich:
    """What a thing is: a measure by name, an act in its sentence, a part with what it says."""
    fact = sheet.dossier.facts[id_]
    if is_whole(fact):
        return tag("a", sheet.name(fact.record.id), href=address(fact))
    told = "" if fact.rivals else own_sentence(sheet, fact).text
    if told:
        line = beside(to_card(fact, told), stands(sheet, fact, told))
        # A part names its measure itself; a term stands beside those of other agreements.
        return fill("{} ({})", line, sheet.name(fact.record.id)) if fact.chosen.does else line
    value = value_markup(sheet, fact)
    is_unstated, name = value.text == UNSTATED, to_card(fact, fact.label)
    if (is_unstated or fact.chosen.words) and not fact.rivals and _is_among_rates(sheet, fact):
        return fill("{} ({})", name, NO_RATE)
    if is_unstated:
        return name
    if fact.rivals:
        return fill("{}: {}", name, in_a_line(sheet, fact))
    if fact.chosen.says:
        said = beside(to_card(fact, value.text), stands(sheet, fact, value.text))
        return fill("{} ({})", said, sheet.name(fact.record.id))
    own = within(sheet, id_)
    noun = to_card(fact, capitalised(own.text).text)
    verb = "are" if own.is_plural else "is"
    return fill("{} {} {}", noun, verb, beside(value, stands(sheet, fact, value.text)))


def _is_among_rates(sheet: Sheet, fact: Fact) -> bool:
    own = sheet.dossier.by_record[fact.record.id]
    return isinstance(fact.statement, Part) and any(is_rate(one) for one in own)


def with_its_own_end(one: Spell, after: Spell | None, named: date | None) -> str:
    """The words for what held: an end that is not the real one is left out, or the other told."""
    text, planned, real = one.held.text, one.held.until, one.until or one.held.until
    if one.held.code == "announced" and after and after.held.code == "in-force":
        return f"{text}, to take effect on {in_words(after.since)}"
    if one.held.code == "announced" and after and after.held.due:
        return f"{text}, was to take effect on {in_words(after.held.due)}"
    if planned and real != planned and not one.held.never:
        text = text.removesuffix(f" until {in_words(planned)}")
    is_last = not after or after.held.code not in STANDING
    if one.held.code != "in-force" or not named or not real or real == named or not is_last:
        return text
    is_cut = real < named or (after and after.held.code == "ended")
    return f"{text}, {'ended early on' if is_cut else 'prolonged until'} {in_words(real)}"


def as_set(sheet: Sheet, one: Spell, told: str) -> tuple[tuple[date, str, date | None], ...]:
    """The words for each end as it was set by a day, between both; `told` where it came about."""
    found = [(day, _set(sheet, one, day, end) or told, end) for day, end in one.ends]
    return tuple(found) if any(words != told for _, words, _ in found) else ()


def _set(sheet: Sheet, one: Spell, day: date, end: date | None) -> str:
    planned = f" until {in_words(one.held.until)}" if one.held.until else ""
    bare = one.held.text.removesuffix(planned).rstrip(",")
    if end == (one.until or one.held.until):
        if not (end and one.ender and day > one.since):
            return ""
        by = of_record(sheet, one.ender.partition(".")[0]).text.text
        return f"{bare}, to end on {in_words(end)} by {by}"
    if end:
        return f"{bare} (as then set, until {in_words(end)})"
    return f"{bare} (as then set, without an end)" if planned else ""


def held_words(sheet: Sheet, held: Held) -> Rich:
    """What held, with how well that is borne out."""
    return holds(sheet, held, capitalised(Rich(held.text)))
