"""What a briefing and its charts are called on a day."""

from datetime import date

import pytest

from generator.derive import derive, told
from tests.dossiers import EDITION, briefing_of, dossier_of

CHART = """
title: Tolls
subtitle: Tolls of the two shires; the two months of 2032 are counted as one
form: bars
series: carts
"""


@pytest.mark.parametrize(
    ("text", "day", "expected"),
    [
        ("The talks of 2031", "2031-01-01", "The talks of 2031"),
        ("The talks of 2031", "2030-12-31", ""),
        ("By day; March 2031 is left out. In carts", "2030-12-31", "By day; In carts"),
        ("By day; of May 2031", "2031-04-30", "By day"),
    ],
)
def test_a_clause_goes_with_a_date_that_lies_ahead(text: str, day: str, expected: str) -> None:
    assert told(text, date.fromisoformat(day)) == expected


def test_a_subtitle_tells_an_earlier_day_nothing_of_later() -> None:
    files = {"charts/tolls.yaml": CHART}
    early, late = (dossier_of(files, day) for day in ("2031-06-01", "2032-06-01"))
    shown = [one.briefing.records["tolls"].data.subtitle for one in (early, late)]  # type: ignore[attr-defined]
    assert shown[0] == "Tolls of the two shires"
    assert "2032" in shown[1]


def test_a_subject_that_lies_ahead_gives_way_to_the_title() -> None:
    text = EDITION.replace("talks over", "up to 2032, talks over")
    early, edition = (
        derive(briefing_of({}, text), date(2031, 6, day)).briefing.edition for day in (1, 30)
    )
    assert early.subject == "The bridge"
    assert edition.subject == "up to 2032, talks over a bridge"
