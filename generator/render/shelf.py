"""What goes with the pages of a site: its data, its PDFs, and the hand that draws its charts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from generator.render.charts import Draw, undrawn
from generator.render.offers import Offer


@dataclass(frozen=True)
class Shelf:
    """The sizes of the data files by path, the PDFs that were made, and what draws a picture."""

    sizes: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    offers: Sequence[Offer] = ()
    draw: Draw = undrawn


EMPTY = Shelf()
