"""A chart as it is to be drawn: its words, and the specification of each face."""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Literal

from generator.render.charts import vega
from generator.render.charts.vega import Layer, Size

SCHEMA = "https://vega.github.io/schema/vega-lite/v6.4.1.json"
SERIF = "Briefing Serif, serif"
# Above and below: the box of a font reaches beyond its letters.
ROOM = 4
# `wide` and `narrow` stand in pages and say nothing that a page says beside them; `whole` and `png`
# stand alone, with title, source and day; `specification` is what `whole` was drawn from.
Face = Literal["wide", "narrow", "whole", "png", "specification"]
IN_PAGE: dict[Face, Size] = {"wide": vega.WIDE, "narrow": vega.NARROW}


@dataclass(frozen=True)
class Picture:
    """A chart with all that is written in it; `panels` draws them, one below the other.

    `is_numbered` where numbers stand for words.
    """

    id: str
    title: str
    subtitle: str
    description: str
    source: str
    as_of: str
    is_numbered: bool
    panels: Callable[[Size], Iterable[Layer]] = field(repr=False)

    def specification(self, face: Face) -> Layer:
        """What a face is drawn from."""
        if face in IN_PAGE:
            return framed(self.panels(IN_PAGE[face]), vega.MARGIN, ROOM)
        return framed([*self.panels(vega.WHOLE), self.foot], 24, 24) | {"title": self.heading}

    def key(self, face: Face) -> str:
        """All that a face is made from, as a text."""
        made_from = [self.id, self.title, self.description, self.specification(face)]
        # Nobody reads it, and in one line it is written ten times as fast.
        return json.dumps(made_from, sort_keys=True)

    @property
    def heading(self) -> Layer:
        """Title and subtitle of a chart that stands alone."""
        return {
            "text": vega.wrapped(self.title, vega.WIDE.plot, 22),
            "subtitle": vega.wrapped(self.subtitle, vega.WIDE.plot, 15),
            "anchor": "start",
            "frame": "group",
            "font": SERIF,
            "fontSize": 22,
            "fontWeight": 600,
            "color": vega.INK,
            "subtitleFont": vega.SANS,
            "subtitleFontSize": 15,
            "subtitleColor": vega.MUTED,
            "subtitlePadding": 6,
            "offset": 16,
        }

    @property
    def foot(self) -> Layer:
        """Where a chart that stands alone is from, and its day."""
        lines = vega.wrapped(f"{self.source} {self.as_of}", vega.WIDE.plot, 13)
        found = vega.lettered(lines, vega.WIDE, 0, 4, color=vega.MUTED)
        return {**found, "width": vega.WIDE.plot, "height": 4 + vega.WIDE.line * len(lines)}


def framed(panels: Iterable[Layer], beside: int, above: int) -> Layer:
    """Panels one below the other with room around them, within a page on no ground of their own."""
    return {
        "$schema": SCHEMA,
        "vconcat": list(panels),
        "spacing": 14,
        "config": {
            "background": "transparent" if beside == vega.MARGIN else vega.PAPER,
            "padding": {"left": beside, "right": beside, "top": above, "bottom": above},
            "autosize": {"type": "pad", "contains": "content"},
            "view": {"stroke": None},
        },
    }


def written(found: object) -> str:
    """What is drawn from, as JSON."""
    return json.dumps(found, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


Draw = Callable[[Picture, Face], bytes]


def undrawn(picture: Picture, face: Face) -> bytes:
    """No drawing: for when only the words of the pages matter."""
    return b""
