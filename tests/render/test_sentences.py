"""A statement says itself in one sentence: the editor's words, else its keys in plain English.

`sentences.txt` has the statements.
"""

from pathlib import Path

import pytest

from generator.derive.dossier import Fact
from generator.model.edition import Settings
from generator.render.views.grids import line
from generator.render.views.sentences import dated, sentence_of
from generator.render.views.sheet import Sheet, says
from generator.render.views.tables import lead
from tests.dossiers import dossier_of, source
from tests.tables import rows_of

TABLE = Path(__file__).with_name("sentences.txt")

TOLL = """title: Toll on the bridge
issuer: toll-office
in-force: {value: 2031-04-01, witnesses: [w#q]}
parts: {night: {label: by night, value: 2, unit: pence, inferred: so, witnesses: [w#q]}}"""


def said(act: str, **files: str) -> str:
    """The sentence of an act in the North's deal with the South."""
    return sentence_of(*deal(act, **files)).text


def deal(act: str, id_: str = "deal.terms.a", **files: str) -> tuple[Sheet, Fact]:
    """A statement of the briefing in which the North and the South have such a deal."""
    dossier = dossier_of(
        {
            "parties/north.yaml": "{name: North, short: the North}",
            "sources/w.yaml": source("The Wire", "2031-03-02", "A toll is due on 1 April 2031."),
            "measures/toll.yaml": TOLL,
            "measures/fee.yaml": TOLL.replace("Toll", "Fee"),
            "measures/tax.yaml": TOLL.replace("Toll", "Tax"),
            "agreements/deal.yaml": f"title: The deal\nterms:\n  a: {{{act}, witnesses: [w#q]}}",
            **files,
        }
    )
    return Sheet(dossier, Settings(), "x"), dossier.facts[id_]


@pytest.mark.parametrize(("act", "sentence"), rows_of(TABLE, "act", 2))
def test_act(act: str, sentence: str) -> None:
    assert said(act).replace("\xa0", " ") == sentence


@pytest.mark.parametrize(("party", "title", "told"), rows_of(TABLE, "side", 3))
def test_a_side_is_named_once(party: str, title: str, told: str) -> None:
    files = {
        "parties/north.yaml": "{name: North, short: the North, adjective: Northern}",
        "measures/toll.yaml": TOLL.replace("Toll on the bridge", title),
    }
    found = said(f"party: {party}, does: end, target: toll", **files)
    assert found.removeprefix("The ") == f"{party.title()} ends {told}"


def test_what_an_event_is_about_has_its_name() -> None:
    act = "party: south, does: suspend, target: [toll, fee, tax], until: 2031-12-01"
    day = "date: {value: 2031-04-01, witnesses: [w#q]}"
    all_of_them, some = (
        said(act, **{"events/notices.yaml": f"title: Notices of April\nabout: [{about}]\n{day}"})
        for about in ("toll, fee, tax", "toll, fee")
    )
    assert all_of_them == "South suspends the three notices of April until 1 December 2031"
    assert "the toll on the bridge and two others" in some


def test_extension_names_what_was_suspended() -> None:
    act = said(
        'party: south, does: extend, target: old.terms.a, value: 2, unit: "%", until: 2031-12-01',
        **{
            "agreements/old.yaml": "title: The old deal\nterms:\n  a: {party: south, "
            "does: suspend, target: toll, from: 2031-04-02, for: 90 days, witnesses: [w#q]}"
        },
    )
    assert act.startswith("South extends the suspension of 2% in the toll on the bridge until 1")


def test_card_names_every_target_and_the_first_day() -> None:
    sheet, fact = deal("does: suspend, target: [toll, fee, tax], from: 2031-05-01, for: 1 year")
    assert says(sheet, fact, fact.chosen).text == (
        "The deal suspends the toll on the bridge, the fee on the bridge and the tax on the bridge "
        "for a year from 1 May 2031"
    )


@pytest.mark.parametrize(("name", "of", "sentence"), rows_of(TABLE, "day", 3))
def test_day_of_a_record(name: str, of: str, sentence: str) -> None:
    toll = TOLL.replace("2031-04-01", f"{of}, inferred: so").replace("Toll on the bridge", name)
    sheet, fact = deal("does: end, target: fee", "toll.in-force", **{"measures/toll.yaml": toll})
    assert sentence_of(sheet, fact).text == sentence


def test_what_was_stopped_in_time_was_to_take_effect() -> None:
    sheet, fact = deal("does: end, target: toll, from: 2031-03-02", id_="toll.in-force")
    assert sentence_of(sheet, fact).text == "The toll on the bridge was to take effect"


@pytest.mark.parametrize(("points", "lede"), rows_of(TABLE, "lede", 2))
def test_a_series_says_its_latest_figure_and_how_that_changed(points: str, lede: str) -> None:
    form = '{title: Carts, unit: carts, sentence: "{{ value }} crossed {{ when }}", points: {%s}}'
    sheet, _ = deal("does: end, target: fee", **{"series/carts.yaml": form % points})
    told = lead(sheet, sheet.dossier.records["carts"]).text
    assert told.replace("\xa0", " ") == lede


@pytest.mark.parametrize(("claim", "expected"), rows_of(TABLE, "line", 2))
def test_a_statement_in_a_line_is_no_chain_of_colons(claim: str, expected: str) -> None:
    sheet, fact = deal(
        "words: x", "mending.day", **{"rounds/mending.yaml": f"title: Mending\nday: {{{claim}}}"}
    )
    assert " ".join(line(sheet, fact).text.split()) == expected


@pytest.mark.parametrize(("given", "id_", "expected"), rows_of(TABLE, "other", 3))
def test_what_is_no_act_says_itself_too(given: str, id_: str, expected: str) -> None:
    path, record = given.split(" ", 1)
    office = {"bodies/south-office.yaml": "{name: South Office, short: the Southern office}"}
    found = deal("does: end, target: fee", id_, **{f"{path}.yaml": record, **office})
    assert dated(*found).text.replace("\xa0", " ") == expected
