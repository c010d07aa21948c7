"""What charts draw on a day, what they say of it, and that drawing, table and file agree."""

import csv
import io
import json
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from xml.etree import ElementTree as Xml

import pytest
from fontTools.ttLib import TTFont

from generator.build import drawings
from generator.build.kept import KEY_SIZE, Kept
from generator.derive import Dossier
from generator.derive.charts import Bars, charts
from generator.derive.lanes import Phase, Validity
from generator.model.chart import Chart
from generator.model.dates import parse_date
from generator.render.charts import (
    Face,
    Picture,
    bars,
    drawable,
    files,
    lanes,
    lines,
    panels,
    picture,
    spans,
    undrawn,
)
from generator.render.charts import draw as hand
from generator.render.charts.vega import ADVANCES, INK, NARROW, WIDE, Frame, Layer
from generator.render.charts.words import Line, Panels
from generator.render.views.chart_views import views
from generator.render.views.sheet import Sheet
from tests.briefings import DAYS, HERE, dossier
from tests.dossiers import dossier_of, source
from tests.render.test_golden import golden
from tests.sites import Settings, built
from tests.tables import files as table_files

SECRET = b"x" * KEY_SIZE
# Each drawing is made once.
pytestmark = pytest.mark.xdist_group(__name__)

ROOT = HERE.parent
FONTS = ROOT / "site_config" / "fonts"
ASSETS = ROOT / "site_config" / "theme" / "assets"
FIXTURE = DAYS["fixture"][2]
FACES: tuple[Face, ...] = ("wide", "narrow", "whole")
# Their bars and marks are days.
WITHOUT_NUMBERS = ("in-lanes", "what-holds")
IDS = ("duties", "exports-by-month", "in-lanes", "lamp-stones", "what-holds")

CARTS = "charts/carts-by-month/carts-by-month.csv"
GIVEN = table_files(Path(__file__).with_name("charts.txt"))
CHART, RATES = (
    {name.split()[1]: text for name, text in GIVEN.items() if name.startswith(f"{key} ")}
    for key in ("carts", "rates")
)
SERIES = CHART.pop("series/carts.yaml")


def pictures(given: Dossier) -> dict[str, Picture]:
    return {one.id: one for one, _ in drawable(Sheet(given, Settings(), "index.html"))}


def table(given: Dossier) -> tuple[Line, ...]:
    ((_, lines),) = drawable(Sheet(given, Settings(), "index.html"))
    return lines


def only(given: Dossier) -> Panels:
    ((_, chart),) = charts(given)
    return panels(given, chart)


def drawn(picture: Picture) -> Mapping[str, bytes]:
    alike = (hand.draw(picture, face, FONTS) for face in FACES)
    return {name: content for made in alike for name, content in made.items()}


def carts(series: str = SERIES, as_of: str = "2031-06-30") -> Dossier:
    return dossier_of({**CHART, "series/carts.yaml": series}, as_of)


def test_a_month_without_a_figure_is_a_gap() -> None:
    level, change = only(carts())
    told = [(bar.name, bar.number) for bar in level.items]
    assert told[:3] == [("January 2031", 5), ("February 2031", None), ("March 2031", 4)]
    assert [bar.period for bar in change.drawn] == ["2031-04"]
    said = [pictures(carts(f"{SERIES}\n{GIVEN['fall']}"))["carts-by-month"].description]
    said += (bars.finding(replace(level, series=name)) for name in GIVEN["names"].splitlines())
    assert "\n".join(said).replace("\xa0", " ") == GIVEN["told"].strip()


@pytest.mark.parametrize("point", GIVEN["unsure"].splitlines())
def test_what_is_not_one_sure_number_is_in_the_table_only(point: str) -> None:
    given = carts(SERIES.replace("{value: 4, witnesses: [report#q]}", point, 1))
    level, _ = only(given)
    (line,) = (line for line in table(given) if line.first == "2031-03" and line.fact)
    assert [bar.period for bar in level.drawn] == ["2031-01", "2031-04"]
    assert line.number == "" and line.status != "no figure found"


@pytest.mark.parametrize("month", ["", "2031-03: {value: 3..5, witnesses: [report#q]}"])
def test_months_that_have_one_figure_together_say_so(month: str) -> None:
    own = "2031-03: {value: 4, witnesses: [report#q]}"
    given = carts(SERIES.replace(own, f"2031-feb-mar: {{compute: 2031-01 + 4}}\n  {month}"))
    level, change = only(given)
    assert [bars.why(bar) for bar in level.items] == ["", "9* together", "9* together", ""]
    assert not any(bar.joint for bar in change.items)
    made = pictures(given)["carts-by-month"]
    assert "For February 2031 to March 2031 there is one figure, 9 carts." in made.description
    assert "starred: computed" in titles(made)[0]
    assert "9 carts together" in files(given, Settings(), undrawn)[CARTS].decode()


def test_several_series_stand_on_the_same_months_and_on_scales_of_their_own() -> None:
    chart = CHART["charts/carts-by-month.yaml"].replace("series: carts", "series: [carts, boats]")
    more = {"charts/carts-by-month.yaml": chart.replace("change: yoy", "from: 2031-01")}
    late = SERIES.replace("2031-04:", "2031-apr-may:")
    more |= {"series/carts.yaml": late, "series/boats.yaml": GIVEN["boats"]}
    given = dossier_of({**CHART, **more})
    months = [[bar.period for bar in panel.items] for panel in only(given)]
    assert months[0] == months[1] == [f"2031-0{number}" for number in range(1, 6)]
    assert "The figure is not sure for May 2031." in pictures(given)["carts-by-month"].description
    assert [line.status for line in table(given)][-2:] == ["no figure found", "disputed"]
    (own,) = views(Sheet(given, Settings(), "x"), "carts")
    told = (
        "The highest single month was January 2031, at 5 carts; April and May 2031 together had 3"
    )
    assert own.heading.text == told == own.picture.title


@pytest.mark.parametrize(
    ("category", "told"),
    [("carts", "is put at 60% to 70%."), ("boats", "is defined in different ways.")],
)
def test_no_span_is_told_of_shares_of_different_things(category: str, told: str) -> None:
    points = "".join(
        f"  {key}: {{period: 2031, category: {of}, value: {value}, witnesses: [report#q]}}\n"
        for key, of, value in (("one", "carts", 60), ("other", category, 70))
    )
    given = dossier_of(
        {
            "series/part.yaml": f"title: The mill's part\nunit: '%'\npoints:\n{points}",
            "sources/report.yaml": source("Report", "2031-06-01", "60% and 70%"),
            "charts/parts.yaml": "title: P\nsubtitle: Parts\nheadline: H\norder: 1\n"
            "form: shares\nseries: part\n",
        },
        "2031-06-30",
    )
    assert told in pictures(given)["parts"].description


def test_a_computed_figure_is_drawn_as_it_is_printed() -> None:
    given = carts(SERIES.replace("{value: 4, witnesses: [report#q]}", "{compute: 2031-01 / 3}", 1))
    level, _ = only(given)
    assert isinstance(level, Bars)
    assert level.items[2].number == Decimal("1.67")
    rows = csv.DictReader(io.StringIO(files(given, Settings(), undrawn)[CARTS].decode()))
    assert [row["computed"] for row in rows if row["value"]].count("yes") == 1
    assert "outlined: computed" in titles(pictures(given)["carts-by-month"])[0]


@pytest.mark.parametrize("points", ["", "2031-01: {value: 5, witnesses: [report#q]}"])
def test_a_series_of_nothing_or_one_point_is_not_drawn_and_still_reads(points: str) -> None:
    series = "title: Carts\nunit: carts\nall: {value: 5, witnesses: [report]}\npoints: "
    given = carts(f"{series}{{{points}}}")
    assert pictures(given) == {} == {**files(given, Settings(), undrawn)}
    page = built(given)["charts/carts-by-month/index.md"]
    assert "There are too few figures to draw" in page


def test_an_earlier_day_shows_what_was_known_then() -> None:
    rates = panels_of("duties", "2031-12-01")[0].items
    assert [rate.number for rate in rates] == [34, 10]
    assert rates[-1].end == date(2031, 12, 2)
    assert "2032" not in pictures(dossier("fixture", "2031-12-01"))["duties"].description


@pytest.mark.parametrize("day", DAYS["fixture"][:3:2])
def test_marks_table_and_file_hold_the_same_numbers(day: str) -> None:
    given = dossier("fixture", day)
    content = files(given, Settings(), undrawn)
    for made, table in drawable(Sheet(given, Settings(), "index.html")):
        if made.id in WITHOUT_NUMBERS:
            continue
        written = csv.DictReader(io.StringIO(content[f"charts/{made.id}/{made.id}.csv"].decode()))
        in_file = [float(row["value"]) for row in written if row["value"]]
        in_table = [float(line.number) for line in table if line.number]
        assert in_file == in_table
        for face in FACES:
            assert marks(made.specification(face)) == sorted(in_table) and in_table


def test_what_held_is_told_from_day_to_day_and_nothing_is_foretold() -> None:
    _, borealis = panels_of("what-holds")
    assert [bar.label for bar in borealis.items if not bar.is_drawn] == ["Notice 61"]
    late = panels_of("what-holds", DAYS["fixture"][3])
    assert all(bar.turns is None and not bar.is_open for panel in late for bar in panel.drawn)


def test_what_is_older_than_a_drawing_of_lanes_is_in_the_table_only() -> None:
    given = dossier("fixture", FIXTURE)
    record = given.briefing.records["in-lanes"]
    chart = chart_of(given, "in-lanes").model_copy(update={"from_": parse_date("2031-06")})
    sheet, found = Sheet(given, Settings(), "index.html"), panels(given, chart)
    made = picture(sheet, replace(record, data=chart), found)
    older = [line for line in lines(sheet, chart, found) if lanes.OLDER in line.label]
    assert older and all(line.first < "2031-06" for line in older)
    assert made and lanes.OLDER in made.description and lanes.OLDER in " ".join(titles(made))


def test_two_acts_of_a_day_bring_one_rate() -> None:
    (told,) = (one.description for one in pictures(dossier_of(RATES)).values())
    assert "5% from 1 February 2031 (toll) and 3% from 1 March 2031 (end of it and fee)" in told


def test_a_number_in_reach_of_the_words_of_a_gap_is_not_beyond_them() -> None:
    level, change = only(carts())
    assert isinstance(level, Bars) and isinstance(change, Bars)
    reach = 3 * WIDE.line
    assert bars.is_beyond_words(level, 5.0, WIDE, reach)
    assert not bars.is_beyond_words(level, 3.0, WIDE, reach)
    assert bars.is_beyond_words(change, -1.0, WIDE, reach)


@pytest.mark.parametrize(
    ("step", "number", "turned"), [(60, 1, False), (20, 1, True), (5, 0, False)]
)
def test_words_in_a_narrow_gap_run_upwards(step: float, number: int, turned: bool) -> None:
    gap = [*only(carts())[0].items[:2]]
    assert bars.note("5 together", gap, step, WIDE) == (["5 together"] * number, turned)


@pytest.mark.parametrize(("at", "middle"), [(50, 50), (97, 91), (100, 91), (101, 101)])
def test_a_number_does_not_stand_on_the_line_of_the_day(at: float, middle: float) -> None:
    assert lanes.before(at, today=100, half=8) == middle


def test_bars_by_year_are_named_by_as_many_years_as_have_room() -> None:
    years = [str(year) for year in range(2001, 2009)]
    assert bars.named(years, 160) == {one: [one] for one in years[::2]}


def test_a_span_is_wide_enough_to_be_seen_and_says_where_it_may_be_older_or_is_open() -> None:
    fact = dossier("fixture", FIXTURE).facts["notice-61.in-force"]
    day = (Phase("in force", date.fromordinal(200), date.fromordinal(201)),)
    bar = Validity(fact, "Notice", "", day, parse_date("../0001-07-19"), None, True)
    found = list(spans.strip(bar, Frame(NARROW, INK, 900, True, (100, 900)), {}, 10))
    assert [layer["mark"]["type"] for layer in found] == ["rule", "rect", "rule", "point"]
    assert found[1]["mark"]["strokeWidth"] == spans.LEAST


def panels_of(id_: str, day: str = FIXTURE) -> Panels:
    given = dossier("fixture", day)
    return panels(given, chart_of(given, id_))


def chart_of(given: Dossier, id_: str) -> Chart:
    chart = given.briefing.records[id_].data
    assert isinstance(chart, Chart)
    return chart


def titles(picture: Picture) -> list[str]:
    return [" ".join(panel["title"]["text"]) for panel in picture.specification("wide")["vconcat"]]


def marks(specification: Layer) -> list[float]:
    """The numbers of bars, and the levels of step lines, of which the last is there twice."""
    found: list[float] = []
    for panel in specification["vconcat"]:
        for layer in panel.get("layer", ()):
            rows = layer["data"]["values"]
            if layer["mark"]["type"] == "bar":
                found += [row["number"] for row in rows]
            elif layer["mark"]["type"] == "line":
                found += [row["y"] for row in rows[:-1]]
    return sorted(found)


@pytest.mark.parametrize("id_", IDS)
@pytest.mark.parametrize("face", FACES)
def test_golden_drawing(id_: str, face: str) -> None:
    golden(f"charts/{id_}-{face}.svg", drawing(id_)[face].decode() + "\n")


def test_no_golden_drawing_is_left_over() -> None:
    held = {file.stem for file in (HERE / "golden" / "charts").iterdir()}
    assert held == {f"{id_}-{face}" for id_ in IDS for face in FACES}


def drawing(id_: str) -> Mapping[str, bytes]:
    if id_ not in MADE:
        MADE[id_] = drawn(pictures(dossier("fixture", FIXTURE))[id_])
    return MADE[id_]


MADE: dict[str, Mapping[str, bytes]] = {}


def test_a_drawing_has_its_words_its_picture_and_its_specification() -> None:
    made, shown = drawing("duties"), pictures(dossier("fixture", FIXTURE))["duties"]
    title, description, *_ = Xml.fromstring(made["wide"])
    assert (title.text, description.text) == (shown.title, shown.description)
    assert made["png"].startswith(b"\x89PNG")
    assert json.loads(made["specification"])["vconcat"]


def palette(part: str) -> dict[str, str]:
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", part))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_colour_is_seen_on_its_ground(scheme: str) -> None:
    style = (ASSETS / "look.css").read_text(encoding="utf-8")
    light, _, dark = style.partition("prefers-color-scheme: dark")
    tokens = palette(light) | (
        palette(dark.partition(":root, :root body")[0]) if scheme == "dark" else {}
    )
    for token in ("ink", "muted", "side-1", "side-2", "side-other"):
        assert contrast(tokens[token], tokens["paper"]) >= 4.5, token
    assert contrast(tokens["muted"], tokens["wash"]) >= 4.5


def contrast(one: str, other: str) -> float:
    bright, dim = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


def luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_widths_are_those_of_the_font() -> None:
    font = TTFont(FONTS / "briefing-sans-semibold.ttf")
    characters, widths, em = font.getBestCmap(), font["hmtx"], font["head"].unitsPerEm
    told = [round(widths[characters[at]][0] * 1000 / em) for at in range(32, 32 + len(ADVANCES))]
    assert list(ADVANCES) == told


def test_what_is_the_same_is_not_drawn_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    picture = pictures(dossier("fixture", FIXTURE))["duties"]
    first = drawings.Drawings(Kept(tmp_path, SECRET), FONTS)
    made = {face: first.draw(picture, face) for face in (*FACES, "png")}
    assert made == {face: drawing("duties")[face] for face in made}
    monkeypatch.setattr(hand, "draw", lambda *_: pytest.fail("drawn again"))
    again = drawings.Drawings(Kept(tmp_path, SECRET), FONTS)
    assert made == {face: again.draw(picture, face) for face in made}
    assert len(list(tmp_path.iterdir())) == len(FACES)


@pytest.mark.parametrize("name", ["briefing-han-regular.ttf", "briefing-sans-regular.ttf"])
def test_each_font_is_part_of_what_drawings_are_made_with(tmp_path: Path, name: str) -> None:
    (tmp_path / name).symlink_to(FONTS / name)
    some, none = (
        drawings.Drawings(Kept(tmp_path, SECRET), at) for at in (tmp_path, tmp_path / "none")
    )
    assert some.ground != none.ground
