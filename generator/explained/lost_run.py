"""Required keys that were lost with the line right behind them: told with that line.

Refuses to tell them with a line elsewhere: what is written between two things was not lost.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.counting import listed
from generator.diagnostics import Diagnostic
from generator.explained import Made
from generator.load import LOST, Lost
from generator.model import KINDS
from generator.model.keys import keys
from generator.validate.shape_faults import Lacking


def gathered(made: Made, kind: str) -> Iterator[Diagnostic]:
    """What is told of a record, the keys that it lacks beside a lost one with that."""
    lost = [one for one in made.told if isinstance(one, Lost)]
    lacking = [one for one in made.told if isinstance(one, Lacking) and not one.owner]
    gone = [key for one in lacking for key in one.keys]
    is_run = len(lost) == 1 and gone and set(gone) <= set(around(made, kind, lost[0].span.line))
    for one in made.told:
        if is_run and one is lost[0]:
            were, named = "were" if len(gone) > 1 else "was", listed([f"`{key}:`" for key in gone])
            yield replace(one, help=f"{one.help}; {named} {were} lost with it")
        elif not (is_run and one in lacking):
            yield one


def around(made: Made, kind: str, line: int) -> list[str]:
    """The keys that are due between those above and below a line, as they are usually written."""
    order = [key.name for key in keys(KINDS[kind])]
    entries = made.top.entries.items() if made.top else ()
    written = [
        (entry.key.span.line, order.index(key))
        for key, entry in entries
        if key in order and not entry.key.text.startswith(LOST)
    ]
    after = max((place for at, place in written if at < line), default=-1)
    before = min((place for at, place in written if at > line), default=len(order))
    return order[after + 1 : before]
