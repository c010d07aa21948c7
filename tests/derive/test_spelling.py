"""What is found in every usual spelling, and in no other: `spellings.txt` has the texts."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from generator.derive.mentions import mentions, numerals
from generator.derive.spelling import (
    date_in,
    duration_in,
    last_day_in,
    names_in,
    number_in,
    prints,
    until_in,
    words_in,
)
from generator.model.dates import UNKNOWN, PartialDate, parse_date, parse_duration
from generator.model.values import parse_value
from tests.tables import rows

TABLE = Path(__file__).with_name("spellings.txt")
PUBLISHED = parse_date("2025-06-10")
# Whether a value stands in a text.
FOUND: dict[str, Callable[[str, str], bool]] = {
    "number": lambda value, text: number_in(Decimal(value), text),
    "date": lambda value, text: date_in(date(value), text, PUBLISHED),
    "undated": lambda value, text: date_in(date(value), text, None),
    "day unknown": lambda value, text: date_in(date(value), text, UNKNOWN),
    "duration": lambda value, text: duration_in(parse_duration(value), text),
    "value": lambda value, text: prints(parse_value(value), text, PUBLISHED),
    "last day": lambda value, text: last_day_in(date(value), text, PUBLISHED),
    "end": lambda value, text: until_in(date(value), text, PUBLISHED),
    "words": lambda text, words: words_in(words, text),
    "names": lambda text, names: names_in(tuple(names.split(", ")), text),
}


def date(text: str) -> PartialDate:
    return UNKNOWN if text == "unknown" else parse_date(text)


@pytest.mark.parametrize("row", rows(TABLE, 3), ids=lambda row: " ".join(row[:3]))
def test_it_stands_in_a_text_or_not(row: tuple[str, ...]) -> None:
    kind, value, *texts = row
    is_there = FOUND[kind.removeprefix("no ")]
    expected = not kind.startswith("no ")
    assert {text: is_there(value, text) for text in texts} == dict.fromkeys(texts, expected)


@pytest.mark.parametrize("text", ["2025-02-30", "2025-13-01", "6月31日", "0000年", "30 February"])
def test_impossible_dates_are_none(text: str) -> None:
    assert mentions(text) == ()


def test_mentions_and_numerals_have_their_places() -> None:
    text = "On June 9 it fell 34.5% to $28.8 billion."
    assert [text[m.start : m.end] for m in mentions(text)] == ["June 9"]
    assert [text[n.start : n.end] for n in numerals(text)] == ["34.5", "28.8 billion"]
