"""Days that do not go with the calendar, with each other or with a quotation, told once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.check import check

Write = Callable[..., Path]
SOURCE = """\
publisher: The Courier
title: Tolls
url: https://courier.example/tolls
published: {published}
retrieved: 2031-07-01
kind: newspaper
origin: own
quotes:
  toll: {{text: "{text}"}}
"""
TOLL = """\
title: Toll at the ford
issuer: norland-bridge-office
in-force:
  value: {day}
  inferred: {reason}
  witnesses: [tolls#toll]
"""


def codes(root: Path) -> list[str]:
    found = check(root).diagnostics
    return [one.code for one in found if not one.code.startswith("unused-")]


@pytest.mark.parametrize(
    ("day", "reason", "text", "is_told"),
    [
        ("2031-04-18", "the sentence goes on to the ford", "Effective from April 8, tolls", True),
        ("2031-04-08", "the sentence goes on to the ford", "Effective from April 8, tolls", False),
        # The reason may mean another day.
        ("2031-04-18", "ten days later", "Effective from April 8, tolls", True),
        ("2031-04-18", "the tenth day after it", "Effective from April 8, tolls", False),
        ("2031-04-18", "so it was put off to the 18th", "Effective from April 8, tolls", False),
        # That is no first day, or one of several.
        ("2031-04-18", "the sentence goes on to the ford", "On April 8 the tolls", False),
        ("2031-04-18", "so by word", "Effective from April 8, or from April 18, tolls", False),
    ],
)
def test_a_first_day_is_that_of_the_quotation(
    briefing: Write, day: str, reason: str, text: str, is_told: bool
) -> None:
    files = {
        "sources/tolls.yaml": SOURCE.format(published="2031-03-11", text=text),
        "measures/ford-toll.yaml": TOLL.format(day=day, reason=reason),
    }
    assert codes(briefing(files)) == ["reckoning-differs"] * is_told


@pytest.mark.parametrize(
    ("words", "is_told"),
    [
        ("Sunday was 9 March 2031", False),
        ("Monday was 9 March 2031", True),
        ("the day before Monday was 9 March 2031", False),
    ],
)
def test_a_weekday_was_its_day(briefing: Write, words: str, is_told: bool) -> None:
    claim = f"""\
title: The talks
positions:
  ninth: {{value: 2031-03-09, witnesses: [courier-0310#met]}}
  tenth:
    value: 2031-03-10
    inferred: as it says
    witnesses: [courier-0310#met]
    rejected: {{why: the page calls it a Sunday; {words}, on: 2031-06-24}}
"""
    assert ("weekday-differs" in codes(briefing({"claims/talks.yaml": claim}))) == is_told


@pytest.mark.parametrize(
    ("granted", "reported", "is_told"),
    [("2031-03-09", "2031-03-10", False), ("2031-03-10", "2031-03-09", True)],
)
def test_a_licence_is_granted_before_it_is_reported(
    briefing: Write, granted: str, reported: str, is_told: bool
) -> None:
    licence = f"""\
title: Licences for carts
issuer: norland-bridge-office
granted: {{value: {granted}, inferred: by word, witnesses: [courier-0310#met]}}
reported: {{value: {reported}, inferred: by word, witnesses: [courier-0310#met]}}
"""
    found = codes(briefing({"licences/cart-makers.yaml": licence}))
    assert found == ["end-before-start"] * is_told


@pytest.mark.parametrize(
    ("published", "series", "is_told"),
    [
        ("2031-04-02", "flow: exports\n", False),
        ("2031-03", "flow: exports\n", False),
        ("2031-03-12", "flow: exports\n", True),
        # A price, and what there was so far, may be told of within the month.
        ("2031-03-12", "", False),
        ("2031-03-12", "flow: exports\n-so-far", False),
    ],
)
def test_a_month_of_trade_is_over_before_it_is_counted(
    briefing: Write, published: str, series: str, is_told: bool
) -> None:
    flow, _, end = series.partition("\n")
    text = f"""\
title: Exports of carts
reporter: courier
unit: carts
{flow}
points:
  2031-03{end}: {{value: 12, witnesses: [tolls#toll]}}
"""
    files = {
        "sources/tolls.yaml": SOURCE.format(published=published, text="12 carts left."),
        "series/carts-sold.yaml": text,
    }
    assert codes(briefing(files)) == ["witness-before-fact"] * is_told


@pytest.mark.parametrize(("first", "is_told"), [("2030", False), ("2052", True)])
def test_a_chart_begins_before_its_figures_end(briefing: Write, first: str, is_told: bool) -> None:
    figure = "{value: 1240, inferred: so, witnesses: [courier-0310#carts]}"
    series = f"title: Ferries\nunit: ferries\npoints: {{2030: {figure}, 2031: {figure}}}\n"
    chart = f"title: Ferries\nsubtitle: By year\nform: bars\nseries: ferries\nfrom: {first}\n"
    found = codes(briefing({"series/ferries.yaml": series, "charts/by-year.yaml": chart}))
    assert found.count("chart-empty") == is_told


@pytest.mark.parametrize(
    ("key", "added", "is_told"),
    [
        ("end", "90 days", False),
        ("end", "60 days", True),
        # A step on the way.
        ("review", "60 days", False),
    ],
)
def test_an_end_is_counted_with_the_duration_of_its_start(
    briefing: Write, key: str, added: str, is_told: bool
) -> None:
    measure = f"""\
title: Toll at the ford
issuer: norland-bridge-office
in-force: {{value: 2031-04-01, for: 90 days, witnesses: [tolls#toll]}}
{key}: {{label: A day, compute: in-force + {added}}}
"""
    text = "From 1 April there is a toll for 90 days"
    files = {
        "sources/tolls.yaml": SOURCE.format(published="2031-03-11", text=text),
        "measures/ford-toll.yaml": measure,
    }
    assert codes(briefing(files)) == ["duration-differs"] * is_told


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        ("2031-06-02", []),
        ("1931-06-02", []),
        ("0231-06-02", ["day-far-off"]),
        ("0231", ["day-far-off"]),
        ("2301-06-02", ["end-before-start"]),
        ("unknown", []),
    ],
)
def test_a_source_was_not_published_centuries_ago(
    briefing: Write, published: str, expected: list[str]
) -> None:
    text = SOURCE.format(published=published, text="A toll is charged.")
    assert codes(briefing({"sources/tolls.yaml": text})) == expected
