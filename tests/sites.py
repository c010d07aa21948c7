"""Pages as a reader's browser would see them, without an engine: ids, links and words."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

from generator.derive import Dossier
from generator.model.settings import Settings
from generator.render import charts
from generator.render.data.files import data
from generator.render.site.pages import PageInputs
from generator.render.site.raw import block
from generator.render.site.site import site


@dataclass
class Seen(HTMLParser):
    """The ids, links and text of a page."""

    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.ids += [value for key, value in attrs if key == "id" and value]
        self.links += [value for key, value in attrs if key == "href" and value]

    def handle_data(self, data: str) -> None:
        self.words += [data] if data != "\u00b6" else []


def built(given: Dossier, settings: Settings | None = None) -> dict[str, str]:
    files, faults = site(given, settings or Settings(), PageInputs(sizes(given)))
    assert not faults
    return {path: content.decode() for path, content in files.items()}


def sizes(given: Dossier) -> dict[str, int]:
    drawings = charts.files(given, Settings(), lambda picture, face: b"-")
    return {path: len(content) for path, content in (data(given, Settings()) | drawings).items()}


def seen(path: str, text: str) -> Seen:
    found = Seen()
    found.feed(block(text.encode()) if path.endswith(".md") else text)
    return found


def words(found: Seen) -> str:
    told = " ".join(" ".join(found.words).split())
    return told.replace("( ", "(").replace(" )", ")")
