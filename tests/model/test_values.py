"""Dates and numbers as they are written, and when two of them agree."""

from datetime import date
from decimal import Decimal

import pytest

from generator.derive.agree import values_agree
from generator.model.dates import (
    in_words,
    leading_period,
    on_day,
    parse_date,
    parse_duration,
    parse_period,
)
from generator.model.values import parse_value


@pytest.mark.parametrize(
    ("text", "first", "last", "told"),
    [
        ("2031", date(2031, 1, 1), date(2031, 12, 31), "in 2031"),
        ("2031-02", date(2031, 2, 1), date(2031, 2, 28), "in February 2031"),
        ("2031-06-09", date(2031, 6, 9), date(2031, 6, 9), "on 9 June 2031"),
        ("2031-08-12T00:01-04:00", date(2031, 8, 12), date(2031, 8, 12), "on 12 August 2031"),
        ("../2031-06", date.min, date(2031, 6, 30), "not later than 30 June 2031"),
    ],
)
def test_a_date_means_the_days_it_allows(text: str, first: date, last: date, told: str) -> None:
    found = parse_date(text)
    assert (found.first, found.last, found.text) == (first, last, text)
    assert on_day(found) == told
    assert in_words(found) == told.removeprefix("in ").removeprefix("on ")


@pytest.mark.parametrize("text", ["9999 years", "99999999 days", "3 weeks", "1 year 2 months"])
def test_a_duration_of_more_than_a_century_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="duration|century"):
        parse_duration(text)


@pytest.mark.parametrize(
    "text", ["9999-12-31", "2031-2-3", "2031-13", "2031-02-30", "2031-08-12T25:00Z", "soon"]
)
def test_an_impossible_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not"):
        parse_date(text)


@pytest.mark.parametrize(
    ("text", "first", "last", "expected"),
    [
        ("2031", date(2031, 1, 1), date(2031, 12, 31), "2031"),
        ("2031-H2", date(2031, 7, 1), date(2031, 12, 31), "second half of 2031"),
        ("2031-Q1", date(2031, 1, 1), date(2031, 3, 31), "first quarter of 2031"),
        ("2031-01/2031-05", date(2031, 1, 1), date(2031, 5, 31), "January to May 2031"),
        ("2031-01/2031-02", date(2031, 1, 1), date(2031, 2, 28), "January and February 2031"),
        ("2031-12/2032-02", date(2031, 12, 1), date(2032, 2, 29), "December 2031 to February 2032"),
        ("2029/2031", date(2029, 1, 1), date(2031, 12, 31), "2029 to 2031"),
        ("../2031-05", date.min, date(2031, 5, 31), "not later than 31 May 2031"),
    ],
)
def test_a_period_has_first_and_last_days(
    text: str, first: date, last: date, expected: str
) -> None:
    found = parse_period(text)
    assert (found.first, found.last, found.text) == (first, last, text)
    assert in_words(found) == expected


@pytest.mark.parametrize("text", ["2031-H3", "2031-Q5", "2031-Q0", "2031-05/2031-01", "unknown"])
def test_an_impossible_period_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="no |ends before|not a date"):
        parse_period(text)


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("2031-02-yoy", "2031-02"),
        ("2031-h1", "2031-H1"),
        ("2031-q4-yoy", "2031-Q4"),
        ("2031-jan-may", "2031-01/2031-05"),
        ("2031-march-may-yoy", "2031-03/2031-05"),
        ("2031-edition-2030", "2031"),
    ],
)
def test_a_key_begins_with_a_period(key: str, expected: str) -> None:
    found = leading_period(key)
    assert found and found.text == expected


def test_a_key_may_begin_with_none() -> None:
    assert leading_period("almanac-2030") is None


@pytest.mark.parametrize(
    ("duration", "expected"),
    [
        ("90 days", date(2031, 4, 30)),
        ("1 month", date(2031, 2, 28)),
        ("13 months", date(2032, 2, 29)),
        ("1 year", date(2032, 1, 30)),
    ],
)
def test_durations_are_calendar_time(duration: str, expected: date) -> None:
    assert parse_duration(duration).after(date(2031, 1, 30)) == expected


@pytest.mark.parametrize(
    ("text", "number", "low", "high", "step"),
    [
        ("34.50", "34.50", None, None, "0.01"),
        ("-34.5", "-34.5", None, None, "0.1"),
        ("44", "44", None, None, "1"),
        ("5000", "5000", None, None, "1000"),
        ("0", "0", None, None, "1"),
        ("~90", "90", None, None, "10"),
        (">90", None, "90", None, "10"),
        ("<= 7", None, None, "7", "1"),
        ("87..90", None, "87", "90", "0"),
    ],
)
def test_numbers_keep_their_precision(
    text: str, number: str | None, low: str | None, high: str | None, step: str
) -> None:
    found = parse_value(text)
    expected = [None if part is None else Decimal(part) for part in (number, low, high)]
    assert [found.number, found.low, found.high] == expected
    assert found.step == Decimal(step)


def test_exact_counts_the_zeros() -> None:
    assert parse_value("5000").exactly().step == 1


@pytest.mark.parametrize("text", ["abc", "1,240", "90..87", "1e5", "0x1F"])
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="`"):
        parse_value(text)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("34.5", "35", True),
        ("34.4", "35", False),
        ("34.5", "34.6", False),
        ("5000", "5400", True),
        ("5000", "5600", False),
        (">90", "94", True),
        (">90", "90", False),
        (">=90", "90", True),
        ("80..85", "84", True),
        ("80..85", ">86", False),
        ("2031-06-09", "2031-06", True),
        ("2031-06-09", "2031-07", False),
        ("2031-06-09", "9", False),
    ],
)
def test_values_agree_at_the_coarser_precision(a: str, b: str, expected: bool) -> None:
    assert values_agree(parse_value(a), parse_value(b)) is expected
    assert values_agree(parse_value(b), parse_value(a)) is expected


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("38,17", "write `38.17`, with a point"),
        ("“115”", "write `115`, without the quotation marks"),
        ("21.2.2025", "write the year first: `YYYY-MM-DD`"),
        ("１２", "write `12`, with the digits 0 to 9"),  # noqa: RUF001
        (">٣", "write `>3`, with the digits 0 to 9"),
        ("２０３１-06", "write `2031-06`, with the digits 0 to 9"),  # noqa: RUF001
    ],
)
def test_what_is_written_in_another_way_is_told_how_it_is_here(text: str, told: str) -> None:
    with pytest.raises(ValueError) as caught:
        parse_value(text)
    assert caught.value.args[1] == told
