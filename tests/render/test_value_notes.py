"""What a value says over a page: how well it is borne out, in which words, and who printed them."""

import json

from generator.derive.dossier import Dossier
from generator.model.edition import Settings
from generator.render.site.notes import PATH, note, value_notes
from generator.render.views.sheet import Sheet
from tests.briefings import DAYS, dossier
from tests.dossiers import dossier_of, source

FILES = {
    "sources/post.yaml": source("The Post", "2031-03-11", "39 carts", origin="toll-office"),
    "sources/south.yaml": source("South Office", "2031-03-12", "<b>No</b>").replace(
        "</b>", '</b>", at: "page 2'
    ),
    "sources/bare.yaml": source("The Wire", "2031-03-10", "bread"),
    "series/carts.yaml": """
        title: Carts
        unit: carts
        reporter: toll-office
        points:
          relayed: {period: 2031-01, value: "39", witnesses: [post#q]}
          both: {period: 2031-02, compute: carts.points.relayed + carts.points.other}
          other: {period: 2031-04, value: "39", witnesses: [post#q]}
          bare: {period: 2031-03, value: "3", witnesses: [bare]}
        """,
    "measures/toll.yaml": """
        title: Toll
        issuer: toll-office
        in-force: {value: 2031-03-01, witnesses: [south#q]}
        """,
    "measures/stop.yaml": """
        title: Stop
        issuer: toll-office
        acts: {stop: {does: suspend, target: toll, from: 2031-05-02, witnesses: [post#q]}}
        """,
    "claims/kept.yaml": """
        asks: Was it kept?
        positions:
          north: {by: reed, says: It was, witnesses: [post#q]}
          south: {by: stone, says: It was not, witnesses: [south#q]}
        """,
}


def held(given: Dossier) -> dict[str, str]:
    """The notes of a day as the pages load them."""
    text = value_notes(given, Settings())[PATH].decode()
    found: dict[str, str] = json.loads(text.removeprefix("globalThis.briefingValues=")[:-2])
    return found


def shown(id_: str) -> list[str]:
    given = dossier_of(FILES)
    found = note(Sheet(given, Settings(), "index.html"), given.facts[id_])
    return [one.content.text for one in found if not isinstance(one, str)]


def test_a_value_says_how_it_came_to_us_in_which_words_and_who_printed_them() -> None:
    assert shown("carts.points.relayed") == [
        "relayed from Toll Office, via The Post",
        "“39 carts”",
        "Toll Office, via The Post, 11 March 2031",
    ]


def test_without_a_quotation_it_names_the_source_or_what_it_is_computed_from() -> None:
    assert shown("carts.points.bare") == ["not quoted", "The Wire, 10 March 2031"]
    assert shown("carts.points.both") == [
        "computed from relayed figures",
        "from 39 carts (Relayed) and 39 carts (Other)",
    ]


def test_where_positions_stand_against_each_other_each_is_quoted() -> None:
    status, one, _, other, place = shown("kept")
    assert status == "disputed"
    assert one == "Ada Reed, according to Toll Office: “39 carts”"
    assert other == "Ben Stone, according to South Office: “<b>No</b>”"
    assert place == "South Office, page 2, 12 March 2031"


def test_what_another_act_makes_of_it_stands_first_with_the_words_of_that_act() -> None:
    state, words, _, own, *_ = shown("toll.in-force")
    assert state.startswith("suspended")
    assert words == "“39 carts”"
    assert own == "1 March 2031 (reported)"


def test_the_file_holds_every_statement_of_the_day() -> None:
    for day in DAYS["fixture"]:
        assert held(dossier("fixture", day)).keys() == dossier("fixture", day).facts.keys()


def test_what_others_wrote_is_no_markup() -> None:
    assert "<bdi>&#60;b&#62;No&#60;/b&#62;</bdi>" in held(dossier_of(FILES))["kept"]
