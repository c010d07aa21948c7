"""Which pages and files readers would find changed, by holding two builds against each other.

Refuses to count what readers do not read: the line of a file that a card leads to.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import unescape

# Where a card is written moves with every line above it.
PLACE = re.compile(rb"(?<=, line )\d+|(?<=#L)\d+|(?<=&#35;L)\d+|(?<=\"line\": )\d+")
TITLE = re.compile(r'^title: "(?P<title>.*)"$', re.MULTILINE)
PAGE = ".md"


@dataclass(frozen=True)
class Page:
    """A page that reads otherwise: its address from the site's root, and its title."""

    path: str
    title: str


def pages(before: Mapping[str, bytes], after: Mapping[str, bytes]) -> tuple[Page, ...]:
    """The pages that came, went or read otherwise, by their address."""
    touched = (path for path in differing(before, after) if path.endswith(PAGE))
    return tuple(page(path, after.get(path) or before[path]) for path in touched)


def differing(before: Mapping[str, bytes], after: Mapping[str, bytes]) -> list[str]:
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
