"""What pages need besides the dossier: the sizes of data files, the PDFs, and who draws charts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from generator.render.charts import Draw, undrawn
from generator.render.views.pdf_links import MadePdf


@dataclass(frozen=True)
class PageInputs:
    """The sizes of the data files by path, the PDFs that were made, and what draws a picture."""

    sizes: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    made_pdfs: Sequence[MadePdf] = ()
    draw: Draw = undrawn


NO_INPUTS = PageInputs()
