"""Units as they are written behind a value, and as a text prints them beside a number.

Knows only units that are printed in few spellings, and says nothing of others: what counts
entities or elements is spelled in as many ways as there are sentences.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.derive.numerals import SCALES, Numeral, numerals

BEHIND = {
    "t": r"(?:metric |short |long )?(?:tons?|tonnes?|m?t)(?![A-Za-z])|吨",
    "Mt": r"Mt(?![A-Za-z])|(?:million )?megatonn?e?s?(?![A-Za-z])",
    "kg": r"(?:kgs?|kilos?|kilogram(?:me)?s?)(?![A-Za-z])|公斤|千克",
    "USD": r"(?:US |U\.S\. )?dollars?(?![A-Za-z])|USD(?![A-Za-z])|美元",
    "CNY": r"yuan(?![A-Za-z])|renminbi|RMB(?![A-Za-z])|CNY(?![A-Za-z])|元",
    "minutes": r"minutes?(?![A-Za-z])|mins?(?![A-Za-z])|分钟",
    "hours": r"hours?(?![A-Za-z])|hrs?(?![A-Za-z])|小时",
    "days": r"(?:calendar )?days?(?![A-Za-z])|[天日]",
    "weeks": r"weeks?(?![A-Za-z])|周",
    "months": r"months?(?![A-Za-z])|个月",
    "years": r"years?(?![A-Za-z])|年",
    # How often something was done is counted so as well.
    "times": r"times (?=the|their|its|that|what|as|more|higher|lower|larger)",
}
BEFORE = {
    "USD": r"(?:US ?|U\.S\. ?)?\$\s?$|\bUSD\s?$",
    "CNY": r"[¥￥]\s?$|\b(?:RMB|CNY)\s?$",
    "EUR": r"€\s?$|\bEUR\s?$",
}
AFTER = {name: re.compile(rf"[\s-]?(?:{spelled})") for name, spelled in BEHIND.items()}
AHEAD = {name: re.compile(spelled) for name, spelled in BEFORE.items()}


@dataclass(frozen=True)
class Unit:
    """A unit without its scale, and the power of ten that the scale stands for."""

    name: str
    power: int


@dataclass(frozen=True)
class Printed:
    """What is printed beside a number: the unit's name and the power of ten, None where neither."""

    name: str | None
    power: int | None


def unit(text: str) -> Unit | None:
    """A written unit, such as `USD bn` or `million kg`; None for one that is not known here."""
    words = text.split()
    scales = [SCALES[word.lower()] for word in words if word.lower() in SCALES]
    name = called(" ".join(word for word in words if word.lower() not in SCALES))
    return Unit(name, sum(scales)) if name and len(scales) <= 1 else None


def called(text: str) -> str:
    """The name of a unit, in whichever way it is spelled: `t` of `tonnes`; empty for another."""
    if text in {*BEHIND, *BEFORE}:
        return text
    return next((name for name, spelled in BEHIND.items() if re.fullmatch(spelled, text)), "")


def printed(text: str, number: Decimal) -> Iterator[Printed]:
    """What a text prints beside a number, each time that it has it."""
    for numeral in numerals(text):
        if numeral.says(number):
            yield Printed(name_beside(text, numeral), power_of(numeral, number))


def power_of(numeral: Numeral, number: Decimal) -> int | None:
    """The scale behind a number, apart from what the number has of it; None where none is."""
    if numeral.scaled == numeral.number:
        return None
    return 0 if abs(number) == numeral.scaled else int((numeral.scaled / numeral.number).log10())


def name_beside(text: str, numeral: Numeral) -> str | None:
    """The unit that stands behind a number or before it."""
    behind = (name for name, spelled in AFTER.items() if spelled.match(text, numeral.end))
    ahead = (name for name, spelled in AHEAD.items() if spelled.search(text[: numeral.start]))
    return next(behind, None) or next(ahead, None)
