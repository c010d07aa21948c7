"""Acts in plain English, and what records and statements are called within a sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.counting import few
from generator.derive.actors import acting
from generator.derive.computed import measured, unit_of
from generator.derive.dossier import Fact
from generator.derive.labels import bare_name, lowered, names_whole, without_record
from generator.derive.state import by_what_it_is
from generator.model.parties import Body, Party, Person
from generator.model.statement import OBJECTION, PROMISE, Content, Part
from generator.render.views.naming import actor, inside, is_plural, owned, within_words
from generator.render.views.text import Rich, day, escape, fill, joined, listed, quantity, quoted

if TYPE_CHECKING:
    from generator.render.views.sheet import Sheet

ONE = re.compile("^1 ")
ALL = 10_000
# The verbs of acts that a sentence calls otherwise.
SPOKEN = {OBJECTION: "object to", PROMISE: "promise", "amend": "change"}
# What an act makes of its target, for those who act upon the act itself.
MADE = {"suspend": "suspension", "extend": "extension", "lift": "lifting", "amend": "amendment"}
# Statements that are about their record as a whole.
WHOLE = ((), ("announced",), ("in-force",), ("ended",))
MOST, NOTHING = 2, Rich()
# What a part lies above or below says of what it is a part.
PART = re.compile(r"the part (?:above|below|over|under) ")
BESIDE = re.compile(r"(?:above|at|below|beyond|by|for|from|in|of|on|over|under|with) ")
ARTICLE = re.compile("^(?:The|An?|All|Both|No|Each|Every) ")


@dataclass(frozen=True)
class Noun:
    """What something is called within a sentence, and whether a plural verb follows."""

    text: Rich
    is_plural: bool = False


def act(sheet: Sheet, fact: Fact, content: Content) -> Rich:
    """An act in full, as its card says it: every target, the first day and how long."""
    if content.does == PROMISE and content.from_:
        # The day is that of the promise, not of what is promised.
        return fill("{}: {}", day(content.from_), act_sentence(sheet, fact, content))
    began = escape(f"from {day(content.from_)}" if content.from_ else "")
    done, end = told(sheet, fact, content, ALL), lasting(content)
    again = escape(f"renewed for {content.renews.text}" if content.renews else "")
    parts = (done, end, began) if content.for_ and not content.until else (done, began, end)
    return capitalised(joined(filter(None, (*parts, again)), " "))


def act_sentence(sheet: Sheet, fact: Fact, content: Content) -> Rich:
    """An act as a headline: the first of its targets, and how long; its day stands beside it."""
    parts = (told(sheet, fact, content, MOST), lasting(content))
    return capitalised(joined(filter(None, parts), " "))


def told(sheet: Sheet, fact: Fact, content: Content, most: int) -> Rich:
    """Subject, verb and object; several who act are one subject."""
    ids = acting(fact.record, content)
    actors = [of_record(sheet, id_) for id_ in ids]
    who, does = actors[0], content.does or ""
    if len(actors) > 1:
        who = Noun(listed(one.text for one in actors), is_plural=True)
    if does == PROMISE and content.says:
        return promised(who, content.says)
    ahead = content.from_ is not None and content.from_.last > sheet.dossier.day
    verb = conjugated(SPOKEN.get(does, does), who.is_plural, ahead)
    doing = replace(sheet, doer=ids[0] if len(ids) == 1 else "")
    return fill("{} {} {}", who.text, verb, objects(doing, fact, content, most))


def promised(who: Noun, says: str) -> Rich:
    """What is promised: `China promises to approve exports`, of a sentence with `will`."""
    verb, begins = conjugated(SPOKEN[PROMISE], who.is_plural), f"{who.text.text} "
    if not says.casefold().startswith(begins.casefold()):
        told = ARTICLE.sub(lambda found: found[0].lower(), says)
        return fill("{} {} that {}", who.text, verb, told)
    rest = says[len(begins) :]
    if rest.startswith("will "):
        return fill("{} {} to {}", who.text, verb, rest.removeprefix("will "))
    return fill("{} {} that {} {}", who.text, verb, "they" if who.is_plural else "it", rest)


def conjugated(verb: str, is_plural: bool = False, is_ahead: bool = False) -> str:
    """A verb in the present, as headlines have it; what lies ahead is still to come."""
    if is_ahead:
        return f"{'are' if is_plural else 'is'} to {verb}"
    first, space, rest = verb.partition(" ")
    if first == "be":
        return f"{'are' if is_plural else 'is'} {rest}"
    one = f"{first[:-1]}ies" if first.endswith("ly") else f"{first}s"
    return f"{first if is_plural else one}{space}{rest}"


def objects(sheet: Sheet, fact: Fact, content: Content, most: int) -> Rich:
    """What is acted upon, and how much of it or to what, as the verb wants it."""
    what, targets = amount(fact, content), content.target
    if what and not targets:
        return what
    if what and content.does in {"amend", "replace"}:
        return fill("{} to {}", several(sheet, targets, most), what)
    found = several(sheet, targets, most, what)
    if not content.says or what:
        return found
    return fill("{} ({})", found, inside(sheet.dossier.briefing, content.says))


def amount(fact: Fact, content: Content) -> Rich:
    """How much of it, or to what; nothing where that is not told."""
    if content.value and not content.value.date:
        return escape(quantity(content.value, measured(fact, content)))
    return quoted(content.words) if content.words else Rich()


def lasting(content: Content) -> Rich:
    """Until when, through which day or for how long; nothing where no end is named."""
    if content.until:
        return escape(f"until {day(content.until)}")
    if content.through:
        return escape(f"through {day(content.through)}")
    return escape(f"for {ONE.sub('a ', content.for_.text)}" if content.for_ else "")


def capitalised(text: Rich) -> Rich:
    """A sentence begins with a capital letter; an element that it begins with stays."""
    first, *rest = text or ("",)
    return Rich(first[:1].upper() + first[1:], *rest) if isinstance(first, str) else text


def within(sheet: Sheet, id_: str, what: Rich = NOTHING) -> Noun:
    """A record or statement within a sentence, or so much of it; a part with its whole."""
    fact, record = sheet.dossier.facts.get(id_), id_.partition(".")[0]
    content = fact.chosen if fact else None
    if content and content.does in MADE and content.target:
        made = several(sheet, content.target, what=what)
        return Noun(fill("the {} of {}", MADE[content.does], made))
    whole = of_record(sheet, record)
    if fact and fact.located.path not in WHOLE:
        name = sheet.dossier.briefing.name(record)
        part = fact.statement.label or without_record(fact.label, name)
        is_named = not what and names_whole(fact.record, name, part)
        part = owned(sheet.dossier.briefing, sheet.doer, part)
        bare = Noun(escape(bare_name(whole.text.text)), whole.is_plural)
        whole = Noun(escape(part), is_plural(part)) if is_named else part_of(part, bare, what)
    return Noun(so_much(what, whole.text)) if what else whole


def part_of(part: str, whole: Noun, what: Rich) -> Noun:
    """A part by its own name; behind its whole where that is told to which it belongs."""
    if what or BESIDE.match(part):
        return Noun(fill("{} ({})", whole.text, part), whole.is_plural)
    between = "{} of {}" if PART.match(part) else "{} ({})"
    return Noun(fill(between, part, whole.text), is_plural(part))


def several(sheet: Sheet, ids: Sequence[str], most: int = MOST, what: Rich = NOTHING) -> Rich:
    """Things by name; of more than so many the first, and how many others."""
    if len(ids) == 1:
        return within(sheet, ids[0], what).text
    names = list(dict.fromkeys(within(sheet, id_).text for id_ in ids))
    rest = len(names) - 1
    if rest < most:
        found = listed(names)
    elif group := grouping(sheet, ids):
        found = fill("the {} {}", few(len(names)), group)
    else:
        found = fill("{} and {} others", names[0], few(rest))
    return so_much(what, found) if what else found


def grouping(sheet: Sheet, ids: Sequence[str]) -> str:
    """The name of the event that is about just these records; empty where none is."""
    wanted = {id_.partition(".")[0] for id_ in ids}
    events = (one for one in sheet.dossier.of_kind("event") if set(one.data.about) == wanted)
    names = (sheet.dossier.briefing.name(one.id) for one in events)
    return next((lowered(name) for name in names if is_plural(name)), "")


def so_much(what: Rich, whole: Rich) -> Rich:
    """A part of a whole; what is 24% in itself is not 24% of it."""
    return fill("{} in {}" if what.text.endswith("%") else "{} of {}", what, whole)


def so_many_or_named(sheet: Sheet, fact: Fact) -> Noun:
    """A part that is so many points of a rate, or so many things, by that; all else by its name."""
    value, unit = fact.chosen.value, unit_of(fact.located)
    # `Order 12 (above the base rate)` says already what part is meant.
    is_placed = not isinstance(fact.statement, Part) or BESIDE.match(fact.statement.label or "")
    if is_placed or fact.rivals or not (value and value.number) or unit in (None, "%"):
        return within(sheet, fact.id)
    many, is_plural = amount(fact, fact.chosen), value.number != 1
    whole = sheet.dossier.briefing.name(fact.record.id)
    label = fact.statement.label or ""
    if label.startswith(f"{unit} ") and names_whole(fact.record, whole, label):
        return Noun(fill("{}{}", many, label.removeprefix(unit)), is_plural)
    if unit == "pp":
        return Noun(so_much(many, escape(by_what_it_is(whole))), is_plural)
    return Noun(fill("{} ({})", many, bare_name(whole)), is_plural)


def of_record(sheet: Sheet, id_: str) -> Noun:
    """A record: a side as its editor calls it, a person by name, all else by how it is named."""
    data, name = sheet.dossier.briefing.records[id_].data, sheet.dossier.briefing.name(id_)
    if isinstance(data, Party | Body | Person):
        return Noun(escape(actor(sheet.dossier.briefing, id_)))
    own = owned(sheet.dossier.briefing, sheet.doer, within_words(name))
    return Noun(escape(own), is_plural(name))
