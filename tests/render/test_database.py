"""The database: keys and links hold, words are found, and the same tables give the same bytes."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from functools import cache

import pytest

from generator.render.data.files import data
from generator.render.data.table import APPLICATION, VERSION
from generator.render.data.tables import TABLES
from tests.briefings import DAYS, dossier
from tests.sites import Settings


@cache
def made(day: str) -> bytes:
    return data(dossier("fixture", day), Settings())["data/briefing.sqlite"]


@pytest.fixture(scope="module")
def base() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:")) as held:
        held.deserialize(made(DAYS["fixture"][2]))
        yield held


@pytest.mark.parametrize("day", DAYS["fixture"])
def test_every_link_leads_to_a_row(day: str) -> None:
    with closing(sqlite3.connect(":memory:")) as base:
        base.deserialize(made(day))
        assert base.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert base.execute("PRAGMA foreign_key_check").fetchall() == []


def test_each_row_of_the_facts_is_there(base: sqlite3.Connection) -> None:
    known = sorted(dossier("fixture", DAYS["fixture"][2]).facts)
    assert [id_ for (id_,) in base.execute("SELECT id FROM statements ORDER BY rowid")] == known


def test_numbers_are_numbers(base: sqlite3.Connection) -> None:
    (found,) = base.execute(
        "SELECT value, number, typeof(number), period, period_last FROM statements"
        " WHERE record IN (SELECT id FROM records WHERE kind = 'series')"
        " AND value GLOB '[0-9]*.[0-9]*' AND period GLOB '????-05' LIMIT 1"
    )
    value, number, kind, month, last = found
    assert (number, kind, last) == (float(value), "real", f"{month}-31")


def test_words_are_found_in_any_form(base: sqlite3.Connection) -> None:
    query = (
        "SELECT count(*) FROM statements WHERE rowid IN"
        " (SELECT rowid FROM statements_fts WHERE statements_fts MATCH ?)"
    )
    found = [base.execute(query, (word,)).fetchone()[0] for word in ("stone", "stones")]
    assert found[0] == found[1] > 2


def test_the_header_names_us_and_no_moment(base: sqlite3.Connection) -> None:
    raw = made(DAYS["fixture"][0])
    assert base.execute("PRAGMA application_id").fetchone() == (APPLICATION,)
    assert base.execute("PRAGMA user_version").fetchone() == (VERSION,)
    assert not any(raw[24:28] + raw[92:100])


def test_metadata_describe_every_column() -> None:
    files = data(dossier("fixture", DAYS["fixture"][2]), Settings())
    told = json.loads(files["data/metadata.json"])["databases"]["briefing"]["tables"]
    assert {name: list(one["columns"]) for name, one in told.items()} == {
        table.name: [column.name for column in table.columns] for table in TABLES
    }
