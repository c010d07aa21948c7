"""When two positions say the same, in whatever unit; sentences and words never agree alone."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from functools import cached_property, lru_cache
from itertools import combinations
from typing import TypeVar

from generator.derive.mentions import SCALES, Numeral, numerals
from generator.model.briefing import Briefing
from generator.model.dates import ONE_DAY, PartialDate
from generator.model.statement import Content, Position, Statement
from generator.model.values import Value

T = TypeVar("T")


REFERENCES = ("person", "attendance", "does", "party", "body", "for_", "renews", "title")
LISTS = ("people", "target")


def merged(statement: Statement, position: Position) -> Position:
    """A position with the keys that all positions share, which stand beside `positions`."""
    own = position.model_fields_set
    shared = {
        name: getattr(statement, name)
        for name in Content.model_fields
        if name in statement.model_fields_set and name not in own
    }
    return position.model_copy(update=shared)


def agree(statement: Statement, keys: Iterable[str]) -> bool:
    """True when no two of a statement's positions differ; what they share is the same."""
    positions = (statement.positions[key] for key in keys)
    contents = [p.model_copy(update={"exact": p.exact or statement.exact}) for p in positions]
    return all(_same(a, b) for a, b in combinations(contents, 2))


def _same(a: Content, b: Content) -> bool:
    return (
        not (a.words or b.words or a.says or b.says)
        and _both(as_written(a), as_written(b), values_agree)
        and _both(a.from_, b.from_, dates_agree)
        and _both(_end(a), _end(b), dates_agree)
        and _both(a.unit, b.unit, units_agree)
        and all(getattr(a, name) == getattr(b, name) for name in REFERENCES)
        and all(set(getattr(a, name)) == set(getattr(b, name)) for name in LISTS)
    )


def _end(content: Content) -> PartialDate | None:
    """The first day on which it no longer holds: the day after the last one, where that is told."""
    last = content.through
    if content.until or last is None:
        return content.until
    return PartialDate(last.text, last.first + ONE_DAY, last.last + ONE_DAY)


def _both(a: T | None, b: T | None, same: Callable[[T, T], bool]) -> bool:
    return a == b if a is None or b is None else same(a, b)


def as_written(content: Content) -> Value | None:
    """The value with the precision that it was written in: `exact: yes` counts every digit."""
    return content.value.exactly() if content.value and content.exact else content.value


def units_agree(a: str, b: str) -> bool:
    """Two spellings of one unit: a million tonnes are `Mt`."""
    return (COMMON.unit(a) or a) == (COMMON.unit(b) or b)


def dates_agree(a: PartialDate, b: PartialDate) -> bool:
    """Of two dates one contains the other; two moments are one."""
    if "T" in a.text and "T" in b.text:
        return datetime.fromisoformat(a.text) == datetime.fromisoformat(b.text)
    return a.contains(b) or b.contains(a)


def values_agree(a: Value, b: Value) -> bool:
    """Equal at the coarser written precision, or with bounds that overlap."""
    if a.date or b.date:
        return a.date is not None and b.date is not None and dates_agree(a.date, b.date)
    if a.number is not None and b.number is not None:
        return abs(a.number - b.number) <= max(a.step, b.step) / 2
    return _below(a, b) and _below(b, a)


def _below(a: Value, b: Value) -> bool:
    """True when the least of `a` does not lie above the most of `b`."""
    least = a.number if a.number is not None else a.low
    most = b.number if b.number is not None else b.high
    if least is None or most is None:
        return True
    return least < most if _open(a, ">") or _open(b, "<") else least <= most


def _open(value: Value, sign: str) -> bool:
    return value.text.startswith(sign) and not value.text.startswith(f"{sign}=")


def coarseness(content: Content) -> tuple[int, Decimal]:
    """How roughly a value is given: bounds after numbers, long periods after days."""
    value = as_written(content)
    if value is None:
        return 0, Decimal(0)
    if value.date:
        return 0, Decimal((value.date.last - value.date.first).days)
    return (0 if value.number is not None else 1), value.step


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
        return {name: pattern_of(text) for name, text in self.behind.items()}


def whole(name: str, power: int) -> Unit:
    """A unit without its scale: a million tonnes of `Mt`, and of `million t`."""
    base, more = MULTIPLES.get(name, (name, 0))
    return Unit(base, power + more)


@lru_cache
def pattern_of(text: str) -> re.Pattern[str]:
    """What finds each of the spellings as a word of its own."""
    found = "|".join(map(spelled, text.split(", ")))
    return re.compile(rf"(?:{found})(?![A-Za-z])")


CHOICES = 4


def spelled(text: str) -> str:
    """The pattern of one spelling; beyond a few choices brackets stand for themselves."""
    # The time to match doubles, or more, with each choice.
    parts = OPTIONAL.sub(lambda part: f"(?:{part[1]})?", re.escape(text), count=CHOICES)
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
