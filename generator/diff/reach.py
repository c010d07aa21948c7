"""What readers would find changed, by holding two states of a briefing against each other.

Refuses to count what says nothing new: the line of a file that a card leads to, and the number of
a source, which moves with every source before it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import unescape

from generator.derive.dossier import Dossier
from generator.render.brief import Point, points
from generator.render.links import HOME
from generator.render.pdf import Matter, pdfs
from generator.render.sheet import Settings, Sheet

# Where a card is written moves with every line above it.
LINES = rb"(?<=, line )\d+|(?<=#L)\d+|(?<=&#35;L)\d+|(?<=\"line\": )\d+"
NUMBERS = rb"(?<=<dd>)\d+(?= here and in the PDFs)|(?<=>&#91;)\d+(?=&#93; )|\"?\d+\"?(?=, \"r:)"
PLACE = re.compile(LINES + rb"|" + NUMBERS)
COMMENT = re.compile(r"^//.*$", re.MULTILINE)
TITLE = re.compile(r'^title: "(?P<title>.*)"$', re.MULTILINE)
PAGE = ".md"
CHART = re.compile(r"charts/[^/]+/index\.html")


@dataclass(frozen=True)
class State:
    """A briefing as it stands: what follows from it, and its pages."""

    dossier: Dossier
    settings: Settings
    files: Mapping[str, bytes]


@dataclass(frozen=True)
class Page:
    """What reads otherwise: its address from the site's root, and its title."""

    path: str
    title: str


@dataclass(frozen=True)
class Reach:
    """How far a change goes: pages, the key points of the brief, and PDFs."""

    pages: tuple[Page, ...] = ()
    points: tuple[Page, ...] = ()
    pdfs: tuple[Page, ...] = ()

    @property
    def charts(self) -> tuple[Page, ...]:
        """The charts that draw or say something else."""
        return tuple(one for one in self.pages if CHART.fullmatch(one.path))


def reach(before: State, after: State) -> Reach:
    """All that reads otherwise; where no page does, nothing does."""
    found = pages(before.files, after.files)
    if not found:
        return Reach()
    return Reach(found, touched_points(before, after), touched_pdfs(before, after))


def touched_points(before: State, after: State) -> tuple[Page, ...]:
    """The key points that came, went or read otherwise, by what they say."""
    old, new = said(before), said(after)
    names = [name for name in {**old, **new} if old.get(name) != new.get(name)]
    return tuple(
        Page(f"{HOME}#{name}", (new.get(name) or old[name]).text.striptags()) for name in names
    )


def said(state: State) -> dict[str, Point]:
    """The key points of a state."""
    return {one.id: one for one in points(Sheet(state.dossier, state.settings, HOME))}


def touched_pdfs(before: State, after: State) -> tuple[Page, ...]:
    """The PDFs that came, went or read otherwise, but for the drawings in them."""
    old, new = printed(before), printed(after)
    names = [name for name in {**old, **new} if old.get(name) != new.get(name)]
    return tuple(Page(f"pdf/{name}.pdf", (new.get(name) or old[name])[0]) for name in names)


def printed(state: State) -> dict[str, tuple[str, bytes]]:
    """The title and the words of each PDF, without where they are written."""
    found, _ = pdfs(Matter(state.dossier, state.settings))
    return {one.name: (one.topic.title, words(one.sources[0])) for one in found}


def words(source: str) -> bytes:
    """What is set of a source, its places and lines taken out."""
    return PLACE.sub(b"", COMMENT.sub("", source).encode())


def pages(before: Mapping[str, bytes], after: Mapping[str, bytes]) -> tuple[Page, ...]:
    """The pages that came, went or read otherwise, by their address."""
    touched = (path for path in files_reading_otherwise(before, after) if path.endswith(PAGE))
    return tuple(page(path, after.get(path) or before[path]) for path in touched)


def files_reading_otherwise(before: Mapping[str, bytes], after: Mapping[str, bytes]) -> list[str]:
    """The files that are not the same in both."""
    names = sorted({*before, *after})
    return [name for name in names if plain(before.get(name)) != plain(after.get(name))]


def plain(content: bytes | None) -> bytes | None:
    """A file without what readers do not read."""
    return PLACE.sub(b"", content) if content else content


def page(path: str, content: bytes) -> Page:
    """A page by what its head says."""
    found = TITLE.search(content.decode())
    title = unescape(found["title"]) if found else path
    return Page(path.removesuffix(PAGE) + ".html", title)
