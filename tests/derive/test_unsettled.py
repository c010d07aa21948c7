"""Several positions, none with a quotation: all are told, wherever one value would be."""

import json
from functools import cache

import pytest

from generator.derive import Dossier
from generator.derive.spells import deadlines
from generator.render.data.files import data
from generator.render.site.search_documents import documents
from generator.render.views.sheet import Sheet
from tests.dossiers import dossier_of, source
from tests.sites import Settings, built, seen, words

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
}
BOTH = "8 March 2031 (The Post); 9 March 2031 (The Mail) (unsettled)"


@cache
def dossier() -> Dossier:
    return dossier_of(FILES)


@cache
def pages() -> dict[str, str]:
    return built(dossier())


def page(path: str) -> str:
    return words(seen(path, pages()[path]))


@pytest.mark.parametrize(
    "path", ["rounds/index.md", "facts/index.md", "unknowns/index.md"], ids=lambda p: p
)
def test_lists_tell_every_position(path: str) -> None:
    assert BOTH in page(path)


def test_a_list_tells_whose_word_it_is() -> None:
    assert "“ a good day ” (ascribed to Ada Reed)" in page("facts/index.md")


def test_the_card_has_no_value_of_its_own() -> None:
    assert pages()["rounds/talks/index.md"].count('class="fact-says"') == len(["said"])
    assert page("rounds/talks/index.md").count("not quoted") > len(FILES)


def test_without_a_quotation_nobody_is_said_to_have_led() -> None:
    assert "Who took part" not in page("rounds/talks/index.md")


def test_what_no_quotation_bears_out_is_on_no_timeline_and_not_ahead() -> None:
    assert "timeline/index.md" not in pages()
    assert deadlines(dossier()) == ()


def test_outside_the_card_the_mark_stands_alone() -> None:
    assert "not quoted" not in page("rounds/index.md")
    bare = {**FILES, "claims/toll.yaml": "{value: 5, unit: pence, witnesses: [paper]}"}
    assert 'aria-label="not quoted"' in built(dossier_of(bare))["facts/index.md"]


def test_data_has_no_value_and_all_positions() -> None:
    files = data(dossier(), Settings())
    found = {one["id"]: one for one in json.loads(files["data/facts.json"])}["talks.date"]
    assert (found["value"], found["status"]) == (None, "unquoted")
    assert [one["value"] for one in found["positions"]] == ["2031-03-08", "2031-03-09"]
    row = "early: 2031-03-08 (unquoted) | late: 2031-03-09 (unquoted)"
    assert row in files["data/facts.csv"].decode()


def test_search_has_every_position() -> None:
    sheet = Sheet(dossier(), Settings(), "index.html")
    found = {one.to.anchor: one for one in documents(sheet, {})}["talks.date"]
    assert found.value == "8 March 2031 (The Post); 9 March 2031 (The Mail)"
    assert found.status == "not quoted"


def test_search_keeps_whose_word_it_is_out_of_the_status() -> None:
    sheet = Sheet(dossier(), Settings(), "index.html")
    found = {one.to.anchor: one for one in documents(sheet, {})}["talks.said"]
    assert found.status == "not quoted"
    assert found.told == "ascribed to Ada Reed"
