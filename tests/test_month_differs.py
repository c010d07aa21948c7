"""A month in a text is held against the statements beside it, and told only where it is one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.check import check

Write = Callable[..., Path]

POINT = """
    text: '{text} {{{{ fact("{printed}") }}}}.'
    rests: [{printed}]
    """
CARTS, YEARLY = "carts.points.2031-02", "carts.points.2031-02-yoy"
TOLL = "bridge-toll.in-force"
BOTH = "together.points.2031-jan-feb"
SERIES = """
    title: Carts over the bridge in some months
    reporter: norland-bridge-office
    unit: carts
    points:
      2031-jan-feb: {value: "1240", witnesses: [courier-0310#carts]}
      2030: {value: "1240", witnesses: [courier-0310#carts]}
    """
SUSPENSION = """
    title: Order on the toll
    issuer: norland-bridge-office
    acts:
      suspends:
        does: suspend
        target: bridge-toll
        from: 2031-04-05
        until: 2031-09-05
        inferred: {from: so, until: so, does: so, target: so}
        witnesses: [office-0312#toll]
    """


@pytest.mark.parametrize(
    ("text", "printed", "expected"),
    [
        ("Carts in February:", CARTS, []),
        ("Carts in July:", CARTS, ["month-differs"]),
        # Of the month of the edition anything may be said, and beside the facts.
        ("Carts in June:", CARTS, []),
        ("More carts since May:", CARTS, []),
        ("Carts in February 2030:", CARTS, ["month-differs"]),
        ("Against February 2030:", YEARLY, []),
        ("Against February 2029:", YEARLY, ["month-differs"]),
        ("Carts may march on:", CARTS, []),
        ("So it is. May it last:", CARTS, []),
        ("Carts in May:", CARTS, ["month-differs"]),
        ("Jan Mar counted carts:", CARTS, []),
        ("Carts of `June 2031`:", CARTS, []),
        ("Told by [the Post](https://post.example/2031-06):", CARTS, []),
        ("From April 2031:", TOLL, []),
        ("From May 2031:", TOLL, []),
        ("In May 2031:", TOLL, ["month-differs"]),
        ("In January:", BOTH, []),
        ("In July:", BOTH, ["month-differs"]),
        ("In July 2030:", "together.points.2030", []),
        ("Suspended until September 2031:", "order.acts.suspends", []),
        ("Suspended in September 2031:", "order.acts.suspends", ["month-differs"]),
        ("Carts in June:", "carts.points.2031-03", ["dangling-ref"]),
    ],
)
def test_a_month_is_that_of_what_is_printed(
    briefing: Write, text: str, printed: str, expected: list[str]
) -> None:
    files = {
        "points/promise.yaml": POINT.format(text=text, printed=printed),
        "series/together.yaml": SERIES,
        "measures/order.yaml": SUSPENSION,
    }
    found = check(briefing(files)).diagnostics
    told = {one.code for one in found if one.span.file.path.endswith("promise.yaml")}
    assert sorted(told) == expected


def test_a_day_that_is_told_itself_is_not_told_again_where_its_month_is_named(
    briefing: Write,
) -> None:
    toll = """
        title: Toll on the bridge
        issuer: norland-bridge-office
        in-force: {value: 2031-05-01, witnesses: [office-0312#toll]}
        """
    text = POINT.format(text="The toll of April 2031:", printed=TOLL)
    found = check(briefing({"measures/bridge-toll.yaml": toll, "points/promise.yaml": text}))
    told = [one.code for one in found.diagnostics if one.code != "unused-source"]
    assert told == ["value-not-in-quotation"]
