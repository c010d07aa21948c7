"""What a name is called within a sentence: with an article, in the plural, with a small letter.

Refuses to know a name: article and number follow from how it is built.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from generator.counting import FEW, listed
from generator.model.briefing import Briefing
from generator.model.parties import Body, Party

# A name up to what only tells more of it.
HEAD = re.compile(
    r"(.+?)(?: \(| (?:about|against|at|between|by|for|from|in|of|on|over|that|to|under|with) |$)"
)
PLURAL = re.compile(r".*[^siu]s")
# A name with a number, an article or a possessor needs no article.
BARE = re.compile(r".*\d|(?:the|an?) |\w+(?:['’]s|s['’]) ", re.IGNORECASE)
COUNT = rf"(?:(?:{'|'.join(FEW)}|\d+) )"
OFFICE = re.compile(
    r".*\b(?:administration|agency|alliance|association|authority|board|bureau|cent(?:er|re)"
    r"|commission|committee|council|court|department|institute|ministry|office|parliament|senate"
    r"|survey)",
    re.IGNORECASE,
)


def actor(briefing: Briefing, id_: str) -> str:
    """A side or body as its editor calls it, an office with its article, all else by name."""
    data, name = briefing.records[id_].data, briefing.name(id_)
    if isinstance(data, Party | Body) and data.short:
        return data.short
    is_office = isinstance(data, Body) and OFFICE.fullmatch(head(name))
    return f"the {name}" if is_office and not BARE.match(name) else name


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
