"""What is not found in a quotation or several, for one reason: told once, where that lies.

Refuses to find any: rules find what no quotation has, one by one.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import combinations

from generator.diagnostics import Diagnostic, Label
from generator.link import Briefing
from generator.rules.said import Quoted, Said, nowhere, said
from generator.rules.wanted import (
    KEYS,
    WORDS,
    Wanted,
    elsewhere,
    found_there,
    persons,
    wanted,
    words,
)
from generator.source import Span

# So many of the things that a quotation lacks are named.
SHOWN = 3
# So many numbers of one quotation are hardly all mistyped.
SEVERAL = 3
# Of so many quotations of a source none is held against each other one.
MANY = 40


@dataclass(frozen=True, slots=True)
class Unprinted(Diagnostic):
    """Something that a part says, and none of its quotations has."""

    part: Said = field(kw_only=True, compare=False, repr=False)
    wanted: Wanted = field(kw_only=True, compare=False, repr=False)

    @property
    def statement(self) -> str:
        """The id of the statement."""
        return self.part.located.id

    @property
    def elsewhere(self) -> str:
        """Another quotation of the same sources that has it; empty where none has."""
        found = elsewhere(self.part, self.wanted)
        return f"{found[0].id}#{found[1]}" if found else ""

    @property
    def said_at(self) -> Span:
        """Where it is said."""
        return self.part.span(self.wanted.key)


Left = list[Unprinted]
Users = dict[str, Left]
Gathered = tuple[list[Diagnostic], Left]
Pair = tuple[str, str]


def gathered(briefing: Briefing, found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """All that is found, what has one cause once: in a quotation, or in a witness."""
    left: Left = []
    for one in found:
        if isinstance(one, Unprinted):
            left.append(one)
        else:
            yield one
    # Of a quotation in which something is found not all was changed.
    barren = by_witness(left).keys() - found_in(briefing, left)
    steps = (partial(exchanged, barren), crossed, partial(replaced, barren), altered, misnamed)
    for step in steps:
        told, left = step(left)
        yield from told
    yield from left


def by_witness(left: Left) -> Users:
    """What is not found, by each quotation in which it should stand."""
    users: Users = {}
    for one in left:
        for quoted in one.part.quoted:
            users.setdefault(quoted.witness, []).append(one)
    return users


def found_in(briefing: Briefing, left: Left) -> set[str]:
    """The quotations that lack something, and have something else that is taken from them."""
    lacking = by_witness(left).keys()
    found: set[str] = set()
    for part in said(briefing) if lacking else ():
        for quoted in part.quoted:
            if quoted.witness in lacking - found and any(
                one.stands_in(quoted) for one in all_wanted(part)
            ):
                found.add(quoted.witness)
    return found


def all_wanted(part: Said) -> Iterator[Wanted]:
    """All that a part has from its quotations."""
    own = words(part)
    yield from (*wanted(part), *((own,) if own else ()), *persons(part))


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
    first, *others = sorted((quoted_at(users, one).words_span for one in witnesses), key=_place)
    beside = f", and so for {len(more)} more" if more else ""
    return replace(
        next(iter(takers.values())),
        message=f"`{one}` has what is taken from `{other}`, and the other way about{beside}",
        span=first,
        labels=(*(Label(span, "changed places") for span in others), *taken(takers.values())),
        help="let the quotations change places, or the statements' witnesses",
    )


def crossed(left: Left) -> Gathered:
    """Statements of a record each of which says what stands in the quotations of the other."""
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
    """Whether each of two statements says, behind one key, what the other's quotations have."""
    is_apart = one.statement != other.statement and one.wanted.key == other.wanted.key
    return is_apart and all(
        any(map(first.wanted.stands_in, second.part.quoted))
        for first, second in ((one, other), (other, one))
    )


def cross(one: Unprinted, other: Unprinted) -> Diagnostic:
    """Two statements that have changed places."""
    return replace(
        one,
        message=f"`{one.wanted.shown}` and `{other.wanted.shown}` stand in each other's quotations",
        labels=(Label(other.said_at, "and this"),),
        help="let the two change places, or their witnesses",
    )


def replaced(barren: Collection[str], left: Left) -> Gathered:
    """Quotations that have nothing of what several statements take from them."""
    told: list[Diagnostic] = []
    gone: set[int] = set()
    for witness, users in by_witness(left).items():
        lacking = [one for one in users if id(one) not in gone]
        others = {one.elsewhere for one in lacking}
        # What stands elsewhere was taken from the wrong quotation, unless all of it does.
        if witness in barren and len(others) == 1 and is_evident(lacking):
            told.append(misquoted(lacking, witness, "which has nothing of it"))
            gone |= {id(one) for one in lacking}
    return told, [one for one in left if id(one) not in gone]


def is_evident(lacking: Left) -> bool:
    """Whether so much is not found that it is the quotation that was changed: more than numbers."""
    is_text = any(one.wanted.key in (WORDS, *KEYS) for one in lacking)
    several = len(statements(lacking))
    return several >= SEVERAL or (several > 1 and is_text)


def altered(left: Left) -> Gathered:
    """Quotations that lack the same thing for several statements, most of them first."""
    users: dict[tuple[str, str], Left] = {}
    # A person may well be taken for another by several.
    for one in left:
        for quoted in one.part.quoted if one.wanted.key not in KEYS else ():
            users.setdefault((quoted.witness, one.wanted.meaning), []).append(one)
    told: list[Diagnostic] = []
    gone: set[int] = set()
    for key in sorted(users, key=lambda key: -len(statements(users[key]))):
        lacking = [one for one in users[key] if id(one) not in gone]
        if len(statements(lacking)) > 1:
            told.append(misquoted(lacking, key[0], "which does not have it"))
            gone |= {id(one) for one in lacking}
    return told, [one for one in left if id(one) not in gone]


def misquoted(found: Left, witness: str, lacks: str) -> Diagnostic:
    """A quotation that lacks what several statements take from it."""
    quoted = next(one for one in found[0].part.quoted if one.witness == witness)
    several = dict.fromkeys(f"`{one.wanted.shown}`" for one in found)
    shown = ", ".join([*several][:SHOWN]) + (" and more" if len(several) > SHOWN else "")
    others = {one.elsewhere for one in found}
    other = others.pop() if len(others) == 1 else ""
    there = f", or name `{other}`, which has it" if other else ""
    return replace(
        found[0],
        message=f"{len(statements(found))} statements take {shown} from the quotation `{witness}`, "
        f"{lacks}",
        span=quoted.words_span,
        note=found_there(quoted, found[0].wanted),
        labels=tuple(taken(found)),
        help=f"correct the quotation, or each statement{there}",
    )


def misnamed(left: Left) -> Gathered:
    """What single statements say and another quotation has all of, in its place."""
    groups: dict[object, Left] = {}
    for one in left:
        if other := one.elsewhere:
            groups.setdefault((one.statement, one.part.path, other), []).append(one)
    several = [group for group in groups.values() if len(group) > 1]
    told = {id(one) for group in several for one in group}
    return list(map(other_witness, several)), [one for one in left if id(one) not in told]


def other_witness(found: Left) -> Diagnostic:
    """A witness that has nothing of what another one of its source has."""
    part, other = found[0].part, elsewhere(found[0].part, found[0].wanted)
    assert other
    source, key = other
    shown = ", ".join(f"`{one.wanted.shown}`" for one in found)
    return replace(
        found[0],
        message=f"{shown} stand in {nowhere(part.quoted)}, and all of it in `{source.id}#{key}`",
        span=part.quoted[0].span,
        labels=(
            Label(source.places.value(("quotes", key, "text")), "here it stands"),
            *(Label(one.said_at, "rests on it") for one in found),
        ),
        help=f"name the witness `{source.id}#{key}` in its place, or beside it",
    )


def quoted_at(users: Users, witness: str) -> Quoted:
    """A quotation from which something is taken."""
    return next(one for one in users[witness][0].part.quoted if one.witness == witness)


def none_of(left: Left, gone: Collection[str]) -> Left:
    """What is taken from none of some quotations."""
    return [one for one in left if not any(each.witness in gone for each in one.part.quoted)]


def statements(found: Iterable[Unprinted]) -> set[str]:
    """The statements that something is not found of."""
    return {one.statement for one in found}


def taken(found: Iterable[Unprinted]) -> Iterator[Label]:
    """The places where something is taken, in order."""
    for one in sorted(found, key=lambda one: _place(one.said_at)):
        yield Label(one.said_at, f"takes `{one.wanted.shown}`")


def _place(span: Span) -> tuple[str, int]:
    return span.file.path, span.start
