"""Numbers, dates and durations are found in every usual spelling, and in no other number."""

from decimal import Decimal

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
from generator.model.dates import UNKNOWN, parse_date, parse_duration
from generator.model.values import parse_value

PUBLISHED = parse_date("2025-06-10")


def rows(table: str) -> list[tuple[str, str]]:
    """Each value with each of the texts behind it."""
    lines = (line.strip().split(": ", 1) for line in table.strip().splitlines())
    return [(value, text) for value, texts in lines for text in texts.split(" | ")]


NUMBERS = rows("""
    28.8: $28.8 billion | US$28.8bn | USD28.8 billion.
    28800000000: $28.8 billion | $28.8 bln
    3200000: 3.2 mln tonnes
    5864.60: rose to 5,864.60 tonnes | 出口5864.60吨
    5864.6: rose to 5,864.60 tonnes
    390000: 39万吨
    1240: 1\u202f240 carts
    -34.5: fell 34.5%
    24: 24 percentage points | twenty-four points
    90: a 90-day pause | ninety days | 87-90 percent
    120: one hundred and twenty
    100: a hundred
    3000000: three million
    12: a dozen
    50: half of it
    0.5: half a point
    500000: half a million
    87: 87-90 percent
    11: No. 11.
    34: in May 34 percent
    2025: in May 2025
""")
NO_NUMBERS = rows("""
    28.8: $128.8 billion | 28.85
    28.9: $28.8 billion
    28.7: $28.8 billion
    34.50: 34.5%
    240: 1,240 carts
    1: 1,240 carts | 12:01 a.m.
    5: 2025-05 | 6月5日 | twenty-five
    2025: 20250609
    9: on June 9
    10: May 10-11
    19: COVID-19
    7: the G7
    1990: the 1990s
    12: the 12th round
    20: twenty-five | twenty thirty
    50: half a dozen
""")


@pytest.mark.parametrize(("number", "text"), NUMBERS)
def test_number_stands(number: str, text: str) -> None:
    assert number_in(Decimal(number), text)


@pytest.mark.parametrize(("number", "text"), NO_NUMBERS)
def test_number_does_not_stand(number: str, text: str) -> None:
    assert not number_in(Decimal(number), text)


DATES = rows("""
    2025-06-09: on June 9 | Monday, June 9, 2025, | 9 June 2025 | 9 Jun | Jun. 9 | June 9th
    2025-06-09: the 9th of June | June 9-10 | June 8 to 9 | June 8 and 9 | June 7, 8 and 9
    2025-06-09: 8–9 June | from June 9 to Aug 12, 2025 | 2025-06-09 | 2025/06/09
    2025-06-09: 2025年6月9日 | 6月9日 | 6月8日至9日 | 6月8至9日
    2025-05: in May | May of 2025 | May 9, 2025 | January to May 2025 | 2025-05 | 2025年5月
    2020-02: since February 2020
    2025: in 2025 | 2025年
    ../2025-05-12: by May 12
    2025-11-10T00:01-05:00: 12:01 a.m. on November 10
    2025-05-14T12:01+08:00: 5月14日12时01分
    2025-05-14T15:00+08:00: 3 pm on May 14
    2025-11-10T00:00-05:00: until November 10
""")
NO_DATES = rows("""
    2025-06-09: June 10 | June 8 | June 19 | 29 June | 9 June 2024 | 09/06/2025 | Monday | Yesterday
    2025-06-09: June 2025 | 9 percent in June | in June 9 percent | 2025-06-19 | 6月19日
    2026-06-09: June 9
    2025-06: in May
    2025-05: it may rise | 2024-05
    2025: June 9 | 20250609
    2025-11-10T00:02-05:00: 12:01 a.m. on November 10
    2025-11-10T12:01-05:00: 12:01 a.m. on November 10
    2025-11-10T00:01-05:00: on November 10, at 10
""")


@pytest.mark.parametrize(("day", "text"), DATES)
def test_date_stands(day: str, text: str) -> None:
    assert date_in(parse_date(day), text, PUBLISHED)


@pytest.mark.parametrize(("day", "text"), NO_DATES)
def test_date_does_not_stand(day: str, text: str) -> None:
    assert not date_in(parse_date(day), text, PUBLISHED)


@pytest.mark.parametrize("published", [None, UNKNOWN])
def test_nothing_completes_a_year_without_a_publication_date(published: None) -> None:
    day = parse_date("2025-06-09")
    assert not date_in(day, "June 9", published)
    assert date_in(day, "from May 10 to June 9, 2025", published)


def test_unknown_date_stands_nowhere() -> None:
    assert not date_in(UNKNOWN, "31 December 9999", PUBLISHED)


LENGTHS = rows("""
    90 days: a 90-day pause | ninety days | an additional 90 days | 90天
    2 months: two months
    6 months: 6个月
    1 year: for a year | a one-year truce
""")


@pytest.mark.parametrize(("length", "text"), LENGTHS)
def test_duration_stands(length: str, text: str) -> None:
    assert duration_in(parse_duration(length), text)


@pytest.mark.parametrize(
    ("length", "text"),
    rows("""
        90 days: 90 percent | 190 days
        9 days: 90 days
        3 months: 3 days
    """),
)
def test_duration_does_not_stand(length: str, text: str) -> None:
    assert not duration_in(parse_duration(length), text)


@pytest.mark.parametrize(
    ("value", "text", "printed"),
    [
        ("87..90", "between 87 and 90 percent", True),
        ("87..91", "between 87 and 90 percent", False),
        (">90", "more than 90 percent", True),
        ("~90", "some 90 percent", True),
        ("2025-06-09", "June 9", True),
        ("2025-06-09", "June 10", False),
    ],
)
def test_value(value: str, text: str, printed: bool) -> None:
    assert prints(parse_value(value), text, PUBLISHED) is printed


@pytest.mark.parametrize("text", ["2025-02-30", "2025-13-01", "6月31日", "0000年", "30 February"])
def test_impossible_dates_are_none(text: str) -> None:
    assert mentions(text) == ()


def test_mentions_and_numerals_have_their_places() -> None:
    text = "On June 9 it fell 34.5% to $28.8 billion."
    assert [text[m.start : m.end] for m in mentions(text)] == ["June 9"]
    assert [text[n.start : n.end] for n in numerals(text)] == ["34.5", "28.8 billion"]


@pytest.mark.parametrize(
    ("words", "stands"),
    [
        ("met at the mill", True),
        ("The Shires  MET", True),
        ("'met' — at", False),
        ("“grave” - and light", True),
        ("the shires ... the mill", True),
        ("the shires […] light", True),
        ("the mill … the shires", False),
        ("the mil", False),
        ("he shires", False),
    ],
)
def test_words_stand_in_a_text_but_for_what_means_nothing(words: str, stands: bool) -> None:
    assert words_in(words, "The shires met at the mill, “grave”–and light.") is stands


@pytest.mark.parametrize(
    ("names", "named"),
    [
        (("Ada Reed",), True),
        (("Tom Hale", "Thomas Reed"), True),
        (("Tom Hale",), False),
        (("Ree Read",), False),
        (("里德",), True),
    ],
)
def test_a_word_of_a_name_names_a_person(names: tuple[str, ...], named: bool) -> None:
    assert names_in(names, "Mrs Reed (里德女士) spoke") is named


@pytest.mark.parametrize(
    "text",
    [
        "from 10 June 2025 through 9 August 2025",
        "until 9 August inclusive",
        "up to and including 9 August (the last day)",
        "until 9 August 2025 (inclusive)",
        "至8月9日（含）",  # noqa: RUF001
    ],
)
def test_a_text_may_name_the_last_day(text: str) -> None:
    assert last_day_in(parse_date("2025-08-09"), text, PUBLISHED)
    assert until_in(parse_date("2025-08-10"), text, PUBLISHED)


@pytest.mark.parametrize("text", ["until 9 August 2025", "through 8 August, from 9 August"])
def test_until_alone_names_no_last_day(text: str) -> None:
    assert not last_day_in(parse_date("2025-08-09"), text, PUBLISHED)
    assert until_in(parse_date("2025-08-09"), text, PUBLISHED)
