"""Drawings that are kept in `build/charts`: what has not changed is not drawn again.

A drawing is found by a hash of its specification, of its words and of the fonts. Nothing is ever
removed from the folder but by whoever removes the folder.
"""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import astuple, dataclass, fields
from functools import cached_property
from pathlib import Path

from generator.render.charts import Drawing, Picture
from generator.write import make_folder

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
        place = self.folder / hashlib.sha256(told.encode()).hexdigest()
        if not place.is_dir():
            keep(place, draw.draw(picture, found, self.fonts))
        return Drawing(*((place / face.name).read_bytes() for face in fields(Drawing)))

    @cached_property
    def ground(self) -> str:
        """A hash of the fonts."""
        found = sorted(self.fonts.glob(FONTS))
        return hashlib.sha256(b"".join(file.read_bytes() for file in found)).hexdigest()


def keep(place: Path, drawing: Drawing) -> None:
    """Put a drawing in its place in one step: a build that is killed leaves none that is half."""
    fresh = make_folder(place.with_suffix(f".{os.getpid()}"))
    for face, content in zip(fields(Drawing), astuple(drawing), strict=True):
        (fresh / face.name).write_bytes(content)
    fresh.rename(place)


def of(root: Path) -> Drawings:
    """The drawings of a briefing's folder."""
    return Drawings(root / "build" / "charts", (root / "site_config" / "fonts").absolute())
