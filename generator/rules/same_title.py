"""`same-title`: two records of a kind have neither one title nor one symbol (a warning).

Nor have they one name in another language, unless they share the one that readers see. An alias of
one is no name of another.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.derive import Dossier
from generator.diagnostics import Diagnostic, Label, Severity
from generator.model import KINDS
from generator.model.body import Body
from generator.model.record import Path, Record
from generator.source import Span

# Of persons another rule tells; editions and copies of a source may share their title.
APART = ("person",)
CALLED = ("name", "term", "title", "asks", "text")


class Called(NamedTuple):
    """What a reader knows a record by: where it stands, and what has to differ.

    `sides` are those of a body: those of different sides may have one name.
    """

    record: Record
    path: Path
    known_by: str
    sides: frozenset[str] = frozenset()

    @property
    def span(self) -> Span:
        """Where it is written."""
        return self.record.places.value(self.path)

    def is_apart(self, other: Called) -> bool:
        """Whether both are of sides, and not of the same."""
        return bool(self.sides and other.sides) and self.sides != other.sides


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Records that are known by what another one of the kind is known by already."""
    language = dossier.briefing.edition.language
    for kind in (one for one in KINDS if one != "source"):
        records = dossier.briefing.of_kind(kind)
        found = (one for record in records for one in known_by(record, language))
        copies = list(told(doubled(found), language))
        yield from (again(*pair) for pair in copies)
        told_of = {one.record.id for _, one in copies}
        shared = aliased(one for one in records if one.id not in told_of)
        yield from (again(*pair) for pair in shared)


def known_by(record: Record, language: str) -> Iterator[Called]:
    """All that a reader knows a record by, what is seen first before the rest."""
    if record.kind not in APART:
        yield from titled(record, language)
    yield from foreign(record, language)
    yield from symbol(record)


def titled(record: Record, language: str) -> Iterator[Called]:
    """What a reader sees first of a record."""
    if key := key_of(record):
        title = record.data.heading(language) or str(getattr(record.data, key))
        yield Called(record, (key,), title.casefold(), sides(record))


def foreign(record: Record, language: str) -> Iterator[Called]:
    """The name of a record in other languages."""
    forms = record.data.called.foreign(language) if record.data.called else ()
    for text, tag in {text: tag for tag, text in forms}.items():
        yield Called(record, (key_of(record), tag), text.casefold(), sides(record))


def key_of(record: Record) -> str:
    """The key of what a reader sees first; empty where there is none."""
    return next((key for key in CALLED if getattr(record.data, key, None)), "")


def symbol(record: Record) -> Iterator[Called]:
    """The symbol of a material."""
    if written := getattr(record.data, "symbol", None):
        yield Called(record, ("symbol",), written)


def sides(record: Record) -> frozenset[str]:
    """The sides that a body belongs to."""
    return frozenset(record.data.of) if isinstance(record.data, Body) else frozenset()


def doubled(found: Iterable[Called]) -> Iterator[tuple[Called, Called]]:
    """What is known by the same, in pairs with the first of it."""
    known: dict[tuple[object, ...], list[Called]] = {}
    for one in found:
        alike = known.setdefault((one.path[:1], len(one.path), one.known_by), [])
        if first := next((each for each in alike if not one.is_apart(each)), None):
            yield first, one
        else:
            alike.append(one)


def told(pairs: Iterable[tuple[Called, Called]], language: str) -> Iterator[tuple[Called, Called]]:
    """The first pair of each record; a copy has the title and the symbol of another.

    Who has one name as readers see it has it in every language.
    """
    copied: set[str] = set()
    for first, one in pairs:
        headings = {each.record.data.heading(language) for each in (first, one)}
        is_told = one.record.id in copied or len(one.path) > 1 and len(headings) == 1
        copied.add(one.record.id)
        if not is_told:
            yield first, one


def aliased(records: Iterable[Record]) -> Iterator[tuple[Called, Called]]:
    """The first alias of each record that is the name or an alias of another, with that one."""
    each = list(records)
    known: dict[str, list[Called]] = {}
    for record in each:
        for path, text in names_of(record):
            called = Called(record, path, text.casefold(), sides(record))
            known.setdefault(called.known_by, []).append(called)
    for record in each:
        # `the department` is what several are called.
        aliases = [alias for alias in record.data.aliases if not alias.startswith("the ")]
        found = (one for alias in aliases for one in known.get(alias.casefold(), ()))
        own = [one for one in found if one.record is not record and is_other(record, one)]
        if own:
            first = own[0]
            at = [one.casefold() for one in record.data.aliases].index(first.known_by)
            yield first, Called(record, ("aliases", at), first.known_by, sides(record))


def names_of(record: Record) -> Iterator[tuple[Path, str]]:
    """What a record is called in every language, and its aliases."""
    called = record.data.called
    for tag, text in called.texts.items() if called else ():
        yield ((key_of(record), tag) if tag else (key_of(record),)), text
    yield from ((("aliases", at), text) for at, text in enumerate(record.data.aliases))


def is_other(record: Record, called: Called) -> bool:
    """Whether an alias of a record is told at it, and not at the other, which it is called by.

    Who has one name as readers see it is told as such.
    """
    other = called.record
    is_name = called.path[0] != "aliases"
    # A surname may be that of two.
    is_surname = record.kind == "person" and " " not in called.known_by
    of_sides = called.is_apart(Called(record, (), "", sides(record)))
    is_namesake = not set(record.data.names).isdisjoint(other.data.names)
    is_later = other.id < record.id and not is_surname
    return not (of_sides or is_namesake) and (is_name or is_later)


def again(first: Called, one: Called) -> Diagnostic:
    """What readers cannot tell from another."""
    return Diagnostic(
        code="same-title",
        message=f"`{one.span.text}` is what another {one.record.kind} is called too"
        if one.path[0] == "aliases"
        else f"another {one.record.kind} has the same `{'.'.join(map(str, one.path))}`",
        span=one.span,
        severity=Severity.WARNING,
        labels=(Label(first.span, f"`{first.record.id}`"),),
        help="say what sets the two apart, such as who counts, what, or since when; or delete one",
    )
