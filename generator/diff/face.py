"""What readers meet of a state of a briefing, each part of it apart from where it is written.

What stands at another address since is told by that: its old one leads there.

Refuses to count what says nothing new: the line of a file that a card leads to, and the number of
a source, which moves with every source before it.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from hashlib import sha256
from html import unescape
from multiprocessing import get_context

from generator.derive.dossier import Dossier
from generator.diff.moved import STILL, Moves
from generator.diff.points import said
from generator.diff.reach import Face, Page, Shown
from generator.render.charts import Picture, figures
from generator.render.links import HOME
from generator.render.pdf import Matter, Print, pdfs
from generator.render.sheet import Settings, Sheet
from generator.render.shelf import Shelf
from generator.render.site import site
from generator.write import Refusal

# Where a card is written moves with every line above it.
LINES = rb"(?<=, line )\d+|(?<=#L)\d+|(?<=&#35;L)\d+|(?<=\"line\": )\d+"
NUMBERS = rb"(?<=<dd>)\d+(?= here and in the PDFs)|(?<=>&#91;)\d+(?=&#93; )|\"?\d+\"?(?=, \"r:)"
PLACE = re.compile(LINES + rb"|" + NUMBERS)
COMMENT = re.compile(r"^//.*$", re.MULTILINE)
LONG = re.compile(r'#long\(("[^"]*")\);')
PIECES = re.compile(r'";#"')
TITLE = re.compile(r'^title: "(?P<title>.*)"$', re.MULTILINE)
PAGE = ".md"
# The page of a chart, and what of it is the chart: around it stand the words of every page, and
# below it the edition with its day.
CHART = re.compile(r"charts/[^/]+/index\.html")
FIGURE = re.compile(rb'<figure class="chart".*?(?=<p class="chart-source">|</figure>)', re.DOTALL)
# So many statements are rendered in the time that another process takes to begin.
LARGE = 200

State = tuple[Dossier, Settings]
Part = dict[str, Shown]


def faces(states: Sequence[State], moved: Moves = STILL) -> list[Face]:
    """The face of each state; the parts of large ones are made side by side."""
    parts = (pages_of, points_of, pdfs_of)
    tasks = [(part, *state) for state in states for part in parts]
    if max(len(dossier.facts) for dossier, _ in states) < LARGE:
        found = [part(dossier, settings, moved) for part, dossier, settings in tasks]
    else:
        with ProcessPoolExecutor(os.cpu_count(), get_context("spawn")) as pool:
            jobs = [pool.submit(part, given, where, moved) for part, given, where in tasks]
            found = [job.result() for job in jobs]
    return [face(*found[at : at + len(parts)]) for at in range(0, len(found), len(parts))]


def face(pages: Part, points: Part, pdfs: Part) -> Face:
    """A face of its parts; the charts are found on their pages."""
    return Face(pages, points, pdfs, charts_of(pages))


def pages_of(dossier: Dossier, settings: Settings, moved: Moves) -> Part:
    """The pages, without the sizes of what can be taken away; of a drawing what it depends on."""
    files, faults = site(dossier, settings, Shelf(draw=traced))
    if faults:
        raise Refusal(f"could not compare: {faults[0].span.file.path}: {faults[0].message}")
    return shown(files, moved)


def traced(picture: Picture, _: str) -> bytes:
    """In place of a face of it what tells it from any that looks otherwise.

    The edition and its day stand below every drawing, and are said of the edition.
    """
    return sha256(repr(replace(picture, id="", as_of="")).encode()).hexdigest().encode()


def shown(files: Mapping[str, bytes], moved: Moves = STILL) -> Part:
    """The pages among the files of a site."""
    found = (
        (page(path, files[path]), moved.alike(files[path]))
        for path in sorted(files)
        if path.endswith(PAGE)
    )
    return {
        moved.path(one.path): Shown(one.title, mark(content), drawn(one, content))
        for one, content in found
    }


def drawn(one: Page, content: bytes) -> str:
    """What tells the chart on its page from any that is drawn or reads otherwise."""
    found = FIGURE.search(content) if CHART.fullmatch(one.path) else None
    return mark(one.title.encode() + found[0]) if found else ""


def charts_of(pages: Part) -> Part:
    """The charts on their pages, whatever else stands there."""
    return {path: Shown(one.title, one.chart) for path, one in pages.items() if one.chart}


def points_of(dossier: Dossier, settings: Settings, moved: Moves) -> Part:
    """The key points, with the heading of the brief and its strip, by what they say."""
    found = said(Sheet(dossier, settings, HOME))
    return {
        moved.path(f"{HOME}#{anchor}"): Shown(words, mark(moved.alike(text.encode())))
        for anchor, words, text in found
    }


def pdfs_of(dossier: Dossier, settings: Settings, moved: Moves) -> Part:
    """The PDFs by their words and by the charts that are drawn in them."""
    found, _ = pdfs(Matter(dossier, settings, figures(dossier, settings, traced)))
    return {
        moved.path(f"pdf/{one.name}.pdf"): Shown(one.topic.title, mark(moved.alike(printed(one))))
        for one in found
    }


def printed(one: Print) -> bytes:
    """What a PDF prints: its source, and of the charts those that it names."""
    source = one.sources[0]
    held = [content for name, content in one.pictures.items() if f'"{name}"' in source]
    # A long word, such as an id, stands in pieces.
    words = PIECES.sub("", LONG.sub(r"#\1;", COMMENT.sub("", source)))
    return b"".join((words.encode(), *held))


def mark(content: bytes) -> str:
    """What tells a content from any that reads otherwise."""
    return sha256(PLACE.sub(b"", content)).hexdigest()


def page(path: str, content: bytes) -> Page:
    """A page by what its head says."""
    found = TITLE.search(content.decode())
    title = unescape(found["title"]) if found else path
    return Page(path.removesuffix(PAGE) + ".html", title)
