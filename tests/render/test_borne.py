"""Who knows a thing, who carried it, and whose claim it is, in words; and how it is cited."""

from pathlib import Path

import pytest

from generator.derive.dossier import Dossier
from generator.model.edition import Settings
from generator.render.data.files import csl
from generator.render.views.borne import source_name, without_word, word_of
from generator.render.views.sheet import Sheet
from generator.render.views.witnesses import citation, witnesses
from tests.dossiers import dossier_of, source
from tests.tables import rows_of

TABLE = Path(__file__).with_name("borne.txt")
TOLL = "{title: Toll, issuer: toll-office, parts: {rate: {value: 5, witnesses: [%s]}}}"
FIGURE = source("The Post", "2031-03-10", "a toll of 5", origin="toll-office")
TEXT_OF = {"form": "translation", "text_of": "toll-office"}
WIRED = source("tolls.example", "2031-03-10", 'a toll of 5", origin: "toll-office', origin="wire")
SOURCES = {
    "post": FIGURE,
    "mail": FIGURE.replace("The Post", "The Mail"),
    "echo": FIGURE.replace("The Post", "The Echo"),
    "host": FIGURE.replace("The Post", "tolls.example"),
    "wired": WIRED,
    "unknown": FIGURE.replace("toll-office", "unknown"),
    "translated": source("The Mail", "2031-03-10", "a toll of 5", **TEXT_OF),
    "unsigned": source("The Mail", "2031-03-10", "a toll of 5", **TEXT_OF, origin="unknown"),
    "office": source("Toll Office", "2031-03-10", "a toll of 5"),
}
FILES = {f"sources/{name}.yaml": text for name, text in SOURCES.items()}


@pytest.mark.parametrize(("witnesses", "expected"), rows_of(TABLE, "figure", 2))
def test_an_authoritys_figure_is_told_with_who_carried_it(witnesses: str, expected: str) -> None:
    dossier = dossier_of({**FILES, "measures/toll.yaml": TOLL % witnesses})
    assert word_of(dossier, dossier.facts["toll.parts.rate"]) == expected


@pytest.mark.parametrize(("name", "told"), rows_of(TABLE, "origin", 2))
def test_a_witness_says_on_whose_knowledge_its_words_rest(name: str, told: str) -> None:
    dossier = dossier_of({**FILES, "measures/toll.yaml": TOLL % f"{name}#q"})
    (stance,) = dossier.facts["toll.parts.rate"].stances
    (found,) = witnesses(Sheet(dossier, Settings(), "x"), stance.evidence)
    assert found.origin.text == told


@pytest.mark.parametrize(("publisher", "keys", "expected"), rows_of(TABLE, "name", 3))
def test_a_source_is_named_by_its_origin_then_its_carrier(
    publisher: str, keys: str, expected: str
) -> None:
    told = dict(one.split(": ") for one in keys.split(", "))
    text = source(publisher, "2031-03-10", "it stands", **told)
    files = {"sources/notes.yaml": text, "claims/arch.yaml": "{says: A, witnesses: [notes#q]}"}
    briefing = dossier_of(files).briefing
    found = briefing.source("notes")
    assert found and source_name(briefing, found) == expected


@pytest.mark.parametrize(
    ("form", "expected"),
    [("summary", "machine-written, so not counted"), ("report", "text that does not count")],
)
def test_a_machines_words_are_said_to_be_so(form: str, expected: str) -> None:
    text = source("Digest", "2031-03-10", "it stands", form=form, counts="no")
    files = {"sources/digest.yaml": text, "claims/arch.yaml": "{says: A, witnesses: [digest#q]}"}
    dossier = dossier_of(files)
    assert without_word(dossier.briefing, (), dossier.facts["arch"].evidence) == expected


def test_what_is_computed_tells_how_well_its_inputs_are_borne_out() -> None:
    talks = """
        title: Talks
        date: {value: 2031-03-08, by: north, witnesses: [post#q]}
        later: {compute: talks.date + 90 days}
        said: {value: 8, by: reed, witnesses: [post#q]}
        twice: {compute: said * 2}
        """
    text = source("The Post", "2031-03-10", "on 8 March 2031 Reed said 8")
    dossier = dossier_of({"sources/post.yaml": text, "rounds/talks.yaml": talks})
    later, twice = (dossier.facts[f"talks.{key}"] for key in ("later", "twice"))
    assert word_of(dossier, later) == "computed from reported dates"
    assert word_of(dossier, twice) == "computed from figures claimed by Ada Reed"


SITE = "https://bridge.example/"


@pytest.fixture(scope="module")
def carts() -> Dossier:
    """A figure of May that follows from that of June and from the rise to it."""
    points = """
        title: Carts
        category: carts
        unit: t
        points:
          2031-05: {compute: 2031-06 / ( 1 + 2031-06-mom / 100 )}
          2031-06: {value: 30, witnesses: [level#q]}
          2031-06-mom: {value: 50, unit: "%", basis: month on month, witnesses: [rise#q]}
    """
    return dossier_of(
        {
            "sources/level.yaml": source("The Level", "2031-06-29", "30 t", title="unknown"),
            "sources/rise.yaml": source("The Rise", "2031-06-29", "up 50% in June"),
            "series/carts.yaml": points,
        }
    )


@pytest.mark.parametrize(
    ("url", "end"),
    [(None, "statement carts.points.2031-06"), (SITE, f"{SITE}f/carts.points.2031-06/index.html")],
)
def test_a_citation_ends_in_what_can_be_followed(carts: Dossier, url: str | None, end: str) -> None:
    fact = carts.facts["carts.points.2031-06"]
    told, (item,) = citation(carts, url, fact), csl(carts, url, fact)
    assert told.startswith("The Level, page without a title, 29 June 2031")
    assert told.endswith(f"; via The bridge, “{fact.label}”, as of 30 June 2031, {end}")
    assert str(item["note"]).endswith(end if url else "(carts.points.2031-06), as of 2031-06-30")


def test_a_computed_statement_is_cited_with_the_sources_of_its_inputs(carts: Dossier) -> None:
    fact = carts.facts["carts.points.2031-05"]
    told = citation(carts, None, fact)
    assert told.startswith("The Level, ") and "; The Rise, “Notes”" in told
    assert "; computed from these by The bridge, " in told
    assert [one["publisher"] for one in csl(carts, None, fact)] == ["The Level", "The Rise"]
