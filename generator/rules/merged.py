"""Two quotations that have become one, as lines between them are lost: told with the lost one.

The one that is left holds the words of the other, so that what rests on it is not found in it. Of
what rests on the other nothing may be such as a quotation has to print: then any may hold it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from generator.diagnostics import Diagnostic, Label
from generator.link import Briefing
from generator.rules.gone_together import Unquoted
from generator.rules.said import Quoted, said
from generator.rules.unprinted import Gathered, Left, Users, by_witness, quoted_at, taken
from generator.rules.wanted import Wanted, all_wanted


def merged(
    briefing: Briefing, told: Iterable[Diagnostic], barren: Collection[str], left: Left
) -> Gathered:
    """What is told, lost quotations with those that hold their words, and what is left then."""
    told, users = list(told), by_witness(left)
    quotations = [quoted_at(users, witness) for witness in sorted(barren)]
    lost = [one for one in told if isinstance(one, Unquoted)] if quotations else []
    found = {id(one): [*holders(briefing, one, quotations)] for one in lost}
    gone = {quoted.witness for several in found.values() for quoted in several}
    rest = [one for one in left if not gone.issuperset(each.witness for each in one.part.quoted)]
    return [with_holders(one, found.get(id(one), ()), users) for one in told], rest


def holders(briefing: Briefing, lost: Unquoted, quotations: Iterable[Quoted]) -> Iterator[Quoted]:
    """The quotations of the same source in which stands what rests on a lost one, if it can."""
    due = [*resting(briefing, lost.witnesses)]
    sources = {witness.partition("#")[0] for witness in lost.witnesses}
    for quoted in quotations:
        is_same = quoted.witness.partition("#")[0] in sources
        if is_same and (not due or any(one.stands_in(quoted) for one in due)):
            yield quoted


def resting(briefing: Briefing, witnesses: Collection[str]) -> Iterator[Wanted]:
    """What should stand in some quotations."""
    for part in said(briefing):
        if any(witness in witnesses for witness, _ in part.witnesses):
            yield from all_wanted(part)


def with_holders(told: Diagnostic, quotations: Iterable[Quoted], users: Users) -> Diagnostic:
    """What is told, with the quotations that may hold the words of those that it misses."""
    labels: list[Label] = []
    for one in quotations:
        labels += Label(one.words_span, "this may hold its words"), *taken(users[one.witness])
    return replace(told, labels=(*told.labels, *labels))
