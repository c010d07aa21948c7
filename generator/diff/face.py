"""What readers meet of a state of a briefing, each part of it apart from where it is written.

Refuses to count what says nothing new: the line of a file that a card leads to, and the number of
a source, which moves with every source before it.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from hashlib import sha256
from html import unescape
from multiprocessing import get_context

from generator.derive.dossier import Dossier
from generator.diff.reach import Face, Page, Shown
from generator.render.brief import points
from generator.render.links import HOME
from generator.render.pdf import Matter, pdfs
from generator.render.sheet import Settings, Sheet
from generator.render.site import site
from generator.write import Refusal

# Where a card is written moves with every line above it.
LINES = rb"(?<=, line )\d+|(?<=#L)\d+|(?<=&#35;L)\d+|(?<=\"line\": )\d+"
NUMBERS = rb"(?<=<dd>)\d+(?= here and in the PDFs)|(?<=>&#91;)\d+(?=&#93; )|\"?\d+\"?(?=, \"r:)"
PLACE = re.compile(LINES + rb"|" + NUMBERS)
COMMENT = re.compile(r"^//.*$", re.MULTILINE)
TITLE = re.compile(r'^title: "(?P<title>.*)"$', re.MULTILINE)
PAGE = ".md"
# So many statements are rendered in the time that another process takes to begin.
LARGE = 200

State = tuple[Dossier, Settings]
Part = dict[str, Shown]


def faces(states: Sequence[State]) -> list[Face]:
    """The face of each state; the parts of large ones are made side by side."""
    parts = (pages_of, points_of, pdfs_of)
    tasks = [(part, *state) for state in states for part in parts]
    if max(len(dossier.facts) for dossier, _ in states) < LARGE:
        found = [part(dossier, settings) for part, dossier, settings in tasks]
    else:
        with ProcessPoolExecutor(os.cpu_count(), get_context("spawn")) as pool:
            jobs = [pool.submit(part, dossier, settings) for part, dossier, settings in tasks]
            found = [job.result() for job in jobs]
    return [Face(*found[at : at + len(parts)]) for at in range(0, len(found), len(parts))]


def pages_of(dossier: Dossier, settings: Settings) -> Part:
    """The pages, without drawings and without the sizes of what can be taken away."""
    files, faults = site(dossier, settings)
    if faults:
        raise Refusal(f"could not compare: {faults[0].span.file.path}: {faults[0].message}")
    return shown(files)


def shown(files: Mapping[str, bytes]) -> Part:
    """The pages among the files of a site."""
    found = (
        (page(path, files[path]), files[path]) for path in sorted(files) if path.endswith(PAGE)
    )
    return {one.path: Shown(one.title, mark(content)) for one, content in found}


def points_of(dossier: Dossier, settings: Settings) -> Part:
    """The key points, by what they say."""
    found = points(Sheet(dossier, settings, HOME))
    return {
        f"{HOME}#{one.id}": Shown(one.text.striptags(), mark(one.text.encode())) for one in found
    }


def pdfs_of(dossier: Dossier, settings: Settings) -> Part:
    """The PDFs by their words, but for the drawings in them."""
    found, _ = pdfs(Matter(dossier, settings))
    return {
        f"pdf/{one.name}.pdf": Shown(
            one.topic.title, mark(COMMENT.sub("", one.sources[0]).encode())
        )
        for one in found
    }


def mark(content: bytes) -> str:
    """What tells a content from any that reads otherwise."""
    return sha256(PLACE.sub(b"", content)).hexdigest()


def page(path: str, content: bytes) -> Page:
    """A page by what its head says."""
    found = TITLE.search(content.decode())
    title = unescape(found["title"]) if found else path
    return Page(path.removesuffix(PAGE) + ".html", title)
