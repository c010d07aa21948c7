"""What the address of a page tells of the page: its day."""

from __future__ import annotations

import re
from collections.abc import Iterable
from contextlib import suppress
from itertools import chain
from urllib.parse import SplitResult, urlsplit

from generator.model.dates import MONTHS, parse_date

MONTH = {name[:3].lower(): f"{number:02}" for number, name in enumerate(MONTHS, 1)}
DATES = (
    re.compile(
        r"(?<!\d)(?P<y>(?:19|20)\d\d)[/-](?P<m>\d{1,2}|[A-Za-z]{3})[/-](?P<d>\d{1,2})(?!\d)"
    ),
    re.compile(r"(?<!\d)(?P<y>(?:19|20)\d\d)(?P<m>\d\d)/?(?P<d>\d\d)(?!\d)"),
    re.compile(r"/(?P<y>(?:19|20)\d\d)[/-](?P<m>\d\d|[A-Za-z]{3})/"),
    re.compile(r"/(?P<y>(?:19|20)\d\d)(?P<m>\d\d)/"),
)


# Folders that are a day, and nothing else; a name may have that of a period or an event.
FOLDERS = (
    re.compile(r"/(?P<y>(?:19|20)\d\d)/(?P<m>\d{1,2}|[A-Za-z]{3})/(?P<d>\d{1,2})/"),
    re.compile(r"/(?P<y>(?:19|20)\d\d)[/-]?(?P<m>\d\d)[/-]?(?P<d>\d\d)/"),
)


def split(url: str) -> SplitResult:
    """The parts of an address; of one that has none, all are empty."""
    try:
        return urlsplit(url)
    except ValueError:
        return urlsplit("")


def day_in(url: str) -> str:
    """The day that folders of an address are; empty where none are."""
    return date_in(url, FOLDERS)


def date_in(url: str, patterns: Iterable[re.Pattern[str]] = DATES) -> str:
    """The date in an address, as far as it goes; empty where there is none."""
    path = split(url).path + "/"
    for match in chain.from_iterable(pattern.finditer(path) for pattern in patterns):
        parts = match.groupdict()
        month = MONTH.get(parts["m"].lower(), parts["m"].zfill(2))
        day = [parts["d"].zfill(2)] if "d" in parts else []
        # There may be no such day.
        with suppress(ValueError):
            return parse_date("-".join((parts["y"], month, *day))).text
    return ""
