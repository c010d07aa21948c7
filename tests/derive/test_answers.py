"""What a list says of a record in one line."""

import pytest

from generator.render.views.records import in_time
from generator.render.views.summary_lines import headline
from tests.dossiers import dossier_of, source
from tests.sites import built, seen, words

CLAIM = "title: {0}\nwords: a good day\nwitnesses: [paper#q]\n"
SAID = "said: {{value: 2031-03-0{0}, witnesses: [paper#q]}}\n"
FILES = {
    "sources/paper.yaml": source(
        "The Post", "2031-03-10", "a good day, 8 March 2031, 9 March 2031"
    ),
    "claims/early.yaml": CLAIM.format("Z") + SAID.format(8),
    "claims/late.yaml": CLAIM.format("A") + SAID.format(9),
}


def test_a_claim_says_itself_and_not_when_it_was_said() -> None:
    dossier = dossier_of(FILES)
    found = headline(dossier, dossier.records["early"])
    assert found and found.id == "early"


def test_claims_stand_in_the_order_in_which_they_were_said() -> None:
    dossier = dossier_of(FILES)
    claims = [dossier.records[id_] for id_ in ("late", "early")]
    assert [record.id for record in in_time(dossier, claims)] == ["early", "late"]


def test_the_day_of_a_claim_has_a_label_of_its_own() -> None:
    assert dossier_of(FILES).facts["late.said"].label == "A, day on which it was said"


REJECTED = "rejected: {why: misread, on: 2031-04-01}}}}"
POINTS = {
    "2031-01": "{value: 10, witnesses: [paper#q]}",
    "2031-02": "{value: 11, witnesses: [paper#q]}",
    "2031-q1": "{value: 12, witnesses: [paper]}",
    "2031-03-yoy": "{value: 13, unit: '%', witnesses: [paper#q]}",
    "2031-04-geese": "{value: 14, category: geese, witnesses: [paper#q]}",
    "2031-05": "{positions: {slip: {value: 15, witnesses: [paper#q], " + REJECTED,
    "rank": "{words: a good day, label: Rank, witnesses: [paper#q]}",
}
NUMBERS = source("The Post", "2031-06-10", "10, 11, 12, 13, 14, 15, a good day")


def latest(**points: str) -> str | None:
    """The key of the figure that a series leads with."""
    written = "".join(f"  {key.replace('_', '-')}: {text}\n" for key, text in points.items())
    head = "title: Carts\nunit: carts\ncategory: carts\npoints:\n"
    dossier = dossier_of({"sources/paper.yaml": NUMBERS, "series/carts.yaml": head + written})
    found = headline(dossier, dossier.records["carts"])
    return found and found.located.key


def test_a_series_leads_with_the_latest_figure_that_counts() -> None:
    assert latest(**POINTS) == "2031-02"


@pytest.mark.parametrize("key", [key for key in POINTS if key not in ("2031-01", "2031-02")])
def test_a_series_without_a_figure_that_counts_leads_with_none(key: str) -> None:
    assert latest(**{key: POINTS[key]}) is None


def test_of_two_editions_of_a_period_the_one_printed_later_leads() -> None:
    later = source("The Post", "2031-06-20", "12")
    series = """
    title: Carts
    points:
      2030-anew: {value: 12, witnesses: [later#q]}
      2030: {value: 11, witnesses: [paper#q]}
    """
    files = {
        "sources/paper.yaml": NUMBERS,
        "sources/later.yaml": later,
        "series/carts.yaml": series,
    }
    dossier = dossier_of(files)
    found = headline(dossier, dossier.records["carts"])
    assert found and found.located.key == "2030-anew"


def test_a_share_and_what_is_not_quoted_are_no_change() -> None:
    series = """
    title: Carts
    unit: carts
    points:
      2031-02: {value: 10, witnesses: [paper#q]}
      2031-02-yoy: {value: 11, unit: "%", basis: year on year, witnesses: [paper#q]}
      2031-02-mom: {value: 12, unit: "%", basis: month on month, witnesses: [paper]}
      2031-02-share: {value: 13, unit: "%", witnesses: [paper#q]}
    """
    files = {"sources/paper.yaml": NUMBERS, "series/carts.yaml": series}
    page = words(seen("x.md", built(dossier_of(files))["figures/index.md"]))
    row = page.partition("Latest figure")[2].partition("Figures")[2]
    assert "10 carts February 2031 11% year on year" in row.partition("Carts")[2][:60]
    assert "12%" not in row[:60] and "13%" not in row[:60]
