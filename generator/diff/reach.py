"""How far a change goes, by holding what readers meet of two states against each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Shown:
    """A page, key point or PDF: its title, and what tells it from any that reads otherwise.

    `chart` tells the same of the chart that a page is there for.
    """

    title: str
    mark: str
    chart: str = ""


@dataclass(frozen=True)
class Face:
    """What readers meet of a state, each by its address from the site's root."""

    pages: Mapping[str, Shown]
    points: Mapping[str, Shown]
    pdfs: Mapping[str, Shown]
    charts: Mapping[str, Shown] = field(default_factory=dict)


@dataclass(frozen=True)
class Page:
    """What reads otherwise: its address from the site's root, and its title."""

    path: str
    title: str


@dataclass(frozen=True)
class Reach:
    """How far a change goes: pages, key points of the brief, PDFs, and what charts draw or say."""

    pages: tuple[Page, ...] = ()
    points: tuple[Page, ...] = ()
    pdfs: tuple[Page, ...] = ()
    charts: tuple[Page, ...] = ()


def reach(before: Face, after: Face) -> Reach:
    """All that reads otherwise; where no page does, nothing does."""
    pages = touched(before.pages, after.pages)
    if not pages:
        return Reach()
    points = tuple(sentences(before.points, after.points))
    pdfs, charts = touched(before.pdfs, after.pdfs), touched(before.charts, after.charts)
    return Reach(pages, points, pdfs, charts)


def sentences(before: Mapping[str, Shown], after: Mapping[str, Shown]) -> Iterator[Page]:
    """What the brief says otherwise, and of what came or went that it did; the latter has no place.

    The brief has room for some: one that comes on may drive another off.
    """
    for one in touched(before, after):
        if one.path not in after:
            yield Page(one.path.partition("#")[0], f"on the brief no more: {one.title}")
        elif one.path not in before:
            yield Page(one.path, f"new on the brief: {one.title}")
        else:
            yield one


def touched(before: Mapping[str, Shown], after: Mapping[str, Shown]) -> tuple[Page, ...]:
    """What came, went or reads otherwise."""
    found = {**before, **after}
    return tuple(
        Page(path, one.title) for path, one in found.items() if before.get(path) != after.get(path)
    )
