"""Times of several months, in keys and labels: `2031-h1`, "first half of 2031".

Refuses those that go on into another year, and those that do not name their year.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.derive.mentions import MONTHS
from generator.model.dates import PartialDate, parse_date

NAMES = {name: at for at, names in enumerate(MONTHS, 1) for name in names.split("|")}
NAME = rf"(?:{'|'.join(sorted(NAMES, key=len, reverse=True))})"
YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d)"
KEY = re.compile(
    rf"{YEAR}-(?:(?P<part>[hq])(?P<which>[1-4])|(?P<months>{NAME}(?:-{NAME})*))(?![a-z0-9])",
    re.IGNORECASE,
)
ORDINALS = ("first", "second", "third", "fourth")
PARTS = (
    rf"(?:the )?(?P<which>{'|'.join(ORDINALS)}) (?P<part>half|quarter) (?:of )?{YEAR}",
    rf"(?P<part>[hq])(?P<which>[1-4]) (?:of )?{YEAR}",
    rf"{YEAR} (?P<part>[hq])(?P<which>[1-4])\b",
)
TO = r"(?:\s*(?:\b(?:to|and|through|until)\b|[-–—/&])\s*|,\s+(?:and\s+)?)"
# What goes on to another time, or is set to a number, is no label of its own time.
ALONE = rf"(?!{TO}(?:the |[hq]\d|\d|{'|'.join(ORDINALS)})|\s*=)"
PART = tuple(re.compile(part + ALONE, re.IGNORECASE | re.ASCII) for part in PARTS)
# Case matters: `may` and `march` are verbs.
ROW = re.compile(
    rf"(?P<first>{NAME})(?: (?P<before>\d{{4}}))?(?:{TO}{NAME})*{TO}(?P<last>{NAME}) (?:of )?{YEAR}"
)
LENGTHS = {"h": 6, "q": 3}


@dataclass(frozen=True, slots=True)
class Months(PartialDate):
    """Several months of a year, with the words that name them."""


def of_key(key: str) -> Months | None:
    """The months that a key such as `2031-jan-may-yoy` begins with; None where it has none."""
    found = KEY.match(key)
    if not found or found["part"]:
        return _part(found)
    first, *others = (NAMES[name.capitalize()] for name in found["months"].split("-"))
    return _months(found["year"], first, others[-1] if others else first, found[0])


def of_label(label: str) -> Months | None:
    """The months that a label begins with: a half, a quarter, or `January to May 2031`."""
    found = ROW.match(label)
    if not found:
        return _part(next(filter(None, (part.match(label) for part in PART)), None))
    if found["before"] not in {None, found["year"]}:
        return None
    return _months(found["year"], NAMES[found["first"]], NAMES[found["last"]], found[0])


def agree(key: PartialDate, named: PartialDate) -> bool:
    """Whether a label can be that of a figure of this time."""
    if isinstance(key, Months):
        is_same = (key.first, key.last) == (named.first, named.last)
        return is_same or (named.is_day and key.contains(named))
    if isinstance(named, Months):
        # What is counted up to a month may be called by that month alone.
        named = parse_date(f"{named.last:%Y-%m}")
    return key.contains(named) or named.contains(key)


def _part(found: re.Match[str] | None) -> Months | None:
    if not found:
        return None
    which, length = found["which"].lower(), LENGTHS[found["part"][0].lower()]
    number = int(which) if which.isdigit() else ORDINALS.index(which) + 1
    return _months(found["year"], (number - 1) * length + 1, number * length, found[0])


def _months(year: str, first: int, last: int, words: str) -> Months | None:
    """Some months of a year; None where they are none, as those of a third half."""
    if not first <= last <= len(MONTHS):
        return None
    start, end = (parse_date(f"{year}-{month:02}") for month in (first, last))
    return Months(words, start.first, end.last)
