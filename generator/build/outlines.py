"""What is made without reading prose: files of the site, pages, and PDFs to be set.

They are kept by all that they are made from: an outline of the briefing, which holds no words of
prose, so that they cannot depend on them.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.build import drawings, kept
from generator.build.drawings import Drawings
from generator.build.kept import Kept
from generator.derive.dossier import Dossier
from generator.diagnostics import Diagnostic
from generator.hashing import digest, digest_of
from generator.model.edition import Settings
from generator.render import charts
from generator.render.pdf import PdfInputs, Print, each
from generator.render.templates import Errors
from generator.render.views.downloads import OfferedPdf

KEYS = ("name", "title", "page")


@dataclass(frozen=True)
class Outlines:
    """Where what is made of outlines is kept, and what draws the charts in it."""

    store: Kept
    pages: Kept
    drawings: Drawings

    def page(self, key: str, make: Callable[[], bytes]) -> bytes:
        """A page as it is kept."""
        return self.pages.one(digest(kept.versions(), key), make)

    def key(self, outline: Dossier, settings: Settings, *more: str) -> str:
        """The hash of all that something is made from."""
        files = sorted((one.path, one.text) for one in outline.briefing.files)
        ground = (kept.versions(), self.drawings.ground, settings.model_dump_json())
        parts = (part for file in files for part in file)
        return digest_of((*ground, outline.as_of.isoformat(), *more, *parts))

    def prints(self, outline: Dossier, settings: Settings) -> Iterator[tuple[Print, Errors]]:
        """The PDFs to be set, one by one as they are made."""
        key = self.key(outline, settings, "prints")
        if content := self.store.get(key):
            yield from ((read(one), ()) for one in json.loads(content))
            return
        figures = charts.figures(outline, settings, self.drawings.draw)
        made, faults = list[Mapping[str, object]](), list[Diagnostic]()
        for one, errors in each(PdfInputs(outline, settings, figures)):
            made.append(written(one))
            faults += errors
            yield one, errors
        if not faults:
            self.store.put(key, json.dumps(made).encode())


def of(root: Path) -> Outlines:
    """What a briefing's folder keeps of its outlines."""
    return Outlines(kept.of(root, "outlines"), kept.of(root, "rendered"), drawings.of(root))


def written(one: Print) -> dict[str, object]:
    """A PDF to be set, as it is kept."""
    pictures = {name: content.decode() for name, content in one.pictures.items()}
    topic = {key: getattr(one.topic, key) for key in KEYS}
    return {**vars(one), "topic": topic, "pictures": pictures, "labels": sorted(one.labels)}


def read(held: dict[str, Any]) -> Print:
    """A PDF as it was kept."""
    pictures = {name: text.encode() for name, text in held["pictures"].items()}
    made = {"sources": tuple(held["sources"]), "labels": frozenset(held["labels"])}
    return Print(**{**held, **made, "topic": OfferedPdf(**held["topic"]), "pictures": pictures})
