"""Faces of charts that are kept in `build/charts`, each found by all that it is made from.

What is kept costs no library: specifications are part of drawing, and take most of its time.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from generator.build.drawing_cache import Faces, cached, fonts_in, stamp
from generator.render import charts
from generator.render.charts import Face, Picture
from generator.render.charts.picture import IN_PAGE, INK, BarPanel, Column

FONTS = "briefing-s*.ttf"
LIBRARIES = ("altair", "vl-convert-python")
# Whatever makes shapes of a picture.
MAKERS = Path(charts.__file__).parent
EXAMPLE = Picture("", "", "", "", "", "", (BarPanel("", INK, (Column("2000", 1.0, "1"),)),))


@dataclass(frozen=True)
class Drawings:
    """The drawings of a briefing: those that are kept, and those that are made now."""

    folder: Path
    fonts: Path

    @cached_property
    def made(self) -> dict[tuple[Picture, Face], Faces]:
        """What has been asked for already."""
        return {}

    @cached_property
    def ground(self) -> str:
        """What every drawing is lettered with, and what draws it."""
        libraries = [f"{name} {version(name)}" for name in LIBRARIES]
        return " ".join((*libraries, stamp(MAKERS, "*.py"), stamp(self.fonts, FONTS)))

    def draw(self, picture: Picture, face: Face) -> bytes:
        """A face of a picture."""
        # Those that stand alone are made in one go.
        made_as: Face = face if face in IN_PAGE else "whole"
        key = (picture.seen(face), made_as)
        if key not in self.made:
            self.made[key] = self._kept(*key)
        return self.made[key][face]

    def warm(self) -> None:
        """Load what draws: the first drawing takes many times as long as those after it."""
        self._faces(EXAMPLE, "narrow")

    def _kept(self, picture: Picture, face: Face) -> Faces:
        name = sha256(f"{self.ground} {face} {picture!r}".encode()).hexdigest()
        return cached(self.folder / name, lambda: self._faces(picture, face))

    def _faces(self, picture: Picture, face: Face) -> Faces:
        # Altair takes half a second to import: only what draws pays for it.
        from generator.render.charts import draw

        return draw.draw(picture, face, self.fonts)


def of(root: Path) -> Drawings:
    """The drawings of a briefing's folder."""
    return Drawings(root / "build" / "charts", fonts_in(root))
