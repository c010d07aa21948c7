"""What held from when until when, where the bar of a chart has no single answer or none at all."""

import pytest

from generator.derive import Dossier
from generator.derive.lanes import Spans
from generator.model.chart import Chart
from generator.render.charts import panels
from generator.render.charts.words import Panels
from tests.briefings import dossier
from tests.dossiers import dossier_of, source

TOLL = """
title: Toll
issuer: toll-office
in-force:
  value: 2031-03-01
  positions:
    first: {%s, witnesses: [note#q]}
    second: {%s, witnesses: [note#q]}
"""


def spans(first: str, second: str, as_of: str = "2031-06-01") -> list[Spans]:
    given = dossier_of(
        {
            "sources/note.yaml": source("The Wire", "2031-02-01", "from March 2031"),
            "measures/toll.yaml": TOLL % (first, second),
            "charts/bars.yaml": "title: T\nsubtitle: S\nform: spans\nspans: "
            "{toll: {of: toll.in-force}, pact: {of: toll.in-force}}",
        },
        as_of,
    )
    return [one for one in found(given, "bars") if isinstance(one, Spans)]


def found(given: Dossier, id_: str) -> Panels:
    chart = given.briefing.records[id_].data
    assert isinstance(chart, Chart)
    return panels(given, chart)


@pytest.mark.parametrize(
    ("second", "expected"),
    [("until: 2031-09-01", "in force, end disputed"), ("until: 2031-05-01", "disputed")],
)
def test_positions_that_differ_are_told_as_such(second: str, expected: str) -> None:
    (panel,) = spans("until: 2031-08-01", second)
    assert {bar.state for bar in panel.items} == {expected}


def test_what_is_still_to_begin_has_no_bar() -> None:
    assert not spans("until: 2031-08-01", "until: 2031-08-01", "2031-02-10")


def test_the_bar_of_what_began_in_a_month_begins_with_it() -> None:
    (panel,) = spans("value: 2031-03", "value: 2031-03")
    assert {str(bar.spells[0].first) for bar in panel.items} == {"2031-03-01"}


def test_a_line_of_which_no_rate_is_known_yet_is_left_out() -> None:
    given = dossier("fixture", "2031-04-15")
    assert [one.party for one in found(given, "duties")] == ["aurelia"]
