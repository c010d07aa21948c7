"""Several positions, none with a quotation: all are told, wherever one value would be."""

import json

import pytest

from generator.derive.spells import deadlines
from generator.render.data.files import data
from generator.render.site.search_documents import documents
from generator.render.views.sheet import Sheet
from tests.dossiers import dossier_of, source
from tests.sites import Settings, built, page_words, seen, words

FILES = {
    "sources/paper.yaml": source("The Post", "2031-03-10", "they met"),
    "sources/other.yaml": source("The Mail", "2031-03-12", "they met"),
    "rounds/talks.yaml": """
        title: Talks at the mill
        date:
          positions:
            early: {value: 2031-03-08, witnesses: [paper]}
            late: {value: 2031-03-09, witnesses: [other]}
        leads:
          north:
            positions:
              one: {people: [reed], witnesses: [paper]}
              two: {people: [stone], witnesses: [other]}
        said: {words: a good day, by: reed, witnesses: [paper]}
        next:
          positions:
            june: {value: 2031-07-08, witnesses: [paper]}
            july: {value: 2031-08-09, witnesses: [other]}
        """,
    "claims/toll.yaml": "{value: 5, unit: pence, witnesses: [paper]}",
}
BOTH = "8 March 2031 (The Post); 9 March 2031 (The Mail)"


DOSSIER = dossier_of(FILES)
PAGES = built(DOSSIER)


@pytest.mark.parametrize(
    ("path", "told", "is_there"),
    [
        ("rounds/index.md", f"{BOTH} (unsettled)", True),
        ("facts/index.md", f"{BOTH} (unsettled)", True),
        ("unknowns/index.md", f"{BOTH} (unsettled)", True),
        ("facts/index.md", "“ a good day ” (attributed to Ada Reed)", True),
        # Nobody is said to have led, and outside the card the mark stands alone.
        ("rounds/talks/index.md", "Who took part", False),
        ("rounds/index.md", "not quoted", False),
    ],
)
def test_pages_tell_every_position(path: str, told: str, is_there: bool) -> None:
    assert (told in words(seen(path, PAGES[path]))) is is_there


def test_the_card_has_no_value_of_its_own() -> None:
    card = PAGES["rounds/talks/index.md"]
    assert card.count('class="fact-says"') == len(["said"])
    assert words(seen("x.md", card)).count("not quoted") > 3
    assert 'aria-label="not quoted"' in PAGES["facts/index.md"]


def test_what_no_quotation_bears_out_is_on_no_timeline_and_not_ahead() -> None:
    assert "timeline/index.md" not in PAGES
    assert deadlines(DOSSIER) == ()


def test_data_has_no_value_and_all_positions() -> None:
    files = data(DOSSIER, Settings())
    found = {one["id"]: one for one in json.loads(files["data/facts.json"])}["talks.date"]
    assert (found["value"], found["status"]) == (None, "unquoted")
    assert [one["value"] for one in found["positions"]] == ["2031-03-08", "2031-03-09"]
    row = "early: 2031-03-08 (unquoted) | late: 2031-03-09 (unquoted)"
    assert row in files["data/facts.csv"].decode()


def test_search_has_every_position_and_whose_word_it_is() -> None:
    every = documents(Sheet(DOSSIER, Settings(), "index.html"), {})
    found = {one.to.anchor: one for one in every}
    date, said = found["talks.date"], found["talks.said"]
    assert (date.value, date.status) == (BOTH, "not quoted")
    assert (said.told, said.status) == ("not quoted; attributed to Ada Reed", "not quoted")


def test_what_is_not_quoted_stands_below_what_is() -> None:
    answers = "{a: {words: no, witnesses: [paper]}, b: {words: they met, witnesses: [other#q]}}"
    claim = f"{{title: Talks, positions: {answers}}}"
    page = page_words(dossier_of({**FILES, "claims/toll.yaml": claim}), "claims/toll")
    card = page[page.index("Positions") :]
    assert 0 < card.index("they met") < card.index("not quoted")
