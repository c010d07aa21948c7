"""Running text as a tree of texts and elements; words, dates and numbers as it has them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from itertools import zip_longest
from typing import NamedTuple, Self

from generator.model.dates import BOUND, MOMENT, PartialDate, in_words, parse_date
from generator.model.values import NUMBER, Value
from generator.render.views.links import Address

# Hebrew, Arabic and the other scripts that are written from right to left.
FROM_RIGHT = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
SPACE = re.compile(r"[ \t\n\v\f\r\x1c-\x1f\x85\u2028\u2029]+")
# Control characters, and the private ones that stand for facts while prose is read.
HIDDEN = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ue000-\uf8ff]")
NO_BREAK = "\u00a0"
NOT_HELD = "first day not known"
MINUS = "\u2212"
ENDS = (".", "?", "!", "…", ".”")
SIGNS = {">=": "at least ", "<=": "at most ", ">": "more than ", "<": "less than ", "~": "about "}
BELOW = {">=": "{} or above", "<=": "{} or below", ">": "above {}", "<": "below {}"}
SIGN = re.compile(r"(>=|<=|[<>~])? ?(.*)")
MONEY = re.compile(r"([A-Z]{3}) (tn|bn|m|k|per .+)")
AMOUNTS = {"tn": "trillion", "bn": "billion", "m": "million", "k": "thousand"}
UNITS = {"pp": "percentage points", "t": "tonnes"}
THOUSANDS = re.compile(r"(?<=\d)(?=(?:\d{3})+$)")
# A sentence of more words is hard to read.
LONGEST_SENTENCE = 25
NO_PERIOD = "no period named"
YEAR = re.compile(r"(?:1[5-9]|20|21)\d\d")
Attributes = tuple[tuple[str, str | Address], ...]


class Element(NamedTuple):
    """A mark, a link or a block around running text, by its name in HTML."""

    name: str
    attributes: Attributes
    content: Rich

    def get(self, key: str) -> str | Address:
        """An attribute, empty where there is none."""
        return next((value for name, value in self.attributes if name == key), "")

    @property
    def classes(self) -> list[str]:
        """The classes of the element."""
        return str(self.get("class")).split()

    @property
    def anchor(self) -> str:
        """The place on a page that a link leads to, empty where there is none."""
        to = self.get("href")
        return to.anchor if isinstance(to, Address) else to.partition("#")[2]


class Rich(tuple[str | Element, ...]):
    """Running text: equal where it reads the same, and false where there is none."""

    def __new__(cls, *parts: str | Element) -> Self:
        """Running text of these parts; texts side by side are one."""
        found: list[str | Element] = []
        for part in parts:
            if isinstance(part, str) and found and isinstance(before := found[-1], str):
                found[-1] = before + part
            elif part:
                found.append(part)
        return super().__new__(cls, found)

    def __str__(self) -> str:
        return self.text

    def __getnewargs__(self) -> tuple[str | Element, ...]:
        return tuple(self)

    @property
    def text(self) -> str:
        """What is read of it, on one line."""
        return " ".join("".join(self.texts()).split())

    @property
    def anchors(self) -> Iterator[str]:
        """The anchors that its links lead to."""
        return (one.anchor for one in self.elements() if one.anchor)

    def texts(self) -> Iterator[str]:
        """Every text in it."""
        for part in self:
            if isinstance(part, str):
                yield part
            else:
                yield from part.content.texts()

    def elements(self) -> Iterator[Element]:
        """Every element in it, an outer one before those that it holds."""
        for part in self:
            if isinstance(part, Element):
                yield part
                yield from part.content.elements()


def away_from(page: str, text: Rich) -> Rich:
    """Text without the links that lead to a page as a whole, for that page itself."""
    found: list[str | Element] = []
    for part in text:
        if isinstance(part, Element):
            to, inner = part.get("href"), away_from(page, part.content)
            is_self = isinstance(to, Address) and to.page == page and "." not in to.anchor
            found += inner if is_self else [part._replace(content=inner)]
        else:
            found.append(part)
    return Rich(*found)


def escape(text: object) -> Rich:
    """Text on one line as running text.

    What is written from right to left stands by itself, so that nothing around it changes places.
    """
    if isinstance(text, Rich):
        return text
    written = plain(text)
    if not written.isascii() and FROM_RIGHT.search(written):
        return alone(Element("bdi", (), alone(written)))
    return alone(written)


def alone(part: str | Element) -> Rich:
    """Running text of one part, in half the time: nearly all is made so."""
    return tuple.__new__(Rich, (part,) if part else ())


def plain(text: object) -> str:
    """Text on one line, without characters that are not to be seen."""
    written = str(text)
    # Nearly all text is plain already, and this is asked a quarter of a million times.
    if written.isprintable() and "  " not in written:
        return written
    return SPACE.sub(" ", HIDDEN.sub("", written))


def tag(name: str, content: object, **attributes: str | Address) -> Rich:
    """An element around text; `class_` is written `class`, and `aria_label` `aria-label`."""
    given = (
        (key.rstrip("_").replace("_", "-"), value if isinstance(value, Address) else plain(value))
        for key, value in attributes.items()
    )
    return alone(Element(name, tuple(given), escape(content)))


def fill(form: str, *given: object) -> Rich:
    """A sentence with running text in each of its `{}`."""
    parts: list[str | Element] = []
    for words, one in zip_longest(form.split("{}"), given, fillvalue=""):
        parts += (words, *escape(one))
    return Rich(*parts)


def worded(text: str) -> Rich:
    """A text in which backticks stand around what is to be typed."""
    parts = text.split("`")
    return joined((tag("code", one) if n % 2 else escape(one) for n, one in enumerate(parts)), "")


def quoted(words: str) -> Rich:
    """Another's words in quotation marks."""
    return fill("\u201c{}\u201d", tag("bdi", within(words)))


def capital(text: str) -> str:
    """A text that begins a sentence."""
    return text[:1].upper() + text[1:]


def with_stop(text: Rich) -> Rich:
    """A sentence with the stop at its end."""
    return text if text.text.endswith(ENDS) else fill("{}.", text)


def within(words: str) -> str:
    """Words that stand in quotation marks: marks within marks are single ones."""
    return words.translate({0x201C: "\u2018", 0x201D: "\u2019"})


def joined(parts: Iterable[Rich], between: object = ", ") -> Rich:
    """Running text one after the other."""
    found: list[str | Element] = []
    for number, part in enumerate(parts):
        found += (*escape(between), *part) if number else part
    return Rich(*found)


def listed(parts: Iterable[Rich]) -> Rich:
    """Running text as a list in a sentence: `a, b and c`."""
    *first, last = list(parts) or [Rich()]
    return fill("{} and {}", joined(first), last) if first else last


def day(given: PartialDate) -> str:
    """A date in words, with the hour and its offset where a moment is meant."""
    return ", ".join(filter(None, (in_words(given), hour(given))))


def hour(given: PartialDate) -> str:
    """The hour of a moment with its offset; empty for a day."""
    if not MOMENT.fullmatch(given.text):
        return ""
    offset = given.text[16:].lstrip(":0123456789")
    zone = "UTC" if offset == "Z" else f"UTC{offset.replace('-', MINUS)}"
    return f"{given.text[11:16]} {zone}"


def time(day: date, words: object = None) -> Rich:
    """A day as a script can read it, in the words for it or for what is known of it."""
    return tag("time", words or in_words(day), datetime=day.isoformat())


def covered(period: PartialDate) -> str:
    """The time that a figure covers, in words."""
    if not period.is_bound:
        return in_words(period)
    return f"{NO_PERIOD}, {in_words(parse_date(period.text.removeprefix(BOUND)))} or earlier"


def when(period: PartialDate) -> str:
    """The same behind a verb: `in May 2025`, `on 3 May 2025`, `from 2020 to 2023`."""
    told = in_words(period.last) if period.is_bound else in_words(period)
    if period.is_bound or period.is_day:
        return f"{'by' if period.is_bound else 'on'} {told}"
    if " to " in told:
        return f"from {told}"
    return f"in {'the ' if told[0].islower() else ''}{told}"


def quantity(value: Value, unit: str | None, is_first: bool = False) -> str:
    """A value with its unit, as it was written: `−34.5%`, `USD 28.8 billion`, `more than 90%`.

    A bound in the place of a first day says that the day itself is not held.
    """
    if value.date and value.date.is_bound and is_first:
        return f"before {in_words(value.date.last)}; {NOT_HELD}"
    if value.date:
        return day(value.date)
    found = SIGN.fullmatch(value.text)
    sign, rest = found.groups("") if found else ("", value.text)
    numbers = " to ".join(number(part, bool(unit)) for part in rest.split(".."))
    shown = with_unit(numbers, unit, value.number)
    # Of a fall by less than 47 nobody says that it is more than minus 47.
    if rest.startswith("-") and sign in BELOW:
        return BELOW[sign].format(shown)
    return SIGNS.get(sign, "") + shown


def with_unit(numbers: str, unit: str | None, value: Decimal | None = None) -> str:
    """Numbers before or after their unit."""
    if not unit:
        return numbers
    if unit == "%":
        return f"{numbers}%"
    if money := MONEY.fullmatch(unit):
        return NO_BREAK.join((money[1], numbers, AMOUNTS.get(money[2], money[2])))
    whole = UNITS.get(unit, unit)
    is_one = value is not None and abs(value) == 1
    return f"{numbers}{NO_BREAK}{whole.removesuffix('s') if is_one else whole}"


def unit_in_words(unit: str) -> str:
    """A unit as a heading: `percentage points`, `USD billion`."""
    money = MONEY.fullmatch(unit)
    return f"{money[1]} {AMOUNTS.get(money[2], money[2])}" if money else UNITS.get(unit, unit)


def number(written: str, counts: bool = True) -> str:
    """A number as written, with a true minus and a comma for the thousands.

    Four digits that count nothing may be a year, and stay as they are.
    """
    if not re.fullmatch(NUMBER, written):
        return written
    sign, digits = (MINUS, written[1:]) if written.startswith("-") else ("", written)
    whole, point, rest = digits.partition(".")
    if not counts and not point and YEAR.fullmatch(whole):
        return sign + whole
    if counts and not point and whole.endswith("000000"):
        return f"{sign}{THOUSANDS.sub(',', whole[:-6])}{NO_BREAK}million"
    # A format would drop the zeros that a number may begin with.
    return sign + THOUSANDS.sub(",", whole) + point + rest
