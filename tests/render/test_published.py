"""The published tables: rows, the package, and the database, of which keys and links hold."""

import csv
import io
import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from frictionless import Package

from generator.derive import Dossier
from generator.reading.output import OWN_DATA
from generator.render.data.files import data
from generator.render.data.table import APPLICATION, VERSION
from generator.render.data.tables import TABLES
from tests.briefings import DAYS, dossier
from tests.dossiers import dossier_of, source
from tests.sites import Settings, built, seen
from tests.tables import rows

TABLE = Path(__file__).with_name("published.txt")
EDITION = DAYS["fixture"][2]
LICENSED = Settings(
    url="https://north.example/talks", licence="CC BY 4.0", **{"licence-url": "https://cc.example/"}
)
FILES = {
    "sources/note.yaml": source("The Wire", "2031-03", "The bridge opened in May 2030."),
    "sources/post.yaml": source("The Post", "unknown", "Nobody opened it.", counts="no", why="so"),
    "claims/opened.yaml": """
        label: The opening
        positions:
          wire: {value: 2030-05, by: wire, witnesses: [note#q, post]}
          stone: {says: it never opened, by: stone, witnesses: [note#q]}
        silent: {north: {text: notice, witnesses: [note#q]}}
        """,
    "claims/since.yaml": "{label: Since, value: 2030-05, from: 2030, inferred: {from: so}, "
    "witnesses: [note#q]}",
}


def printed(given: Dossier, name: str, settings: Settings = LICENSED) -> list[dict[str, str]]:
    """A table as a spreadsheet reads it."""
    text = data(given, settings)[f"data/{name}.csv"].decode()
    return list(csv.DictReader(io.StringIO(text)))


def package(given: Dossier, settings: Settings = LICENSED) -> dict[str, Any]:
    return json.loads(data(given, settings)["data/datapackage.json"])


def test_what_happened_stands_as_a_sentence_in_json_and_tables() -> None:
    toll = "{title: Toll, issuer: toll-office, in-force: {value: 2030-05, witnesses: [note#q]}}"
    given = dossier_of({**FILES, "measures/toll.yaml": toll})
    in_json = json.loads(data(given, LICENSED)["data/facts.json"])
    for facts, nothing in ((printed(given, "facts"), ""), (in_json, None)):
        found = {one["id"]: one["sentence"] for one in facts}
        assert (found["toll.in-force"], found["since"]) == ("Toll takes effect", nothing)


def test_a_number_that_no_program_can_hold() -> None:
    held = {"9" * 18: "9" * 18, "9" * 20: "1e+20", "1" + "0" * 400: "", "1" * 400 + ".5": ""}
    found = printed(dossier_of(figures(*((value, "t") for value in held))), "facts")
    assert {row["value"]: row["number"] for row in found} == held


@pytest.mark.parametrize(("table", "number", "expected"), rows(TABLE, 3))
def test_a_row_says_of_a_thing(table: str, number: str, expected: str) -> None:
    day = "2031-12-01" if table == "edition" else "2031-06-30"
    found = printed(dossier_of(FILES, day), table)[int(number)]
    cells = dict(cell.split("=") for cell in expected.split(", "))
    assert {key: found[key] for key in cells} == cells


def test_no_record_can_take_the_name_of_a_file() -> None:
    own = {path for path in data(dossier_of({}), Settings()) if path.startswith("data/")}
    named = {path.removeprefix("data/").removesuffix(".json") for path in own}
    records = set(dossier_of({}).records)
    found = {name for name in named - records if not {".", "/"} & set(name)}
    # Nothing was looked for in vain here.
    assert found | {"not-found"} == OWN_DATA


def test_the_package_says_what_it_is_and_claims_nothing_that_it_has_not() -> None:
    found = package(dossier_of(FILES))
    assert found["name"] == "the-bridge"
    assert (found["version"], found["as_of"]) == ("2031.6.30", "2031-06-30")
    assert found["licenses"] == [{"path": "https://cc.example/", "title": "CC BY 4.0"}]
    assert found["homepage"] == "https://north.example/talks"
    assert not {"licenses", "homepage"} & set(package(dossier_of(FILES), Settings()))


def test_frictionless_finds_the_package_valid(tmp_path: Path) -> None:
    files = data(dossier("fixture", EDITION), LICENSED)
    for path, content in files.items():
        if path.endswith((".csv", "changes.json", "datapackage.json")):
            (tmp_path / Path(path).name).write_bytes(content)
    report = Package(str(tmp_path / "datapackage.json")).validate()
    assert report.flatten(["type", "title", "message"]) == []
    assert report.stats["tasks"] == len(TABLES) + 1


def figures(*given: tuple[str, str]) -> dict[str, str]:
    """Claims of a value with a unit."""
    texts = ", ".join(value for value, _ in given)
    return {
        "sources/note.yaml": source("The Wire", "2031-03", texts),
        **{
            f"claims/one-{at}.yaml": f'{{value: "{value}", unit: "{unit}", witnesses: [note#q]}}'
            for at, (value, unit) in enumerate(given)
        },
    }


def test_figures_of_several_scales_have_a_unit_in_common() -> None:
    given = [("2.51", "million kg"), ("3", "Mt"), (">4", "t"), ("5", "USD bn"), ("6", "carts")]
    found = printed(dossier_of(figures(*given)), "facts")
    assert [(row["base_number"] or row["base_low"], row["base_unit"]) for row in found] == [
        ("2510", "t"),
        ("3000000", "t"),
        ("4", "t"),
        ("5000000000", "USD"),
        ("6", "carts"),
    ]


def test_a_verb_stands_in_a_column_of_its_own() -> None:
    act = (
        "{does: suspend, target: toll.parts.rate, positions: {long: {until: 2031-05-30, "
        "witnesses: [note#q]}, short: {until: 2031-04-30, witnesses: [note#q]}}}"
    )
    given = dossier_of(
        {
            "sources/note.yaml": source("The Wire", "2031-03", "2 pence, until 30 May or April"),
            "measures/toll.yaml": "{title: Toll, parts: {rate: {value: 2, witnesses: [note#q]}}}",
            "measures/waiver.yaml": f"{{title: The waiver, acts: {{waives: {act}}}}}",
        }
    )
    (found,) = (row for row in printed(given, "facts") if row["id"] == "waiver.acts.waives")
    assert (found["value"], found["target"]) == ("", "toll.parts.rate")
    own = [row for row in printed(given, "positions") if row["statement"] == "waiver.acts.waives"]
    assert [(row["does"], row["differs"]) for row in own] == [
        ("suspend", "until: 2031-05-30"),
        ("suspend", "until: 2031-04-30"),
    ]


NAMED = {
    "sources/note.yaml": source("The Wire", "2031-03", "Ho leads, 5 pence"),
    "people/ho.yaml": "{name: {en: Ho, zh: 何立峰}, aliases: [Old Ho], "
    "offices: {lead: {title: Lead, witnesses: [note#q]}}}",
}


def test_names_stand_there_in_every_language_and_are_found_by_any_part() -> None:
    given = dossier_of(NAMED)
    (record,) = (row for row in printed(given, "records") if row["id"] == "ho")
    assert (record["names"], record["aliases"]) == ("zh: 何立峰", "Old Ho")
    with closing(sqlite3.connect(":memory:")) as base:
        base.deserialize(data(given, LICENSED)["data/briefing.sqlite"])
        found = "SELECT rowid FROM records_fts WHERE records_fts MATCH ?"
        query = f"SELECT id FROM records WHERE rowid IN ({found})"
        for word in ("何立峰", "立峰", "何", "Ho"):
            assert base.execute(query, (word,)).fetchall() == [("ho",)], word


def test_dictionary_and_metadata_have_every_column() -> None:
    page = built(dossier("fixture", EDITION))["dictionary/index.md"]
    words = "".join(seen("dictionary/index.md", page).words)
    columns = [column for table in TABLES for column in table.columns]
    assert [one.name for one in columns if one.description.replace("`", "") not in words] == []
    files = data(dossier("fixture", EDITION), Settings())
    told = json.loads(files["data/metadata.json"])["databases"]["briefing"]["tables"]
    assert {name: list(one["columns"]) for name, one in told.items()} == {
        table.name: [column.name for column in table.columns] for table in TABLES
    }


@pytest.fixture(scope="module")
def base() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:")) as held:
        held.deserialize(data(dossier("fixture", EDITION), Settings())["data/briefing.sqlite"])
        yield held


def test_every_statement_is_in_the_database_and_every_link_leads_to_a_row(
    base: sqlite3.Connection,
) -> None:
    assert base.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert base.execute("PRAGMA foreign_key_check").fetchall() == []
    known = sorted(dossier("fixture", EDITION).facts)
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
    raw = base.serialize()
    assert base.execute("PRAGMA application_id").fetchone() == (APPLICATION,)
    assert base.execute("PRAGMA user_version").fetchone() == (VERSION,)
    assert not any(raw[24:28] + raw[92:100])
