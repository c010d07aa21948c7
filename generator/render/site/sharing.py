"""The picture that stands for a section where a link to it is shared: SVG of 1200 by 630."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from generator.render.charts.letters import wrapped

# Where a card stands, as SVG until it is drawn.
FOLDER = "assets/sharing/"
WIDTH, HEIGHT = 1200, 630
MARGIN = 80
TITLE, NAME, STAMP = 84, 38, 32
LINES = 3
# Of a line, what is filled: letters of the serif are wider than those that are measured.
FILLED = 0.8
PAPER, INK, MUTED = "#ffffff", "#1d1d1f", "#595d66"
HALVES = (("M110 80a30 30 0 0 0 0 60z", "#1a4fa0"), ("M116 80a30 30 0 0 1 0 60z", "#b3471f"))
SERIF, SANS = "Briefing Serif, Briefing Han, serif", "Briefing Sans, Briefing Han, sans-serif"


def sharing_card(title: str, edition: str, as_of: str) -> str:
    """The card of a section of an edition on a day."""
    halves = "".join(f'<path d="{path}" fill="{fill}"/>' for path, fill in HALVES)
    names = lines(edition, NAME, WIDTH - 150 - MARGIN)[:1]
    shapes = (
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{PAPER}"/>',
        f'<rect width="{WIDTH}" height="12" fill="{INK}"/>',
        halves,
        *written(names, (166, 123, NAME), SANS, INK),
        *written(lines(title, TITLE, WIDTH - 2 * MARGIN), (MARGIN, 290, TITLE), SERIF, INK),
        *written([as_of], (MARGIN, HEIGHT - MARGIN, STAMP), SANS, MUTED),
    )
    frame = f'width="{WIDTH}" height="{HEIGHT}" viewBox="0 0 {WIDTH} {HEIGHT}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {frame}>{"".join(shapes)}</svg>'


def written(texts: list[str], place: tuple[int, int, int], font: str, fill: str) -> Iterator[str]:
    """Lines of text one below the other, from a place and in a size."""
    x, y, size = place
    for number, text in enumerate(texts):
        at = f'x="{x}" y="{y + round(number * size * 1.15)}" font-size="{size}"'
        style = f'font-family="{font}" font-weight="600" fill="{fill}"'
        yield f"<text {at} {style}>{escape(text)}</text>"


def lines(text: str, size: int, width: int) -> list[str]:
    """A text in lines that a width can hold; what is left over ends in an ellipsis."""
    found = wrapped(text, width * FILLED, size)
    kept = found[:LINES]
    return kept if len(found) <= LINES else [*kept[:-1], f"{kept[-1][:-1]}\u2026"]
