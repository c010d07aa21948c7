"""What only looks wrong: told where nothing is wrong for sure at the same place.

A slip that a rule can prove often looks odd to others too, and would be told again; and a key that
is wrong where its own quotation shows it is missed by what names it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import fields, replace

from generator.diagnostics import Diagnostic, Label, Severity
from generator.source import Span

Line = tuple[str, int]
# What says that a key itself may be wrong.
OF_KEYS = {
    *("dangling-ref", "delegate-misnamed", "delegate-of-other"),
    *("duplicate-key", "witness-before-fact"),
}
UNCLEAR = {"yaml-syntax", "wrong-value"}


class Doubt(Diagnostic):
    """Something that looks wrong where it stands."""


class Pair(Doubt):
    """Two things that look as if they should not both be so, of which either may be wrong."""


class Either(Diagnostic):
    """Something wrong where it stands, or where one of its labels is."""


def undoubted(found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """All that is found, but for what is about a place of which something is told already."""
    found = list(found)
    sure = [one for one in found if not isinstance(one, Doubt | Either)]
    told = {place(span) for one in sure for span in spans_of(one)}
    doubted = {place(span) for one in found if is_lone(one) for span in spans_of(one)}
    keys = {place(span) for one in sure if one.code in OF_KEYS for span in spans_of(one)}
    either = [one for one in found if isinstance(one, Either)]
    second = [one for one in either if any(place(span) in keys for span in spans_of(one))]
    # Where it is told there is no doubt left; where its labels are, another thing may be wrong.
    told |= {place(one.span) for one in either if one not in second}
    for one in found:
        if one in second:
            continue
        if isinstance(one, Doubt):
            of_pair = isinstance(one, Pair) and any(
                place(span) in told | doubted for span in spans_of(one)
            )
            if of_pair or place(one.span) in told:
                continue
            told.add(place(one.span))
        yield one


def met(found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """All that is found, with a pair that is told where another one points to as a part of that.

    A single slip there explains both; so it does where a pair points to what may be wrong in the
    place of something else, such as a key that nothing finds.
    """
    kept: list[Diagnostic] = []
    pointed: dict[tuple[str, int], int] = {}
    instead: dict[tuple[str, int], int] = {}
    for one in sorted(found, key=lambda one: not isinstance(one, Either)):
        spans = [place(span) for span in spans_of(one)] if isinstance(one, Pair) else []
        at = [pointed.get(span) for span in spans[:1]] + [instead.get(span) for span in spans]
        first = next((each for each in at if each is not None), None)
        if first is not None:
            kept[first] = together(kept[first], one)
            continue
        for kind, places in ((Pair, pointed), (Either, instead)):
            if isinstance(one, kind):
                places |= {place(label.span): len(kept) for label in one.labels}
        kept.append(one)
    yield from kept


def together(one: Diagnostic, other: Diagnostic) -> Diagnostic:
    """Two that meet at a place, told as the one that weighs more."""
    is_more = other.severity is Severity.ERROR and one.severity is not Severity.ERROR
    first, second = (other, one) if is_more else (one, other)
    return replace(first, labels=(*first.labels, Label(second.span, second.message)))


def sure(one: Diagnostic) -> Diagnostic:
    """The same, when something else has shown that there is no doubt."""
    plain = Diagnostic
    return plain(**{each.name: getattr(one, each.name) for each in fields(Diagnostic)})


def unclear_lines(read: Iterable[Diagnostic]) -> frozenset[Line]:
    """The lines whose grammar or shape is told to be wrong: what they say is not known."""
    return frozenset(line(one.span) for one in read if one.code in UNCLEAR)


def but_unclear(found: Iterable[Diagnostic], lines: Collection[Line]) -> Iterator[Diagnostic]:
    """All that is found, but for doubts about such lines."""
    for one in found:
        if not isinstance(one, Doubt) or not any(line(span) in lines for span in spans_of(one)):
            yield one


def line(span: Span) -> Line:
    """The line of a place: its file and number."""
    return span.file.path, span.line


def is_lone(one: Diagnostic) -> bool:
    """Whether something looks wrong by itself."""
    return isinstance(one, Doubt) and not isinstance(one, Pair)


def spans_of(one: Diagnostic) -> Iterator[Span]:
    """Where something is told, and its second places."""
    yield one.span
    yield from (label.span for label in one.labels)


def place(span: Span) -> tuple[str, int]:
    """Where something begins: file and offset."""
    return span.file.path, span.start
