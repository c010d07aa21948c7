"""What several statements do not find in a quotation: told once, as something was changed there.

Refuses to find any: rules find what no quotation has, one by one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import combinations

from generator.diagnostics import Diagnostic, Label
from generator.link import Briefing
from generator.rules.said import Quoted, Said, nowhere, said
from generator.rules.wanted import KEYS, Wanted, elsewhere, found_there, persons, wanted, words
from generator.source import Span

# So many of the things that a quotation lacks are named.
SHOWN = 3


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
    def taken_at(self) -> Span:
        """Where it is said."""
        return self.part.span(self.wanted.key)


Left = list[Unprinted]
Gathered = tuple[list[Diagnostic], Left]


def gathered(briefing: Briefing, found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """All that is found, what has one cause once: in a quotation, or in a witness."""
    left: Left = []
    for one in found:
        if isinstance(one, Unprinted):
            left.append(one)
        else:
            yield one
    for step in (exchanged, replaced, altered, misnamed):
        told, left = step(briefing, left)
        yield from told
    yield from left


def exchanged(_: Briefing, left: Left) -> Gathered:
    """Quotations each of which has what is taken from the other one."""
    users = by_witness(left)
    groups: dict[str, list[tuple[str, str]]] = {}
    for one, other in combinations(users, 2):
        if is_exchange(users, one, other):
            # Of a table whose columns change places it is all its rows.
            whole = one.partition("/")[0] if "/" in one else one
            groups.setdefault(whole, []).append((one, other))
    told = [exchange(users, pairs) for pairs in groups.values()]
    gone = {witness for pairs in groups.values() for pair in pairs for witness in pair}
    return told, without(left, gone)


def is_exchange(users: dict[str, Left], one: str, other: str) -> bool:
    """Whether all that one quotation lacks stands in another of its source, and the reverse."""
    if one.partition("#")[0] != other.partition("#")[0]:
        return False
    both = quoted_at(users, one), quoted_at(users, other)
    return all(each.wanted.stands_in(both[1]) for each in users[one]) and all(
        each.wanted.stands_in(both[0]) for each in users[other]
    )


def exchange(users: dict[str, Left], pairs: list[tuple[str, str]]) -> Diagnostic:
    """Quotations that have changed places."""
    (one, other), *more = pairs
    takers = [each for pair in pairs for witness in pair for each in users[witness]]
    places = [quoted_at(users, witness).words_span for pair in pairs for witness in pair]
    others = f", and {len(more)} more such pairs" if more else ""
    return replace(
        takers[0],
        message=f"`{one}` has what is taken from `{other}`, and the other way about{others}",
        span=min(places, key=_place),
        labels=(*(Label(one, "changed places") for one in places[1:]), *taken(takers)),
        help="let the quotations change places, or the statements' witnesses",
    )


def replaced(briefing: Briefing, left: Left) -> Gathered:
    """Quotations that have nothing of what several statements take from them."""
    told: list[Diagnostic] = []
    for witness, several in by_witness(left).items():
        lacking = [one for one in several if one in left]
        if len(statements(lacking)) > 1 and not is_found(briefing, witness):
            told.append(misquoted(lacking, witness, "has nothing of it"))
            left = without(left, {witness})
    return told, left


def is_found(briefing: Briefing, witness: str) -> bool:
    """Whether anything of what is taken from a quotation stands there."""
    for part in said(briefing):
        for quoted in part.quoted:
            if quoted.witness == witness and any(one.stands_in(quoted) for one in takes(part)):
                return True
    return False


def takes(part: Said) -> Iterator[Wanted]:
    """All that a part has from its quotations."""
    own = words(part)
    yield from (*wanted(part), *((own,) if own else ()), *persons(part))


def altered(_: Briefing, left: Left) -> Gathered:
    """Quotations that lack the same thing for several statements, most of them first."""
    told: list[Diagnostic] = []
    while True:
        users: dict[tuple[str, str], Left] = {}
        # A person may well be taken for another by several.
        for one in left:
            for quoted in one.part.quoted if one.wanted.key not in KEYS else ():
                users.setdefault((quoted.witness, one.wanted.meaning), []).append(one)
        most = max(users.values(), key=lambda several: len(statements(several)), default=[])
        if len(statements(most)) < 2:
            return told, left
        witness = next(key[0] for key, several in users.items() if several is most)
        told.append(misquoted(most, witness, "does not have it"))
        left = [one for one in left if one not in most]


def misquoted(found: Left, witness: str, lacks: str) -> Diagnostic:
    """A quotation that lacks what several statements take from it."""
    quoted = next(one for one in found[0].part.quoted if one.witness == witness)
    several = dict.fromkeys(f"`{one.wanted.shown}`" for one in found)
    shown = ", ".join([*several][:SHOWN]) + (" and more" if len(several) > SHOWN else "")
    return replace(
        found[0],
        message=f"{len(statements(found))} statements take {shown} from the quotation `{witness}`, "
        f"which {lacks}",
        span=quoted.words_span,
        note=found_there(quoted, found[0].wanted),
        labels=tuple(taken(found)),
        help="correct the quotation, or each statement",
    )


def misnamed(_: Briefing, left: Left) -> Gathered:
    """What single statements say and another quotation has it all, in its place."""
    groups: dict[object, Left] = {}
    for one in left:
        found = elsewhere(one.part, one.wanted)
        meant = (found[0].id, found[1]) if found else (one.wanted.key, one.wanted.shown)
        groups.setdefault((one.statement, one.part.path, meant), []).append(one)
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
            *(Label(one.taken_at, "rests on it") for one in found),
        ),
        help=f"name the witness `{source.id}#{key}` in its place, or beside it",
    )


def by_witness(left: Left) -> dict[str, Left]:
    """What is not found, by each quotation in which it should stand."""
    users: dict[str, Left] = {}
    for one in left:
        for quoted in one.part.quoted:
            users.setdefault(quoted.witness, []).append(one)
    return users


def quoted_at(users: dict[str, Left], witness: str) -> Quoted:
    """A quotation from which something is taken."""
    return next(one for one in users[witness][0].part.quoted if one.witness == witness)


def without(left: Left, gone: set[str]) -> Left:
    """What is taken from none of some quotations."""
    return [one for one in left if gone.isdisjoint(each.witness for each in one.part.quoted)]


def statements(found: Left) -> set[str]:
    """The statements that something is not found of."""
    return {one.statement for one in found}


def taken(found: Left) -> Iterator[Label]:
    """The places where something is taken, in order."""
    for one in sorted(found, key=lambda one: _place(one.taken_at)):
        yield Label(one.taken_at, f"takes `{one.wanted.shown}`")


def _place(span: Span) -> tuple[str, int]:
    return span.file.path, span.start
