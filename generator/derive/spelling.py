"""Whether a number, date or duration stands in a text in some spelling."""

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import lru_cache
from unicodedata import normalize

from generator.derive.mentions import Mention, hours, mentions, numerals
from generator.model.dates import MOMENT, ONE_DAY, Duration, PartialDate, parse_date
from generator.model.values import Value

BETWEEN = r"[ -]?(?:(?:calendar|business|working|consecutive|more|additional|further|straight) )?"
UNITS = {
    "day": re.compile(rf"{BETWEEN}(?:days?\b|[天日])"),
    "month": re.compile(rf"{BETWEEN}(?:months?\b|个月)"),
    "year": re.compile(rf"{BETWEEN}(?:years?\b|年)"),
}
ONE = {unit: re.compile(rf"\ban?[ -](?:full )?{unit}\b", re.IGNORECASE) for unit in UNITS}
# A number behind these counts nothing: `the items in Annex 1`.
PART_OF_TEXT = re.compile(
    r"\b(?:Annex|Appendix|Article|Section|Chapter|Schedule|Paragraph|Clause|Announcement No\.) $"
)

# Behind and before these stands the last day; `until` alone does not tell.
LAST = re.compile(r"\b(?:through|thru|up to and including)\s+$", re.IGNORECASE)
INCLUSIVE = re.compile(r",? \(?inclusive\b|[(（]含[)）]", re.IGNORECASE)  # noqa: RUF001

# What differs between a page and what is copied from it, and means nothing.
PLAIN = str.maketrans(
    {**dict.fromkeys('‘’‚‛′`´“”„‟″«»「」"', "'"), **dict.fromkeys("‐‑‒–—―−", "-")}
)
DASH = re.compile(r"\s*-+\s*")
LEFT_OUT = re.compile(r"\s*[\[(]?\.{3,}[\])]?\s*")
ENDS = " .,;:'"
NAME = re.compile(r"\w{2,}")
LETTER = re.compile(r"[a-z0-9]")


def prints(value: Value, quotation_text: str, published: PartialDate | None) -> bool:
    """True when a text prints all that a value says."""
    if value.date:
        return date_in(value.date, quotation_text, published)
    return all(number_in(number, quotation_text) for number in value.numbers)


def number_in(number: Decimal, text: str) -> bool:
    """True when a number stands in a text as a whole number of its own, its sign apart."""
    return any(
        numeral.says(number) and not PART_OF_TEXT.search(text[: numeral.start])
        for numeral in numerals(text)
    )


def duration_in(duration: Duration, text: str) -> bool:
    """True when a text names a length of time: `90 days`, `90-day`, `a year`."""
    unit = UNITS[duration.unit]
    if duration.count == 1 and ONE[duration.unit].search(text):
        return True
    return any(
        numeral.says(Decimal(duration.count)) and unit.match(text, numeral.end)
        for numeral in numerals(text)
    )


def date_in(date: PartialDate, text: str, published: PartialDate | None) -> bool:
    """True when a date stands in a text, its year there or completed by the publication's."""
    if date.is_unknown:
        return False
    if date.is_bound:
        date = parse_date(date.text.removeprefix("../"))
    return _is_named(date, text, published) and _has_hour(date.text, text)


def until_in(end: PartialDate, text: str, published: PartialDate | None) -> bool:
    """True when a text names the first day on which a thing no longer holds, or the last before."""
    before = parse_date((end.first - ONE_DAY).isoformat()) if end.is_day else None
    is_last = before is not None and last_day_in(before, text, published)
    return is_last or date_in(end, text, published)


def last_day_in(day: PartialDate, text: str, published: PartialDate | None) -> bool:
    """True when a text names a day as the last: `through 9 June`, `until 9 June inclusive`."""
    found = mentions(text)
    last = [m for m in found if LAST.search(text[: m.start]) or INCLUSIVE.match(text, m.end)]
    return _is_named(day, text, published, last)


def _is_named(
    date: PartialDate,
    text: str,
    published: PartialDate | None,
    among: Sequence[Mention] | None = None,
) -> bool:
    """Whether a date stands in a text, or among some of its dates."""
    found = mentions(text)
    # A year that stands in the text, or is that of its publication, completes the others.
    known = {mention.year for mention in found}
    if published and not published.is_unknown:
        known.add(published.last.year)
    first, last = date.first, date.last
    month = first.month if (first.year, first.month) == (last.year, last.month) else None
    day = first.day if date.is_day else None
    return any(
        (month is None or mention.month == month)
        and (day is None or mention.day == day)
        and (mention.year == first.year or (mention.year is None and month and first.year in known))
        for mention in (found if among is None else among)
    )


def _has_hour(written: str, text: str) -> bool:
    # Midnight is the day itself, which a text has no need to spell out.
    if not MOMENT.fullmatch(written) or written[11:16] == "00:00":
        return True
    return (int(written[11:13]), int(written[14:16])) in hours(text)


def words_in(words: str, text: str) -> bool:
    """True when words stand in a text in their order; case, quotes, dashes and gaps aside.

    Three dots in the words stand for what was left out between two of their parts.
    """
    held, at = _folded(text), 0
    for part in LEFT_OUT.split(_folded(words)):
        at = _end_of(part.strip(ENDS), held, at)
        if at < 0:
            return False
    return True


def _end_of(words: str, text: str, at: int) -> int:
    """Where words end that stand in a text as whole words; negative where they do not."""
    start = text.find(words, at)
    while start >= 0:
        end = start + len(words)
        if not (LETTER.match(text[start - 1 : start]) or LETTER.match(text, end)):
            return end
        start = text.find(words, start + 1)
    return start


@lru_cache(maxsize=4096)
def _folded(text: str) -> str:
    """A text in lower case, with one sort of quotes, dashes and spaces."""
    plain = normalize("NFKC", text).casefold().translate(PLAIN)
    return " ".join(DASH.sub("-", plain).split())


def names_in(names: Iterable[str], text: str) -> bool:
    """True when a word of a name stands in a text, such as the surname; Chinese names in full."""
    return any(words_in(word, text) for name in names for word in NAME.findall(name))
