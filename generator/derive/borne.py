"""What of a statement is known on a day: no key that only a later witness bears."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from generator.derive.expected import Expected, expected_of, own_words
from generator.derive.when import Today
from generator.model.briefing import Located, witness_parts
from generator.model.dates import PartialDate
from generator.model.statement import SAYING, Content, Position, Statement

C = TypeVar("C", Statement, Position)
FIELDS = {"from": "from_", "for": "for_"}


@dataclass(frozen=True)
class Witness:
    """The texts of a quotation that counts, with the day on which they were out."""

    texts: tuple[str, ...]
    published: PartialDate


def borne(today: Today, located: Located) -> Located | None:
    """The statement as far as it was borne out by the day; None where nothing of it was."""
    statement = located.statement
    if statement.background or not later(today, statement.named):
        return located
    kept = {
        key: position
        for key, one in statement.positions.items()
        if (position := known(today, one, (*one.witnesses, *statement.witnesses)))
    }
    own = known(today, statement, statement.named)
    if not own or (statement.positions and not kept):
        return None
    return replace(located, statement=own.model_copy(update={"positions": kept}))


def known(today: Today, content: C, witnesses: tuple[str, ...]) -> C | None:
    """A content without the keys that only later witnesses bear; None if it then says nothing."""
    late = {FIELDS.get(one.key, one.key) for one in late_in(today, content, witnesses)}
    if not late:
        return content
    said = (key for key in SAYING if getattr(content, key) not in (None, ()))
    return content.model_copy(update=dict.fromkeys(late)) if set(said) - late else None


def late_in(today: Today, content: Content, witnesses: tuple[str, ...]) -> Iterator[Expected]:
    """What of a content a later witness bears, and none that was out by the day."""
    every = tuple(held(today, witnesses))
    out = tuple(one for one in every if today.knows(one.published))
    if not out or len(out) == len(every):
        return
    words = (own_words(content.words),) if content.words else ()
    for one in (*expected_of(content, today.briefing.edition.language), *words):
        is_borne = one.key in content.inferred or bears(one, out)
        if not is_borne and bears(one, every):
            yield one


def bears(expected: Expected, witnesses: tuple[Witness, ...]) -> bool:
    """Whether one of the witnesses has it."""
    return any(map(expected.stands_in, witnesses))


def held(today: Today, witnesses: tuple[str, ...]) -> Iterator[Witness]:
    """The quotations that count, also those that are not out yet."""
    for witness in witnesses:
        source = today.briefing.source(witness_parts(witness)[0])
        quote = today.briefing.quotation(witness)
        if source and quote and source.counts:
            yield Witness((quote.text, *filter(None, [quote.original])), source.published)


def later(today: Today, witnesses: tuple[str, ...]) -> bool:
    """Whether one of the witnesses is not out yet."""
    return any(not today.knows(one.published) for one in held(today, witnesses))


def first_borne(today: Today, located: Located, days: list[date]) -> date | None:
    """The first of the days on which something of a statement was borne out."""
    first, *rest = days
    if not rest or located.statement.background:
        return first
    early = (day for day in days if borne(replace(today, as_of=day), located))
    return next(early, None)
