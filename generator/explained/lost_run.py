"""Required keys that were lost with something right beside them: told with that.

Refuses to tell them with a line elsewhere: what is written between two things was not lost.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.counting import listed
from generator.diagnostics import Diagnostic, Label
from generator.explained import Made
from generator.explained.consequences import is_beheaded
from generator.explained.elsewhere import is_empty, settled
from generator.load import LOST, Lost
from generator.load.lines import depth
from generator.model import KINDS
from generator.model.keys import keys
from generator.source import Span
from generator.validate.shape_faults import Lacking


def gathered(made: Made, kind: str) -> Iterator[Diagnostic]:
    """What is told of a record, the keys that it lacks beside something lost with that."""
    made = with_below(settled(made, kind))
    found = [*behind(made, kind), *below(made), *at_end(made)]
    gone = {one.span.start: lacking for one, lacking in found if lacking}
    told = [one for lacking in gone.values() for one in lacking]
    for one in made.told:
        if lacking := gone.get(one.span.start, ()):
            yield with_keys(one, [key for each in lacking for key in each.keys])
        elif one not in told:
            yield one


def with_below(made: Made) -> Made:
    """What is told, what stands below something without a key, and is unknown there, with that."""
    told = list(made.told)
    for one in (one for one in made.told if isinstance(one, Lost)):
        below = [each for each in told if each.code == "unknown-key" and is_behind(each.span, one)]
        labels = tuple(Label(each.span, "this may belong below it too") for each in below)
        told = [each for each in told if each not in below]
        told[told.index(one)] = replace(one, labels=(*one.labels, *labels))
    return made._replace(told=tuple(told))


def is_behind(key: Span, lost: Lost) -> bool:
    """Whether a key stands right behind lines that have lost theirs, which are deeper."""
    between = key.file.text.split("\n")[lost.span.line - 1 : key.line - 1]
    return bool(between) and all(depth(line) >= key.column for line in between if line.strip())


def behind(made: Made, kind: str) -> Iterator[tuple[Diagnostic, Sequence[Lacking]]]:
    """The line of a lost key, with the keys of the record that were lost before it."""
    lost = [one for one in made.told if isinstance(one, Lost)]
    lacking = of_record(made)
    gone = {key for one in lacking for key in one.keys}
    if len(lost) == 1 and gone <= set(around(made, kind, lost[0].span.line)):
        yield lost[0], lacking


def below(made: Made) -> Iterator[tuple[Diagnostic, Sequence[Lacking]]]:
    """What has lost its key, or a key with nothing below it, and what the key above lacks there."""
    for one in (one for one in made.told if isinstance(one, Lost) or is_beheaded(one)):
        lacking = [each for each in made.told if isinstance(each, Lacking) and each.owner]
        yield one, [each for each in lacking if each.span.line == one.span.line - 1]


def at_end(made: Made) -> Iterator[tuple[Diagnostic, Sequence[Lacking]]]:
    """A key with nothing behind it at the end of a file, with the keys that the record lacks."""
    last = [one for one in made.told if is_empty(one) and not rest_of(one.span).strip()]
    yield from ((one, of_record(made)) for one in last)


def of_record(made: Made) -> list[Lacking]:
    """What is told to be missing at the top of a file."""
    return [one for one in made.told if isinstance(one, Lacking) and not one.owner]


def rest_of(span: Span) -> str:
    """What stands behind something in its file."""
    return span.file.text[span.end :]


def with_keys(fault: Diagnostic, names: Sequence[str]) -> Diagnostic:
    """A fault, with keys that were lost with it."""
    were = "were" if len(names) > 1 else "was"
    lost = f"{listed([f'`{name}:`' for name in names])} {were} lost with it"
    return replace(fault, help="; ".join(filter(None, (fault.help, lost))))


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
