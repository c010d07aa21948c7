"""What stands side by side, how a silent side is told from nothing found, and what a day omits."""

import re

from tests.briefings import DAYS
from tests.dossiers import dossier_of, source
from tests.sites import built, edition

_, _, EDITION, LATE = DAYS["fixture"]
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
          held: {of: toll.held, definition: on hens}
          old: {of: toll.before, until: toll.in-force}
          other: {of: count.points.wire}
    """
FIGURES = """
    title: Toll
    issuer: north
    in-force: {value: 2031-03-09, witnesses: [report#q]}
    rate: {value: 3, unit: '%', witnesses: [report#q]}
    dated: {value: 2, unit: '%', from: 2031-04-02, witnesses: [report#q]}
    held: {value: 1, unit: '%', from: ../2031-02-01, witnesses: [report#q]}
    before: {value: 5, unit: '%', witnesses: [report#q]}
    """
FILES = {
    "sources/report.yaml": source("The Wire", "2031-05-01", "1 2 3 4 5 percent"),
    "measures/toll.yaml": FIGURES,
    "series/count.yaml": "title: Count\nunit: '%'\n"
    "points: {wire: {value: 4, basis: of all goods, witnesses: [report#q]}}",
    "comparisons/tolls.yaml": LEVELS,
}
WOODS = """
    title: Toll
    in-force: {value: 2031-03-09, witnesses: [report#q]}
    parts: {oak: {label: Oak, covers: oak, words: 1 2, witnesses: [report#q]}}
    """


def rows(text: str) -> list[list[str]]:
    """The cells of every line of the tables, as text."""
    lines = re.findall(r'<tr role="row"><th scope="row".*?</tr>', text)
    cells = [re.findall(r"<t[hd].*?</t[hd]>", line) for line in lines]
    return [[re.sub(r"<[^>]+>", "", cell) for cell in line] for line in cells]


def test_figures_stand_by_day_with_what_they_count() -> None:
    page = built(dossier_of(FILES))["comparisons/tolls/index.md"]
    assert [(line[0], line[2]) for line in rows(page)] == [
        ("from 1 February 2031 or before", "on hens"),
        ("before 9 March 2031", "the source does not say"),
        ("from 9 March 2031", "on carts"),
        ("from 2 April 2031", "on geese"),
        ("known by 1 May 2031", "of all goods"),
    ]
    assert "comparisons/tolls/index.md" not in built(dossier_of(FILES, "2031-04-30"))


def test_a_part_covers_too_and_a_material_beside_is_not_named() -> None:
    woods = {
        "measures/toll.yaml": WOODS,
        "materials/oak.yaml": "name: Oak\nsymbol: O",
        "materials/elm.yaml": "name: Elm\nsymbol: E",
        "comparisons/woods.yaml": "title: Woods\nsubtitle: Covered\nform: covers",
    }
    given = dossier_of({"sources/report.yaml": FILES["sources/report.yaml"], **woods})
    text = built(given)["comparisons/woods/index.md"]
    told = rows(text)
    assert "names 1 of 2" in text and "<dt>Named by none of these</dt> <dd>Elm</dd>" in text
    assert told[0] == ["Elm E", ""] and told[1][1].startswith("covered, in force")


def test_what_only_one_side_speaks_of_opens_behind_two_lines() -> None:
    claim = "{title: Claim %s, by: reed, about: talks, words: 1 2, witnesses: [report#q]}"
    files = {
        "sources/report.yaml": FILES["sources/report.yaml"],
        "rounds/talks.yaml": "title: Talks\ndate: {value: 2031-03-09, witnesses: [report#q]}",
        "comparisons/said.yaml": "{title: Said, subtitle: By each, form: sides}",
        **{f"claims/c{number}.yaml": claim % number for number in range(4)},
    }
    text = built(dossier_of(files))["comparisons/said/index.md"]
    assert "<summary>2 more lines</summary>" in text and len(rows(text)) == 4


def test_past_the_end_nothing_is_said_to_hold() -> None:
    text = edition(LATE)["comparisons/notices-by-material/index.md"]
    assert "not known after 24 June 2032" in text


def test_the_list_has_the_order_that_an_editor_gives() -> None:
    text = edition(EDITION)["comparisons/index.md"]
    names = ("duties-compared", "two-accounts", "notices-by-material")
    places = [text.index(f"{name}/index.html") for name in names]
    assert places == sorted(places)
