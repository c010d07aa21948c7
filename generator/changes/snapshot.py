"""What readers meet of a state of a briefing, rendered, and which of it a change affects.

What stands at another address since is no change by that: its old address leads there. Nor are the
line of a file that a card leads to, and the number of a source, which moves with every one before.
"""

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field, replace
from html import unescape
from multiprocessing import get_context

from generator.derive.brief import state_of_play, strip
from generator.derive.dossier import Dossier
from generator.hashing import digest
from generator.render.charts import Face, Picture, figures
from generator.render.pdf import PdfInputs, Print, pdfs
from generator.render.site.pages import PageInputs
from generator.render.site.site import site
from generator.render.templates import html
from generator.render.views.brief import points, strip_item
from generator.render.views.links import HOME
from generator.render.views.prose import phrase
from generator.render.views.sheet import Settings, Sheet
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
# So many statements are rendered in the time that another process takes to begin.
LARGE = 200

# What the template calls the heading of the brief.
HEADING = "state--of-play"

State = tuple[Dossier, Settings]


@dataclass(frozen=True)
class Page:
    """Something that reads otherwise: its address from the site's root, and its title."""

    path: str
    title: str


@dataclass(frozen=True)
class Affected:
    """What reads otherwise: pages, sentences of the brief and PDFs."""

    pages: tuple[Page, ...] = ()
    points: tuple[Page, ...] = ()
    pdfs: tuple[Page, ...] = ()


@dataclass(frozen=True)
class Shown:
    """A page, sentence or PDF: its title, and what tells it from any that reads otherwise."""

    title: str
    mark: str


Part = Mapping[str, Shown]


@dataclass(frozen=True)
class Renamed:
    """The ids that have a new one, so that the same page under two ids is alike in them."""

    ids: Mapping[str, str] = field(default_factory=dict)

    def alike(self, content: bytes) -> bytes:
        """A page with the new ids in place of the old ones."""
        return self._put(rb"(?:(?<![\w-])|(?<=--))", content)

    def path(self, path: str) -> str:
        """The address of a page by that which it has now; none at the top is called as a record."""
        return self._put(rb"(?<=[/#])", path.encode()).decode()

    def _put(self, before: bytes, content: bytes) -> bytes:
        if not self.ids:
            return content
        # The longest first, which another may begin.
        names = b"|".join(
            re.escape(one).encode() for one in sorted(self.ids, key=len, reverse=True)
        )
        pattern = re.compile(before + rb"(?:" + names + rb")(?!-?\w)")
        return pattern.sub(lambda one: self.ids[one[0].decode()].encode(), content)


def affected(states: Sequence[State], renamed: Renamed) -> Affected:
    """What reads otherwise in the second of two states; where no page does, nothing does.

    The parts of large ones are rendered side by side, and none where both are made of the same.
    """
    made_of = [(dossier.day, dossier.briefing.files, settings) for dossier, settings in states]
    if made_of[0] == made_of[1]:
        return Affected()
    tasks = [(part, *state) for part in (pages_of, _points_of, _pdfs_of) for state in states]
    if max(len(dossier.facts) for dossier, _ in states) < LARGE:
        found = [part(dossier, settings, renamed) for part, dossier, settings in tasks]
    else:
        with ProcessPoolExecutor(os.cpu_count(), get_context("spawn")) as pool:
            jobs = [pool.submit(part, dossier, to, renamed) for part, dossier, to in tasks]
            found = [job.result() for job in jobs]
    pages = differing(*found[:2])
    if not pages:
        return Affected()
    return Affected(pages, tuple(changed_sentences(*found[2:4])), differing(*found[4:]))


def differing(before: Part, after: Part) -> tuple[Page, ...]:
    """What came, went or reads otherwise."""
    found = {**before, **after}
    changed = (path for path in found if before.get(path) != after.get(path))
    return tuple(Page(path, found[path].title) for path in changed)


def changed_sentences(before: Part, after: Part) -> Iterator[Page]:
    """What the brief says otherwise, newly or no more.

    The brief has room for some: one that comes on may drive another off.
    """
    for one in differing(before, after):
        if one.path not in after:
            yield Page(one.path.partition("#")[0], f"on the brief no more: {one.title}")
        else:
            new = "" if one.path in before else "new on the brief: "
            yield Page(one.path, f"{new}{one.title}")


def pages_of(dossier: Dossier, settings: Settings, renamed: Renamed) -> Part:
    """The pages, without the sizes of downloads; of a drawing what it depends on."""
    files, errors = site(dossier, settings, PageInputs(draw=traced))
    if errors:
        raise Refusal(f"could not compare: {errors[0].span.file.path}: {errors[0].message}")
    return shown(files, renamed)


def traced(picture: Picture, face: Face) -> bytes:
    """In place of a drawing, what tells it from any that looks otherwise.

    The edition and its day stand below every drawing, and are reported of the edition.
    """
    return digest(replace(picture, id="", as_of="").key(face)).encode()


def shown(files: Mapping[str, bytes], renamed: Renamed) -> Part:
    """The pages among the files of a site."""
    found = {}
    for path in sorted(one for one in files if one.endswith(PAGE)):
        one = page(path, files[path])
        found[renamed.path(one.path)] = Shown(one.title, mark(renamed.alike(files[path])))
    return found


def _points_of(dossier: Dossier, settings: Settings, renamed: Renamed) -> Part:
    return {
        renamed.path(f"{HOME}#{at}"): Shown(words, mark(renamed.alike(text.encode())))
        for at, words, text in brief_sentences(Sheet(dossier, settings, HOME))
    }


def brief_sentences(sheet: Sheet) -> Iterator[tuple[str, str, str]]:
    """The sentences of the brief by their anchors, from its heading down, also in plain words."""
    if play := state_of_play(sheet.dossier):
        text = phrase(sheet, play[1].text)
        yield HEADING, text.text, html(text)
    for item in (*strip(sheet.dossier), *strip(sheet.dossier, "number")):
        line = strip_item(sheet, item).line
        yield item.record.id, line.text, html(line)
    yield from ((one.id, text.text, html(text)) for one, text in points(sheet))


def _pdfs_of(dossier: Dossier, settings: Settings, renamed: Renamed) -> Part:
    found, _ = pdfs(PdfInputs(dossier, settings, figures(dossier, settings, traced)))
    return {
        renamed.path(f"pdf/{one.name}.pdf"): Shown(
            one.topic.title, mark(renamed.alike(printed(one)))
        )
        for one in found
    }


def printed(one: Print) -> bytes:
    """What a PDF prints: its source, and the charts that it names."""
    source = one.sources[0]
    held = [content for name, content in one.pictures.items() if f'"{name}"' in source]
    # A long word, such as an id, stands in pieces.
    words = PIECES.sub("", LONG.sub(r"#\1;", COMMENT.sub("", source)))
    return b"".join((words.encode(), *held))


def mark(content: bytes) -> str:
    """What tells a content from any that reads otherwise."""
    return digest(PLACE.sub(b"", content))


def page(path: str, content: bytes) -> Page:
    """A page by what its head says."""
    found = TITLE.search(content.decode())
    title = unescape(found["title"]) if found else path
    return Page(path.removesuffix(PAGE) + ".html", title)
