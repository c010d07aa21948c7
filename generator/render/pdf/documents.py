"""Whole documents: the book, the one page, and an extract of a topic with what bears it out.

An extract is written twice: first to see what stands in it, then with links to only that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import cast

from generator.counting import counted_if_any
from generator.derive.dossier import Fact
from generator.diagnostics import Diagnostic
from generator.model.dates import in_words
from generator.render.links import external
from generator.render.pdf import chapters
from generator.render.pdf.markup import NUMBERS
from generator.render.pdf.press import Chapter, Matter, Press
from generator.render.pdf.reach import of_fact, of_record

# What the one page leaves out where it is too much, in this order.
CUT = ("points", "ahead", "disputes")
KEPT_LONGEST = 4
Parts = Callable[[Press], Iterable[Chapter]]


@dataclass(frozen=True)
class Written:
    """The source of a document, in versions that get shorter where it must fit `pages`."""

    sources: tuple[str, ...] = field(repr=False)
    errors: tuple[Diagnostic, ...]
    pages: int | None = None


def book(matter: Matter, title: str) -> Written:
    """The whole briefing."""
    facts = tuple(matter.dossier.facts.values())
    names = frozenset(part.name for part in parts_of_book(Press.of(matter)))
    terms = frozenset(of_record(one.id) for one in matter.dossier.of_kind("glossary"))
    press = Press.of(matter, names | terms | labels(facts))
    head = Chapter("", title, "book.typ.j2", {"edition": edition(matter)})
    text, errors = press.set_all((head, *parts_of_book(press)))
    return Written((text,), errors)


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
    yield from chapters.compared(press)
    yield from chapters.disputes(press)
    yield from chapters.not_known(press)
    yield from chapters.annex(press, tuple(press.dossier.facts.values()))
    yield from chapters.sources(press, tuple(press.dossier.used_sources))
    yield from chapters.glossary(press)


def extract(parts: Parts) -> Callable[[Matter, str], Written]:
    """A document of some chapters, the statements that they mention, and the sources of these."""

    def write(matter: Matter, title: str) -> Written:
        every = Press.of(matter)
        own = tuple(parts(every))
        _, errors = every.set_all(own)
        facts = tuple(matter.dossier.facts[id_] for id_ in sorted(every.reach.facts))
        names = frozenset(part.name for part in own)
        press = Press.of(matter, names | labels(facts))
        head = Chapter("", title, "extract.typ.j2", {"edition": edition(matter)})
        proof = chapters.annex(press, facts, "Statements")
        rest = (*proof, *chapters.sources(press, sources(facts), in_book=False))
        text, more = press.set_all((head, *parts(press), *rest))
        return Written((text,), tuple(dict.fromkeys((*errors, *more))))

    return write


def labels(facts: Sequence[Fact]) -> frozenset[str]:
    """What a document with an annex of some statements holds besides its chapters."""
    return frozenset((*(of_fact(f.id) for f in facts), *map(of_record, sources(facts))))


def sources(facts: Iterable[Fact]) -> tuple[str, ...]:
    """The sources of some statements."""
    return tuple(dict.fromkeys(one.source.id for fact in facts for one in fact.evidence))


def one_page(matter: Matter, title: str) -> Written:
    """The brief on one page: versions with fewer and fewer of its items."""
    press = Press.of(matter, frozenset())
    whole = {**chapters.brief(press).context, "edition": edition(matter)}
    held = {key: tuple(cast(Iterable[object], whole[key])) for key in CUT}
    found = []
    for numbers in fewer([len(items) for items in held.values()]):
        kept = {key: held[key][:number] for key, number in zip(CUT, numbers, strict=True)}
        of = {key: share(number, len(held[key])) for key, number in zip(CUT, numbers, strict=True)}
        one = Chapter("", title, "one_page.typ.j2", {**whole, **kept, "of": of}, notes=NUMBERS)
        found.append(press.set(one))
    errors = dict.fromkeys(error for _, told in found for error in told)
    return Written(tuple(dict.fromkeys(text for text, _ in found)), tuple(errors), 1)


def share(kept: int, held: int) -> str:
    """How many of a list are kept where it is not all: ` (3 of 9)`."""
    return f" ({kept} of {held})" if kept < held else ""


def fewer(numbers: list[int]) -> Iterator[list[int]]:
    """How many to keep of each list: all, then one less each time, the last items first.

    A list gives way only when those before it have come down to what they keep longest.
    """
    yield list(numbers)
    for least in (KEPT_LONGEST, 0):
        for at in range(len(numbers)):
            while numbers[at] > least:
                numbers[at] -= 1
                yield list(numbers)


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


def edition(matter: Matter) -> Edition:
    """The edition of a day."""
    dossier = matter.dossier
    own = dossier.briefing.edition
    numbers = (
        counted_if_any(len(dossier.facts), "statement"),
        counted_if_any(len(dossier.used_sources), "source"),
    )
    return Edition(
        own.title,
        own.subject,
        own.language,
        in_words(dossier.as_of),
        in_words(own.coverage_end),
        dossier.past_coverage,
        " from ".join(number for number in numbers if number),
        external(matter.settings.url) or "",
    )
