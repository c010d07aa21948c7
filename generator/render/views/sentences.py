"""What a statement says in one sentence: the editor's own, else one made of its keys."""

from __future__ import annotations

from generator.derive.dossier import Fact
from generator.derive.prose import bears
from generator.model.record import Path
from generator.render.views.acts import act_sentence, capitalised, conjugated, of_record
from generator.render.views.prose import phrase
from generator.render.views.rich import Rich
from generator.render.views.sheet import Sheet
from generator.render.views.text import day, escape, fill

# What the day of a record says of it.
HAPPENED: dict[Path, str] = {
    ("announced",): "be announced",
    ("in-force",): "take effect",
    ("ended",): "end",
}


def sentence_of(sheet: Sheet, fact: Fact) -> Rich:
    """One whole sentence without its day; the label where there is none."""
    return own_sentence(sheet, fact) or escape(fact.label)


def own_sentence(sheet: Sheet, fact: Fact) -> Rich:
    """What an editor wrote, else an act or the day of a record in plain English; else nothing."""
    written = fact.statement.sentence
    if written and bears(sheet.dossier, written, ()):
        return phrase(sheet, written)
    if fact.rivals:
        return Rich()
    if fact.chosen.does:
        return act_sentence(sheet, fact, fact.chosen)
    verb = HAPPENED.get(fact.located.path)
    return happened(sheet, fact, verb) if verb else Rich()


def dated(sheet: Sheet, fact: Fact) -> Rich:
    """The sentence behind its day: `2 May 2025: The council bans carts`; else nothing."""
    told, value = own_sentence(sheet, fact), fact.chosen.value
    return fill("{}: {}", day(value.date), told) if told and value and value.date else told


def happened(sheet: Sheet, fact: Fact, verb: str) -> Rich:
    """What a record did on a day, is to do on it, or never did."""
    subject, value = of_record(sheet, fact.record.id), fact.chosen.value
    is_ahead = bool(value and value.date and value.date.last > sheet.dossier.day)
    said = conjugated(verb, subject.is_plural, is_ahead)
    if fact.held and fact.held.never:
        said = f"{'were' if subject.is_plural else 'was'} to {verb}"
    return capitalised(fill("{} {}", subject.text, said))
