"""Files of charts, each kept by all that it is made from."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from generator.build import kept
from generator.build.kept import Files, Kept
from generator.build.web_fonts import fonts_in
from generator.hashing import digest
from generator.render.charts import Face, Picture
from generator.render.charts.picture import IN_PAGE

FONTS = ".ttf"


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
