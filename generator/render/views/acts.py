"""Acts in plain English: who does what to what, since when and until when."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.derive.actors import acting
from generator.derive.computed import measured
from generator.derive.dossier import Fact
from generator.model.dates import PartialDate
from generator.model.statement import OBJECTION, PROMISE, Content
from generator.render.views.nouns import MOST, Noun, of_record, several
from generator.render.views.rich import Rich
from generator.render.views.text import day, escape, fill, joined, listed, quantity, quoted

if TYPE_CHECKING:
    from generator.render.views.sheet import Sheet

ONE = re.compile("^1 ")
ALL = 10_000
# The ending of a verb in the third person, as far as it is regular.
SINGULAR = re.compile(
    r"(?!always|sometimes|besides|perhaps|\w*(?:o|us|ias)es\b)(?P<head>[a-z]+?)"
    r"(?:(?P<consonant>[^aeiou])ies|(?P<hiss>ss|sh|ch|x|zz)es|(?P<plain>[^aiosu])s)\b"
)
SEVERAL = re.compile(r"(?:,|;|\b(?:and|but|or|then)) \w+s\b")


def act(sheet: Sheet, fact: Fact, content: Content) -> Rich:
    """An act in full, as its card says it: every target, the first day and how long."""
    began = escape(f"from {day(content.from_)}") if content.from_ else Rich()
    done, end = told(sheet, fact, content, ALL), lasting(content)
    parts = (done, end, began) if content.for_ and not content.until else (done, began, end)
    return capitalised(joined([*filter(None, parts), *renewed(content)], " "))


def act_sentence(sheet: Sheet, fact: Fact, content: Content) -> Rich:
    """An act as a headline: the first of its targets, and how long; its day stands beside it."""
    parts = (told(sheet, fact, content, MOST), lasting(content))
    return capitalised(joined(filter(None, parts), " "))


def told(sheet: Sheet, fact: Fact, content: Content, most: int) -> Rich:
    """Subject, verb and object."""
    who, does = actor(sheet, fact, content), content.does or ""
    if does == PROMISE and content.says:
        return promised(who, content.says)
    ahead = content.from_ is not None and content.from_.last > sheet.dossier.day
    verb = conjugated("object to" if does == OBJECTION else does, who.is_plural, ahead)
    return fill("{} {} {}", who.text, verb, objects(sheet, fact, content, most))


def actor(sheet: Sheet, fact: Fact, content: Content) -> Noun:
    """Who acts; several are one subject."""
    found = [of_record(sheet, id_) for id_ in acting(fact.record, content)]
    return found[0] if len(found) == 1 else Noun(listed(one.text for one in found), is_plural=True)


def promised(who: Noun, says: str) -> Rich:
    """What is undertaken: `China undertakes to approve exports`, of a sentence with `will`."""
    verb, begins = conjugated("undertake", who.is_plural), f"{who.text.text} "
    if not says.casefold().startswith(begins.casefold()):
        return fill("{} {} that {}", who.text, verb, says)
    rest = says[len(begins) :]
    if rest.startswith("will "):
        return fill("{} {} to {}", who.text, verb, rest.removeprefix("will "))
    if not who.is_plural and (base := infinitive(rest)):
        return fill("{} {} to {}", who.text, verb, base)
    return fill("{} {} that {} {}", who.text, verb, "they" if who.is_plural else "it", rest)


def infinitive(told: str) -> str:
    """`buy carts` of `buys carts`; empty for a verb that is not regular, or may not be alone."""
    found = None if SEVERAL.search(told) else SINGULAR.match(told)
    if found is None:
        return ""
    stem = f"{found['consonant']}y" if found["consonant"] else found["hiss"] or found["plain"]
    return f"{found['head']}{stem}{told[found.end() :]}"


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
    return fill("{}: {}", found, content.says) if content.says and not what else found


def amount(fact: Fact, content: Content) -> Rich:
    """How much of it, or to what; nothing where that is not told."""
    if content.value and not content.value.date:
        return escape(quantity(content.value, measured(fact, content)))
    return quoted(content.words) if content.words else Rich()


def lasting(content: Content) -> Rich:
    """Until when, through which day or for how long; nothing where no end is named."""
    dates: tuple[tuple[str, PartialDate | None], ...] = (
        ("until", content.until),
        ("through", content.through),
    )
    found = next((f"{key} {day(date)}" for key, date in dates if date), "")
    if not found and content.for_:
        found = f"for {ONE.sub('a ', content.for_.text)}"
    return escape(found) if found else Rich()


def renewed(content: Content) -> tuple[Rich, ...]:
    """For how long it goes on, again and again."""
    return (escape(f"renewed for {content.renews.text}"),) if content.renews else ()


def capitalised(text: Rich) -> Rich:
    """A sentence begins with a capital letter; an element that it begins with stays."""
    first, *rest = text
    return Rich(first[:1].upper() + first[1:], *rest) if isinstance(first, str) else text
