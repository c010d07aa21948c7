"""The picture of a section: it names section, edition and day, it is small, and always the same."""

import struct
from pathlib import Path

import pytest

from generator.build import sharing_cards
from generator.render.site.structured import HEIGHT, WIDTH, lines, sharing_card
from tests.conftest import ADDRESS, PROJECT, BuiltSite

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
    found = sharing_cards.draw(svg, FONTS)
    assert found == sharing_cards.draw(svg, FONTS)
    assert len(found) <= MOST
    assert struct.unpack(">II", found[16:24]) == (WIDTH, HEIGHT)


def test_letters_are_drawn() -> None:
    some, none = (sharing_cards.draw(sharing_card(t, "", ""), FONTS) for t in ("Rounds", ""))
    assert len(some) > len(none) + 1000


def test_what_is_kept_is_not_drawn_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = {"assets/sharing/rounds.svg": sharing_card("a", "b", "c").encode(), "a.svg": b"x"}
    found = sharing_cards.drawn(tmp_path, files)
    assert list(found) == ["assets/sharing/rounds.png", "a.svg"]
    with monkeypatch.context() as drawn:
        drawn.setattr(sharing_cards, "draw", None)
        assert sharing_cards.drawn(tmp_path, files) == found
    monkeypatch.setattr(sharing_cards, "COLOURS", 2)
    assert sharing_cards.drawn(tmp_path, files) != found


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
