"""What a chart or comparison shows a second time: told once, and no near miss."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.check import check

Write = Callable[..., Path]
SPANS = """\
title: What holds
subtitle: The tolls
form: spans
spans:
  carts: {of: bridge-toll.in-force}
"""
LANES = """\
title: In time
subtitle: Each at its first day
form: lanes
lanes:
  all: {title: Measures, kind: measure}
  talks: {title: Talks, kind: round}
  norland: {title: Measures of Norland, kind: measure, party: norland}
"""
FIGURES = """\
title: Tolls side by side
subtitle: Each with its day
form: figures
groups:
  carts:
    title: Tolls on carts
    entries:
      now: {of: bridge-toll.parts.rate, since: bridge-toll.in-force}
"""
GROUP = """\
  boats:
    title: Tolls on boats
    entries:
"""
STEPS = """\
title: Tolls
subtitle: Tolls on carts
form: steps
lines:
  norland:
    title: Toll of Norland
    steps:
      first: {rate: bridge-toll.parts.rate, since: mill-talks-2031-03.date}
      last: {since: bridge-toll.in-force}
"""
RATE = "{of: bridge-toll.parts.rate%s}\n"
CHART, COMPARISON = "charts/x.yaml", "comparisons/x.yaml"


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        pytest.param(CHART, SPANS + "  toll: {of: bridge-toll.parts.rate}\n", [], id="a-part"),
        pytest.param(
            CHART,
            SPANS + "  again: {of: bridge-toll.in-force, label: Again}\n",
            ["shown-twice"],
            id="a-bar-with-a-label",
        ),
        pytest.param(CHART, LANES, [], id="a-lane-of-one-side-beside-that-of-all"),
        pytest.param(
            CHART, LANES + "  more: {title: More, kind: round}\n", ["shown-twice"], id="a-lane"
        ),
        pytest.param(
            CHART,
            LANES + "  more: {title: More, kind: measure, party: nordland}\n",
            ["dangling-ref"],
            id="a-lane-of-nobody",
        ),
        pytest.param(
            COMPARISON,
            FIGURES + "      again: " + RATE % ", since: bridge-toll.in-force, definition: as is",
            ["shown-twice"],
            id="an-entry-with-a-definition",
        ),
        pytest.param(
            COMPARISON, FIGURES + "      old: " + RATE % "", [], id="an-entry-of-another-day"
        ),
        pytest.param(
            COMPARISON,
            FIGURES + GROUP + "      now: " + RATE % ", since: bridge-toll.in-force",
            [],
            id="an-entry-of-another-group",
        ),
        pytest.param(
            COMPARISON,
            FIGURES + "      again: " + RATE % ", since: bridge-toll.in-forc",
            ["dangling-ref"],
            id="an-entry-of-an-unknown-day",
        ),
        pytest.param(
            CHART,
            STEPS + "      again: {rate: bridge-toll.parts.rate, since: bridge-toll.in-force}\n",
            [],
            id="a-step-to-a-rate-of-before",
        ),
        pytest.param(
            CHART,
            STEPS + "      again: {since: bridge-toll.in-force}\n",
            ["shown-twice"],
            id="a-step-to-nothing",
        ),
    ],
)
def test_what_is_shown_twice_is_told_once(
    briefing: Write, path: str, text: str, expected: list[str]
) -> None:
    found = check(briefing({path: text})).diagnostics
    told = [one for one in found if one.code != "chart-empty"]
    assert [one.code for one in told] == expected
    assert {one.span.line for one in told} <= {text.count("\n")}


def test_three_times_is_told_at_both_that_are_too_many(briefing: Write) -> None:
    text = SPANS + "".join(f"  more-{at}: {{of: bridge-toll.in-force}}\n" for at in "ab")
    told = check(briefing({CHART: text})).diagnostics
    assert [(one.span.line, one.labels[0].span.line) for one in told] == [(6, 5), (7, 5)]


@pytest.mark.parametrize(
    ("form", "expected"), [("covers", ["shown-twice"]), ("sides", [])], ids=["same", "another"]
)
def test_a_form_that_says_all_is_compared_once(
    briefing: Write, form: str, expected: list[str]
) -> None:
    text = "title: {}\nsubtitle: Which names which\nform: {}\n"
    files = {
        "comparisons/a.yaml": text.format("What they cover", "covers"),
        "comparisons/b.yaml": text.format("Side by side", form),
    }
    assert [one.code for one in check(briefing(files)).diagnostics] == expected


@pytest.mark.parametrize(
    ("title", "kind", "expected"),
    [
        ("Talks and calls", "round", []),
        ("Letters on the calls for relief", "measure", []),
        ("US tariff deals and port fees", "measure", []),
        ("Talks and calls", "measure", ["lane-differs"]),
        ("Measures after the talks", "measure", []),
        ("What they did", "measure", []),
    ],
)
def test_a_lane_is_called_by_its_kind(
    briefing: Write, title: str, kind: str, expected: list[str]
) -> None:
    lanes = f"  all: {{title: All that was, kind: event}}\n  x: {{title: {title}, kind: {kind}}}\n"
    text = LANES[: LANES.index("  all:")] + lanes
    found = check(briefing({CHART: text})).diagnostics
    assert [one.code for one in found if one.code != "chart-empty"] == expected
