"""A statement whose witnesses stand below another one, which was put between: told once.

Refuses to find any: rules find the statement without witnesses, and what no quotation has.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from generator.counting import counted
from generator.diagnostics import Diagnostic, Label
from generator.link import Briefing, Located
from generator.rules.doubts import Doubt
from generator.rules.said import Said, all_statements
from generator.rules.unprinted import Unprinted
from generator.rules.wanted import persons, wanted, words

WITNESSES = "witnesses"
WORD = re.compile(r"\w{4,}")


@dataclass(frozen=True, slots=True)
class Unwitnessed(Diagnostic):
    """A statement that says something and rests on nothing."""

    located: Located = field(kw_only=True, compare=False, repr=False)


def joined(briefing: Briefing, found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """All that is found; what two statements lack since one of them parts the other, once."""
    found = list(found)
    lacking = {one.statement: one.part for one in found if isinstance(one, Unprinted)}
    bare = [one.located for one in found if isinstance(one, Unwitnessed)] if lacking else []
    pairs = {one.id: lacking.get(following(briefing, one)) for one in bare}
    after = {one.id: pairs[one.id] for one in bare if is_parted(one, pairs[one.id])}
    gone = [part for part in after.values() if part]
    for one in found:
        if isinstance(one, Unwitnessed) and (part := after.get(one.located.id)):
            yield told(one.located, part)
        elif not any(is_of(one, part) for part in gone):
            yield one


def is_of(one: Diagnostic, part: Said) -> bool:
    """Whether something is only told of a statement as its witnesses are those of another."""
    if isinstance(one, Unprinted):
        return one.statement == part.located.id
    held = part.located.record.places.value(part.located.path)
    is_inside = one.span.file == held.file and held.start <= one.span.start < held.end
    return isinstance(one, Doubt) and is_inside


def following(briefing: Briefing, located: Located) -> str:
    """The id of the next statement of a file; empty for the last."""
    at = located.key_span().end
    after = (
        (one.key_span().start, one.id)
        for one in all_statements(briefing)
        if one.record is located.record and one.key_span().start > at
    )
    return min(after, default=(0, ""))[1]


def is_parted(located: Located, after: Said | None) -> bool:
    """Whether the quotations below a statement have all that the one before it says.

    And hardly a word of its own, so that its words are of another place, and not just misspelt.
    """
    if not after or after.path or after.located.path[:-1] != located.path[:-1]:
        return False
    part = Said(after.briefing, located, (), located.statement)
    said = [*wanted(part), *filter(None, [words(part)])]
    is_there = all(any(map(one.stands_in, after.quoted)) for one in said)
    are_blocks = all(is_block(one) for one in (located, after.located))
    return bool(said) and is_there and are_blocks and is_strange(after)


def is_block(located: Located) -> bool:
    """Whether a statement stands below its key, line by line."""
    return located.record.places.value(located.path).line > located.key_span().line


def is_strange(part: Said) -> bool:
    """Whether the quotations of a part have hardly any of its words, and none of its persons."""
    people = [*persons(part)]
    if people and not any(one.stands_in(each) for one in people for each in part.quoted):
        return True
    own = {*WORD.findall((part.content.words or "").casefold())}
    quoted = " ".join(text for one in part.quoted for text in one.texts)
    return bool(own) and 2 * len(own & {*WORD.findall(quoted.casefold())}) < len(own)


def told(located: Located, part: Said) -> Diagnostic:
    """The statement that parts another one from its witnesses."""
    key, rest = located.key_span(), part.located.key_span()
    more = part.located.key_span(WITNESSES).line - rest.line - 1
    which, stand, it = f"`{part.located.key}`", "stands", "it"
    if more:
        which, stand, it = f"{which} and {counted(more, 'line')} below it", "stand", "them"
    return Diagnostic(
        code="block-between",
        message=f"{which} {stand} between `{located.key}` and what belongs to it",
        span=rest,
        labels=(
            Label(key, "this lacks something"),
            Label(part.located.key_span(WITNESSES), f"this belongs to `{located.key}`"),
        ),
        help=f"take {it} out, or put {it} before `{located.key}` or behind all that belongs to it; "
        "or each of the two lacks something of its own",
    )
