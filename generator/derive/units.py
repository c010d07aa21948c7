"""Units of values and of texts: those of few spellings, and those that a briefing adds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property, lru_cache

from generator.derive.numerals import SCALES, Numeral, numerals
from generator.model.briefing import Briefing

# The spellings behind a number; what stands in parentheses may be left out.
BEHIND = {
    "t": "(metric |short |long )ton(s), (metric |short |long )tonne(s), t, mt, 吨",
    "kt": "kt, kiloton(s), kilotonne(s)",
    "Mt": "Mt, megaton(s), megatonne(s)",
    "kg": "kg(s), kilo(s), kilogram(s), kilogramme(s), 公斤, 千克",
    "USD": "(US |U.S. )dollar(s), USD, 美元",
    "CNY": "yuan, renminbi, RMB, CNY, 元",
    "minutes": "minute(s), min(s), 分钟",
    "hours": "hour(s), hr(s), 小时",
    "days": "(calendar )day(s), 天, 日",
    "weeks": "week(s), 周",
    "months": "month(s), 个月",
    "years": "year(s), 年",
}
# How often something was done is counted so as well.
TIMES = re.compile(r"[\s-]?times (?=the|their|its|that|what|as|more|higher|lower|larger)")
BEFORE = {"USD": "(US |US|U.S. |U.S.)$, USD", "CNY": "¥, ￥, RMB, CNY", "EUR": "€, EUR"}
# What is another unit times a power of ten.
MULTIPLES = {"kt": ("t", 3), "Mt": ("t", 6)}
SPACES = (" ", "-", "\u00a0")
OPTIONAL = re.compile(r"\\\(([^()]+)\\\)")


@dataclass(frozen=True)
class Unit:
    """A unit without its scale, and the power of ten that the scale stands for."""

    name: str
    power: int


@dataclass(frozen=True)
class Printed:
    """What is printed beside a number: the unit's name and the power of ten, None where untold."""

    name: str | None
    power: int | None


@dataclass(frozen=True)
class Units:
    """The units that a briefing knows, each with its spellings behind a number."""

    behind: Mapping[str, str]

    def unit(self, text: str) -> Unit | None:
        """A written unit, such as `USD bn` or `million kg`; None for one that is not known here."""
        words = text.partition(" of ")[0].split()
        scales = [SCALES[word.lower()] for word in words if word.lower() in SCALES]
        name = self.called(" ".join(word for word in words if word.lower() not in SCALES))
        return whole(name, sum(scales)) if name and len(scales) <= 1 else None

    def called(self, text: str) -> str:
        """The name of a unit, however it is spelled: `t` of `tonnes`; empty for another."""
        if text in {*self.behind, *BEFORE, "times"}:
            return text
        return next((name for name, one in self.spelled.items() if one.fullmatch(text)), "")

    def printed(self, text: str, number: Decimal) -> Iterator[Printed]:
        """What a text prints beside a number, each time that it has it."""
        for numeral in numerals(text):
            if numeral.says(number):
                yield self.beside(text, numeral, power_of(numeral, number))

    def beside(self, text: str, numeral: Numeral, power: int | None) -> Printed:
        """What stands behind a number or before it; of an amount of money the scale may follow."""
        at = numeral.end + (text[numeral.end : numeral.end + 1] in SPACES)
        found = (name for name, spelled in self.spelled.items() if spelled.match(text, at))
        if name := next(found, None):
            unit = whole(name, power or 0)
            return Printed(unit.name, unit.power)
        if TIMES.match(text, numeral.end):
            return Printed("times", power)
        ahead = (name for name, spelled in AHEAD.items() if spelled.search(text[: numeral.start]))
        return Printed(next(ahead, None), power)

    @cached_property
    def spelled(self) -> Mapping[str, re.Pattern[str]]:
        """The spellings by name, ready to be looked for."""
        return {name: spellings(text) for name, text in self.behind.items()}


def whole(name: str, power: int) -> Unit:
    """A unit without its scale: a million tonnes of `Mt`, and of `million t`."""
    base, more = MULTIPLES.get(name, (name, 0))
    return Unit(base, power + more)


@lru_cache
def spellings(text: str) -> re.Pattern[str]:
    """What finds each of the spellings as a word of its own."""
    found = "|".join(map(spelled, text.split(", ")))
    return re.compile(rf"(?:{found})(?![A-Za-z])")


def spelled(text: str) -> str:
    """The pattern of one spelling."""
    parts = OPTIONAL.sub(lambda part: f"(?:{part[1]})?", re.escape(text))
    return parts.replace("\\|", "|")


AHEAD = {
    name: re.compile(rf"(?<![A-Za-z])(?:{'|'.join(map(spelled, text.split(', ')))})\s?$")
    for name, text in BEFORE.items()
}
COMMON = Units(BEHIND)


@lru_cache(maxsize=2)
def units_of(briefing: Briefing) -> Units:
    """The common units, and those of the briefing."""
    own = {name: ", ".join((name, *also)) for name, also in briefing.edition.units.items()}
    return Units({**BEHIND, **own})


def base_of(briefing: Briefing, text: str) -> Unit:
    """A unit that figures of several scales have in common; what is not known here is its own."""
    found = units_of(briefing).unit(text) or Unit(text, 0)
    return Unit("t", found.power - 3) if found.name == "kg" else found


def power_of(numeral: Numeral, number: Decimal) -> int | None:
    """The scale behind a number, apart from what the number has of it; None where none is."""
    if numeral.scaled == numeral.number:
        return None
    return 0 if abs(number) == numeral.scaled else int((numeral.scaled / numeral.number).log10())
