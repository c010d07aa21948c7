"""The PDFs before they are set: a dossier becomes the Typst of a book, a page and extracts."""

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from itertools import chain
from typing import cast

from generator.counting import counted_if_any, grouped
from generator.derive.dossier import Dossier, Fact
from generator.diagnostics import Diagnostic
from generator.model import FOLDER_OF, KINDS
from generator.model.dates import in_words
from generator.model.edition import Settings
from generator.render.pdf import annex, chapters
from generator.render.pdf.document_writer import Chapter, DocumentWriter, PdfInputs
from generator.render.pdf.rich_text import SERIES, of_fact, of_page, of_record
from generator.render.templates import Errors
from generator.render.views.borne import PICKED, WORDS
from generator.render.views.downloads import OfferedPdf
from generator.render.views.links import HOME, external, own_page, page
from generator.render.views.listing import ORDER
from generator.render.views.records import in_time

__all__ = ["PdfInputs", "Print", "Topic", "each", "is_large", "pdfs", "topics", "with_prose"]

# What the one page leaves out where it is too much: of which list, and down to how many of it.
STEPS = (("disputes", 2), ("ahead", 3), ("disputes", 0), ("ahead", 0), ("points", 0))
# No page has room for more of a list.
ON_A_PAGE = 40
# A book of more statements is one that nobody prints: it holds the latest records of each kind.
WHOLE, LATEST = 3000, 40
# About so many records stand on a page of the contents, with the headings between them.
LISTED = 60
BOOK, ONE_PAGE, CHANGES = "briefing", "one-page", "changes"
Lists = Mapping[str, tuple[object, ...]]
Parts = Callable[[DocumentWriter], Iterable[Chapter]]
Make = Callable[[PdfInputs, OfferedPdf], tuple["Print", Errors]]


@dataclass(frozen=True)
class Print:
    """A PDF to be set: its source, or several of which the first that fits `pages` is taken.

    `prose` is where the editors' own pages begin and end, `labels` what their links lead to.
    """

    topic: OfferedPdf
    sources: tuple[str, ...] = field(repr=False)
    pages: int | None = None
    pictures: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    prose: tuple[int, int] | None = None
    labels: frozenset[str] = frozenset()

    @property
    def name(self) -> str:
        """The name of its file, without the ending."""
        return self.topic.name


def book(inputs: PdfInputs, topic: OfferedPdf) -> tuple[Print, Errors]:
    """The whole briefing; of a large one the latest of each kind, and what bears them out."""
    if is_large(inputs.dossier):
        return extract(_chapters_of_book, "book.typ.j2")(replace(inputs, latest=LATEST), topic)
    every = DocumentWriter.of(inputs)
    first, prose, rest = (tuple(of(every)) for of in (_opening, chapters.prose, of_facts))
    names = annex.names(inputs.dossier).union(part.name for part in (*first, *prose, *rest))
    held = names | labels(tuple(inputs.dossier.facts.values()))
    writer = DocumentWriter.of(inputs, held)
    context = {"edition": edition(inputs), "named": annex.index_pattern(inputs.dossier)}
    head = Chapter("", topic.title, "book.typ.j2", context)
    parts = ((head, *first), prose, (*rest, *_annex_of_book(writer)))
    texts, errors = zip(*map(writer.set_all, parts), strict=True)
    at = len(texts[0]), len(texts[0]) + len(texts[1])
    made = Print(topic, ("".join(texts),), prose=at, labels=held)
    return made, tuple(dict.fromkeys(chain.from_iterable(errors)))


def is_large(dossier: Dossier) -> bool:
    """Whether the book cannot hold all; which statements it holds, its prose decides too."""
    return len(dossier.facts) > WHOLE


def _annex_of_book(writer: DocumentWriter) -> Iterator[Chapter]:
    yield from annex.every(writer)
    yield from annex.sources(writer, tuple(writer.dossier.used_sources))
    yield from annex.set_right(writer)
    yield from annex.glossary(writer)
    yield from annex.index(writer)


def _chapters_of_book(writer: DocumentWriter) -> Iterator[Chapter]:
    for of in (_opening, chapters.prose, of_facts):
        yield from of(writer)


def _opening(writer: DocumentWriter) -> Iterator[Chapter]:
    yield chapters.brief(writer)
    words = {"words": WORDS, "picked": PICKED}
    yield Chapter(of_page("about"), "How to read the marks", "words.typ.j2", words)


def of_facts(writer: DocumentWriter) -> Iterator[Chapter]:
    """The chapters after them."""
    yield from chapters.changed(writer)
    yield from chapters.in_time_order(writer)
    for title, kinds in grouped((KINDS[kind].CHAPTER, kind) for kind in ORDER).items():
        if title:
            yield from chapters.of_kinds(writer, (FOLDER_OF[kinds[0]], title, kinds))
    if writer.inputs.figures:
        # The series are tables of the annex.
        yield chapters.charts(writer)
    yield from chapters.compared(writer)
    yield from chapters.disputes(writer)
    yield from chapters.not_known(writer)


def extract(parts: Parts, template: str = "extract.typ.j2") -> Make:
    """A document of some chapters, the statements that they mention, and the sources of these."""

    def write(inputs: PdfInputs, topic: OfferedPdf) -> tuple[Print, Errors]:
        every = DocumentWriter.of(inputs)
        own = tuple(parts(every))
        _, errors = every.set_all(own)
        held = {fact.id for part in own for fact in part.held}
        ids = sorted(held.union(every.links.facts))
        facts = tuple(inputs.dossier.facts[id_] for id_ in ids)
        names = frozenset(part.name for part in own)
        writer = DocumentWriter.of(inputs, names | labels(facts))
        # Without an index no name is marked.
        context = {"edition": edition(inputs, len(facts)), "named": ""}
        head = Chapter("", topic.title, template, context)
        others = [fact for fact in facts if fact.id not in held]
        rest = (*annex.some(writer, others), *annex.sources(writer, _sources(facts)))
        text, more = writer.set_all((head, *own, *rest))
        return Print(topic, (text,)), tuple(dict.fromkeys((*errors, *more)))

    return write


def labels(facts: Sequence[Fact]) -> frozenset[str]:
    """What a document with an annex of some statements holds besides its chapters."""
    return frozenset((*(of_fact(f.id) for f in facts), *map(of_record, _sources(facts))))


def _sources(facts: Iterable[Fact]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.source.id for fact in facts for one in fact.evidence))


def one_page(inputs: PdfInputs, topic: OfferedPdf) -> tuple[Print, Errors]:
    """The brief on one page: versions with fewer and fewer of its items."""
    writer = DocumentWriter.of(inputs, frozenset())
    whole = {**chapters.brief(writer).context, "edition": edition(inputs)}
    held = {key: tuple(cast(Iterable[object], whole[key])) for key, _ in STEPS}
    found = []
    for kept in fewer(held):
        # How many of a list are kept where it is not all.
        of = {
            key: f" ({len(items)} of {len(held[key])})" if items != held[key] else ""
            for key, items in kept.items()
        }
        one = Chapter("", topic.title, "one_page.typ.j2", {**whole, **kept, "of": of})
        found.append(writer.set(one))
    errors = dict.fromkeys(error for _, several in found for error in several)
    return Print(topic, tuple(dict.fromkeys(text for text, _ in found)), 1), tuple(errors)


def fewer(held: Lists) -> Iterator[Lists]:
    """What to keep of some lists: all that has room, then the last of one less each time.

    A key point goes only when nothing else is left.
    """
    kept = {key: items[:ON_A_PAGE] for key, items in held.items()}
    yield kept
    for key, least in STEPS:
        while len(kept[key]) > least:
            kept = kept | {key: kept[key][:-1]}
            yield kept


def edition(inputs: PdfInputs, held: int = sys.maxsize) -> dict[str, object]:
    """What a document says of itself, and of the statements that it does not hold."""
    dossier = inputs.dossier
    left, latest = len(dossier.facts) - held, inputs.latest
    rule = f"it holds the latest {latest} records of each kind and what they rest on"
    own, editions = dossier.briefing.edition, dossier.briefing.published.values()
    numbers = (
        counted_if_any(len(dossier.facts), "statement"),
        counted_if_any(len(dossier.used_sources), "source"),
    )
    chapters_of = (kind for kind in KINDS if KINDS[kind].CHAPTER)
    listed = sum(min(len(dossier.of_kind(kind)), latest) for kind in chapters_of)
    return {
        "more_contents": listed // LISTED,
        "title": own.title,
        "subject": own.subject,
        "language": own.language,
        # Empty for a day that was not an edition's.
        "name": next((one.name for one in editions if one.as_of.last == dossier.as_of), ""),
        "as_of": in_words(dossier.as_of),
        "coverage_end": in_words(own.coverage_end),
        "past_coverage": dossier.past_coverage,
        "left_out": f"{left:,} statements; {rule}. The website has all." if left > 0 else "",
        "scope": " from ".join(number for number in numbers if number),
        "address": external(inputs.settings.url) or "",
    }


@dataclass(frozen=True)
class Topic(OfferedPdf):
    """A PDF with what makes it."""

    make: Make = field(repr=False, compare=False)


def pdfs(
    inputs: PdfInputs, names: Sequence[str] = ()
) -> tuple[tuple[Print, ...], tuple[Diagnostic, ...]]:
    """The PDFs that were named, else all, in the order in which they are listed."""
    found = tuple(each(inputs, names))
    errors = chain.from_iterable(several for _, several in found)
    return tuple(one for one, _ in found), tuple(dict.fromkeys(errors))


def each(inputs: PdfInputs, names: Sequence[str] = ()) -> Iterator[tuple[Print, Errors]]:
    """The same one by one, each with the errors of its templates."""
    pictures = {f"{one.picture.id}.svg": one.svg for one in inputs.figures}
    for topic in topics(inputs.dossier, inputs.since):
        if not names or topic.name in names:
            made, errors = topic.make(inputs, topic)
            text = "".join(made.sources)
            shown = {name: svg for name, svg in pictures.items() if name in text}
            yield replace(made, pictures=shown), errors


def with_prose(one: Print, inputs: PdfInputs) -> tuple[Print, Errors]:
    """A PDF that was made of an outline, with the editors' own pages."""
    if one.prose is None:
        return one, ()
    writer = DocumentWriter.of(inputs, one.labels)
    text, errors = writer.set_all(chapters.prose(writer))
    (start, end), whole = one.prose, one.sources[0]
    return replace(one, sources=(whole[:start] + text + whole[end:],)), errors


def topics(dossier: Dossier, since: date | None = None) -> Iterator[Topic]:
    """Every PDF of a briefing: the book, the page, and an extract for each topic that it has."""
    inputs = PdfInputs(dossier, Settings(), since=since)
    title = dossier.briefing.edition.title
    yield Topic(BOOK, title, HOME, book)
    yield Topic(ONE_PAGE, f"{title}: one page", HOME, one_page)
    for kind in ("round", "agreement"):
        for one in in_time(dossier, dossier.of_kind(kind)):
            of_it = extract(partial(chapters.one, id_=one.id))
            yield Topic(one.id, dossier.briefing.name(one.id), own_page(one).page, of_it)
    for name, title, where, parts in SECTIONS:
        if any(True for _ in parts(DocumentWriter.of(inputs))):
            yield Topic(name, title, page(where).page, extract(parts))


def _numbers(writer: DocumentWriter) -> Iterator[Chapter]:
    series = tuple(annex.series(writer, level=2))
    if series or writer.inputs.figures:
        yield chapters.charts(writer)
        if series:
            yield Chapter(of_page(SERIES), "All figures", "annex.typ.j2", {})
        yield from series


CONTROLS = ("measures", "Measures and licences", ("measure", "licence"))
PEOPLE = ("people", "People", ("person",))
# The name of the extract, its title, the page of the website that offers it, and its parts.
SECTIONS: tuple[tuple[str, str, str, Parts], ...] = (
    ("figures", "Figures", "figures", _numbers),
    ("controls", CONTROLS[1], CONTROLS[0], partial(chapters.of_kinds, of=CONTROLS)),
    ("disputes", "Disputes", "disputed", chapters.disputes),
    ("people", "People", "people", partial(chapters.of_kinds, of=PEOPLE)),
    (CHANGES, "What changed", CHANGES, chapters.changed),
)
