"""The notes over a page: of a term in our words, and of a value, how well it is borne out."""

import re
from html import unescape
from pathlib import Path

import pytest

from generator.model.edition import Settings
from generator.render.site.notes import SHOWN, ValueNotes, glossed, note
from generator.render.site.site import site
from generator.render.templates import html
from generator.render.views.listing import glosses
from generator.render.views.sheet import Sheet
from tests.briefings import DAYS, dossier
from tests.dossiers import dossier_of, source
from tests.tables import rows

TABLE = Path(__file__).with_name("notes.txt")
NOTED = re.compile(r'<div data-name="([^"]+)">')
TERMED = dossier_of(
    {
        "sources/note.yaml": source("The Wire", "2031-03-10", "what carts pay"),
        "glossary/toll.yaml": """
            term: {en: toll, fr: "péage <i>"}
            aliases: [bridge money, "39"]
            definition: {by: reed, says: What carts pay, witnesses: [note#q]}
            """,
        "glossary/toll-bar.yaml": "term: toll bar",
        "glossary/ferry.yaml": "{term: ferry, reading: {text: A boat & not., on: 2031-03-10}}",
    }
)
TERMS = glosses(TERMED, Settings())
TOLL = '<a class="gloss" href="glossary/toll/index.html" aria-describedby="gloss--toll">'
BAR = '<a class="gloss" href="glossary/toll-bar/index.html" aria-describedby="gloss--toll-bar">'


def shown(text: str, path: str = "index.html") -> str:
    return glossed(Sheet(TERMED, Settings(), path), text, TERMS)


def inside(text: str) -> str:
    return shown(f'<div class="prose"><p>{text}</p></div>')


def test_the_first_mention_leads_to_the_entry() -> None:
    found = inside("A toll is a toll, bridge money too.")
    assert f"<p>A {TOLL}toll</a><span " in found
    assert found.endswith("</span> is a toll, bridge money too.</p></div>")


def test_the_note_has_no_foreign_form_and_what_it_means_with_its_status() -> None:
    note = inside("Toll").partition('id="gloss--toll" role="tooltip" hidden>')[2]
    assert note.startswith("<strong>toll</strong>: ") and "péage" not in note
    assert ": What carts pay <span " in note and "claimed by Ada Reed" in note
    assert "<a " not in note


def test_the_note_has_our_words_where_no_source_has_any() -> None:
    own = '<strong>ferry</strong>: A boat &#38; not. <span class="fact-status">'
    assert f"{own}(our definition)</span></span>" in inside("A ferry")
    assert "hidden><strong>toll bar</strong></span>" in inside("toll bar")
    # A link to a card holds no other.
    in_link = (
        '<abbr title="ferry: A boat &#38; not. (our definition)">ferry</abbr></a> <a class="gloss"'
    )
    assert in_link in inside('<a class="fact-value" href="x">A ferry</a> ferry')


def test_the_longest_term_is_taken_and_only_whole_words() -> None:
    assert f"the {BAR}toll bar</a>" in inside("the toll bar")
    assert inside("tolls and tolling") == '<div class="prose"><p>tolls and tolling</p></div>'
    assert inside("tolls, untoll, toll-free").count("<a ") == 1


@pytest.mark.parametrize(
    "text",
    [
        '<a href="x">toll</a>',
        "<blockquote>toll</blockquote>",
        "<code>toll</code>",
        "\u201c<bdi>toll</bdi>\u201d",
        "<strong><a href='x'>the <b>toll</b></a></strong>",
        "<table><tr><th>toll</th></tr></table>",
        "<h3>toll</h3>",
        "the bridge&#39;s carts",
    ],
)
def test_what_is_not_ours_is_left(text: str) -> None:
    assert "gloss" not in inside(text)


def test_only_what_we_say_is_read_and_a_term_does_not_lead_to_itself() -> None:
    text = "---\ntitle: toll\n---\n\n## toll\n\n<table><td>toll</td></table>\n"
    assert shown(text) == text
    text = '<p class="lead">toll</p>'
    assert shown(text, "glossary/toll/index.html") == text


@pytest.mark.parametrize("part", ["lead", "news", "chart-subtitle", "fact-says", "fact-reading"])
def test_what_we_say_of_a_statement_or_chart_is_read(part: str) -> None:
    # An element without an end ends nothing.
    assert TOLL in shown(f'<p class="{part}">The<br>toll</p>')


MEASURE = "{title: %s, issuer: toll-office, %s}"
ACT = "acts: {stop: {does: suspend, target: toll, from: 2031-05-02, witnesses: [post#q]}}"
FILES = {
    "sources/post.yaml": source("The Post", "2031-03-11", "39 carts", origin="toll-office"),
    "sources/south.yaml": source("South Office", "2031-03-12", '<b>No</b>", at: "page 2'),
    "sources/bare.yaml": source("The Wire", "2031-03-10", "bread"),
    "series/carts.yaml": """
        title: Carts
        unit: carts
        reporter: toll-office
        points:
          relayed: {period: 2031-01, value: "39", witnesses: [post#q]}
          both: {period: 2031-02, compute: carts.points.relayed + carts.points.other}
          other: {period: 2031-04, value: "39", witnesses: [south#q, post#q]}
          bare: {period: 2031-03, value: "3", witnesses: [bare]}
        """,
    "measures/toll.yaml": MEASURE % ("Toll", "in-force: {value: 2031-03-01, witnesses: [south#q]}"),
    "measures/stop.yaml": MEASURE % ("Stop", ACT),
    "claims/kept.yaml": """
        asks: Was it kept?
        positions:
          north: {by: reed, says: It was, witnesses: [post#q]}
          south: {by: stone, says: It was not, witnesses: [south#q]}
        """,
}


@pytest.mark.parametrize("row", rows(TABLE, 6), ids=lambda row: row[0])
def test_a_value_says_how_it_came_to_us_in_which_words_and_who_printed_them(
    row: tuple[str, ...],
) -> None:
    assert told(row[0]) == [line for line in row[1:] if line]


def told(id_: str) -> list[str]:
    given = dossier_of(FILES)
    found = note(Sheet(given, Settings(), "index.html"), given.facts[id_])
    return [one.content.text for one in found if not isinstance(one, str)]


def test_what_another_act_makes_of_it_stands_last_with_the_words_of_that_act() -> None:
    own, *_, state, words, _ = told("toll.in-force")
    assert state.startswith("suspended")
    assert (words, own) == ("“39 carts”", "1 March 2031 (reported)")


def test_a_page_holds_the_notes_of_the_values_that_it_shows_and_no_markup() -> None:
    files, _ = site(dossier("fixture", DAYS["fixture"][-1]), Settings())
    for page in (text for path, text in files.items() if path.endswith(".md")):
        shown, _, notes = page.decode().partition("<template")
        assert sorted({*NOTED.findall(notes)}) == sorted({*map(unescape, SHOWN.findall(shown))})
    notes = ValueNotes(Sheet(dossier_of(FILES), Settings(), "index.html"))
    page = '<a class="fact-value" href="claims/kept/index.html#kept">'
    assert "<bdi>&#60;b&#62;No&#60;/b&#62;</bdi>" in html(notes.of(page))
