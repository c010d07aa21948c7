"""What a statement says in one sentence: the editor's own, else one made of its keys."""

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

from generator.derive.computed import measured
from generator.derive.dossier import Dossier, Fact
from generator.derive.lanes import BEGINNINGS
from generator.derive.prose import bears, calls
from generator.model.chart import BLANK
from generator.model.dates import PartialDate, behind_period, in_words
from generator.model.events import Claim
from generator.model.fields import NameTexts
from generator.model.parties import GlossaryTerm, Person
from generator.model.record import Path
from generator.render.views.acts import act_sentence, capitalised, conjugated, lasting, of_record
from generator.render.views.naming import fall_of, voice
from generator.render.views.prose import phrase
from generator.render.views.sheet import UNSTATED, Sheet, once, value_markup
from generator.render.views.text import MINUS, Rich, capital, day, escape, fill, joined, when

SPACES = re.compile(" +")
WORD = re.compile(r"\w+")
# Where a sentence falls into its day, its speaker and what is said.
PARTS = re.compile(r": | that ")
FRACTION = re.compile(r"\d{1,3}(?:,\d{3})+\.\d+")
# How the keys of changes end, and what they are measured against.
AGAINST = {"yoy": "a year before", "mom": "the month before"}
MONTH = re.compile(r", (\w+ \d{4})$")
# What the day of a record says of it.
HAPPENED: dict[Path, str] = {
    ("announced",): "be announced",
    ("in-force",): "take effect",
    ("ended",): "end",
}

# Within so many days an office is still taken to be held by who was said to hold it.
RECENT = 92
ATTENDS: dict[str, str] = {
    "present": "takes part in",
    "absent": "does not take part in",
    "expected": "is expected at",
}


def sentence_of(sheet: Sheet, fact: Fact) -> Rich:
    """One whole sentence without its day; else the question of a dispute, else the label."""
    return own_sentence(sheet, fact) or escape(fact.statement.asks or fact.label)


@once
def own_sentence(sheet: Sheet, fact: Fact) -> Rich:
    """What an editor wrote, else an act or the day of a record in plain English; else nothing."""
    if told := written(replace(sheet, teller=fact.id), fact.statement.sentence):
        return told
    if fact.rivals:
        return Rich()
    form = fact.of_series("sentence")
    if told := of_change(sheet, fact) or (of_figure(sheet, fact, form) if form else Rich()):
        return told
    if fact.chosen.does:
        return act_sentence(sheet, fact, fact.chosen)
    if fact.chosen.says and fact.by and not isinstance(fact.record.data, GlossaryTerm):
        return fill("{}, {}", fact.chosen.says, voice(sheet.dossier.briefing, fact.by))
    if fact.chosen.title and isinstance(fact.record.data, Person):
        return in_office(sheet, fact, fact.chosen.title)
    if fact.chosen.person and fact.chosen.attendance:
        who, does = sheet.name(fact.chosen.person), ATTENDS[fact.chosen.attendance]
        return fill("{} {} {}", who, does, meeting(sheet, fact.record.id))
    verb = HAPPENED.get(fact.located.path)
    return deed_sentence(sheet, fact, verb) if verb else taking_place(sheet, fact)


def of_figure(sheet: Sheet, fact: Fact, form: str) -> Rich:
    """A figure in the sentence of its series; nothing where it counts something else."""
    alike = all(is_main(fact, key) for key in ("unit", "reporter", "category"))
    is_alone = bool(fact.statement.label) and "holder" not in BLANK.findall(form)
    if fact.located.path[0] != "points" or not (is_number(fact) and alike) or is_alone:
        return Rich()
    period, label = fact.located.period, fact.statement.label or fact.located.key
    given = {
        "value": without_fraction(value_markup(sheet, fact).text),
        "when": when(period) if period else "",
        "holder": label.partition(",")[0],
    }
    told = BLANK.sub(lambda found: given[found[1]], form)
    return escape(capital(SPACES.sub(" ", told).strip(" .")))


def of_change(sheet: Sheet, fact: Fact) -> Rich:
    """A change by its key: `Exports to Norland fell by 5% in May 2031 from a year before`."""
    end, period = behind_period(fact.located.key).partition("-")[0], fact.located.period
    if fact.located.path[:1] != ("points",) or not (end in AGAINST and period and is_number(fact)):
        return Rich()
    much, falls = moved(sheet, fact)
    _, comma, against = (fact.statement.basis or "").partition(", ")
    told = f"{'fell' if falls else 'rose'} by {much} {when(period)} from {AGAINST[end]}"
    return escape(f"{sheet.dossier.briefing.name(fact.record.id)} {told}{comma}{against}")


def without_fraction(told: str) -> str:
    """A figure without the fraction of thousands, as charts have it: its card has it."""
    return FRACTION.sub(lambda found: f"{Decimal(found[0].replace(',', '')):,.0f}", told)


def moved(sheet: Sheet, fact: Fact) -> tuple[str, bool]:
    """By how much a change went, and whether down."""
    value = None if fact.rivals else fact.chosen.value
    fall = fall_of(fact, value, measured(fact, fact.chosen)) if value else ""
    if fall:
        return fall, True
    shown = value_markup(sheet, fact).text
    return shown.replace("above ", "less than ").replace(MINUS, ""), MINUS in shown


def is_number(fact: Fact) -> bool:
    """True for what says how much, stated or computed; not for words and days."""
    value, computed = fact.chosen.value, fact.computed
    return bool(value.numbers if value else computed and computed.number is not None)


def is_main(fact: Fact, key: str) -> bool:
    """True for what a figure has from its series, or where the series has no such key."""
    own = getattr(fact.chosen, key, None) or getattr(fact.statement, key)
    return own is None or own == (fact.of_series(key) or own)


def written(sheet: Sheet, text: str | None) -> Rich:
    """What an editor wrote; nothing where not all that it mentions is known."""
    if text and bears(sheet.dossier, text, ()) and says_all(sheet, text):
        return phrase(sheet, text)
    return Rich()


def mentioned(fact: Fact) -> tuple[str, ...]:
    """A statement and those of which its sentence tells: it reads otherwise once they are known."""
    return fact.id, *(one.id for one in calls(fact.statement.sentence or ""))


def says_all(sheet: Sheet, text: str) -> bool:
    """False where a sentence mentions a statement of which the value is not known."""
    found = (sheet.dossier.facts.get(one.id) for one in calls(text))
    return all(value_markup(sheet, one).text != UNSTATED for one in found if one)


def dated(sheet: Sheet, fact: Fact) -> Rich:
    """The sentence behind its day: `2 May 2025: The council bans carts`; else nothing."""
    told, when = own_sentence(sheet, fact), day_of(sheet.dossier, fact)
    return fill("{}: {}", capital(day(when)), told) if told and when else told


def day_of(dossier: Dossier, fact: Fact) -> PartialDate | None:
    """The day that a statement tells of, computes or begins with; of a claim, when it was said."""
    # What somebody expects for a day has not happened on it.
    if fact.by and fact.located.key not in BEGINNINGS and isinstance(fact.record.data, Claim):
        said = dossier.facts.get(f"{fact.id}.said")
        return day_of(dossier, said) if said else None
    value, computed = fact.chosen.value, fact.computed
    if value and value.date:
        return value.date
    found = computed.date if computed and fact.statement.compute else None
    return found or fact.chosen.from_


def in_office(sheet: Sheet, fact: Fact, title: NameTexts) -> Rich:
    """An office as what a person does, or begins with it: `Ada Reed becomes warden`."""
    told, name = fill("becomes {}", title.in_language(sheet.dossier.language)), fact.record.id
    begun = joined(filter(None, (told, lasting(fact.chosen))), " ")
    return fill("{} {}", sheet.name(name), begun if fact.chosen.from_ else serving(sheet, fact))


def serving(sheet: Sheet, fact: Fact) -> Rich:
    """An office as it stands on the day: `has served as warden since 1 May 2031`."""
    content, today = fact.chosen, sheet.dossier.day
    if fact.rivals or not content.title:
        return fill("is {}", value_markup(sheet, fact))
    begun, end = content.from_, content.until or content.through
    verb = "served" if end and end.last <= today else "serves"
    if begun and not end:
        verb = "has served" if begun.last <= today else "is to serve"
    since = f"{'since' if verb == 'has served' else 'from'} {day(begun)}" if begun else ""
    office = f"{verb} as {content.title.in_language(sheet.dossier.language)}"
    told = joined(filter(None, (escape(office), escape(since), lasting(content))), " ")
    seen = None if end else last_seen(fact)
    is_old = seen and (today - seen).days > RECENT
    return fill("{} (as of {})", told, in_words(seen)) if seen and is_old else told


def last_seen(fact: Fact) -> date | None:
    """The day of the latest source that bears a statement out, if that is known."""
    days = (e.published for stance in fact.standing for e in stance.counted)
    return max((one.last for one in days if not one.is_unknown), default=None)


def meeting(sheet: Sheet, id_: str) -> Rich:
    """A round within a sentence: `the talks at the mill in March 2031`."""
    noun = of_record(sheet, id_)
    the = "the " if noun.is_plural else ""
    return fill("{}{}", the, MONTH.sub(r" in \1", noun.text.text))


def taking_place(sheet: Sheet, fact: Fact) -> Rich:
    """That a round is held, where what the editor wrote mentions what is not known yet."""
    is_held = fact.statement.sentence and (fact.record.kind, fact.located.key) == ("round", "date")
    verb = conjugated("take place", of_record(sheet, fact.record.id).is_plural)
    return capitalised(fill("{} {}", meeting(sheet, fact.record.id), verb)) if is_held else Rich()


def deed_sentence(sheet: Sheet, fact: Fact, verb: str) -> Rich:
    """What a record did on a day, is to do on it, or never did."""
    subject, value = of_record(sheet, fact.record.id), fact.chosen.value
    is_ahead = bool(value and value.date and value.date.last > sheet.dossier.day)
    said = conjugated(verb, subject.is_plural, is_ahead)
    if fact.held and fact.held.never:
        said = f"{'were' if subject.is_plural else 'was'} to {verb}"
    return capitalised(fill("{} {}", subject.text, said))


def says_no_more(text: str, claim: str) -> bool:
    """Whether each part of a sentence stands in the one of its claim, word for word.

    One may name the speaker before what is said, the other behind it.
    """
    told = _spaced(claim)
    return all(_spaced(part) in told for part in PARTS.split(text))


def _spaced(text: str) -> str:
    return f" {' '.join(WORD.findall(text.lower()))} "
