"""How a name or a value reads within a sentence: with an article, in the plural; rounded, a month.

Refuses to know a name: article and number follow from how it is built.
"""

import re
from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_UP, Decimal

from generator.counting import FEW, few, listed
from generator.derive.computed import measured
from generator.derive.dossier import Dossier, Fact
from generator.derive.labels import BARE, CHANGES, has_article, head, lowered
from generator.model.briefing import Briefing
from generator.model.dates import PartialDate, behind_period, in_words
from generator.model.parties import Body, Party
from generator.model.statement import ACTORS
from generator.model.values import Value, parse_value
from generator.render.views.text import MINUS, number, quantity

PLURAL = re.compile(r".*[^siu]s")
# A word that begins with a capital and has no other: an abbreviation keeps its own.
WORD = re.compile(r"^[A-Z][a-z]*\b")
COUNT = rf"(?:(?:{'|'.join(FEW)}|\d+) )"
OFFICE = re.compile(
    r".*\b(?:administration|agency|alliance|association|authority|board|bureau|cent(?:er|re)"
    r"|commission|committee|council|court|department|institute|ministry|office|parliament|senate"
    r"|survey)",
    re.IGNORECASE,
)
FALL = "<-"
# A rounded number keeps so many digits.
DIGITS = 3


def actor(briefing: Briefing, id_: str) -> str:
    """A side or body as its editor calls it, an office with its article, all else by name."""
    data, name = briefing.records[id_].data, briefing.name(id_)
    if isinstance(data, Party | Body) and data.short:
        return data.short
    return office(name) if isinstance(data, Body) else name


def office(name: str) -> str:
    """A name behind other words: that of an office with its article."""
    is_office = OFFICE.fullmatch(head(name)) and not BARE.match(name.partition(" (")[0])
    return f"the {name}" if is_office else name


def named(briefing: Briefing, told: str) -> str:
    """What begins with a body or side, as it goes on behind other words: with its article."""
    speaking = (*briefing.of_kind("body"), *briefing.of_kind("party"))
    names = {briefing.name(one.id): one.id for one in speaking}
    own = max((name for name in names if told.startswith(name)), key=len, default="")
    return actor(briefing, names[own]) + told.removeprefix(own) if own else told


def according(teller: str) -> str:
    """Who tells of it, behind it; nothing where nobody need."""
    return f", according to {teller}" if teller else ""


def inside(briefing: Briefing, sentence: str) -> str:
    """A sentence as it goes on behind other words: it begins with a small letter, unless a name."""
    for kind in ACTORS:
        for record in briefing.of_kind(kind):
            adjective = record.data.adjective if isinstance(record.data, Party) else None
            own = (briefing.name(record.id), adjective, *record.data.aliases)
            if sentence.startswith(tuple(filter(None, own))):
                return sentence
    return WORD.sub(lambda found: found[0].lower(), sentence)


def owned(briefing: Briefing, id_: str, name: str) -> str:
    """What is a side's own, where that side does something to it: `its toll`."""
    data = briefing.records[id_].data if id_ in briefing.records else None
    if not isinstance(data, Party):
        return name
    sides = (f"{one}'s" for one in {actor(briefing, id_), briefing.name(id_)})
    words = "|".join(map(re.escape, (*sides, *filter(None, [data.adjective]))))
    own = re.compile(rf"^(?:the )?({COUNT}?)(?:{words}) ", re.IGNORECASE)
    return own.sub(lambda found: f"its {found[1].lower()}", name)


def actors(briefing: Briefing, ids: Iterable[str]) -> str:
    """Who acts or speaks, as a list in a sentence."""
    return listed([actor(briefing, id_) for id_ in ids])


def voice(briefing: Briefing, ids: Sequence[str]) -> str:
    """Who says something, behind it: `the council says`, `North and South say`."""
    return f"{actors(briefing, ids)} {'say' if len(ids) > 1 else 'says'}"


def within_words(name: str) -> str:
    """A name behind other words, with the article that it needs: `the toll on the bridge`."""
    if is_plural(name):
        return lowered(name)
    return f"the {lowered(name)}" if has_article(name) else name


def is_plural(name: str) -> bool:
    """Whether a name is of several things: `Duties on salt`, not `Customs notice`."""
    return bool(PLURAL.fullmatch(head(name)))


def quantity_of(fact: Fact, value: Value, unit: str | None) -> str:
    """A value with its unit; a change below −18% is told as what it is, a fall by more."""
    fall = fall_of(fact, value, unit)
    if fall:
        return f"down by {fall}"
    return quantity(value, unit, is_first=fact.located.key == "in-force")


def fall_of(fact: Fact, value: Value, unit: str | None) -> str:
    """By how much something fell of which only a bound is told; empty for every other value."""
    change = behind_period(fact.located.key).partition("-")[0]
    if change not in CHANGES or not value.text.startswith(FALL):
        return ""
    return quantity(parse_value(f">{value.text.removeprefix(FALL)}"), unit)


def written(dossier: Dossier, function: str, fact: Fact, form: str | None) -> str | None:
    """What a reference prints in place of the whole value; None where it prints that."""
    if function == "fact":
        value = said_value(fact)
        if form is None or value is None or fact.rivals:
            return None
        return of_date(value.date, form) if value.date else of_number(fact, value, form)
    if function == "count":
        return few(len(fact.chosen.target or fact.chosen.people))
    ends = fact.held.ends if fact.held else ()
    days = (str(max((end - dossier.day).days, 0)) for end in ends)
    return " or ".join(map(in_words, ends) if function == "until" else days) or "no end named"


def said_value(fact: Fact) -> Value | None:
    """The value that is stated, else the one that a formula gives."""
    found = fact.computed if fact.statement.compute else None
    if found and found.date:
        return Value(found.date.text, date=found.date)
    if found and found.number is not None and found.result:
        return parse_value(found.result)
    return fact.chosen.value


def of_date(given: PartialDate, form: str) -> str:
    """`8 November`, `November 2025` or `2025`; where only the month is held there is no day."""
    day, month, year = in_words(given.last).split(" ")
    if form in {"day", "short", "number"} and given.is_day:
        return day if form == "number" else f"{day} {month}"
    if form == "month" and given.first.month == given.last.month:
        return f"{month} {year}"
    if form == "year" and given.first.year == given.last.year:
        return year
    return in_words(given)


def of_number(fact: Fact, value: Value, form: str) -> str:
    """The number with three digits at most, or without its unit or its sign."""
    unit = measured(fact, fact.chosen)
    if form == "rounded" and value.number is not None:
        return quantity(parse_value(rounded(value.number)), unit)
    shown = number(value.text, bool(unit)) if form == "short" else quantity(value, unit)
    return shown.replace(MINUS, "") if form == "size" else shown


def rounded(given: Decimal) -> str:
    """A number with three digits at most that count, and no decimals from 1 on."""
    places = max(given.adjusted() - DIGITS + 1, 0) if abs(given) >= 1 else -1
    return f"{given.quantize(Decimal(1).scaleb(places), ROUND_HALF_UP):f}"
