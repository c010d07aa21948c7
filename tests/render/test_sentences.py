"""A statement says itself in one sentence: the editor's words, else its keys in plain English."""

from __future__ import annotations

import pytest

from generator.model.settings import Settings
from generator.render.views.sentences import sentence_of
from generator.render.views.sheet import Sheet
from tests.dossiers import dossier_of, source

TOLL = """title: Toll on the bridge
issuer: toll-office
in-force: {value: 2031-04-01, witnesses: [w#q]}"""


def said(act: str, **files: str) -> str:
    """The sentence of an act in the North's deal with the South."""
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
    return sentence_of(Sheet(dossier, Settings(), "x"), dossier.facts["deal.terms.a"]).text


@pytest.mark.parametrize(
    ("act", "sentence"),
    [
        (
            "party: north, does: suspend, target: toll, from: 2031-05-01, until: 2031-08-01",
            "The North suspends Toll on the bridge until 1 August 2031",
        ),
        (
            "party: south, does: suspend, target: [toll, fee], for: 1 year",
            "South suspends Toll on the bridge and Fee on the bridge for a year",
        ),
        (
            "party: south, does: lift, target: [toll, fee, tax], from: 2031-09-01",
            "South is to lift Toll on the bridge and two others",
        ),
        (
            'party: south, does: suspend, target: toll, value: "2", unit: pence, for: 90 days',
            "South suspends 2 pence of Toll on the bridge for 90 days",
        ),
        (
            'party: south, does: amend, target: toll, value: "2", unit: pence',
            "South amends Toll on the bridge to 2 pence",
        ),
        ("does: end, target: toll", "The deal ends Toll on the bridge"),
        ("does: undertake, says: South mends the arch, party: south", "South mends the arch"),
    ],
)
def test_act(act: str, sentence: str) -> None:
    assert said(act).replace("\xa0", " ") == sentence


def test_extension_names_what_was_suspended() -> None:
    text = said(
        "party: south, does: extend, target: old.terms.a, until: 2031-12-01",
        **{
            "agreements/old.yaml": "title: The old deal\nterms:\n  a: {party: south, "
            "does: suspend, target: toll, from: 2031-04-02, for: 90 days, witnesses: [w#q]}"
        },
    )
    assert text == "South extends the suspension of Toll on the bridge until 1 December 2031"


def test_written_sentence_is_preferred() -> None:
    written = "sentence: \"{{ name('reed') }} stopped the toll.\""
    text = said(f"does: end, target: toll, {written}")
    assert text == "Ada Reed stopped the toll."
