"""Files of charts, each kept by all that it is made from.

What is kept costs no library: specifications are part of drawing, and take most of its time.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from importlib.metadata import version
from pathlib import Path

from generator.build import kept
from generator.build.kept import Files, Kept
from generator.build.web_fonts import fonts_in
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

    store: Kept
    fonts: Path

    @cached_property
    def made(self) -> dict[tuple[Picture, Face], Files]:
        """What has been asked for already."""
        return {}

    @cached_property
    def ground(self) -> str:
        """What every drawing is lettered with, and what draws it."""
        libraries = [f"{name} {version(name)}" for name in LIBRARIES]
        return kept.digest(
            *libraries, kept.files_hash(MAKERS, "*.py"), kept.files_hash(self.fonts, FONTS)
        )

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

    def _kept(self, picture: Picture, face: Face) -> Files:
        key = kept.digest(self.ground, face, repr(picture))
        return self.store.files(key, lambda: self._faces(picture, face))

    def _faces(self, picture: Picture, face: Face) -> Files:
        # Altair takes half a second to import: only what draws pays for it.
        from generator.render.charts import draw

        return draw.draw(picture, face, self.fonts)


def of(root: Path) -> Drawings:
    """The drawings of a briefing's folder."""
    return Drawings(kept.of(root, "charts"), fonts_in(root))
