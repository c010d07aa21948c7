"""How a thing that held is told: what it is, and what held of it until when."""

from __future__ import annotations

from datetime import date

from generator.derive.dossier import Dossier, Fact
from generator.derive.spells import Spell
from generator.derive.state import STANDING, Held
from generator.derive.states import is_whole
from generator.model.dates import in_words
from generator.model.statement import Part
from generator.render.views.act_tables import is_rate
from generator.render.views.acts import capitalised
from generator.render.views.borne import beside, stands, word
from generator.render.views.links import address
from generator.render.views.sentences import own_sentence
from generator.render.views.sheet import UNSTATED, Sheet, every_position, value_markup
from generator.render.views.text import Rich, fill, tag

NO_RATE = "rates not on record"


def what(sheet: Sheet, id_: str) -> Rich:
    """What a thing is: a measure by name, an act in its sentence, a part with what it says."""
    fact = sheet.dossier.facts[id_]
    if is_whole(fact):
        return tag("a", sheet.name(fact.record.id), href=address(fact))
    told = own_sentence(sheet, fact).text if fact.chosen.does else ""
    if told and not fact.rivals:
        act = beside(tag("a", told, href=address(fact)), stands(sheet, fact, told))
        return fill("{} ({})", act, sheet.name(fact.record.id))
    value = value_markup(sheet, fact)
    is_unstated, name = value.text == UNSTATED, tag("a", fact.label, href=address(fact))
    if (is_unstated or fact.chosen.words) and not fact.rivals and is_among_rates(sheet, fact):
        return fill("{} ({})", name, NO_RATE)
    if is_unstated:
        return name
    label = tag("a", f"{fact.label}:", href=address(fact))
    if fact.rivals:
        return fill("{} {}", label, every_position(sheet, fact))
    return fill("{} {}", label, beside(value, stands(sheet, fact, value.text)))


def is_among_rates(sheet: Sheet, fact: Fact) -> bool:
    """True for a part of a measure that has rates."""
    own = sheet.dossier.by_record[fact.record.id]
    return isinstance(fact.statement, Part) and any(is_rate(one) for one in own)


def end_in(dossier: Dossier, fact: Fact) -> date | None:
    """The end that an act names, by which its sentence tells of it."""
    found = (world.end(fact.id) for world in dossier.worlds if fact.id in world.effects)
    return next((end.on for end in found if end), None)


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
    return f"{text}, {'but ended on' if is_cut else 'prolonged until'} {in_words(real)}"


def as_set(one: Spell, told: str) -> tuple[tuple[date, str], ...]:
    """The words for each end as it was set by a day, with that day; `told` where it came about."""
    real = one.until or one.held.until
    found = [(day, told if end == real else _set(one.held, end)) for day, end in one.ends]
    return tuple(found) if any(words != told for _, words in found) else ()


def _set(held: Held, end: date | None) -> str:
    planned = f" until {in_words(held.until)}" if held.until else ""
    until = f" until {in_words(end)}, as set by that day" if end else ", no end set by that day"
    return f"{held.text.removesuffix(planned).rstrip(',')}{until}"


def held_words(sheet: Sheet, held: Held) -> Rich:
    """What held, with how well that is borne out."""
    return beside(capitalised(Rich(held.text)), word(sheet, held.status, held.by))
