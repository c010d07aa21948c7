"""What a statement says in one sentence: the editor's own, else one made of its keys.

Refuses to end in a list: what acts upon many is said of the first of them and their number.
"""

from __future__ import annotations

import re

from generator.derive.actors import acting
from generator.derive.dossier import Fact
from generator.derive.prose import bears
from generator.model.dates import PartialDate
from generator.model.party import Party
from generator.model.record import Path
from generator.model.statement import PROMISE, Content
from generator.render.views.prose import phrase
from generator.render.views.rich import Rich
from generator.render.views.sheet import Sheet, measured, quoted
from generator.render.views.text import day, escape, fill, joined, listed, quantity

# What an act makes of its target, as a noun for those who act upon the act itself.
NOUNS = {"suspend": "suspension", "extend": "extension", "lift": "lifting", "amend": "amendment"}
# What the day of a record says of it.
HAPPENED: dict[Path, str] = {
    ("announced",): "{} is announced",
    ("in-force",): "{} takes effect",
    ("ended",): "{} ends",
}
ONE = re.compile("^1 ")
FEW = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def sentence_of(sheet: Sheet, fact: Fact) -> Rich:
    """One whole sentence without its day; the label where the keys make none."""
    written = fact.statement.sentence
    if written and bears(sheet.dossier, written, ()):
        return phrase(sheet, written)
    content = fact.chosen
    if content.does == PROMISE and content.says:
        return escape(content.says)
    if content.does and content.target:
        return capitalised(act_sentence(sheet, fact, content))
    form = HAPPENED.get(fact.located.path)
    return capitalised(fill(form, sheet.name(fact.record.id))) if form else escape(fact.label)


def act_sentence(sheet: Sheet, fact: Fact, content: Content) -> Rich:
    """Subject, verb, object, and how long: `China suspends the tariff until 10 November 2026`."""
    target, what = objects(sheet, content), amount(fact, content)
    if what:
        target = upon(content.does or "", what, target)
    parts = (actor(sheet, fact, content), escape(verb(sheet, content)), target)
    return joined([*parts, *lasting(content)], " ")


def actor(sheet: Sheet, fact: Fact, content: Content) -> Rich:
    """Who acts, as it is called within a sentence."""
    return listed(within(sheet, id_) for id_ in acting(fact.record, content))


def within(sheet: Sheet, id_: str) -> Rich:
    """A name as it stands within a sentence: `the US`."""
    data = sheet.dossier.briefing.records[id_].data
    return escape(data.short) if isinstance(data, Party) and data.short else sheet.name(id_)


def verb(sheet: Sheet, content: Content) -> str:
    """What is done, as a headline says it; what is stated for a later day is still to come."""
    begun = content.from_ is None or content.from_.last <= sheet.dossier.day
    after = " to" if content.does == "object" else ""
    return f"{content.does}s{after}" if begun else f"is to {content.does}{after}"


def objects(sheet: Sheet, content: Content) -> Rich:
    """What is acted upon: one or two by name, of more the first and how many others."""
    names = list(dict.fromkeys(called(sheet, target) for target in content.target))
    if len(names) > 2:
        rest = len(names) - 1
        return fill("{} and {} others", names[0], FEW[rest] if rest < len(FEW) else str(rest))
    return joined(names, " and ")


def called(sheet: Sheet, target: str) -> Rich:
    """A target within a sentence: its record, or what an act does to its own targets."""
    known = sheet.dossier.facts.get(target)
    content = known.chosen if known else None
    if content and content.does in NOUNS and content.target:
        return fill("the {} of {}", NOUNS[content.does], objects(sheet, content))
    return sheet.name(target.partition(".")[0])


def amount(fact: Fact, content: Content) -> Rich | None:
    """How much of it, or to what."""
    if content.value and not content.value.date:
        return escape(quantity(content.value, measured(fact, content)))
    return quoted(content.words) if content.words else None


def upon(does: str, what: Rich, target: Rich) -> Rich:
    """An amount with the target, as the verb wants it."""
    if does in {"amend", "replace"}:
        return fill("{} to {}", target, what)
    if does in {"extend", "resume"}:
        return target
    return fill("{} of {}", what, target)


def lasting(content: Content) -> tuple[Rich, ...]:
    """Until when, through which day or for how long; nothing where no end is named."""
    dates: tuple[tuple[str, PartialDate | None], ...] = (
        ("until", content.until),
        ("through", content.through),
    )
    found = next((f"{key} {day(date)}" for key, date in dates if date), "")
    if not found and content.for_:
        found = f"for {ONE.sub('a ', content.for_.text)}"
    return (escape(found),) if found else ()


def capitalised(text: Rich) -> Rich:
    """A sentence begins with a capital letter; an element that it begins with stays."""
    first, *rest = text
    return Rich(first[:1].upper() + first[1:], *rest) if isinstance(first, str) else text
