"""The sections of a page that is written: each with its title, its first words and its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup

from generator.render.site.raw import block

# A heading with an id, or an element with one that begins with a term.
HEADING = re.compile(
    r'<(?P<level>h[23]) id="(?P<own>[^"]+)">(?P<title>.*?)(?:<a class="headerlink".*?)?'
    r"</(?P=level)>"
    r'|<div id="(?P<div>[^"]+)"><dt>(?P<term>.*?)</dt>',
    re.DOTALL,
)
# Cells hold no sentence, nor does the key to empty ones; a list of pages or files says nothing,
# and what is hidden is not read.
UNREAD = re.compile(
    r"<(table|nav)\b.*?</\1>|<span[^>]* hidden>.*?</span>"
    r'|<p class="(?:tools">|offers">|legend">|key">Empty:).*?</p>',
    re.DOTALL,
)
BLOCK_END = re.compile(r"</(?:p|dt|dd|li|h\d|figcaption|blockquote)>")
SPACES = re.compile(r"\s+")
BETWEEN = re.compile(r"(?: ·)+")
BREAKS = ((" .", "."), (" ,", ","), (" ;", ";"), (" :", ":"), (" )", ")"), ("( ", "("))
# Of a list of hundreds of lines, which have documents of their own.
LENGTH = 250


@dataclass(frozen=True)
class Section:
    """A part of a page."""

    id: str
    title: str
    text: str


def sections(page: bytes) -> Iterator[Section]:
    """The sections of a page that hold more than a table, in the order in which they stand."""
    body = UNREAD.sub("", block(page))
    found = list(HEADING.finditer(body))
    ends = [*(one.start() for one in found), len(body)]
    for one, (_, end) in zip(found, pairwise(ends), strict=True):
        text, title = read(body[one.end() : end]), read(one["title"] or one["term"])
        if text:
            beginning = text if len(text) <= LENGTH else text[:LENGTH].rpartition(" ")[0]
            yield Section(str(Markup(one["own"] or one["div"]).unescape()), title, beginning)


def read(html: str) -> str:
    """HTML as the text that is read, with a dot between its paragraphs."""
    text = SPACES.sub(" ", Markup(BLOCK_END.sub(" · ", html)).striptags())
    return closed(BETWEEN.sub(" ·", text).strip(" ·"))


def closed(text: str) -> str:
    """A text without the spaces that its elements leave before a stop."""
    for loose, close in BREAKS:
        text = text.replace(loose, close)
    return text
