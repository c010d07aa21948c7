"""What is not found in a quotation or several, for one reason: told once, where that lies.

Refuses to find any: rules find what no quotation has, one by one.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from functools import partial

from generator.diagnostics import Diagnostic, Label, Severity
from generator.link import Briefing
from generator.rules.exchanged import crossed, exchanged, shifted
from generator.rules.merged import merged
from generator.rules.nameless import misspelt, spelt, together
from generator.rules.said import nowhere, said
from generator.rules.same_quotation import Pasted
from generator.rules.unprinted import Gathered, Left, Unprinted, by_witness, taken
from generator.rules.wanted import KEYS, all_wanted, elsewhere, found_there

# So many of the things that a quotation lacks are named.
SHOWN = 3


def gathered(briefing: Briefing, found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """All that is found, what has one cause once: in a quotation, or in a witness."""
    left: Left = []
    pasted: list[Pasted] = []
    others: list[Diagnostic] = []
    for one in found:
        if isinstance(one, Unprinted):
            left.append(one)
        elif isinstance(one, Pasted):
            pasted.append(one)
        else:
            others.append(one)
    yield from (with_taken(one, left) for one in pasted)
    left = [one for one in left if not any(rests_on(one, each.witnesses) for each in pasted)]
    # Of a quotation in which something is found not all was changed.
    barren = by_witness(left).keys() - found_in(briefing, left)
    others, left = merged(briefing, others, barren, left)
    others, left = misspelt(others, left)
    yield from others
    steps = (
        *(shifted, partial(exchanged, barren), crossed, partial(replaced, barren)),
        *(altered, misnamed, together),
    )
    for step in steps:
        told, left = step(left)
        yield from told
    yield from left


def with_taken(pasted: Pasted, left: Left) -> Diagnostic:
    """Words that stand twice, with what is taken from the two and in neither."""
    lacking = [one for one in left if rests_on(one, pasted.witnesses)]
    severity = Severity.ERROR if lacking else pasted.severity
    return replace(pasted, labels=(*pasted.labels, *taken(lacking)), severity=severity)


def rests_on(one: Unprinted, witnesses: Collection[str]) -> bool:
    """Whether something should stand in some quotations, and in no others."""
    return all(quoted.witness in witnesses for quoted in one.part.quoted)


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


def replaced(barren: Collection[str], left: Left) -> Gathered:
    """Quotations that have nothing of what several statements take from them."""
    told: list[Diagnostic] = []
    gone: set[int] = set()
    for witness, users in by_witness(left).items():
        lacking = [one for one in users if id(one) not in gone]
        # Persons are named in many a quotation.
        others = {one.elsewhere for one in lacking if one.wanted.key not in KEYS}
        # What stands elsewhere was taken from the wrong quotation, unless all of it does.
        if witness in barren and len(others) <= 1 and is_evident(lacking):
            told.append(misquoted(lacking, witness, "which has nothing of it"))
            gone |= {id(one) for one in lacking}
    return told, [one for one in left if id(one) not in gone]


def is_evident(lacking: Left) -> bool:
    """Whether so much is not found that it is the quotation that was changed."""
    return len(statements(lacking)) > 1


def altered(left: Left) -> Gathered:
    """Quotations that lack the same thing, or persons, for several statements: most of them first.

    Where one person is lost others are as well, with the rest of the sentence.
    """
    users: dict[tuple[str, str], Left] = {}
    for one in left:
        meaning = "" if one.wanted.key in KEYS else one.wanted.meaning
        for quoted in one.part.quoted:
            users.setdefault((quoted.witness, meaning), []).append(one)
    told: list[Diagnostic] = []
    gone: set[int] = set()
    for key in sorted(users, key=lambda key: -len(statements(users[key]))):
        lacking = [one for one in users[key] if id(one) not in gone]
        if len(statements(lacking)) > 1:
            lacks = "which does not have it" if key[1] else "which does not name them"
            told.append(misquoted(lacking, key[0], lacks))
            gone |= {id(one) for one in lacking}
    return told, [one for one in left if id(one) not in gone]


def misquoted(found: Left, witness: str, lacks: str) -> Diagnostic:
    """A quotation that lacks what several statements take from it."""
    quoted = next(one for one in found[0].part.quoted if one.witness == witness)
    are_persons = all(one.wanted.key in KEYS for one in found)
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
        note=spelt(quoted, found) if are_persons else found_there(quoted, found[0].wanted),
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
            *(Label(one.span, "rests on it") for one in found),
        ),
        help=f"name the witness `{source.id}#{key}` in its place, or beside it",
    )


def statements(found: Iterable[Unprinted]) -> set[str]:
    """The statements that something is not found of."""
    return {one.statement for one in found}
