"""The PDFs before they are set: a dossier becomes the Typst of a book, a page and extracts.

Refuses to touch the disk and to set anything: what comes of the source is the typesetter's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from generator.derive.dossier import Dossier
from generator.diagnostics import Diagnostic
from generator.model.settings import Settings
from generator.render.pdf import annex, chapters
from generator.render.pdf.document_writer import Chapter, DocumentWriter, PdfInputs
from generator.render.pdf.documents import Parts, Written, book, extract, one_page
from generator.render.pdf.links import SERIES, of_page
from generator.render.views.links import HOME, own_page, page
from generator.render.views.times import in_time

__all__ = ["PdfInputs", "Print", "Topic", "pdfs", "topics"]

BOOK, ONE_PAGE = "briefing", "one-page"
Make = Callable[[PdfInputs, str], Written]


@dataclass(frozen=True)
class Topic:
    """A PDF that a briefing has: its name, its title, and the website's page that offers it."""

    name: str
    title: str
    page: str
    make: Make = field(repr=False, compare=False)


@dataclass(frozen=True)
class Print:
    """A PDF to be set: its source, or several of which the first that fits `pages` is taken."""

    topic: Topic
    sources: tuple[str, ...] = field(repr=False)
    pages: int | None = None
    pictures: Mapping[str, bytes] = field(default_factory=dict, repr=False)

    @property
    def name(self) -> str:
        """The name of its file, without the ending."""
        return self.topic.name


def pdfs(
    inputs: PdfInputs, names: Sequence[str] = ()
) -> tuple[tuple[Print, ...], tuple[Diagnostic, ...]]:
    """The PDFs that were named, else all, in the order in which they are listed."""
    made: list[Print] = []
    errors: dict[Diagnostic, None] = {}
    pictures = {f"{one.picture.id}.svg": one.svg for one in inputs.figures}
    for topic in topics(inputs.dossier):
        if not names or topic.name in names:
            written = topic.make(inputs, topic.title)
            made.append(Print(topic, written.sources, written.pages, pictures))
            errors |= dict.fromkeys(written.errors)
    return tuple(made), tuple(errors)


def topics(dossier: Dossier) -> Iterator[Topic]:
    """Every PDF of a briefing: the book, the page, and an extract for each topic that it has."""
    title = dossier.briefing.edition.title
    yield Topic(BOOK, title, HOME, book)
    yield Topic(ONE_PAGE, f"{title}: one page", HOME, one_page)
    for kind in ("round", "agreement"):
        for one in in_time(dossier, dossier.of_kind(kind)):
            of_it = extract(partial(chapters.one, id_=one.id))
            yield Topic(one.id, dossier.briefing.name(one.id), own_page(one).page, of_it)
    for name, title, where, parts in SECTIONS:
        if any(True for _ in parts(DocumentWriter.of(PdfInputs(dossier, Settings())))):
            yield Topic(name, title, page(where).page, extract(parts))


def numbers(writer: DocumentWriter) -> Iterator[Chapter]:
    """The charts, then the series as tables."""
    series = tuple(annex.series(writer, level=2))
    if series or writer.inputs.figures:
        yield chapters.charts(writer)
        if series:
            yield Chapter(of_page(SERIES), "All figures", "annex.typ.j2", {})
        yield from series


CONTROLS = ("measures", "Controls and licences", ("measure", "licence"))
PEOPLE = ("people", "People", ("person",))
# The name of the extract, its title, the page of the website that offers it, and its parts.
SECTIONS: tuple[tuple[str, str, str, Parts], ...] = (
    ("figures", "Figures", "figures", numbers),
    ("controls", "Controls and licences", "measures", partial(chapters.of_kinds, of=CONTROLS)),
    ("disputes", "Disputes", "disputed", chapters.disputes),
    ("people", "People", "people", partial(chapters.of_kinds, of=PEOPLE)),
)
