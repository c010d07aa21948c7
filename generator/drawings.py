"""Drawings that are kept in `build/charts`, each found by all that it is made from.

What is kept costs no library: specifications are part of drawing, and take most of its time.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from functools import cached_property
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from generator.kept import fonts_in, kept, stamp
from generator.render import charts
from generator.render.charts import Drawing, Picture

FONTS = "briefing-s*.ttf"
LIBRARIES = ("altair", "vl-convert-python")
# Whatever makes shapes of a picture.
MAKERS = Path(charts.__file__).parent


@dataclass(frozen=True)
class Drawings:
    """The drawings of a briefing: those that are kept, and those that are made now."""

    folder: Path
    fonts: Path

    @cached_property
    def made(self) -> dict[Picture, Drawing]:
        """What has been asked for already."""
        return {}

    @cached_property
    def ground(self) -> str:
        """What every drawing is lettered with, and what draws it."""
        libraries = [f"{name} {version(name)}" for name in LIBRARIES]
        return " ".join((*libraries, stamp(MAKERS, "*.py"), stamp(self.fonts, FONTS)))

    def draw(self, picture: Picture) -> Drawing:
        """The drawing of a picture."""
        if picture not in self.made:
            self.made[picture] = self._kept(picture)
        return self.made[picture]

    def _kept(self, picture: Picture) -> Drawing:
        place = self.folder / sha256(f"{self.ground} {picture!r}".encode()).hexdigest()
        return Drawing(**kept(place, lambda: self._faces(picture)))

    def _faces(self, picture: Picture) -> dict[str, bytes]:
        # Altair takes half a second to import: only what draws pays for it.
        from generator.render.charts import draw

        return asdict(draw.draw(picture, draw.specifications(picture), self.fonts))


def of(root: Path) -> Drawings:
    """The drawings of a briefing's folder."""
    return Drawings(root / "build" / "charts", fonts_in(root))
