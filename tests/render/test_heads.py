"""The head of a page: what it may load, the picture that is shared, and what machines read."""

import json
import re
import struct
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.build import drawings
from generator.render.site.redirects import HEADERS, POLICY, start
from generator.render.site.structured import HEIGHT, WIDTH, lines, llms, safe, sharing_card
from tests.briefings import DAYS, dossier
from tests.conftest import ADDRESS, PROJECT, BuiltSite
from tests.sites import Settings, built, edition

THEME = PROJECT / "site_config/theme"


def test_the_theme_and_the_headers_say_the_same() -> None:
    assert f'content="{POLICY}"' in (THEME / "partials/policy.html").read_text(encoding="utf-8")
    assert f"Content-Security-Policy: {POLICY}; frame-ancestors" in HEADERS


def test_nothing_is_allowed_but_our_own_files() -> None:
    for directive in re.findall(r"[a-z]+-src", POLICY):
        assert re.search(rf"{directive} '(?:self|none)'(?:;|$)", POLICY), directive


def test_every_page_has_the_policy_before_what_it_loads(site: Path) -> None:
    for path in site.rglob("*.html"):
        head = path.read_text(encoding="utf-8").partition("</head>")[0]
        policy = head.find(f'http-equiv="Content-Security-Policy" content="{POLICY}"')
        assert 0 < policy < min(head.find(one) % len(head) for one in ("<link", "<script")), path


def test_no_page_has_a_script_or_a_style_of_its_own(site: Path) -> None:
    inline = re.compile(r'<script(?![^>]* (?:src=|type="application/ld))|<style| style="| on\w+="')
    for path in site.rglob("*.html"):
        assert not inline.search(path.read_text(encoding="utf-8")), path


def test_short_addresses_and_the_start_of_the_archive_have_it_too() -> None:
    files = built(dossier("fixture", "2032-06-24"))
    first = next(text for path, text in files.items() if path.startswith("f/"))
    page = start("A title", dossier("fixture", "2032-06-24").as_of, "site").decode()
    assert f'content="{POLICY}"' in first and f'content="{POLICY}"' in page
    assert "<style" not in page


FONTS = PROJECT / "site_config" / "fonts"
MOST = 60_000


@pytest.mark.parametrize(
    ("text", "count"),
    [("Rounds", 1), ("A title that is rather long", 2), ("word " * 60, 3), ("稀土" * 60, 3)],
)
def test_long_titles_go_on_over_lines(text: str, count: int) -> None:
    found = lines(text, 84, WIDTH - 160)
    assert len(found) == count
    assert found[-1].endswith("\u2026") is (len("".join(found)) < len(text.strip()) - count)


def test_a_card_is_small_and_always_the_same() -> None:
    svg = sharing_card("稀土 " * 8 + "Agreements and their terms " * 3, "The bridge " * 5, "As of")
    found = drawings.card(svg, FONTS)
    assert found == drawings.card(svg, FONTS)
    assert len(found) <= MOST
    assert struct.unpack(">II", found[16:24]) == (WIDTH, HEIGHT)


def test_letters_are_drawn() -> None:
    some, none = (drawings.card(sharing_card(t, "", ""), FONTS) for t in ("Rounds", ""))
    assert len(some) > len(none) + 1000


def test_what_is_kept_is_not_drawn_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = {"assets/sharing/rounds.svg": sharing_card("a", "b", "c").encode(), "a.svg": b"x"}
    found = drawings.with_cards(tmp_path, files)
    assert list(found) == ["assets/sharing/rounds.png", "a.svg"]
    with monkeypatch.context() as drawn:
        drawn.setattr(drawings, "card", None)
        assert drawings.with_cards(tmp_path, files) == found
    monkeypatch.setattr(drawings, "COLOURS", 2)
    assert drawings.with_cards(tmp_path, files) != found


def test_every_page_has_the_card_of_its_section(built: BuiltSite) -> None:
    root = built.root
    base = f"{ADDRESS}/assets/sharing/"
    held = {"rounds/mill-talks-2031-03/index.html": "rounds", "carts/index.html": "carts"}
    for path, name in (held | {"index.html": "index"}).items():
        text = (root / "site" / path).read_text()
        assert f'property="og:image" content="{base}{name}.png"' in text
        assert (root / "site" / "assets" / "sharing" / f"{name}.png").is_file()
    assert 'property="og:image:alt" content="Rounds: The bridge at Oxmoor"' in (
        (root / "site" / "rounds" / "index.html").read_text()
    )
    assert 'name="twitter:card" content="summary_large_image"' in text


pytestmark = pytest.mark.xdist_group("editions")

EDITION = DAYS["fixture"][2]
FRONT = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
HOSTILE = "</script><!-- ' \" & \\ \u2028 \U0001f600 {{ 1 }} ---"


@cache
def graphs(day: str) -> dict[str, list[dict[str, Any]]]:
    """What each page tells, by its path."""
    files = edition(day).items()
    fronts = {path: FRONT.match(text) for path, text in files if path.endswith(".md")}
    return {
        path: json.loads(yaml.safe_load(found[1])["structured"])["@graph"]
        for path, found in fronts.items()
        if found
    }


def of_type(kind: str, day: str = EDITION) -> list[dict[str, Any]]:
    told = graphs(day).values()
    return [one for graph in told for one in graph if one["@type"] == kind]


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("Event", {"startDate": "2031-05-10", "endDate": "2031-05-11"}),
        ("Person", {"name": "Mira Voss"}),
        ("Dataset", {"name": "Exports of lamp stones"}),
        ("Claim", {"text": "The premier agreed to resume salt exports"}),
        ("Dataset", {"name": "The glimmer-salt talks"}),
    ],
)
def test_records_have_a_word(kind: str, expected: dict[str, str]) -> None:
    assert any(expected.items() <= one.items() for one in of_type(kind))


def test_each_side_of_a_dispute_is_its_own_claim() -> None:
    answers = [one for one in of_type("Claim") if "kept" in one["name"]]
    assert len({one["author"][0]["name"] for one in answers}) == len(answers) > 1


def test_text_cannot_leave_its_frame() -> None:
    told = safe({"text": HOSTILE})
    assert not set("<>&'\n") & set(told) and told.isascii()
    assert json.loads(told) == {"text": HOSTILE}
    assert json.loads(yaml.safe_load(f"a: '{told}'")["a"]) == {"text": HOSTILE}


def test_an_earlier_day_tells_no_more() -> None:
    early = json.dumps(graphs(DAYS["fixture"][0]))
    assert "2031-09" not in early and "Hill" not in early


def test_llms_lists_sections_and_data() -> None:
    given = dossier("fixture", EDITION)
    told = llms(given, Settings())["llms.txt"].decode()
    assert told.startswith("# The glimmer-salt talks\n\n> The talks of two invented countries")
    assert "As of 24 June 2032;" in told
    assert "- [Rounds](rounds/index.html): 3 rounds" in told
    assert "](data/facts.json)" in told
    placed = llms(replace(given), Settings(url="https://salt.example/"))["llms.txt"].decode()
    assert "](https://salt.example/about/index.html)" in placed
