"""The cards for sharing as PNG, drawn with the fonts of the repository, and kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib.metadata import version
from io import BytesIO
from pathlib import Path

from PIL import Image

from generator.build import kept
from generator.build.kept import Kept
from generator.build.web_fonts import fonts_in
from generator.render.site.sharing import FOLDER

MADE_WITH = [version(name) for name in ("vl-convert-python", "pillow")]
# A card has a handful of colours and the steps between them.
COLOURS = 64


def drawn(root: Path, files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files with a PNG in the place of every card's SVG."""
    cards = Cards(kept.of(root, "sharing"), fonts_in(root))
    return {name_of(path): picture(cards, path, content) for path, content in files.items()}


def is_card(path: str) -> bool:
    """Whether a file is a card that is still to be drawn."""
    return path.startswith(FOLDER) and path.endswith(".svg")


def name_of(path: str) -> str:
    """The path of a file when the cards are drawn."""
    return f"{path.removesuffix('.svg')}.png" if is_card(path) else path


def picture(cards: Cards, path: str, content: bytes) -> bytes:
    """A card drawn, any other file as it is."""
    return cards.png(content) if is_card(path) else content


@dataclass(frozen=True)
class Cards:
    """The cards of a briefing: those that are kept, and those that are drawn now."""

    store: Kept
    fonts: Path

    @cached_property
    def ground(self) -> str:
        """What every card is drawn with."""
        return kept.digest(*MADE_WITH, kept.files_hash(self.fonts, "*.ttf"))

    def png(self, svg: bytes) -> bytes:
        """A card as PNG."""
        return self.store.one(kept.digest(self.ground, svg), lambda: draw(svg.decode(), self.fonts))


def draw(svg: str, fonts: Path) -> bytes:
    """Shapes as a small PNG."""
    # Only what draws pays for loading it.
    import vl_convert

    vl_convert.register_font_directory(str(fonts))
    return packed(vl_convert.svg_to_png(svg, scale=1))


def packed(png: bytes) -> bytes:
    """The same picture in a fraction of the bytes: what draws is quick, and packs loosely."""
    written = BytesIO()
    with Image.open(BytesIO(png)) as picture:
        picture.convert("RGB").quantize(COLOURS).save(written, "PNG", optimize=True)
    return written.getvalue()
