"""Terms in the words of a page: once, whole, the longest, and never in what is not ours to say."""

import pytest

from generator.model.edition import Settings
from generator.render.site.notes import glossed, glosses
from generator.render.views.sheet import Sheet
from tests.dossiers import dossier_of, source

FILES = {
    "sources/note.yaml": source("The Wire", "2031-03-10", "what carts pay"),
    "glossary/toll.yaml": """
        term: {en: toll, fr: "péage <i>"}
        aliases: [bridge money, "39"]
        definition: {by: reed, says: What carts pay, witnesses: [note#q]}
        """,
    "glossary/toll-bar.yaml": "term: toll bar",
    "glossary/ferry.yaml": "{term: ferry, reading: {text: A boat & no bridge., on: 2031-03-10}}",
}
DOSSIER = dossier_of(FILES)
TERMS = glosses(DOSSIER, Settings())
TOLL = '<a class="gloss" href="glossary/toll/index.html" aria-describedby="gloss--toll">'
BAR = '<a class="gloss" href="glossary/toll-bar/index.html" aria-describedby="gloss--toll-bar">'


def shown(text: str, path: str = "index.html") -> str:
    return glossed(Sheet(DOSSIER, Settings(), path), text, TERMS)


def inside(text: str) -> str:
    return shown(f'<div class="prose"><p>{text}</p></div>')


def test_the_first_mention_leads_to_the_entry() -> None:
    found = inside("A toll is a toll, bridge money too.")
    assert f"<p>A {TOLL}toll</a><span " in found
    assert found.endswith("</span> is a toll, bridge money too.</p></div>")


def test_the_note_has_the_foreign_form_and_what_it_means_with_its_status() -> None:
    found = inside("Toll")
    assert f"{TOLL}Toll</a>" in found
    note = found.partition('id="gloss--toll" role="tooltip" hidden>')[2]
    assert '<bdi lang="fr">péage &#60;i&#62;</bdi>' in note
    assert ": What carts pay <span " in note
    assert "claimed by Ada Reed" in note
    assert "<a " not in note


def test_the_note_has_our_words_where_no_source_has_any() -> None:
    own = '<strong><bdi>ferry</bdi></strong>: A boat &#38; no bridge. <span class="fact-status">'
    assert f"{own}(our definition)</span></span>" in inside("A ferry")
    assert "hidden><strong><bdi>toll bar</bdi></strong></span>" in inside("toll bar")


def test_the_longest_term_is_taken_and_only_whole_words() -> None:
    assert f"the {BAR}toll bar</a>" in inside("the toll bar")
    assert inside("tolls, untoll, toll-free").count("<a ") == 1
    assert inside("tolls and tolling") == '<div class="prose"><p>tolls and tolling</p></div>'


@pytest.mark.parametrize(
    "text",
    [
        '<a href="x">toll</a>',
        "<blockquote>toll</blockquote>",
        "<code>toll</code>",
        "\u201cno toll\u201d",
        "\u201c<bdi>toll</bdi>\u201d",
        "<strong><a href='x'>the <b>toll</b></a></strong>",
        "<table><tr><th>toll</th></tr></table>",
        "<h3>toll</h3>",
        "the bridge&#39;s carts",
    ],
)
def test_what_is_not_ours_is_left(text: str) -> None:
    assert "gloss" not in inside(text)


def test_only_what_we_say_is_read() -> None:
    text = "---\ntitle: toll\n---\n\n## toll\n\n<table><td>toll</td></table>\n"
    assert shown(text) == text


@pytest.mark.parametrize("part", ["lead", "news", "chart-subtitle", "fact-says", "fact-reading"])
def test_what_we_say_of_a_statement_or_chart_is_read(part: str) -> None:
    assert TOLL in shown(f'<p class="{part}">The toll</p>')


def test_after_an_element_without_an_end_the_page_goes_on() -> None:
    assert "gloss" in inside('<br>a<img src="x">toll')
    assert "gloss" in shown('<p class="lead">The<br>toll</p>')


def test_a_term_does_not_lead_to_itself() -> None:
    text = '<p class="lead">toll</p>'
    assert shown(text, "glossary/toll/index.html") == text
