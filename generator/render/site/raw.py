"""The body of a page as one block of HTML, in which no later reader finds a sign of Markdown.

An engine reads every page as Markdown, with extensions of its own and of `mkdocs.yml`. Headings get
their ids, permalinks and contents list here, so that none of it is left to that second reading.
The search reads the sections of a page back from its block.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from markdown.extensions.toc import slugify, unique
from markupsafe import Markup

from generator.render.templates import html
from generator.render.views.text import Rich, joined, tag

# What Markdown and its extensions read, but for the signs that HTML itself is written with. In text
# and in attributes an entity is the same to a browser; a page holds no script and no style.
SIGNS = re.compile(r"[\\`*_{}\[\]!|~^$@+]")
# What no reader of YAML takes, or takes for the end of a line.
UNREADABLE = re.compile(
    "[^\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
# A heading as the contents list shows it: its level, its id and its title.
Entry = tuple[int, str, str]
# A heading of the page; those of cards have a class, and stand in no contents list.
HEADING = re.compile(r'<h([1-6])(?: id="([^"]*)")?>(.*?)</h\1>', re.DOTALL)
# A heading with an id, or an element with one that begins with a term.
SECTION = re.compile(
    r'<(?P<level>h[23]) id="(?P<own>[^"]+)">(?P<title>.*?)(?:<a class="headerlink".*?)?'
    r"</(?P=level)>"
    r'|<div id="(?P<div>[^"]+)"><dt>(?P<term>.*?)</dt>',
    re.DOTALL,
)
# Cells hold no sentence, nor does the key to empty ones; a list of pages or files says nothing,
# and what is hidden is not read.
UNREAD = re.compile(
    r"<(table|nav|template)\b.*?</\1>|<span[^>]* hidden>.*?</span>"
    r'|<p class="(?:tools">|offers">|legend">|key">Empty:).*?</p>',
    re.DOTALL,
)
BLOCK_END = re.compile(r"</(?:p|dt|dd|li|h\d|figcaption|blockquote)>")
DESCRIPTION = re.compile(r"^description: (.*)$", re.MULTILINE)
SPACES = re.compile(r"\s+")
BETWEEN = re.compile(r"(?: ·)+")
BREAKS = ((" .", "."), (" ,", ","), (" ;", ";"), (" :", ":"), (" )", ")"), ("( ", "("))
END = "\n</div>\n"
# Of a list of hundreds of lines, which have documents of their own.
LENGTH = 170


def heading(text: object, id_: str = "", level: int = 2) -> Rich:
    """A heading of the page; without an id it gets one made of its words."""
    given = {"id": id_} if id_ else {}
    return tag(f"h{level}", text, **given)


def document(head: Mapping[str, str], body: str) -> str:
    """The file that the engine reads: what the page says of itself, then one raw block."""
    entries: list[Entry] = []
    linked = "".join(_linked(body, entries))
    head_keys = {**head, "contents": html(contents(entries))}
    # A value that YAML cannot read would make the engine read it as Markdown.
    readable = {key: UNREADABLE.sub(_as_entity, value) for key, value in head_keys.items()}
    lines = (f"{key}: {json.dumps(v, ensure_ascii=False)}" for key, v in readable.items())
    block = f'<div class="page" id="page--body">\n{SIGNS.sub(_as_entity, linked.strip())}'
    return "\n".join(("---", *lines, "---", "", block)) + END


def with_notes(page: str, notes: Rich) -> str:
    """The file of a page with what belongs to it and is not shown, at the end of its block."""
    return page.removesuffix(END) + SIGNS.sub(_as_entity, html(notes)) + END if notes else page


def _as_entity(found: re.Match[str]) -> str:
    return f"&#{ord(found[0])};"


def described_as(page: bytes) -> str:
    """What the file of a page says that it is about."""
    found = DESCRIPTION.search(page.decode())
    return str(Markup(json.loads(found[1])).unescape()) if found else ""


def block(page: bytes) -> str:
    """The raw block of a page's file: the article, as the engine leaves it."""
    return page.decode().split("\n---\n", 1)[1].strip()


def contents(entries: Sequence[Entry]) -> Rich:
    """The headings of the second and third level as a list that links to them; empty for none."""
    items: list[tuple[Rich, list[Rich]]] = []
    for level, id_, title in entries:
        link = tag("a", title, href=f"#{id_}")
        if level == 2:
            items.append((link, []))
        elif level > 2 and items:
            items[-1][1].append(tag("li", link))
    lines = (
        tag("li", Rich(*link, *(tag("ul", joined(below, "")) if below else ())))
        for link, below in items
    )
    return tag("ul", joined(lines, "")) if items else Rich()


def _linked(body: str, entries: list[Entry]) -> Iterator[str]:
    """The body with an id and a permalink at each heading, which are noted on the way."""
    used = {found[2] for found in HEADING.finditer(body) if found[2]}
    end = 0
    for found in HEADING.finditer(body):
        title = Markup(found[3]).striptags()
        id_ = found[2] or unique(slugify(title, "-"), used)
        entries.append((int(found[1]), id_, title))
        link = f'<a class="headerlink" href="#{id_}" title="Permanent link">&para;</a>'
        yield body[end : found.start()]
        yield f'<h{found[1]} id="{id_}">{found[3]}{link}</h{found[1]}>'
        end = found.end()
    yield body[end:]


@dataclass(frozen=True)
class Section:
    """A part of a page."""

    id: str
    title: str
    text: str


def sections(page: bytes) -> Iterator[Section]:
    """The sections of a page that hold more than a table, in the order in which they stand."""
    body = UNREAD.sub("", block(page))
    found = list(SECTION.finditer(body))
    ends = [*(one.start() for one in found), len(body)]
    for one, (_, end) in zip(found, pairwise(ends), strict=True):
        text, title = _read(body[one.end() : end]), _read(one["title"] or one["term"])
        if text:
            beginning = text if len(text) <= LENGTH else text[:LENGTH].rpartition(" ")[0]
            yield Section(str(Markup(one["own"] or one["div"]).unescape()), title, beginning)


def _read(html: str) -> str:
    text = SPACES.sub(" ", Markup(BLOCK_END.sub(" · ", html)).striptags())
    return closed(BETWEEN.sub(" ·", text).strip(" ·"))


def closed(text: str) -> str:
    """A text without the spaces that its elements leave before a stop."""
    for loose, close in BREAKS:
        text = text.replace(loose, close)
    return text
