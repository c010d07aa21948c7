"""What a list says of a record in one line."""

import pytest

from generator.render.views.records import in_time
from generator.render.views.summary_lines import headline
from tests.dossiers import dossier_of, source
from tests.sites import page_words

CLAIM = (
    "title: %s\nwords: a good day\nwitnesses: [paper#q]\nsaid: {value: %s, witnesses: [paper#q]}"
)
PAPER = source("The Post", "2031-06-10", "10, 11, 12, 13, 14, 15, a good day, 8 or 9 March 2031")


def test_a_claim_says_itself_and_stands_where_it_was_said() -> None:
    files = {
        "sources/paper.yaml": PAPER,
        "claims/early.yaml": CLAIM % ("Z", "2031-03-08"),
        "claims/late.yaml": CLAIM % ("A", "2031-03-09"),
    }
    dossier = dossier_of(files)
    claims = [dossier.records[id_] for id_ in ("late", "early")]
    leading = [headline(dossier, record) for record in in_time(dossier, claims)]
    assert [fact and fact.id for fact in leading] == ["early", "late"]


REJECTED = "rejected: {why: misread, on: 2031-04-01}"
POINTS = {
    "2031-01": "{value: 10, witnesses: [paper#q]}",
    "2031-02": "{value: 11, witnesses: [paper#q]}",
    "2031-q1": "{value: 12, witnesses: [paper]}",
    "2031-03-yoy": "{value: 13, unit: '%', witnesses: [paper#q]}",
    "2031-04-geese": "{value: 14, category: geese, witnesses: [paper#q]}",
    "2031-05": f"{{positions: {{slip: {{value: 15, witnesses: [paper#q], {REJECTED}}}}}}}",
    "rank": "{words: a good day, label: Rank, witnesses: [paper#q]}",
}
EDITIONS = {
    "2030-anew": "{value: 12, witnesses: [later#q]}",
    "2030": "{value: 11, witnesses: [paper#q]}",
}


def series(points: dict[str, str]) -> dict[str, str]:
    written = "".join(f"  {key}: {text}\n" for key, text in points.items())
    return {
        "sources/paper.yaml": PAPER,
        "sources/later.yaml": source("The Post", "2031-06-20", "12"),
        "series/carts.yaml": f"title: Carts\nunit: carts\ncategory: carts\npoints:\n{written}",
    }


@pytest.mark.parametrize(
    ("points", "expected"),
    [
        (POINTS, "2031-02"),
        # Of two editions of a period the one printed later leads.
        (EDITIONS, "2030-anew"),
        *(({key: POINTS[key]}, None) for key in POINTS if key not in ("2031-01", "2031-02")),
    ],
)
def test_a_series_leads_with_the_latest_figure_that_counts(
    points: dict[str, str], expected: str | None
) -> None:
    dossier = dossier_of(series(points))
    found = headline(dossier, dossier.records["carts"])
    assert (found and found.located.key) == expected


def test_a_share_and_what_is_not_quoted_are_no_change() -> None:
    points = {
        "2031-02": "{value: 10, witnesses: [paper#q]}",
        "2031-02-yoy": "{value: 11, unit: '%', basis: year on year, witnesses: [paper#q]}",
        "2031-02-mom": "{value: 12, unit: '%', basis: month on month, witnesses: [paper]}",
        "2031-02-share": "{value: 13, unit: '%', witnesses: [paper#q]}",
    }
    page = page_words(dossier_of(series(points)), "figures")
    row = (
        page.partition("Latest quoted figure")[2].partition("Figures")[2].partition("Carts")[2][:60]
    )
    assert "10 carts February 2031 11% more year on year" in row
    assert "12%" not in row and "13%" not in row
