"""Who knows a thing, who carried it, and whose claim it is, in words."""

import pytest

from generator.model.edition import Settings
from generator.render.views.borne import carriers, holder, source_name, without_word, word_of
from generator.render.views.sheet import Sheet
from generator.render.views.witnesses import witnesses
from tests.dossiers import dossier_of, source
from tests.sites import built, seen, words

TOLL = "{title: Toll, issuer: toll-office, parts: {rate: {value: 5, witnesses: [%s]}}}"
FIGURE = source("The Post", "2031-03-10", "a toll of 5", origin="toll-office")
WIRED = """
publisher: tolls.example
title: Notes
published: 2031-03-10
retrieved: 2031-07-01
kind: newspaper
form: copy
origin: wire
quotes: {q: {text: a toll of 5, origin: toll-office}}
"""
TRANSLATED = source(
    "The Mail", "2031-03-10", "a toll of 5", form="translation", text_of="toll-office"
)
OWN = source("Toll Office", "2031-03-10", "a toll of 5")
SOURCES = {
    "post": FIGURE,
    "mail": FIGURE.replace("The Post", "The Mail"),
    "echo": FIGURE.replace("The Post", "The Echo"),
    "host": FIGURE.replace("The Post", "tolls.example"),
    "wired": WIRED,
    "translated": TRANSLATED,
    "unsigned": TRANSLATED.replace("origin: own", "origin: unknown"),
    "office": OWN,
}
UNSIGNED_TEXT = {"form": "translation", "text_of": "toll-office", "origin": "unknown"}
FILES = {f"sources/{name}.yaml": text for name, text in SOURCES.items()}


@pytest.mark.parametrize(
    ("witnesses", "expected"),
    [
        ("post#q", "Toll Office, via The Post"),
        ("post#q, mail#q", "Toll Office, via The Post and The Mail"),
        ("post#q, mail#q, echo#q", "Toll Office, via The Post, The Mail and 1 more"),
        ("host#q", "Toll Office, via a copy"),
        ("wired#q", "Toll Office, via The Wire"),
        ("translated#q", "Toll Office, in translation by The Mail"),
        ("unsigned#q", "reported"),
        ("post#q, office#q", "Toll Office"),
    ],
)
def test_an_authoritys_figure_is_told_with_who_carried_it(witnesses: str, expected: str) -> None:
    dossier = dossier_of({**FILES, "measures/toll.yaml": TOLL % witnesses})
    assert word_of(dossier, dossier.facts["toll.parts.rate"]) == expected


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("post", ""),
        ("wired", "from the Toll Office"),
        ("office", "known to the publisher itself"),
        ("unknown", "first source unknown"),
        ("unsigned", "text of the Toll Office, in an unsigned translation"),
    ],
)
def test_a_witness_says_on_whose_knowledge_its_words_rest(name: str, told: str) -> None:
    unknown = {"sources/unknown.yaml": FIGURE.replace("toll-office", "unknown")}
    dossier = dossier_of({**FILES, **unknown, "measures/toll.yaml": TOLL % f"{name}#q"})
    (stance,) = dossier.facts["toll.parts.rate"].stances
    (found,) = witnesses(Sheet(dossier, Settings(), "x"), stance.evidence)
    assert found.origin.text == told


def test_a_translation_that_nobody_signs_is_no_office_s_word() -> None:
    dossier = dossier_of({**FILES, "measures/toll.yaml": TOLL % "unsigned#q"})
    stances = dossier.facts["toll.parts.rate"].stances
    assert holder(dossier.briefing, stances[0]) == "Toll Office, in an unsigned translation"
    assert not stances[0].evidence[0].authors
    assert carriers(dossier.briefing, stances[0].evidence) == []
    page = built(dossier)["sources/unsigned/index.md"]
    told = "First source text of the Toll Office, in an unsigned translation"
    assert told in words(seen("sources/unsigned/index.md", page))


@pytest.mark.parametrize(
    ("publisher", "keys", "expected"),
    [
        ("iPost", {"origin": "unknown"}, "iPost"),
        ("The Post", {"origin": "wire"}, "The Wire, via The Post"),
        ("The Post", {"form": "copy", "text_of": "toll-office"}, "Toll Office, via The Post"),
        ("The Post", UNSIGNED_TEXT, "Toll Office, in an unsigned translation on The Post"),
        ("tolls.example", {"origin": "unknown"}, "A page on tolls.example"),
        (
            "tolls.example",
            {"origin": "wire", "form": "copy"},
            "The Wire, in a copy on tolls.example",
        ),
        (
            "tolls.example",
            {"origin": "wire", "form": "translation"},
            "The Wire, in a translation on tolls.example",
        ),
        ("tolls.example", {"origin": "wire"}, "The Wire, via a page on tolls.example"),
    ],
)
def test_a_source_is_named_by_its_origin_then_its_carrier(
    publisher: str, keys: dict[str, str], expected: str
) -> None:
    text = source(publisher, "2031-03-10", "it stands", **keys)
    files = {"sources/notes.yaml": text, "claims/arch.yaml": "{says: A, witnesses: [notes#q]}"}
    briefing = dossier_of(files).briefing
    found = briefing.source("notes")
    assert found and source_name(briefing, found) == expected


@pytest.mark.parametrize(
    ("form", "expected"),
    [("summary", "machine text, not counted"), ("report", "text that does not count")],
)
def test_a_machines_words_are_said_to_be_so(form: str, expected: str) -> None:
    text = source("Digest", "2031-03-10", "it stands", form=form, counts="no")
    files = {"sources/digest.yaml": text, "claims/arch.yaml": "{says: A, witnesses: [digest#q]}"}
    dossier = dossier_of(files)
    fact = dossier.facts["arch"]
    assert word_of(dossier, fact) == ""
    assert without_word(dossier.briefing, (), fact.evidence) == expected


SPAN = """
    title: Talks
    date: {value: 2031-03-08, by: %s, witnesses: [post#q]}
    later: {compute: talks.date + 90 days}
    said: {value: 8, by: reed, witnesses: [post#q]}
    twice: {compute: said * 2}
    """


def test_what_is_computed_tells_how_well_its_inputs_are_borne_out() -> None:
    text = source("The Post", "2031-03-10", "on 8 March 2031 Reed said 8")
    dossier = dossier_of({"sources/post.yaml": text, "rounds/talks.yaml": SPAN % "north"})
    later, twice = (dossier.facts[f"talks.{key}"] for key in ("later", "twice"))
    assert word_of(dossier, later) == "computed from reported dates"
    assert word_of(dossier, twice) == "computed from figures claimed by Ada Reed"
