"""Cards for sharing as PNG, drawn with fonts of the repository, kept in `build/kept/sharing`."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.metadata import version
from io import BytesIO
from pathlib import Path

from PIL import Image

from generator.build import kept
from generator.build.web_fonts import fonts_in
from generator.hashing import digest
from generator.render.site.structured import FOLDER

# A card has a handful of colours and the steps between them; another way to choose finds them in
# eight times the time, and no nearer.
COLOURS, CHOICE, SCALE = 64, Image.Quantize.FASTOCTREE, 1
LIBRARIES = [version(name) for name in ("vl-convert-python", "pillow")]


def drawn(root: Path, files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files with a PNG in the place of every card's SVG."""
    fonts, store = fonts_in(root), kept.of(root, "sharing")
    how = (*LIBRARIES, str(COLOURS), CHOICE.name, str(SCALE))
    ground = digest(*how, kept.files_hash(fonts, ".ttf"))

    def png(svg: bytes) -> bytes:
        return store.one(digest(ground, svg), lambda: draw(svg.decode(), fonts))

    done = {}
    for path, content in files.items():
        is_card = path.startswith(FOLDER) and path.endswith(".svg")
        name = f"{path.removesuffix('.svg')}.png" if is_card else path
        done[name] = png(content) if is_card else content
    return done


def draw(svg: str, fonts: Path) -> bytes:
    """Shapes as a small PNG."""
    # Only what draws pays for loading it.
    import vl_convert

    vl_convert.register_font_directory(str(fonts))
    return packed(vl_convert.svg_to_png(svg, scale=SCALE))


def packed(png: bytes) -> bytes:
    """The same picture in a fraction of the bytes: what draws is quick, and packs loosely."""
    written = BytesIO()
    with Image.open(BytesIO(png)) as picture:
        picture.convert("RGB").quantize(COLOURS, CHOICE).save(written, "PNG")
    return written.getvalue()
