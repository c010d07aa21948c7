"""The cards for sharing as PNG, drawn with the fonts of the repository, kept in `build/sharing`.

A card is found by a hash of its shapes, of the fonts and of what draws. Nothing is ever removed
from the folder but by whoever removes the folder.
"""

from __future__ import annotations

import hashlib
import os
import struct
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib.metadata import version
from pathlib import Path

from generator.render.sharing import FOLDER
from generator.write import make_folder

SIGNATURE = b"\x89PNG\r\n\x1a\n"
HELD = (b"IHDR", b"IDAT", b"IEND")


def drawn(root: Path, files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files with a PNG in the place of every card's SVG."""
    cards = Cards(root / "build" / "sharing", (root / "site_config" / "fonts").absolute())
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

    folder: Path
    fonts: Path

    @cached_property
    def ground(self) -> bytes:
        """What every card is drawn with."""
        fonts = sorted(self.fonts.glob("*.ttf"))
        made_with = f"{version('vl-convert-python')} {zlib.ZLIB_RUNTIME_VERSION}".encode()
        return hashlib.sha256(made_with + b"".join(one.read_bytes() for one in fonts)).digest()

    def png(self, svg: bytes) -> bytes:
        """A card as PNG."""
        place = self.folder / f"{hashlib.sha256(self.ground + svg).hexdigest()}.png"
        if not place.is_file():
            keep(place, draw(svg.decode(), self.fonts))
        return place.read_bytes()


def keep(place: Path, content: bytes) -> None:
    """Put a card in its place in one step: a build that is killed leaves none that is half."""
    fresh = make_folder(place.parent) / f"{place.name}.{os.getpid()}"
    fresh.write_bytes(content)
    fresh.replace(place)


def draw(svg: str, fonts: Path) -> bytes:
    """Shapes as a small PNG."""
    # Only what draws pays for loading it.
    import vl_convert

    vl_convert.register_font_directory(str(fonts))
    return packed(vl_convert.svg_to_png(svg, scale=1))


def packed(png: bytes) -> bytes:
    """The same picture in a third of the bytes: what draws is quick, and packs loosely."""
    found = list(chunks(png))
    head, _, end = (b"".join(data for kind, data in found if kind == one) for one in HELD)
    points = zlib.decompress(b"".join(data for kind, data in found if kind == b"IDAT"))
    written = zip(HELD, (head, zlib.compress(points, 9), end), strict=True)
    return SIGNATURE + b"".join(chunk(kind, data) for kind, data in written)


def chunks(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The parts of a PNG by their kind."""
    at = len(SIGNATURE)
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        yield png[at + 4 : at + 8], png[at + 8 : at + 8 + length]
        at += 12 + length


def chunk(kind: bytes, data: bytes) -> bytes:
    """One part of a PNG."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
