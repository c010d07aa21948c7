"""What a statement says in numbers, dates and words, and how each is found in a quotation."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol

from generator.derive.mentions import Mention, mentions
from generator.derive.numerals import Numeral, numerals
from generator.derive.spelling import date_in, duration_in, prints, until_in, words_in
from generator.model.claim import Claim
from generator.model.dates import Duration, PartialDate, parse_date
from generator.model.fields import yaml_key
from generator.model.statement import Content

Prints = Callable[[str, PartialDate], bool]
Stands = Callable[[PartialDate, str, PartialDate], bool]
DATES: dict[str, Stands] = {"from_": date_in, "until": until_in, "through": date_in}
WORDS = "words"


class Printed(Protocol):
    """The texts of a quotation, and when they were published."""

    @property
    def texts(self) -> tuple[str, ...]:
        """The words, and those in the language of the source."""

    @property
    def published(self) -> PartialDate:
        """When its source was published."""


@dataclass(frozen=True)
class Expected:
    """What a quotation must contain for a key to be right, and how to find it there.

    Two that mean the same may be spelt otherwise.
    """

    key: str
    shown: str
    stands: Prints
    meaning: str

    def stands_in(self, quoted: Printed) -> bool:
        """Whether a quotation has it."""
        return any(self.stands(text, quoted.published) for text in quoted.texts)


def expected_of(content: Content, language: str) -> Iterator[Expected]:
    """The numbers and dates of a content, in whichever key they stand."""
    if value := content.value:
        meaning = value.text if value.number is None else plain(value.number)
        yield Expected("value", value.text, lambda text, day: prints(value, text, day), meaning)
    for name, stands in DATES.items():
        if date := getattr(content, name):
            yield _date(yaml_key(name), date.text, date, stands)
    for name in ("for_", "renews"):
        if length := getattr(content, name):
            yield _duration(yaml_key(name), length)
    for key in ("says", "words"):
        yield from _in_sentence(key, getattr(content, key) or "")
    # The title of a claim is a label; that of an office is a part of what is said.
    if content.title and not isinstance(content, Claim):
        yield from _in_sentence("title", content.title.in_language(language))


def own_words(text: str) -> Expected:
    """A source's own words."""
    return Expected(WORDS, text, lambda held, _: words_in(text, held), text)


def _date(key: str, shown: str, date: PartialDate, stands: Stands = date_in) -> Expected:
    return Expected(key, shown, lambda text, day: stands(date, text, day), date.text)


def _duration(key: str, length: Duration) -> Expected:
    return Expected(key, length.text, lambda text, _: duration_in(length, text), str(length.count))


def _in_sentence(key: str, sentence: str) -> Iterator[Expected]:
    dates = mentions(sentence)
    for mention in dates:
        shown = sentence[mention.start : mention.end]
        if mention.year:
            yield _date(key, shown, parse_date(mention.iso))
        elif mention.day:
            yield Expected(key, shown, _same_day(mention), shown)
    for numeral in numerals(sentence):
        shown = sentence[numeral.start : numeral.end]
        if shown[0].isdigit() and not is_inside(numeral, dates):
            yield Expected(key, shown, _same_number(numeral), plain(numeral.number))


def plain(number: Decimal) -> str:
    """A number without its sign and the zeros at its end."""
    return f"{abs(number).normalize():f}"


def _same_day(one: Mention) -> Prints:
    day = (one.month, one.day)
    return lambda text, _: any((found.month, found.day) == day for found in mentions(text))


def _same_number(one: Numeral) -> Prints:
    return lambda text, _: any(
        found.says(one.number) or found.scaled == one.scaled for found in numerals(text)
    )


def is_inside(numeral: Numeral, dates: Iterable[Mention]) -> bool:
    """Whether a number is a part of a date."""
    return any(date.start <= numeral.start < date.end for date in dates)
