"""`side-differs`: a line or group that names a side holds figures of that side (a warning).

Refuses figures that are of no side by themselves, as those of a series are.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.derive import Dossier
from generator.diagnostics import Diagnostic, Label, Severity
from generator.link import Briefing
from generator.model.chart import Line, Step
from generator.model.comparison import Entry, Group
from generator.model.record import Path, Record
from generator.rules.act_of_other import Side, conflicts, is_party, side_of
from generator.rules.doubts import Pair
from generator.rules.likeliest import by_place
from generator.source import Span


@dataclass(frozen=True)
class Figure:
    """A figure whose side is known, and where the line or group names it."""

    id: str
    side: Side
    span: Span

    @property
    def sides(self) -> str:
        """Whose it is, as a message has it."""
        return " and ".join(f"`{one}`" for one in sorted(self.side.parties))


@dataclass(frozen=True)
class Row:
    """A line or group with the side that it names and its figures whose side is known."""

    party: str
    span: Span
    figures: tuple[Figure, ...]

    @property
    def odd(self) -> tuple[Figure, ...]:
        """Those of another side."""
        return tuple(one for one in self.figures if self.party not in one.side.parties)


@dataclass(frozen=True)
class Odd:
    """A figure of another side than its line or group."""

    row: Row
    figure: Figure

    @property
    def places(self) -> tuple[Span, ...]:
        """Where a side or figure may be wrong: that of the row where most figures speak for it."""
        is_most = 2 * len(self.row.odd) > len(self.row.figures)
        return (self.row.span if is_most else self.figure.span, *self.figure.side.places)


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Figures of another side, told once where one slip would explain most of them."""
    briefing = dossier.briefing.as_read
    every = [Odd(row, figure) for row in rows(briefing) for figure in row.odd]
    # Of a body whose acts are upon what is another's it is told there.
    told = {place for one in conflicts(briefing) for place in one.places} if every else set()
    every = [one for one in every if told.isdisjoint(one.figure.side.places)]
    for place, found in by_place(every):
        first = found[0]
        if place == first.row.span:
            yield of_other(first.row, [one.figure for one in found])
        elif place == first.figure.span:
            yield amid_others(first)
        else:
            yield differs(found, place)


def rows(briefing: Briefing) -> Iterator[Row]:
    """The lines of charts and groups of comparisons that name a side."""
    for record in (*briefing.of_kind("chart"), *briefing.of_kind("comparison")):
        for path, model in () if may_be_torn(record) else record.models:
            party = model.party if isinstance(model, Line | Group) else None
            if party and is_party(briefing, party):
                span = record.places.value((*path, "party"))
                yield Row(party, span, tuple(figures(briefing, record, path)))


def may_be_torn(record: Record) -> bool:
    """Whether lines are lost among its lines or groups, so that two can look like one."""
    return any(path[:1] in ((), ("lines",), ("groups",)) for path in record.unread)


def figures(briefing: Briefing, record: Record, row: Path) -> Iterator[Figure]:
    """The figures below a path whose side is known."""
    for path, model in record.models:
        if path[: len(row)] == row and isinstance(model, Step | Entry):
            key, id_ = ("rate", model.rate) if isinstance(model, Step) else ("of", model.of)
            side = side_of(briefing, id_ or "")
            if side.parties:
                yield Figure(id_ or "", side, record.places.value((*path, key)))


def of_other(row: Row, odd: list[Figure]) -> Diagnostic:
    """A line or group most of whose figures are of another side."""
    whole = len(row.figures)
    figures = "figure is" if whole == 1 else f"{whole} figures are"
    number = "its" if len(odd) == whole else f"{len(odd)} of its"
    return Pair(
        code="side-differs",
        message=f"`party: {row.party}`, and {number} {figures} of {odd[0].sides}",
        span=row.span,
        severity=Severity.WARNING,
        labels=tuple(Label(one.side.places[0], f"the side of `{one.id}`") for one in odd),
        help=f"write `party: {min(odd[0].side.parties)}`, or name figures of `{row.party}`",
    )


def amid_others(odd: Odd) -> Diagnostic:
    """A figure that is named among those of another side."""
    row, figure = odd.row, odd.figure
    return Pair(
        code="side-differs",
        message=message(odd),
        span=figure.span,
        severity=Severity.WARNING,
        labels=(
            Label(row.span, "the side here"),
            Label(figure.side.places[0], f"the side of `{figure.id}`"),
        ),
        help=f"name a figure of `{row.party}`",
    )


def differs(found: list[Odd], place: Span) -> Diagnostic:
    """The side of figures that are named among those of another one, wherever they are."""
    return Pair(
        code="side-differs",
        message=message(found[0]),
        span=place,
        severity=Severity.WARNING,
        labels=tuple(Label(one.figure.span, f"among those of `{one.row.party}`") for one in found),
        help="mend the side, or the lines and groups that have the figure",
    )


def message(odd: Odd) -> str:
    """What does not fit."""
    figure, party = odd.figure, odd.row.party
    return f"`{figure.id}` is of {figure.sides}, and stands among the figures of `{party}`"
