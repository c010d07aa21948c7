"""Drawings that are kept in `build/charts`, each found by all that it is made from."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from generator.kept import fonts_in, kept, stamp
from generator.render.charts import Drawing, Picture

FONTS = "briefing-s*.ttf"


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
        """What every drawing is lettered with."""
        return stamp(self.fonts, FONTS)

    def draw(self, picture: Picture) -> Drawing:
        """The drawing of a picture."""
        if picture not in self.made:
            self.made[picture] = self._kept(picture)
        return self.made[picture]

    def _kept(self, picture: Picture) -> Drawing:
        # Altair takes half a second to import: only what draws pays for it.
        from generator.render.charts import draw

        found = draw.specifications(picture)
        told = json.dumps([draw.MADE_WITH, found, picture.title, picture.description, self.ground])
        place = self.folder / sha256(told.encode()).hexdigest()
        return Drawing(**kept(place, lambda: asdict(draw.draw(picture, found, self.fonts))))


def of(root: Path) -> Drawings:
    """The drawings of a briefing's folder."""
    return Drawings(root / "build" / "charts", fonts_in(root))
