"""Whole documents: the book, the one page, and an extract of a topic with what bears it out.

A document is set twice: first to see what stands in it, then with links to only that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from generator.derive.dossier import Dossier, Fact
from generator.diagnostics import Diagnostic
from generator.model.dates import in_words
from generator.render.links import external
from generator.render.pdf import chapters
from generator.render.pdf.press import Chapter, Press
from generator.render.pdf.reach import Reach, of_fact, of_record
from generator.render.sheet import Settings
from generator.render.text import counted

Parts = Callable[[Press], Iterable[Chapter]]


@dataclass(frozen=True)
class Written:
    """The source of a document, in versions that get shorter where it must fit `pages`."""

    sources: tuple[str, ...] = field(repr=False)
    faults: tuple[Diagnostic, ...]
    pages: int | None = None


def book(dossier: Dossier, settings: Settings, title: str) -> Written:
    """The whole briefing."""
    facts = tuple(dossier.facts.values())
    names = frozenset(part.name for part in parts_of_book(Press.of(dossier, settings)))
    press = Press(Reach(dossier, settings.url, names | labels(dossier, facts)), settings)
    head = Chapter("", title, "book.typ.j2", {"edition": edition(dossier, settings)})
    text, faults = press.set_all((head, *parts_of_book(press)))
    return Written((text,), faults)


def parts_of_book(press: Press) -> Iterator[Chapter]:
    """The chapters in the order in which they are read."""
    yield chapters.brief(press)
    yield chapters.words(press)
    yield from chapters.prose(press)
    yield from chapters.in_time_order(press)
    yield from chapters.of_kinds(press, "rounds", "Rounds and delegations", ("round",))
    yield from chapters.of_kinds(press, "people", "People", ("person",))
    yield from chapters.of_kinds(press, "agreements", "Agreements", ("agreement",))
    kinds = ("measure", "licence", "event")
    yield from chapters.of_kinds(press, "measures", "Controls, licences and events", kinds)
    yield from chapters.figures(press)
    yield from chapters.disputes(press)
    yield from chapters.not_known(press)
    yield from chapters.annex(press, tuple(press.dossier.facts.values()))
    yield from chapters.sources(press, tuple(press.dossier.used_sources))
    yield from chapters.glossary(press)


def extract(parts: Parts) -> Callable[[Dossier, Settings, str], Written]:
    """A document of some chapters, the statements that they mention, and the sources of these."""

    def write(dossier: Dossier, settings: Settings, title: str) -> Written:
        every = Reach(dossier, settings.url)
        _, faults = Press(every, settings).set_all(own := tuple(parts(Press(every, settings))))
        if faults:
            return Written((), faults)
        facts = tuple(dossier.facts[id_] for id_ in sorted(every.facts))
        names = frozenset(part.name for part in own)
        press = Press(Reach(dossier, settings.url, names | labels(dossier, facts)), settings)
        head = Chapter("", title, "extract.typ.j2", {"edition": edition(dossier, settings)})
        ids = sources(facts)
        rest = (*chapters.annex(press, facts), *chapters.sources(press, ids))
        text, faults = press.set_all((head, *parts(press), *rest))
        return Written((text,), faults)

    return write


def labels(dossier: Dossier, facts: Sequence[Fact]) -> frozenset[str]:
    """What a document with an annex of some statements holds besides its chapters."""
    terms = (of_record(one.id) for one in dossier.of_kind("glossary"))
    return frozenset((*(of_fact(f.id) for f in facts), *map(of_record, sources(facts)), *terms))


def sources(facts: Iterable[Fact]) -> tuple[str, ...]:
    """The sources of some statements."""
    return tuple(dict.fromkeys(one.source.id for fact in facts for one in fact.evidence))


def one_page(dossier: Dossier, settings: Settings, title: str) -> Written:
    """The brief on one page: versions with fewer and fewer of its items."""
    press = Press(Reach(dossier, settings.url, frozenset()), settings)
    whole = chapters.brief(press)
    points, disputes = whole.context["points"], whole.context["disputes"]
    assert isinstance(points, tuple) and isinstance(disputes, tuple)
    found = []
    for number in range(len(points) + len(disputes), -1, -1):
        context = {
            **whole.context,
            "points": points[:number],
            "disputes": disputes[: max(number - len(points), 0)],
            "edition": edition(dossier, settings),
        }
        found.append(press.set(Chapter("", title, "one_page.typ.j2", context)))
    faults = dict.fromkeys(fault for _, told in found for fault in told)
    return Written(tuple(dict.fromkeys(text for text, _ in found)), tuple(faults), 1)


@dataclass(frozen=True)
class Edition:
    """What a document says of itself."""

    title: str
    subject: str
    language: str
    as_of: str
    coverage_end: str
    past_coverage: bool
    scope: str
    address: str


def edition(dossier: Dossier, settings: Settings) -> Edition:
    """The edition of a day."""
    own = dossier.briefing.edition
    numbers = (
        counted(len(dossier.facts), "statement"),
        counted(len(dossier.used_sources), "source"),
    )
    return Edition(
        own.title,
        own.subject,
        own.language,
        in_words(dossier.as_of),
        in_words(own.coverage_end),
        dossier.past_coverage,
        " from ".join(number for number in numbers if number),
        external(settings.url) or "",
    )
