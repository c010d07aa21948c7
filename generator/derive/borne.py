"""What of a statement is known on a day: no key that only a later witness bears."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from generator.derive.expected import Expected, expected_of, own_words
from generator.derive.when import Today
from generator.model.briefing import Located
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
    witnesses = _quoted(today, statement.named)
    if statement.background or all(today.knows(one.published) for one in witnesses):
        return located
    kept = {
        key: position
        for key, one in statement.positions.items()
        if (position := _known(today, one, (*one.witnesses, *statement.witnesses)))
    }
    own = _known(today, statement, statement.named)
    if not own or (statement.positions and not kept):
        return None
    return replace(located, statement=own.model_copy(update={"positions": kept}))


def _known(today: Today, content: C, witnesses: tuple[str, ...]) -> C | None:
    """A content without the keys that only later witnesses bear; None if it then says nothing."""
    late = {FIELDS.get(one.key, one.key) for one in late_in(today, content, witnesses)}
    if not late:
        return content
    said = {key for key in SAYING if getattr(content, key) not in (None, ())}
    return content.model_copy(update=dict.fromkeys(late)) if said - late else None


def late_in(today: Today, content: Content, witnesses: tuple[str, ...]) -> Iterator[Expected]:
    """What of a content a later witness bears, and none that was out by the day."""
    every = _quoted(today, witnesses)
    out = [one for one in every if today.knows(one.published)]
    if not out or len(out) == len(every):
        return
    words = (own_words(content.words),) if content.words else ()
    for one in (*expected_of(content, today.briefing.edition.language), *words):
        is_early = one.key in content.inferred or any(map(one.stands_in, out))
        if not is_early and any(map(one.stands_in, every)):
            yield one


def _quoted(today: Today, witnesses: tuple[str, ...]) -> list[Witness]:
    """The quotations that count, also those that are not out yet."""
    named = [(today.briefing.source(one), today.briefing.quotation(one)) for one in witnesses]
    return [
        Witness(quote.texts, source.published)
        for source, quote in named
        if quote and source and source.counts
    ]


def first_borne(today: Today, located: Located, days: list[date]) -> date | None:
    """The first of the days on which something of a statement was borne out."""
    if len(days) == 1 or located.statement.background:
        return days[0]
    early = (day for day in days if borne(replace(today, as_of=day), located))
    return next(early, None)
