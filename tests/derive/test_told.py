"""What a briefing and its charts are called on a day."""

from datetime import date

import pytest

from generator.derive import derive, told
from tests.dossiers import EDITION, briefing_of, dossier_of


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


@pytest.mark.parametrize("day", ["2031-06-01", "2032-06-01"])
def test_a_subtitle_tells_an_earlier_day_nothing_of_later(day: str) -> None:
    chart = "title: Tolls\nsubtitle: Tolls; from 2032 as one\nform: bars\nseries: carts\n"
    found = dossier_of({"charts/tolls.yaml": chart}, day).briefing.records["tolls"].data
    assert found.subtitle == "Tolls" + "; from 2032 as one" * (day > "2032")  # type: ignore[attr-defined]


@pytest.mark.parametrize(("day", "subject"), [(1, "The bridge"), (30, "up to 2032, a bridge")])
def test_a_subject_that_lies_ahead_gives_way_to_the_title(day: int, subject: str) -> None:
    text = EDITION.replace("talks over", "up to 2032,")
    assert derive(briefing_of({}, text), date(2031, 6, day)).briefing.edition.subject == subject
