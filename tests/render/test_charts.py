"""What charts draw on a day, what they say of it, and that drawing, table and file agree."""

import csv
import io
import json
import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from xml.etree import ElementTree as Xml

import pytest
from fontTools.ttLib import TTFont

from generator.build import drawings
from generator.build.kept import Kept
from generator.derive import Dossier
from generator.derive.charts import Bars, charts
from generator.derive.lanes import Phase, Spans, Validity
from generator.model.chart import Chart
from generator.model.dates import parse_date
from generator.render.charts import (
    Face,
    Picture,
    bars,
    drawable,
    figures,
    files,
    lanes,
    lines,
    panels,
    picture,
    spans,
    steps,
    undrawn,
)
from generator.render.charts import draw as hand
from generator.render.charts.vega import (
    ADVANCES,
    INK,
    MUTED,
    NARROW,
    PAPER,
    SIDES,
    WASH,
    WIDE,
    Frame,
    Layer,
    beside,
    ticks,
    width,
    wrapped,
)
from generator.render.charts.words import Line, Panels, as_csv
from generator.render.views.sheet import Sheet
from tests.briefings import DAYS, HERE, dossier
from tests.dossiers import dossier_of, source
from tests.render.test_golden import golden
from tests.sites import Settings, built

# Each drawing is made once.
pytestmark = pytest.mark.xdist_group(__name__)

ROOT = HERE.parent
FONTS = ROOT / "site_config" / "fonts"
ASSETS = ROOT / "site_config" / "theme" / "assets"
EDITIONS = [(name, day) for name in DAYS for day in DAYS[name][:3:2]]
FIXTURE = DAYS["fixture"][2]
FACES: tuple[Face, ...] = ("wide", "narrow", "whole")
# Their bars and marks are days.
WITHOUT_NUMBERS = ("in-lanes", "what-holds")
IDS = ("duties", "exports-by-month", "in-lanes", "lamp-stones", "what-holds")

CARTS = "charts/carts-by-month/carts-by-month.csv"
CHART = {
    "sources/report.yaml": source("The Wire", "2031-05-01", "1 2 3 4 5 6 7 8 9 percent carts"),
    "charts/carts-by-month.yaml": """
        title: Carts by month
        headline: '{{ fact("carts.points.2031-04") }} carts in April'
        rests: [carts.points.2031-04]
        subtitle: Carts over the bridge
        form: bars
        series: carts
        change: yoy
        """,
}
SERIES = """
    title: Carts
    unit: carts
    points:
      2031-01: {value: 5, witnesses: [report#q]}
      2031-03: {value: 4, witnesses: [report#q]}
      2031-04: {value: 3, witnesses: [report#q]}
      2031-04-yoy: {value: -1, unit: "%", basis: year on year, witnesses: [report#q]}
    """


def pictures(given: Dossier) -> dict[str, Picture]:
    return {one.id: one for one, _ in drawable(Sheet(given, Settings(), "index.html"))}


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
    assert isinstance(level, Bars)
    told = [(bar.name, bar.number) for bar in level.items]
    assert told[:3] == [("January 2031", 5), ("February 2031", None), ("March 2031", 4)]
    assert [bar.period for bar in change.drawn] == ["2031-04"]
    description = pictures(carts())["carts-by-month"].description
    assert "No figure was found for February 2031" in description


@pytest.mark.parametrize(
    "point",
    [
        '{value: ">4", witnesses: [report#q]}',
        "{value: 3..5, witnesses: [report#q]}",
        "{words: many, witnesses: [report#q]}",
        "{value: 4, witnesses: [report#q], retracted: {why: a slip, on: 2031-05-01}}",
        "{value: 4, witnesses: [report]}",
        "{positions: {a: {value: 4, by: north, witnesses: [report#q]}, "
        "b: {value: 9, by: south, witnesses: [report#q]}}}",
    ],
    ids=["bound", "range", "words", "retracted", "no quotation", "dispute"],
)
def test_what_is_not_one_sure_number_is_in_the_table_only(point: str) -> None:
    given = carts(SERIES.replace("{value: 4, witnesses: [report#q]}", point, 1))
    (level, _), (line,) = (
        only(given),
        [
            line
            for _, table in drawable(Sheet(given, Settings(), "index.html"))
            for line in table
            if line.first == "2031-03" and line.fact
        ],
    )
    assert [bar.period for bar in level.drawn] == ["2031-01", "2031-04"]
    assert line.number == "" and line.status != "no figure found"


def test_the_lowest_bar_beside_a_gap_has_its_number_where_the_words_of_the_gap_leave_room() -> None:
    held = {"2029-01": 9000, "2031-01": 1000, "2031-02": 3000, "2031-03": 2000}
    points = [f"  {at}: {{value: {value}, witnesses: [report#q]}}" for at, value in held.items()]
    (level,) = only(carts("\n".join(["title: Carts", "unit: carts", "points:", *points])))
    assert "1,000" in [one["told"] for one in bars.roomy(level, NARROW)]


def test_a_number_in_reach_of_the_words_of_a_gap_is_not_beyond_them() -> None:
    level, change = only(carts())
    assert isinstance(level, Bars) and isinstance(change, Bars)
    assert bars.is_beyond_words(level, 5.0, WIDE) and not bars.is_beyond_words(level, 3.0, WIDE)
    assert bars.is_beyond_words(change, -1.0, WIDE)


@pytest.mark.parametrize("month", ["", "2031-03: {value: 3..5, witnesses: [report#q]}"])
def test_months_that_have_one_figure_together_say_so(month: str) -> None:
    own = "2031-03: {value: 4, witnesses: [report#q]}"
    given = carts(SERIES.replace(own, f"2031-feb-mar: {{compute: 2031-01 + 4}}\n      {month}"))
    level, change = only(given)
    assert [bars.why(bar) for bar in level.items] == ["", "9* together", "9* together", ""]
    assert not any(bar.joint for bar in change.items)
    made = pictures(given)["carts-by-month"]
    assert "For February 2031 to March 2031 there is one figure, 9 carts." in made.description
    assert "starred: computed" in titles(made)[0]
    assert "9 carts together" in files(given, Settings(), undrawn)[CARTS].decode()


def test_several_series_stand_on_the_same_months_and_on_scales_of_their_own() -> None:
    chart = CHART["charts/carts-by-month.yaml"].replace("series: carts", "series: [carts, boats]")
    boats = """
        title: Boats
        unit: boats
        points:
          2030-12: {value: 9, witnesses: [report#q]}
          2031-02: {value: 900, witnesses: [report#q]}
          2031-05:
            positions:
              a: {value: 8, witnesses: [report#q]}
              b: {value: 9, witnesses: [report#q]}
        """
    text = chart.replace("change: yoy", "from: 2031-01")
    given = dossier_of(
        {
            **CHART,
            "charts/carts-by-month.yaml": text,
            "series/carts.yaml": SERIES,
            "series/boats.yaml": boats,
        },
        "2031-06-30",
    )
    ((_, table),) = drawable(Sheet(given, Settings(), "index.html"))
    assert list(dict.fromkeys(line.panel for line in table)) == [
        "Carts, carts, by month",
        "Boats, boats, by month",
    ]
    months = [[bar.period for bar in panel.items] for panel in only(given)]
    assert months[0] == months[1] == [f"2031-0{number}" for number in range(1, 6)]
    told = pictures(given)["carts-by-month"].description
    assert "The figure is not sure for May 2031." in told
    assert [line.status for line in table][-2:] == ["no figure found", "disputed"]


def test_a_computed_figure_is_drawn_as_it_is_printed() -> None:
    given = carts(SERIES.replace("{value: 4, witnesses: [report#q]}", "{compute: 2031-01 / 3}", 1))
    level, _ = only(given)
    assert isinstance(level, Bars)
    assert level.items[2].number == Decimal("1.67")
    assert "outlined: computed" in titles(pictures(given)["carts-by-month"])[0]


@pytest.mark.parametrize("points", ["", "2031-01: {value: 5, witnesses: [report#q]}"])
def test_a_series_of_nothing_or_one_point_is_not_drawn_and_still_reads(points: str) -> None:
    series = (
        f"title: Carts\nunit: carts\npoints: {{{points}}}\nall: {{value: 5, witnesses: [report#q]}}"
    )
    given = carts(series)
    assert pictures(given) == {}
    page = built(given)["charts/carts-by-month/index.md"]
    assert "Too few figures are held to draw them" in page
    assert not files(given, Settings(), lambda picture, face: b"-")


def test_the_only_chart_of_a_series_has_the_width_of_its_page() -> None:
    found = built(carts())
    assert '<div class="chart-wide">' in found["series/carts/index.md"]
    assert '<div class="chart-wide">' not in found["figures/index.md"]


def test_an_earlier_day_shows_what_was_known_then() -> None:
    rates = panels_of("duties", "2031-12-01")[0].items
    assert [rate.number for rate in rates] == [34, 10]
    assert rates[-1].end == date(2031, 12, 2)
    assert "2032" not in pictures(dossier("fixture", "2031-12-01"))["duties"].description


def test_a_headline_may_be_long_and_its_words_too() -> None:
    title = "Carts " * 60 + "b" * 400
    lines = wrapped(title, WIDE.plot, 22)
    assert "".join(lines).replace(" ", "") == title.replace(" ", "")
    assert all(len(line) < 100 for line in lines)


@pytest.mark.parametrize(("name", "day"), EDITIONS)
def test_marks_table_and_file_hold_the_same_numbers(name: str, day: str) -> None:
    given = dossier(name, day)
    for made, table in drawable(Sheet(given, Settings(), "index.html")):
        if made.id in WITHOUT_NUMBERS:
            continue
        content = files(given, Settings(), undrawn)
        written = csv.DictReader(io.StringIO(content[f"charts/{made.id}/{made.id}.csv"].decode()))
        in_file = [float(row["value"]) for row in written if row["value"]]
        in_table = [float(line.number) for line in table if line.number]
        assert in_file == in_table
        for face in FACES:
            assert marks(made.specification(face)) == sorted(in_table) and in_table


def test_the_file_of_a_chart_marks_what_is_computed() -> None:
    facts = dossier_of(
        {
            "sources/post.yaml": source("The Post", "2031-03-10", "5 pence"),
            "claims/toll.yaml": "{value: 5, witnesses: [post#q]}",
            "claims/double.yaml": "{compute: toll * 2}",
        }
    ).facts
    found = [Line("", "", "", facts[id_], number="1") for id_ in ("toll", "double")]
    rows = csv.DictReader(io.StringIO(as_csv(found).decode()))
    assert [row["computed"] for row in rows] == ["no", "yes"]


def test_what_held_is_told_from_day_to_day_and_nothing_is_foretold() -> None:
    (aurelia, borealis) = panels_of("what-holds")
    assert isinstance(aurelia, Spans) and isinstance(borealis, Spans)
    assert [bar.label for bar in borealis.items if not bar.is_drawn] == ["Notice 61"]
    notice = borealis.items[0]
    told = [(one.word, one.first.isoformat()) for one in notice.spells]
    assert told == [("in force", "2031-10-09"), ("suspended", "2031-11-07")]
    assert notice.turns == date(2032, 11, 10) and not notice.is_open
    early = panels_of("what-holds", "2031-06-10")
    assert [bar.label for panel in early for bar in panel.drawn] != [
        bar.label for panel in (aurelia, borealis) for bar in panel.drawn
    ]
    late = panels_of("what-holds", DAYS["fixture"][3])
    assert all(bar.turns is None and not bar.is_open for panel in late for bar in panel.drawn)


def test_lanes_have_a_number_for_each_mark_and_none_after_the_day() -> None:
    for day in DAYS["fixture"]:
        marks = [mark for lane in panels_of("in-lanes", day) for mark in lane.drawn]
        assert [mark.number for mark in marks] == list(range(1, len(marks) + 1))
        assert all(mark.last <= dossier("fixture", day).day for mark in marks)


def test_what_is_older_than_a_drawing_of_lanes_is_in_the_table_only() -> None:
    given = dossier("fixture", FIXTURE)
    record = given.briefing.records["in-lanes"]
    chart = chart_of(given, "in-lanes").model_copy(update={"from_": parse_date("2031-06")})
    sheet, found = Sheet(given, Settings(), "index.html"), panels(given, chart)
    made = picture(sheet, replace(record, data=chart), found)
    older = [line for line in lines(sheet, chart, found) if lanes.OLDER in line.label]
    assert older and all(line.first < "2031-06" for line in older)
    assert made and lanes.OLDER in made.description and lanes.OLDER in " ".join(titles(made))


DAY = date.fromordinal(200)
FRAME = Frame(NARROW, INK, 900, True, (100, 900))


def span(end: int, begun: str = "0001-07-19", is_open: bool = False) -> list[Layer]:
    fact = dossier("fixture", FIXTURE).facts["notice-61.in-force"]
    spells = (Phase("in force", DAY, date.fromordinal(end)),)
    bar = Validity(fact, "Notice", "", spells, parse_date(begun), None, is_open)
    return list(spans.strip(bar, FRAME, {}, 10))


def test_a_span_of_a_day_is_wide_enough_to_be_seen() -> None:
    assert [span(end)[0]["mark"].get("strokeWidth") for end in (201, 400)] == [spans.LEAST, None]


def test_a_span_has_a_line_before_it_where_it_may_be_older_and_an_arrow_where_it_is_open() -> None:
    found = span(900, "../0001-07-19", is_open=True)
    assert [layer["mark"]["type"] for layer in found] == ["rule", "rect", "rule", "point"]


@pytest.mark.parametrize(("at", "align"), [(40, "left"), (230, "right")])
def test_words_that_have_no_room_beside_a_line_stand_in_lines_there(at: int, align: str) -> None:
    side, edge, told = beside(at, "toll " * 20, NARROW)
    assert side == align and len(told) > 1
    room = NARROW.plot - edge if side == "left" else edge
    assert all(width(one, NARROW.type) <= room for one in told)


def test_the_words_of_an_act_stand_between_its_rule_and_the_one_before() -> None:
    rates: list[Layer] = [
        {"day": day, "act": f"{day} March 2031: the toll"} for day in (120, 470, 475, 860)
    ]
    found = list(steps.placed(rates, FRAME))
    assert [(one.align, len(one.lines)) for one in found][1::2] == [("left", 1), ("right", 2)]
    before = FRAME.pixel(505)
    assert all(found[3].at - width(one, NARROW.type) > before for one in found[3].lines)


def test_words_that_reach_over_the_rule_of_another_act_stand_above_it() -> None:
    rates: list[Layer] = [
        {"day": day, "act": told}
        for day, told in ((500, "Toll"), (650, "The court ended the toll of March 2031"))
    ]
    late, early = steps.placed(rates, FRAME)
    assert (late.rate, early.rate) == (rates[1], rates[0]) and late.end <= early.top
    assert late.at - max(width(one, NARROW.type) for one in late.lines) < FRAME.pixel(500)


def test_two_acts_of_a_day_bring_one_rate() -> None:
    acts = {
        "sources/w.yaml": source("The Wire", "2031-03-02", "5 percent, then 3 percent"),
        "measures/toll.yaml": """
            title: Toll
            in-force: {value: 2031-02-01, witnesses: [w#q]}
            rate: {value: 5, unit: "%", witnesses: [w#q]}
            """,
        "measures/fee.yaml": """
            title: Fee
            in-force: {value: 2031-03-01, witnesses: [w#q]}
            rate: {value: 3, unit: "%", witnesses: [w#q]}
            acts: {ends: {does: end, target: toll, from: 2031-03-01, witnesses: [w#q]}}
            """,
        "charts/rates.yaml": """
            title: Rates
            subtitle: Rates of the toll
            form: steps
            lines:
              north:
                title: Toll
                steps:
                  toll: {rate: toll.rate, since: toll.in-force, label: toll}
                  end: {since: fee.acts.ends, label: end of it}
                  fee: {rate: fee.rate, since: fee.in-force, label: fee}
            """,
    }
    (told,) = (one.description for one in pictures(dossier_of(acts)).values())
    assert "5% from 1 February 2031 (toll) and 3% from 1 March 2031 (end of it and fee)" in told


def test_the_words_of_a_bar_end_before_the_line_of_the_day() -> None:
    (_, borealis) = panels_of("what-holds")
    long = replace(borealis, items=tuple(replace(b, label="toll " * 20) for b in borealis.items))
    frame = replace(FRAME, days=(900 - 800, 900 + 200), day=900)
    found = [layer for layer in spans.draw(long, frame).layers if layer["mark"]["type"] == "text"]
    told = [layer["mark"]["text"] for layer in found if "toll" in layer["mark"]["text"]]
    assert told and all(width(one, NARROW.type) < frame.pixel(900) for one in told)


def test_bars_by_year_are_named_by_as_many_years_as_have_room() -> None:
    years = [str(year) for year in range(2001, 2009)]
    assert bars.named(years, 160) == {one: [one] for one in years[::2]}


@pytest.mark.parametrize(("at", "middle"), [(50, 50), (97, 91), (100, 91), (101, 101)])
def test_a_number_does_not_stand_on_the_line_of_the_day(at: float, middle: float) -> None:
    assert lanes.before(at, today=100, half=8) == middle


def test_the_axis_names_the_day_and_no_month_too_near_to_it() -> None:
    days = (date(2031, 1, 1).toordinal(), date(2031, 6, 24).toordinal())
    labels = list(ticks(days, 270, days[1]).values())
    assert labels == [["Feb", "2031"], ["Mar"], ["Apr"], ["May"], ["24 Jun", "2031"]]
    assert list(ticks(days, 270).values())[-1] == ["Jun"]


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


@pytest.mark.parametrize("id_", IDS)
def test_a_drawing_has_its_words_its_picture_and_its_specification(id_: str) -> None:
    shown = pictures(dossier("fixture", FIXTURE))[id_]
    title, description, *_ = Xml.fromstring(drawing(id_)["wide"])
    assert (title.text, description.text) == (shown.title, shown.description)
    assert drawing(id_)["png"].startswith(b"\x89PNG")
    assert json.loads(drawing(id_)["specification"])["vconcat"]


COLOURS = re.compile(r' (fill|stroke)="(#\w+)"')
RULES = re.compile(r'svg \[(fill|stroke)="(#\w+)"\] \{ (?:fill|stroke): var\(--([\w-]+)\)')


def test_every_colour_of_a_drawing_follows_the_scheme() -> None:
    known = {(kind, colour) for kind, colour, _ in RULES.findall(style("charts.css"))}
    used = {
        found
        for id_ in IDS
        for face in ("wide", "narrow")
        for found in COLOURS.findall(drawing(id_)[face].decode())
    }
    assert used <= known and used


def style(name: str) -> str:
    return (ASSETS / name).read_text(encoding="utf-8")


def palette(part: str) -> dict[str, str]:
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", part))


def test_literal_colours_are_those_of_the_light_scheme() -> None:
    light = palette(style("look.css").partition("@media")[0])
    named = {colour: token for _, colour, token in RULES.findall(style("charts.css"))}
    for colour in (INK, MUTED, WASH, PAPER, *SIDES.values()):
        assert light[named[colour]] == colour


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_colour_is_seen_on_its_ground(scheme: str) -> None:
    light, _, dark = style("look.css").partition("prefers-color-scheme: dark")
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
    first = drawings.Drawings(Kept(tmp_path), FONTS)
    made = {face: first.draw(picture, face) for face in (*FACES, "png")}
    assert made == {face: drawing("duties")[face] for face in made}
    monkeypatch.setattr(hand, "draw", lambda *_: pytest.fail("drawn again"))
    again = drawings.Drawings(Kept(tmp_path), FONTS)
    assert made == {face: again.draw(picture, face) for face in made}
    assert len(list(tmp_path.iterdir())) == len(FACES)


@pytest.mark.parametrize("name", ["briefing-han-regular.ttf", "briefing-sans-regular.ttf"])
def test_each_font_is_part_of_what_drawings_are_made_with(tmp_path: Path, name: str) -> None:
    (tmp_path / name).symlink_to(FONTS / name)
    some, none = (drawings.Drawings(Kept(tmp_path), at) for at in (tmp_path, tmp_path / "none"))
    assert some.ground != none.ground


RELAYED = "Borealis Customs, via Skywire"


def test_a_figure_is_ready_for_other_pages() -> None:
    first, second, *_ = figures(
        dossier("fixture", FIXTURE), Settings(), lambda one, face: drawing(one.id)[face]
    )
    assert (first.picture.id, second.picture.id) == ("exports-by-month", "duties")
    assert first.svg == drawing("exports-by-month")["wide"]
    assert first.lines[0].text == "44\u00a0m crowns" and first.lines[0].status == RELAYED
    assert first.picture.source.startswith("Source: Borealis Customs, as printed by")


CHECK = """
import sys
from pathlib import Path
from generator.build import story as build
assert not build.compose(Path("tests/fixture")).errors
print("vl_convert" in sys.modules)
"""


def test_neither_check_nor_pages_without_hands_draw() -> None:
    told = subprocess.run([sys.executable, "-c", CHECK], cwd=ROOT, capture_output=True, check=True)
    assert told.stdout.decode().strip() == "False"
