"""`period-differs`: a formula comes to the period that the key of its figure names (a warning).

Refuses sums with figures of other series, and formulas that are neither sums nor changes nor have
a year at the end of their keys.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from generator.counting import counted, listed
from generator.derive import Dossier
from generator.derive.charts import change_of
from generator.diagnostics import Diagnostic, Label, Severity
from generator.link import Located
from generator.model.dates import MONTHS, YEAR
from generator.model.formula import Operand, Operation, Term
from generator.model.record import Record
from generator.rules.doubts import Pair
from generator.rules.formulas import SUMS, formulas, names_of, summed
from generator.rules.label_differs import time_of

# How many months before its own a change is counted from, by how its key ends.
BACK = {"mom": 1, "yoy": YEAR}
# More months are not named one by one.
FEW = 3
# Where the figures of another series stand.
POINTS = ".points."
# A year at the end of a key, behind what it is the figure of.
YEARS = re.compile(r"[a-z]-((?:19|20)\d\d)$")
# How often each month counts, by its number from the year 0.
Months = Counter[int]


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Sums that lack a month or have one too many, and changes from or to another month."""
    for record in dossier.briefing.as_read.of_kind("series"):
        figures = Figures.of(record)
        for id_ in record.statements:
            located = dossier.briefing.as_read.statements[id_]
            for (key, term), what in figures.slips(located):
                # An id of nothing is told where it is named.
                others = (name for name in names_of(term) if POINTS in name)
                if all(map(dossier.briefing.as_read.statements.get, others)):
                    yield differs(located, key, what)


def is_of_others(located: Located) -> bool:
    """Whether a figure is recomputed from those of other periods."""
    return any(Figures.of(located.record).slips(located))


@dataclass(frozen=True)
class Figures:
    """The figures of a series, by the keys that are periods or begin with one."""

    keys: frozenset[str]

    @staticmethod
    def of(record: Record) -> Figures:
        """Those of a record."""
        paths = (path for path, _ in record.statements.values() if path[:1] == ("points",))
        return Figures(frozenset(str(path[-1]) for path in paths))

    def slips(self, located: Located) -> Iterator[tuple[tuple[str, Term], str]]:
        """The formulas of a figure, by their keys, with what is wrong with their times."""
        for key, term in formulas(located) if located.key in self.keys else ():
            is_ours = key in located.statement.inferred
            if not is_ours and (what := self.slip(located.key, term)):
                yield (key, term), what

    def slip(self, key: str, term: Term) -> str | None:
        """What is wrong with the times of a formula, if anything is."""
        due, change = months(key), change_of(key)
        if change in BACK and not due:
            return None
        if is_period(key):
            found = self.summed(term)
            return amiss(due, found) if found else next(self.strangers(term, due), None)
        if change not in BACK:
            return next(of_other_years(key, term), None)
        pair = self.compared(term)
        return next(strange(pair, due, BACK[change]), None) if pair else None

    def summed(self, term: Term) -> Months | None:
        """How often a sum counts each month; None for what is no sum of figures of the series."""
        if isinstance(term, Operand):
            is_figure = term.text in self.keys and is_period(term.text)
            return months(term.text) if is_figure else None
        left, right = (self.summed(one) for one in (term.left, term.right))
        if term.operator not in SUMS or not left or not right:
            return None
        sign = 1 if term.operator == "+" else -1
        return Months({one: left[one] + sign * right[one] for one in {*left, *right}})

    def strangers(self, term: Term, due: Months) -> Iterator[str]:
        """What hardly belongs among the figures of a formula: changes, and other periods."""
        added = list(summed(term))
        if any(is_period(name) and name in self.keys for name in added):
            for name in added:
                if name in self.keys and change_of(name) in BACK:
                    yield f"has `{name}`, a change, among figures that it adds up"
        yield from others(term, due)

    def compared(self, term: Term) -> tuple[str, str] | None:
        """The figures of `new / old - 1`, if a formula is that."""
        match term:
            case Operation("-", Operation("/", Operand(new), Operand(old)), Operand("1")):
                return (new, old) if {new, old} <= self.keys else None
        return None


def others(term: Term, due: Months) -> Iterator[str]:
    """The figures of other series in a formula that are of another period."""
    for text in names_of(term):
        _, in_points, key = text.rpartition(POINTS)
        if in_points and is_period(key) and months(key) != due:
            yield f"has `{text}` where a figure of {named(sorted(due))} is due"


def of_other_years(key: str, term: Term) -> Iterator[str]:
    """The figures of other years in a formula for one whose key ends in a year: `share-2031`."""
    own = YEARS.search(key)
    for text in names_of(term) if own else ():
        year = YEARS.search(text)
        if own and year and year[1] != own[1]:
            yield f"has `{text}` where a figure of {own[1]} is due"


def is_period(key: str) -> bool:
    """Whether a key is that of a figure of one or more whole months."""
    time = time_of(key)
    return time is not None and time.text == key and not time.is_day


def months(key: str) -> Months:
    """The months of the period that a key begins with; none of a day, or of no period."""
    time = time_of(key)
    if time is None or time.is_day:
        return Months()
    first, last = (day.year * YEAR + day.month for day in (time.first, time.last))
    return Months(range(first, last + 1))


def amiss(due: Months, found: Months) -> str | None:
    """The months that a sum has too often, or not as often as it should."""
    more = sorted(one for one in {*found, *due} if found[one] > due[one])
    less = sorted(one for one in {*found, *due} if found[one] < due[one])
    parts = (f"has {named(more)} too often" * bool(more), f"lacks {named(less)}" * bool(less))
    return listed([*filter(None, parts)]) or None


def strange(pair: tuple[str, str], own: Months, back: int) -> Iterator[str]:
    """The figures of a change that are of another time than it is counted to or from."""
    for key, by in zip(pair, (0, back), strict=True):
        due = Months(month - by for month in own)
        if months(key) != due:
            yield f"has `{key}` where the figure of {named(sorted(due))} is due"


def named(found: list[int]) -> str:
    """Months by their names, or how many they are."""
    if len(found) > FEW:
        return counted(len(found), "month")
    # The last month of a year has the number of the next year.
    return listed([f"{MONTHS[(at - 1) % YEAR]} {(at - 1) // YEAR}" for at in found])


def differs(located: Located, key: str, what: str) -> Diagnostic:
    """A formula that comes to other months."""
    return Pair(
        code="period-differs",
        message=f"for `{located.key}` the formula {what}",
        span=located.span(key),
        severity=Severity.WARNING,
        labels=(Label(located.key_span(), "its key"),),
        help="name the figures that make up the period of the key, each month once; a change is "
        "counted from the month before, or from the same one a year before",
    )
