"""What stands side by side, how a silent side is told from nothing found, and what a day omits."""

import re

from generator.derive import Dossier
from tests.briefings import DAYS
from tests.dossiers import dossier_of, source
from tests.sites import built, edition

_, _, EDITION, LATE = DAYS["fixture"]
REPORT = {"sources/report.yaml": source("The Wire", "2031-05-01", "1 2 3 4 5 percent")}
TOLL = "title: Toll\nissuer: north\nin-force: {{value: {}, witnesses: [report#q]}}\n"
LEVELS = """
    title: Tolls
    subtitle: Each with what it counts
    form: figures
    groups:
      north:
        title: Tolls of the north
        party: north
        entries:
          now: {of: toll.rate, since: toll.in-force, definition: on carts}
          begun: {of: toll.dated, definition: on geese}
          old: {of: toll.before, until: toll.in-force}
          other: {of: count.points.wire}
    """
FIGURES = {
    "measures/toll.yaml": TOLL.format("2031-03-09")
    + "rate: {value: 3, unit: '%', witnesses: [report#q]}\n"
    + "dated: {value: 2, unit: '%', from: 2031-04-02, witnesses: [report#q]}\n"
    + "before: {value: 5, unit: '%', witnesses: [report#q]}\n",
    "series/count.yaml": "title: Count\nunit: '%'\npoints: {wire: {value: 4, basis: of all goods, "
    "witnesses: [report#q]}}",
    "comparisons/tolls.yaml": LEVELS,
}


def page(given: Dossier, id_: str) -> str:
    return built(given)[f"comparisons/{id_}/index.md"]


def rows(text: str) -> list[list[str]]:
    """The cells of every line of the tables, as text."""
    lines = re.findall(r'<tr role="row"><th scope="row".*?</tr>', text)
    return [
        [re.sub(r"<[^>]+>", "", cell) for cell in re.findall(r"<t[hd].*?</t[hd]>", line)]
        for line in lines
    ]


def test_figures_stand_by_day_with_what_they_count() -> None:
    given = dossier_of({**REPORT, **FIGURES}, "2031-06-30")
    told = [(line[0], line[2]) for line in rows(page(given, "tolls"))]
    assert told == [
        ("before 9 March 2031", "the source does not say"),
        ("from 9 March 2031", "on carts"),
        ("from 2 April 2031", "on geese"),
        ("known by 1 May 2031", "of all goods"),
    ]


def test_what_is_not_known_yet_has_no_line_and_an_empty_comparison_no_page() -> None:
    given = dossier_of({**REPORT, **FIGURES}, "2031-04-30")
    assert "comparisons/tolls/index.md" not in built(given)


def test_a_part_covers_too_and_a_material_beside_is_not_named() -> None:
    part = "parts: {oak: {label: Oak, covers: oak, words: oak, witnesses: [report#q]}}"
    given = dossier_of(
        {
            "sources/report.yaml": source("The Wire", "2031-05-01", "1 oak"),
            "measures/toll.yaml": TOLL.format("2031-03-09") + part,
            "materials/oak.yaml": "name: Oak\nsymbol: O",
            "materials/elm.yaml": "name: Elm\nsymbol: E",
            "comparisons/woods.yaml": "title: Woods\nsubtitle: Covered\nform: covers",
        },
        "2031-06-30",
    )
    text = page(given, "woods")
    told = rows(text)
    assert "names 1 of 2" in text and "<dt>Named by none of these</dt> <dd>Elm</dd>" in text
    assert told[0] == ["Elm E", ""]
    assert told[1][1].startswith("covered, in force")


def test_past_the_end_nothing_is_said_to_hold() -> None:
    text = edition(LATE)["comparisons/notices-by-material/index.md"]
    assert "not known after 24 June 2032" in text


def test_the_list_has_the_order_that_an_editor_gives() -> None:
    text = edition(EDITION)["comparisons/index.md"]
    names = ("duties-compared", "two-accounts", "notices-by-material")
    places = [text.index(f"{name}/index.html") for name in names]
    assert places == sorted(places)
