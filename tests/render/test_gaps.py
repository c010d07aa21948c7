"""What was looked for and not found: from its day on, on its pages, in search and in data."""

import json
import re

import pytest

from generator.render.data.files import data
from generator.render.site.search_documents import documents
from generator.render.views.sheet import Sheet
from tests.dossiers import dossier_of, source
from tests.sites import Settings, built, page_words

FILES = {
    "sources/paper.yaml": source("The Post", "2031-03-10", "the toll is 5 pence"),
    "claims/toll.yaml": "{title: Toll, value: 5, unit: pence, witnesses: [paper#q]}",
    "not-found/keeper.yaml": """
        title: Who keeps the toll house
        about: north
        see: [toll, later]
        looked: the Post's numbers of 2031
        on: 2031-04-01
        """,
    "claims/later.yaml": "{title: Later, value: 5, witnesses: [evening#q]}",
    "sources/evening.yaml": source("The Mail", "2031-05-12", "5"),
}
DAY = "2031-04-02"
TOLD = "We looked in the Post's numbers of 2031"


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("unknowns", f"Who keeps the toll house . {TOLD}. See also Toll ."),
        ("not-found/keeper", f"We did not find this by 1 April 2031. {TOLD}."),
        ("not-found/keeper", "Toll 5 pence"),
        ("not-found", "1 thing looked for and not found."),
        ("not-found", "Who keeps the toll house the Post's numbers of 2031 Toll"),
        ("index", "Looked for and not found: 1 answer"),
    ],
)
def test_it_is_listed_with_what_is_near_and_is_known(path: str, told: str) -> None:
    page = page_words(dossier_of(FILES, DAY), path)
    assert told in page and "Later" not in page


def test_the_brief_asks_five_in_the_order_of_their_editor() -> None:
    gap = "{title: What, looked: papers, on: 2031-04-01, asks: Question %s?, order: %s}"
    files = {f"not-found/{n}.yaml": gap % (n, 10 - n) for n in range(2, 8)}
    page = page_words(dossier_of({**FILES, **files}, DAY), "index")
    assert re.findall(r"Question \d", page) == [f"Question {n}" for n in (7, 6, 5, 4, 3)]


def test_before_its_day_it_is_nowhere() -> None:
    pages = built(dossier_of(FILES, "2031-03-31"))
    assert not any(path.startswith("not-found/") for path in pages)
    assert "Who keeps" not in pages["unknowns/index.md"]


def test_it_is_data() -> None:
    found = json.loads(data(dossier_of(FILES, DAY), Settings())["data/not-found.json"])
    assert [(one["id"], one["about"], one["see"]) for one in found] == [("keeper", [], ["toll"])]
    assert found[0]["url"] == "not-found/keeper/index.html"
    assert "data/not-found.json" not in data(dossier_of(FILES, "2031-03-31"), Settings())


def test_where_it_was_looked_for_finds_other_things() -> None:
    sheet = Sheet(dossier_of(FILES, DAY), Settings(), "index.html")
    found = {one.title: one for one in documents(sheet, {})}["Who keeps the toll house"]
    assert found.text == ()
