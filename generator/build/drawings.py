"""Files of charts and cards for sharing, each kept by all that it is made from."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib.metadata import version
from io import BytesIO
from pathlib import Path

from generator.build import kept
from generator.build.kept import Files, Kept
from generator.build.web_fonts import fonts_in
from generator.hashing import digest
from generator.render.charts import Face, Picture
from generator.render.charts.picture import IN_PAGE
from generator.render.site.structured import FOLDER

FONTS = ".ttf"
# A card has a handful of colours and the steps between them; another way to choose finds them in
# eight times the time, and no nearer.
COLOURS, CHOICE, SCALE = 64, "FASTOCTREE", 1
LIBRARIES = [version(name) for name in ("vl-convert-python", "pillow")]


@dataclass(frozen=True)
class Drawings:
    """The drawings of a briefing: those that are kept, and those that are made now."""

    store: Kept
    fonts: Path

    @cached_property
    def made(self) -> dict[str, Files]:
        """What has been asked for already."""
        return {}

    @cached_property
    def ground(self) -> str:
        """What every drawing is lettered with, and what draws it."""
        return digest(kept.versions(), kept.files_hash(self.fonts, FONTS))

    def draw(self, picture: Picture, face: Face) -> bytes:
        """A face of a picture."""
        # Those that stand alone are made in one go.
        made_as: Face = face if face in IN_PAGE else "whole"
        key = digest(self.ground, made_as, picture.key(made_as))
        if key not in self.made:
            self.made[key] = self.store.files(key, lambda: self._faces(picture, made_as))
        return self.made[key][face]

    def warm(self) -> None:
        """Load what draws: the first drawing takes many times as long as those after it."""
        example = Picture("", "", "", "", "", "", False, lambda size: [{"mark": "bar"}])
        self._faces(example, "narrow")

    def _faces(self, picture: Picture, face: Face) -> Files:
        # The library takes long to import: only what draws pays for it.
        from generator.render.charts import draw

        return draw.draw(picture, face, self.fonts)


def of(root: Path) -> Drawings:
    """The drawings of a briefing's folder."""
    return Drawings(kept.of(root, "charts"), fonts_in(root))


def with_cards(root: Path, files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files with a PNG in the place of every card's SVG."""
    fonts, store = fonts_in(root), kept.of(root, "sharing")
    ground = digest(*LIBRARIES, str(COLOURS), CHOICE, str(SCALE), kept.files_hash(fonts, FONTS))

    def png(svg: bytes) -> bytes:
        return store.one(digest(ground, svg), lambda: card(svg.decode(), fonts))

    done = {}
    for path, content in files.items():
        is_card = path.startswith(FOLDER) and path.endswith(".svg")
        name = f"{path.removesuffix('.svg')}.png" if is_card else path
        done[name] = png(content) if is_card else content
    return done


def card(svg: str, fonts: Path) -> bytes:
    """Shapes as a small PNG: what draws is quick, and packs loosely."""
    # Only what draws pays for loading these.
    import vl_convert
    from PIL import Image

    vl_convert.register_font_directory(str(fonts))
    written = BytesIO()
    with Image.open(BytesIO(vl_convert.svg_to_png(svg, scale=SCALE))) as picture:
        picture.convert("RGB").quantize(COLOURS, Image.Quantize[CHOICE]).save(written, "PNG")
    return written.getvalue()
