"""A statement whose witnesses stand below another one, which was put between: told once.

Refuses to find any: rules find the statement without witnesses, and what no quotation has.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from generator.diagnostics import Diagnostic
from generator.link import Briefing, Located
from generator.load.between import Block, parting
from generator.load.lines import start_of_line
from generator.rules.said import Said, all_statements
from generator.rules.unprinted import Unprinted
from generator.rules.wanted import wanted, words

RESTS = "witnesses"


@dataclass(frozen=True, slots=True)
class Unwitnessed(Diagnostic):
    """A statement that says something and rests on nothing."""

    located: Located = field(kw_only=True, compare=False, repr=False)


def joined(briefing: Briefing, found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """All that is found; what two statements lack since one of them parts the other, once."""
    found = list(found)
    lacking = {one.statement: one.part for one in found if isinstance(one, Unprinted)}
    bare = [one.located for one in found if isinstance(one, Unwitnessed)] if lacking else []
    parted = {}
    for located in bare:
        after = lacking.get(following(briefing, located))
        if after and is_parted(located, after):
            parted[located.id] = after
    gone = {part.located.id for part in parted.values()}
    for one in found:
        if isinstance(one, Unwitnessed) and (part := parted.get(one.located.id)):
            yield between(part)
        elif not (isinstance(one, Unprinted) and one.statement in gone):
            yield one


def following(briefing: Briefing, located: Located) -> str:
    """The id of the next statement of a file; empty for the last."""
    at = located.key_span().end
    after = (
        (one.key_span().start, one.id)
        for one in all_statements(briefing)
        if one.record is located.record and one.key_span().start > at
    )
    return min(after, default=(0, ""))[1]


def is_parted(located: Located, after: Said) -> bool:
    """Whether the quotations below a statement have all that the one before it says."""
    part = Said(after.briefing, located, (), located.statement)
    said = [*wanted(part), *filter(None, [words(part)])]
    is_block = line_of(after, RESTS) > line_of(after, "")
    is_there = all(any(map(one.stands_in, after.quoted)) for one in said)
    return bool(said) and is_there and is_block


def line_of(part: Said, key: str) -> int:
    """The line of a statement's key, or of one of the keys below it."""
    return part.located.key_span(*filter(None, [key])).line


def between(part: Said) -> Diagnostic:
    """The statement that parts another one from its witnesses."""
    file = part.located.key_span().file
    keys = part.located.key_span(), part.located.key_span(RESTS)
    begin, end = (start_of_line(file.text, key.start) for key in keys)
    return parting(file, Block(begin, end, end))
