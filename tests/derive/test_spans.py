"""What held from when until when, where the bar of a chart has no single answer or none at all."""

import pytest

from generator.derive import Dossier
from generator.derive.lanes import Spans
from generator.model.chart import Chart
from generator.render.charts import panels
from generator.render.charts.words import Panels
from tests.briefings import dossier
from tests.dossiers import dossier_of, source

POSITION = "{%s, witnesses: [note#q]}"
CHART = "title: T\nsubtitle: S\nform: spans\nspans: {toll: {of: toll.in-force}}"
AUGUST = "until: 2031-08-01"


def found(given: Dossier, id_: str) -> Panels:
    chart = given.briefing.records[id_].data
    assert isinstance(chart, Chart)
    return panels(given, chart)


@pytest.mark.parametrize(
    ("positions", "day", "bars"),
    [
        ((AUGUST, "until: 2031-09-01"), "2031-06-01", [("in force, end disputed", "2031-03-01")]),
        ((AUGUST, "until: 2031-05-01"), "2031-06-01", [("disputed", "2031-03-01")]),
        # What is still to begin has no bar; that of what began in a month begins with it.
        ((AUGUST, AUGUST), "2031-02-10", []),
        (
            ("value: 2031-03", "value: 2031-03"),
            "2031-06-01",
            [("in force, no end named", "2031-03-01")],
        ),
    ],
)
def test_a_bar_of_what_has_no_single_answer(
    positions: tuple[str, str], day: str, bars: list[tuple[str, str]]
) -> None:
    first, second = (POSITION % one for one in positions)
    both = f"{{value: 2031-03-01, positions: {{first: {first}, second: {second}}}}}"
    files = {
        "sources/note.yaml": source("The Wire", "2031-02-01", "from March 2031"),
        "measures/toll.yaml": f"title: Toll\nin-force: {both}\n",
        "charts/bars.yaml": CHART,
    }
    spans = [one for one in found(dossier_of(files, day), "bars") if isinstance(one, Spans)]
    told = [(bar.state, str(bar.spells[0].first)) for panel in spans for bar in panel.items]
    assert told == bars


def test_a_line_of_which_no_rate_is_known_yet_is_left_out() -> None:
    given = dossier("fixture", "2031-04-15")
    assert [one.party for one in found(given, "duties")] == ["aurelia"]
