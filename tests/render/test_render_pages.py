"""What each page tells of a fact."""

import re
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from generator.derive import derive
from generator.model.edition import Moved
from generator.render.views import cards
from generator.render.views.timeline import main_events
from generator.source import SourceFile
from tests.dossiers import briefing_of, dossier_of
from tests.sites import Built, Settings, built, seen, words
from tests.tables import briefings, files

# The pages of small briefings are made once.
pytestmark = pytest.mark.xdist_group(__name__)

MORE, TOLD = briefings(Path(__file__).with_name("pages.txt"))
FILES = MORE["plain"]
MAIN = {
    name: text.split("\n") for name, text in files(Path(__file__).with_name("main.txt")).items()
}
KEY_POINT = '{order: 10, rests: [%s], text: "%s"}'


@cache
def site_of(names: str) -> Built:
    files = dict(FILES)
    for name in names.split("+"):
        files |= MORE[name]
    return built(dossier_of(files))


@pytest.mark.parametrize("row", TOLD, ids=lambda row: row[0])
def test_page_tells(row: list[str]) -> None:
    where, *is_not, line = row
    names, page = where.split()
    path = f"{page}/index.md".removeprefix("index/")
    assert (line in words(seen(path, site_of(names)[path]))) is not bool(is_not)


@pytest.mark.parametrize("page", ["series/stones", "rounds/mill", "agreements/deal"])
def test_every_statement_is_a_line_that_opens(page: str) -> None:
    found = site_of("deals+opening")[f"{page}/index.md"]
    assert found.count('<article class="fact"') == found.count('<span class="fold-line">') > 0


def test_how_to_read_the_marks_takes_no_more_than_two_hundred_words() -> None:
    part = site_of("plain")["about/index.md"].split("<h2 ")[1]
    assert 100 < len(words(seen("x.html", f"<h2 {part}")).split()) <= 200


def test_a_key_point_does_not_lead_to_its_page_from_there() -> None:
    said = "{by: reed, label: said, value: 2031-03-09, inferred: so, witnesses: [note#q]}"
    point = KEY_POINT % ("said", "See {{ link('said') }}.")
    found = built(dossier_of({**FILES, "claims/said.yaml": said, "points/p.yaml": point}))
    assert '<li>See said. <a href="../../index.html#p">' in found["claims/said/index.md"]
    assert 'index.html#said">said</a>.</p>' in found["index.md"]


def test_about_names_the_licence_where_it_is_told() -> None:
    settings = Settings(licence="Free for all", **{"licence-url": "https://b.example/licence"})
    page = built(dossier_of(FILES), settings)["about/index.md"]
    assert '<a href="https://b.example/licence" rel="nofollow external">Free for all</a>' in page
    assert "Licence of the words" not in site_of("plain")["about/index.md"]


def test_a_card_leads_to_its_place_and_to_the_form_where_the_repository_is_known() -> None:
    settings = Settings(repository="https://code.example/x/", branch="edit")
    found = built(dossier_of(FILES), settings)
    card, about = (seen("x.md", found[f"{path}/index.md"]) for path in ("claims/fate", "about"))
    assert "https://code.example/x/edit/edit/content/claims/fate.yaml#L1" in card.links
    form = "https://code.example/x/issues/new?template="
    assert f"{form}wrong-fact.yml&fact=fate" in card.links
    assert {f"{form}{name}" for name in (cards.WRONG, cards.MISSING)} <= {*about.links}


def with_moved(prose: tuple[SourceFile, ...] = (), **moved: Moved) -> Built:
    entries = {id_.replace("__", "/"): entry for id_, entry in moved.items()}
    return built(derive(replace(briefing_of(FILES), moved=entries, pages=prose), date(2031, 6, 30)))


def test_what_a_renamed_record_had_leads_on_with_it() -> None:
    """Its page and the short address of each statement, also where it was renamed twice."""
    found = with_moved(lot=Moved(to="end"), end=Moved(to="fate"), pebbles=Moved(to="stones"))
    assert "url=../fate/index.html" in found["claims/lot/index.html"]
    short = found["f/pebbles.points.2031-02/index.html"]
    assert "url=../../series/stones/index.html#stones.points.2031-02" in short
    assert "url=../../claims/fate/index.html#fate" in found["f/lot/index.html"]


def test_who_has_no_page_is_named_at_the_old_address() -> None:
    page = with_moved(red=Moved(to="north"))["f/red/index.html"]
    assert "<p>red is now North.</p>" in page and "refresh" not in page


def test_a_page_of_prose_that_was_renamed_leads_on() -> None:
    prose = (
        SourceFile("content/pages/bridge.md", "# The bridge\n\nIt stands.\n"),
        SourceFile("content/pages/early.md", "<!-- known: 2031-12-01 -->\nIt came.\n"),
    )
    found = with_moved(
        prose,
        pages__crossing=Moved(to="pages/bridge"),
        pages__stone=Moved(to="fate"),
        pages__ford=Moved(gone="there was none"),
        pages__ferry=Moved(to="pages/early"),
    )
    assert "url=../bridge/index.html" in found["crossing/index.html"]
    assert "url=../claims/fate/index.html" in found["stone/index.html"]
    assert "there was none" in found["ford/index.html"]
    assert not [path for path in found if path.startswith("f/pages")]


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        ("It is\nshallow, as No. 3 is. Carts cross.\n", "It is shallow, as No. 3 is."),
        ('It {{ fact("fate") }}. Carts cross.\n', "talks over a bridge"),
        ("These:\n\n- It is shallow.\n", "talks over a bridge"),
    ],
)
def test_a_page_of_prose_begins_with_its_first_plain_sentence(text: str, lead: str) -> None:
    ford = SourceFile("content/pages/ford.md", f"# The ford\n\n{text}")
    page = words(seen("x.md", with_moved((ford,))["ford/index.md"]))
    assert f"The ford {lead} As of" in page
    assert page.count(lead) == 1


def test_briefing_without_facts_is_still_a_site() -> None:
    found = built(dossier_of({}))
    made = [path for path in found if not path.startswith(("guide/", "messages/"))]
    names = ("about", "corrections", "dictionary", "downloads", "reference", "units")
    pages = sorted(path for path in made if path.endswith(".md"))
    assert pages == sorted(["index.md", *(f"{name}/index.md" for name in names)])


def test_a_sentence_that_leads_to_its_card_holds_no_other_link() -> None:
    told = """sentence: '{{ fact("stones.points.2031-02") }} fall', value: 2031-03-09"""
    file = f"title: Fall\ndate: {{{told}, witnesses: [post#q]}}\n"
    for path, text in built(dossier_of({**FILES, "events/fall.yaml": file})).items():
        assert not re.search(r"<a [^>]*>(?:(?!</a>).)*<a ", text), path


def test_long_lists_and_tables_open() -> None:
    points = "".join(f"  p{n}: {{value: 34, witnesses: [note#q]}}\n" for n in range(70))
    series = f"title: Stones\nunit: stones\npoints:\n{points}"
    found = built(dossier_of({**FILES, "series/stones.yaml": series}))
    page = found["series/stones/index.md"]
    assert page.count("58 more lines") == 2  # the summary and the name
    assert '<summary data-count="70"><h2 id="section--statements">' in page
    assert '<summary data-count="70"><h3 id="record--stones">' in found["facts/index.md"]
    assert "<details" not in site_of("plain")["facts/index.md"]


@pytest.mark.parametrize(
    ("given", "key", "main"), [one.split(" | ") for one in MAIN["rows"] if one]
)
def test_main_events_are_what_was_met_or_agreed_and_what_key_points_rest_on(
    given: str, key: str, main: str
) -> None:
    kinds = dict(one.split("=") for one in given.split())
    made = {
        f"{kind}/{kind}.yaml": "\n".join(line for name in parts.split(",") for line in MAIN[name])
        for kind, parts in kinds.items()
    }
    point = {"points/p.yaml": KEY_POINT % (key, "The point.")} if key.strip() else {}
    found = main_events(dossier_of({**FILES, **made, **point}))
    assert sorted(id_ for id_ in found if id_.partition(".")[0] in kinds) == main.split()


def test_a_month_stands_before_its_days() -> None:
    when = {"first": "2031-03-09", "second": "2031-03", "third": "2031-02-28"}
    acts = {
        f"claims/{key}.yaml": f"{{by: north, value: {day}, witnesses: [note#q]}}"
        for key, day in when.items()
    }
    page = built(dossier_of({**FILES, **acts}))["timeline/index.md"]
    days = re.findall("<time[^>]*>(.*?)</time>", page)
    assert days == ["28 February", "March", "9 March"]
