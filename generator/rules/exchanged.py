"""Quotations, or what is taken from them, that have changed places: told once for both.

Refuses to find any: what is exchanged is not found where it should stand, which rules find.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from itertools import combinations

from generator.diagnostics import Diagnostic, Label
from generator.rules.said import Quoted
from generator.rules.unprinted import (
    Gathered,
    Left,
    Unprinted,
    Users,
    begins,
    by_witness,
    none_of,
    quoted_at,
    taken,
)

# Of so many quotations of a source none is held against each other one.
MANY = 40
Pair = tuple[str, str]
Row = tuple[str, str, str]
# With so many cells not two are exchanged, but all have moved.
SHIFTED = 3


def shifted(left: Left) -> Gathered:
    """Rows of a table of which several cells have what is taken from others of them."""
    rows: dict[Row, Left] = {}
    for one in left:
        for row in {*filter(None, map(row_of, one.part.quoted))}:
            rows.setdefault(row, []).append(one)
    told = {row: of for row, of in rows.items() if is_shifted(row, of)}
    gone = {id(one) for lacking in told.values() for one in lacking}
    return [shift(*one) for one in told.items()], [one for one in left if id(one) not in gone]


def row_of(quoted: Quoted) -> Row | None:
    """The row of a cell: its source, table and key; None for a quotation that is no cell."""
    table, *cell = quoted.key.split("/")
    return (quoted.source.id, table, cell[0]) if cell else None


def is_shifted(row: Row, lacking: Left) -> bool:
    """Whether so many cells of a row have moved to one side that the row was shifted.

    The one at its end is lost then, and no other.
    """
    moves = [moved(row, one) for one in lacking]
    steps = {step for _, step in moves if step}
    stray = [place for place, step in moves if not step]
    if len(lacking) - len(stray) < SHIFTED:
        return False
    places = [place for place, _ in moves]
    is_last = (steps == {1} and stray == [max(places)]) or (
        steps == {-1} and stray == [min(places)]
    )
    return not stray or is_last


def moved(row: Row, one: Unprinted) -> tuple[int, int]:
    """The place of a cell in its row, and the side on which what is taken from it stands, or 0."""
    quoted = next(each for each in one.part.quoted if row_of(each) == row)
    table = quoted.publication.tables[row[1]]
    cells = table.rows[row[2]]
    own = [*table.columns].index(quoted.key.split("/")[2])
    found = [at for at, cell in enumerate(cells) if one.wanted.stands(cell, quoted.published)]
    nearest = min(found, key=lambda at: abs(at - own), default=own)
    return own, (nearest > own) - (nearest < own)


def shift(row: Row, lacking: Left) -> Diagnostic:
    """A row whose cells stand below each other's columns."""
    quoted = next(each for each in lacking[0].part.quoted if row_of(each) == row)
    return replace(
        lacking[0],
        message=f"{len({one.statement for one in lacking})} statements take from cells of the row "
        f"`{row[2]}` what stands in others of it",
        span=quoted.source.places.value(("tables", row[1], "rows", row[2])),
        labels=tuple(taken(lacking)),
        help="put each cell below its column again, or name the cells that are meant",
    )


def exchanged(barren: Collection[str], left: Left) -> Gathered:
    """Quotations each of which has what is taken from the other one, and nothing else."""
    users = by_witness(left)
    groups: dict[object, list[Pair]] = {}
    for pair in pairs(users, barren):
        groups.setdefault(whole(pair), []).append(pair)
    told = [exchange(users, several) for several in groups.values()]
    gone = {witness for several in groups.values() for pair in several for witness in pair}
    return told, none_of(left, gone)


def pairs(users: Users, barren: Collection[str]) -> Iterator[Pair]:
    """The quotations that have changed places, each in one pair: the nearest first."""
    sources: dict[str, list[str]] = {}
    for witness in users:
        if witness in barren:
            sources.setdefault(witness.partition("#")[0], []).append(witness)
    taken: set[str] = set()
    for several in sources.values():
        both = combinations(several, 2) if len(several) <= MANY else ()
        for pair in sorted(both, key=distance):
            if taken.isdisjoint(pair) and is_exchange(users, *pair):
                taken.update(pair)
                yield pair


def distance(pair: Pair) -> tuple[bool, bool]:
    """How far two quotations stand apart: cells of a row, of a column, or anything else."""
    one, other = (witness.split("/") for witness in pair)
    return one[:-1] != other[:-1] or len(one) == 1, one[-1] != other[-1]


def whole(pair: Pair) -> object:
    """What has changed places with a pair: two columns of a table, two rows, or just the pair."""
    one, other = (witness.split("/") for witness in pair)
    if len(one) == 1 or len(other) == 1 or one[0] != other[0]:
        return pair
    return (one[0], frozenset((*one[1:], *other[1:])) - {*one[1:]}.intersection(other[1:]))


def is_exchange(users: Users, one: str, other: str) -> bool:
    """Whether all that one quotation lacks stands in another, and the reverse."""
    first, second = quoted_at(users, one), quoted_at(users, other)
    return all(each.wanted.stands_in(second) for each in users[one]) and all(
        each.wanted.stands_in(first) for each in users[other]
    )


def exchange(users: Users, pairs: list[Pair]) -> Diagnostic:
    """Quotations that have changed places."""
    (one, other), *more = pairs
    witnesses = [witness for pair in pairs for witness in pair]
    takers = {id(each): each for witness in witnesses for each in users[witness]}
    first, *others = sorted((quoted_at(users, one).words_span for one in witnesses), key=begins)
    beside = f", and so for {len(more)} more" if more else ""
    return replace(
        next(iter(takers.values())),
        message=f"`{one}` has what is taken from `{other}`, and the other way about{beside}",
        span=first,
        labels=(*(Label(span, "changed places") for span in others), *taken(takers.values())),
        help="let the quotations change places, or the statements' witnesses",
    )


def crossed(left: Left) -> Gathered:
    """Statements, or positions, each of which says what stands in the quotations of the other."""
    records: Users = {}
    for one in left:
        records.setdefault(one.part.located.record.id, []).append(one)
    told: list[Diagnostic] = []
    gone: set[int] = set()
    for several in records.values():
        for one, other in combinations(several, 2) if len(several) <= MANY else ():
            if gone.isdisjoint((id(one), id(other))) and is_crossed(one, other):
                gone |= {id(one), id(other)}
                told.append(cross(one, other))
    return told, [one for one in left if id(one) not in gone]


def is_crossed(one: Unprinted, other: Unprinted) -> bool:
    """Whether each of two parts says, behind one key, what the other's quotations have."""
    is_apart = (one.statement, one.part.path) != (other.statement, other.part.path)
    return (is_apart and one.wanted.key == other.wanted.key) and all(
        any(map(first.wanted.stands_in, second.part.quoted))
        for first, second in ((one, other), (other, one))
    )


def cross(one: Unprinted, other: Unprinted) -> Diagnostic:
    """Two statements that have changed places."""
    return replace(
        one,
        message=f"`{one.wanted.shown}` and `{other.wanted.shown}` stand in each other's quotations",
        labels=(Label(other.span, "and this"),),
        help="let the two change places, or their witnesses",
    )
