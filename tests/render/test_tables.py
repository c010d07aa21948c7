"""A cell of a table is a quotation: on cards, on its source's page and for the status."""

import pytest
from pydantic import ValidationError

from generator.derive.dossier import Status
from generator.model.source import Table
from generator.render.data.files import data
from tests.dossiers import dossier_of
from tests.sites import Settings, page_words

SOURCE = """
publisher: Toll Office
title: Tolls
published: 2031-04-01
retrieved: 2031-07-01
kind: official text
form: copy
text_of: toll-office
origin: own
tables:
  tolls:
    title: Tolls by year
    licence: public domain
    edited: footnote marks are left out
    columns: {load: Load, in-2030: "2030", in-2031: "2031"}
    rows:
      carts: [Carts, 1, 2]
      geese: [Geese & ducks, NA, 1]
"""
SERIES = """
title: Toll for a cart
reporter: toll-office
unit: pence
points:
  2031: {value: 2, witnesses: [tolls#tolls/carts/in-2031]}
"""
FILES = {"sources/tolls.yaml": SOURCE, "series/cart.yaml": SERIES}
PLACE = "table “Tolls by year”, row “Carts”, column “2031”"


def table(rows: dict[str, tuple[str, ...]]) -> Table:
    heads = {"load": "Load", "in-2030": "2030", "in-2031": "2031"}
    return Table(title="Tolls", licence="public domain", columns=heads, rows=rows)


def test_it_counts_as_the_reporters_own_words() -> None:
    found = dossier_of(FILES).facts["cart.points.2031"]
    assert found.status is Status.CONFIRMED
    assert [e.quote and (e.quote.text, e.quote.at) for e in found.evidence] == [("2", PLACE)]


def test_the_card_names_table_row_and_column() -> None:
    assert PLACE in page_words(dossier_of(FILES), "series/cart")


def test_the_sources_page_shows_the_whole_table() -> None:
    told = page_words(dossier_of(FILES), "sources/tolls")
    assert "Load 2030 2031 Carts 1 2 Geese & ducks NA 1" in told
    assert "Licence: public domain (copied; footnote marks are left out)." in told
    assert "Cells of the tables below." in told


def test_the_data_has_its_words_and_place() -> None:
    assert f'"at": "{PLACE}"' in data(dossier_of(FILES), Settings())["data/facts.json"].decode()


def test_there_is_no_other_cell() -> None:
    held = table({"carts": ("Carts", "1", "2")})
    assert held.cell("carts", "load") is held.cell("dogs", "in-2031") is None


def test_a_row_has_a_cell_for_each_column() -> None:
    with pytest.raises(ValidationError, match="the row has 2 cells, and the table 3 columns"):
        table({"carts": ("Carts", "1")})
