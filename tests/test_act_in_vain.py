"""An extension leads to a day later than the end that it extends."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.check import check
from tests.conftest import TINY

Write = Callable[..., Path]

REASON = "inferred: {until: as agreed, from: as agreed}, witnesses: [office-0312#toll]"
TOLL = TINY["measures/bridge-toll.yaml"].replace(
    "in-force: {value: 2031-04-01, ",
    "in-force: {value: 2031-04-01, until: 2031-12-01, inferred: {until: as agreed}, ",
)
PACT = "title: {title}\nparties: [norland, sudland]\nterms:\n"


def longer(until: str, party: str = "norland") -> str:
    return (
        f"{{party: {party}, does: extend, target: bridge-toll, from: 2031-05-01, "
        f"until: {until}, {REASON}}}"
    )


def pact(*acts: str, title: str = "Pact of the ford") -> str:
    terms = (f"  go-on-{number}: {act}\n" for number, act in enumerate(acts, 1))
    return PACT.format(title=title) + "".join(terms)


def lines(root: Path) -> list[tuple[str, int]]:
    found = check(root).diagnostics
    return [(one.span.text, one.span.line) for one in found if one.code == "act-in-vain"]


@pytest.mark.parametrize(
    ("acts", "expected"),
    [
        ([longer("2032-12-01")], []),
        ([longer("2031-12-01")], [("2031-12-01", 4)]),
        ([longer("2031-11-01")], [("2031-11-01", 4)]),
        ([longer("2032-12-01"), longer("2033-12-01")], []),
        # The same record has an extension twice.
        ([longer("2032-12-01"), longer("2032-12-01")], [("2032-12-01", 5)]),
        ([longer("2032-12-01"), longer("2032-06-01")], [("2032-06-01", 5)]),
        # Each side extends its own part.
        ([longer("2032-12-01"), longer("2032-12-01", "sudland")], []),
    ],
)
def test_an_extension_leads_to_a_later_day(
    briefing: Write, acts: list[str], expected: list[tuple[str, int]]
) -> None:
    files = {"measures/bridge-toll.yaml": TOLL, "agreements/pact.yaml": pact(*acts)}
    assert lines(briefing(files)) == expected


def test_two_records_may_tell_of_one_extension(briefing: Write) -> None:
    """As an agreement and the order that carries it out do."""
    files = {
        "measures/bridge-toll.yaml": TOLL,
        "agreements/pact.yaml": pact(longer("2032-12-01")),
        "agreements/second.yaml": pact(longer("2032-12-01"), title="Pact of the mill"),
    }
    assert lines(briefing(files)) == []


def test_it_says_when_the_target_ends_without_it(briefing: Write) -> None:
    acts = pact(longer("2031-11-01"))
    files = {"measures/bridge-toll.yaml": TOLL, "agreements/pact.yaml": acts}
    (found,) = (one for one in check(briefing(files)).diagnostics if one.code == "act-in-vain")
    assert found.message == (
        "`extend` prolongs nothing: `bridge-toll` ends 1 December 2031 without it"
    )
