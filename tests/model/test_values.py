"""Dates and numbers as they are written: `values.txt` has what each comes to."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

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
from generator.model.values import Value, parse_value
from tests.tables import rows

TABLE = Path(__file__).with_name("values.txt")


def dated(text: str) -> str:
    found = parse_date(text)
    assert found.text == text
    assert in_words(found) == on_day(found).removeprefix("in ").removeprefix("on ")
    return f"{found.first} {found.last} {on_day(found)}"


def period(text: str) -> str:
    found = parse_period(text)
    assert found.text == text
    return f"{found.first} {found.last} {in_words(found)}"


def key(text: str) -> str:
    found = leading_period(text)
    return found.text if found else "-"


def number(found: Value) -> str:
    return f"{found.number} {found.low} {found.high} {found.step}"


def agree(text: str) -> str:
    a, b = map(parse_value, text.split())
    assert values_agree(a, b) is values_agree(b, a)
    return str(values_agree(a, b))


READ: dict[str, Callable[[str], str]] = {
    "date": dated,
    "period": period,
    "key": key,
    "duration": lambda text: str(parse_duration(text).after(date(2031, 1, 30))),
    "number": lambda text: number(parse_value(text)),
    "exact": lambda text: number(parse_value(text).exactly()),
    "agree": agree,
}


@pytest.mark.parametrize(("kind", "text", "expected"), rows(TABLE, 3))
def test_what_is_written_comes_to(kind: str, text: str, expected: str) -> None:
    if expected.startswith("refused: "):
        with pytest.raises(ValueError, match=expected.removeprefix("refused: ")):
            READ[kind](text)
    else:
        assert READ[kind](text) == expected
