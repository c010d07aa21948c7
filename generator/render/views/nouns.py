"""What records and statements are called within a sentence, with article and number.

Refuses to know a name: both follow from how it is built. Where that gives bad English, an editor
writes the `sentence`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.model.body import Body
from generator.model.party import Party
from generator.model.person import Person
from generator.render.views.rich import Rich
from generator.render.views.text import escape, fill, listed

if TYPE_CHECKING:
    from generator.render.views.sheet import Sheet

# What an act makes of its target, for those who act upon the act itself.
MADE = {"suspend": "suspension", "extend": "extension", "lift": "lifting", "amend": "amendment"}
# Statements that are about their record as a whole.
WHOLE = ((), ("announced",), ("in-force",), ("ended",))
MOST, NOTHING = 2, Rich()
BRACKETS = re.compile(r" \([^)]*\)$")
FEW = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
# A name up to what only tells more of it.
HEAD = re.compile(
    r"(.+?)(?: \(| (?:about|against|at|between|by|for|from|in|of|on|over|that|to|under|with) |$)"
)
PLURAL = re.compile(r".*[^siu]s")
BESIDE = re.compile(r"(?:above|at|below|beyond|by|for|from|in|of|on|over|under|with) ")
# A name with a number, an article or a possessor needs no article.
BARE = re.compile(r".*\d|(?:the|an?) |\w+(?:['’]s|s['’]) ", re.IGNORECASE)
OFFICE = re.compile(
    r".*\b(?:administration|agency|authority|board|bureau|commission|committee|council|court"
    r"|department|ministry|office|parliament|senate)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Noun:
    """What something is called within a sentence, and whether a plural verb follows."""

    text: Rich
    is_plural: bool = False


def within(sheet: Sheet, id_: str, what: Rich = NOTHING) -> Noun:
    """A record or statement within a sentence, or so much of it; a part with its whole."""
    fact, record = sheet.dossier.facts.get(id_), id_.partition(".")[0]
    content = fact.chosen if fact else None
    if content and content.does in MADE and content.target:
        made = several(sheet, content.target, what=what)
        return Noun(fill("the {} of {}", MADE[content.does], made))
    whole = of_record(sheet, record)
    if fact and fact.located.path not in WHOLE:
        part = fact.label.removeprefix(f"{sheet.dossier.briefing.name(record)}: ")
        whole = part_of(
            part, Noun(escape(BRACKETS.sub("", whole.text.text)), whole.is_plural), what
        )
    return Noun(so_much(what, whole.text)) if what else whole


def part_of(part: str, whole: Noun, what: Rich) -> Noun:
    """A part by its own name; behind its whole where that is told to which it belongs."""
    if what or BESIDE.match(part):
        return Noun(fill("{} ({})", whole.text, part), whole.is_plural)
    return Noun(fill("{} ({})", part, whole.text), is_plural(part))


def several(sheet: Sheet, ids: Sequence[str], most: int = MOST, what: Rich = NOTHING) -> Rich:
    """Things by name; of more than so many the first, and how many others."""
    if len(ids) == 1:
        return within(sheet, ids[0], what).text
    names = list(dict.fromkeys(within(sheet, id_).text for id_ in ids))
    rest = len(names) - 1
    others = FEW[rest] if rest < len(FEW) else str(rest)
    found = fill("{} and {} others", names[0], others) if rest >= most else listed(names)
    return so_much(what, found) if what else found


def so_much(what: Rich, whole: Rich) -> Rich:
    """A part of a whole; what is 24% in itself is not 24% of it."""
    return fill("{} in {}" if what.text.endswith("%") else "{} of {}", what, whole)


def of_record(sheet: Sheet, id_: str) -> Noun:
    """A record: a side as its editor calls it, a person by name, all else by how it is named."""
    data, name = sheet.dossier.briefing.records[id_].data, sheet.dossier.briefing.name(id_)
    if isinstance(data, Party):
        return Noun(escape(data.short or name))
    if isinstance(data, Body):
        return Noun(escape(f"the {name}" if OFFICE.fullmatch(head(name)) else name))
    if isinstance(data, Person):
        return Noun(escape(name))
    if is_plural(name):
        return Noun(escape(lowered(name)), is_plural=True)
    return Noun(escape(f"the {lowered(name)}" if has_article(name) else name))


def head(name: str) -> str:
    """The words that a name begins with, without what tells more of it."""
    found = HEAD.match(name)
    return found[1] if found else name


def is_plural(name: str) -> bool:
    """Whether a name is of several things: `Duties on salt`, not `Customs notice`."""
    return bool(PLURAL.fullmatch(head(name)))


def has_article(name: str) -> bool:
    """False for what has a number, an article or a possessor, and for a name of one word."""
    return " " in name and not BARE.match(f"{head(name)} ")


def lowered(name: str) -> str:
    """One word of which more is told is a common noun: `toll on the bridge`."""
    first = head(name)
    is_common = first != name and first[1:].islower() and first.isalpha()
    return name[:1].lower() + name[1:] if is_common else name
