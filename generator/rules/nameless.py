"""Persons whom no quotation names, for one reason: told once, where that lies.

Refuses to find any: rules find the persons one by one, and the name that is misspelt.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from generator.counting import listed
from generator.derive.slips import is_slip
from generator.diagnostics import Diagnostic, Label, Severity
from generator.rules.doubts import sure
from generator.rules.language_missing import Formless
from generator.rules.name_differs import SpeltOtherwise
from generator.rules.said import Quoted, nowhere
from generator.rules.unprinted import Gathered, Left, Unprinted, taken
from generator.rules.wanted import KEYS

WORD = re.compile(r"[^\W\d_]{2,}")


def misspelt(others: Iterable[Diagnostic], left: Left) -> Gathered:
    """What is told, wrong names with all that is taken by them, and what is left then."""
    told: list[Diagnostic] = []
    for one in others:
        takers = [each for each in left if is_by_name(each, one)]
        left = [each for each in left if each not in takers]
        told.append(of_name(one, takers) if takers else one)
    return told, left


def is_by_name(one: Unprinted, name: Diagnostic) -> bool:
    """Whether a person is not found since the name has no form in our language, or a slip."""
    if not isinstance(name, Formless | SpeltOtherwise):
        return False
    is_bearer = one.wanted.key in KEYS and one.wanted.meaning == name.record
    if isinstance(name, Formless):
        return is_bearer
    words = (WORD.findall(text) for each in one.part.quoted for text in each.texts)
    return is_bearer and any(name.near in several for several in words)


def of_name(name: Diagnostic, takers: Left) -> Diagnostic:
    """A wrong name, by which persons are not found: no doubt is left."""
    return replace(sure(name), severity=Severity.ERROR, labels=tuple(taken(takers)))


def spelt(quoted: Quoted, found: Left) -> str:
    """What a quotation has in the place of a name, if it is just misspelt."""
    names = (WORD.findall(one.wanted.shown) for one in found)
    wanted = {word for several in names for word in several}
    text = quoted.quotation.text
    near = [word for word in WORD.findall(text) if any(is_slip(word, name) for name in wanted)]
    return f"the quotation has {listed([f'`{word}`' for word in near])}" if near else ""


def together(left: Left) -> Gathered:
    """The persons of one list whom its quotations do not name."""
    groups: dict[object, Left] = {}
    for one in left:
        if one.wanted.key in KEYS:
            groups.setdefault((one.statement, one.part.path, one.wanted.key), []).append(one)
    several = [group for group in groups.values() if len(group) > 1]
    gone = {id(one) for group in several for one in group}
    return list(map(of_list, several)), [one for one in left if id(one) not in gone]


def of_list(found: Left) -> Diagnostic:
    """Several persons of one list, told at the first."""
    first, *others = found
    named = listed([one.wanted.shown for one in found])
    return replace(
        first,
        message=f"{named} are named in {nowhere(first.part.quoted)}",
        span=first.span,
        labels=(*(Label(one.span, "nor is this one") for one in others), *first.labels),
    )
