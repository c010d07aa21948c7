"""`cell-differs`: a figure rests on its own cell of a table, as those beside it do (a warning).

Refuses to know how a cell is called: how the figures of a series rest on one table says it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.derive import Dossier
from generator.diagnostics import Diagnostic, Label, Severity
from generator.link import Briefing, Located, witness_parts
from generator.model.record import Record
from generator.rules.doubts import Doubt
from generator.rules.said import parts
from generator.rules.wanted import is_misprinted
from generator.source import Span

# So many figures of one form say how a cell is called.
SEVERAL = 3
TIME = r"\d{4}(?:-\d\d){0,2}"
KEY = re.compile(rf"(?:(?P<name>.+?)-)??(?P<time>{TIME})(?:-(?P<rest>.+))?")
PART = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True)
class Celled:
    """A figure and the one cell of a table that it rests on."""

    located: Located
    table: str
    cell: str
    span: Span

    @property
    def key(self) -> str:
        """What the figure is called."""
        return self.located.key

    @cached_property
    def own(self) -> dict[str, str]:
        """The parts of its key: a time, and what stands before and behind it, or a name alone."""
        found = KEY.fullmatch(self.key)
        groups = found.groupdict() if found else {"name": self.key}
        return {part: text for part, text in groups.items() if text}

    @cached_property
    def form(self) -> str:
        """How its cell is called, with the parts of its key left open: `carts/in-{time}`."""
        each = (rf"(?P<{part}>{re.escape(text)})" for part, text in self.own.items())
        whole = rf"(?<![a-z0-9])(?:{'|'.join(each)})(?![a-z0-9])"
        return re.sub(whole, lambda found: f"{{{found.lastgroup}}}", self.cell)

    def named_by(self, form: str) -> dict[str, str]:
        """The parts of a key that its cell has where a form has its own; none in another form."""
        pieces = PART.split(form)
        if not set(pieces[1::2]) <= self.own.keys():
            return {}
        pieces[::2] = map(re.escape, pieces[::2])
        for at in range(1, len(pieces), 2):
            text = TIME if pieces[at] == "time" else "[^/]+"
            is_again = pieces[at] in pieces[1:at:2]
            pieces[at] = f"(?P={pieces[at]})" if is_again else f"(?P<{pieces[at]}>{text})"
        found = re.fullmatch("".join(pieces), self.cell)
        return found.groupdict() if found else {}


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Figures of a series that rest on the cell of another, or on another row or column."""
    briefing = dossier.briefing.as_read
    for record in briefing.of_kind("series"):
        for beside in tables(briefing, record):
            for odd, usual, other in odd_ones(beside):
                if not is_wrong(briefing, odd):
                    yield differs(briefing, odd, usual, other)


def tables(briefing: Briefing, record: Record) -> Iterator[Sequence[Celled]]:
    """The figures of a series that rest on one cell of a table, table by table."""
    found: dict[str, list[Celled]] = defaultdict(list)
    for id_, (path, _) in record.statements.items():
        if path[0] == "points" and len(path) > 1:
            cells = tuple(celled(briefing, briefing.statements[id_]))
            several = Counter(one.table for one in cells)
            # What rests on two cells of one table may be their sum.
            for one in cells:
                if several[one.table] == 1:
                    found[one.table].append(one)
    yield from found.values()


def celled(briefing: Briefing, located: Located) -> Iterator[Celled]:
    """The cells that a figure without positions rests on."""
    for at, witness in enumerate(located.statement.witnesses):
        source, key = witness_parts(witness)
        if "/" in key and briefing.quotation(witness):
            table, _, cell = key.partition("/")
            yield Celled(located, f"{source}#{table}", cell, located.span("witnesses", at))


def odd_ones(beside: Sequence[Celled]) -> Iterator[tuple[Celled, Celled, str]]:
    """A figure that rests otherwise than others, one of these, and whose cell it has instead.

    The last is empty where it is another row or column, of its own time or name.
    """
    forms = Counter(one.form for one in beside if open_in(one.form))
    usual = {one.form: one for one in reversed(beside) if forms[one.form] >= SEVERAL}
    for one in beside if usual else ():
        if one.form in usual:
            continue
        form = next((form for form in usual if one.named_by(form)), None)
        if form and (other := of_other(one, one.named_by(form), beside)):
            yield one, usual[form], other
        elif not form and is_alone(one, beside):
            (example,) = usual.values()
            yield one, example, ""


def open_in(form: str) -> list[str]:
    """The parts of a key that a form leaves open."""
    return PART.findall(form)


def is_alone(one: Celled, beside: Sequence[Celled]) -> bool:
    """Whether all others are of one form, which has the same parts of a key as its own."""
    (form, *more) = {each.form for each in beside if each is not one}
    are_alike = all(each.own.keys() == one.own.keys() for each in beside)
    return not more and are_alike and set(open_in(form)) == set(open_in(one.form))


def of_other(one: Celled, named: dict[str, str], beside: Sequence[Celled]) -> str:
    """The key of the figure whose cell another rests on; empty where it may well be its own."""
    if not any(each.own.keys() == one.own.keys() for each in beside if each is not one):
        # Its key has something to say that theirs have not.
        return ""
    for part, text in named.items():
        # A name may be spelt otherwise in the table: `us`, and its row `united-states`.
        is_known = part == "time" or any(each.own.get(part) == text for each in beside)
        if text != one.own[part] and is_known:
            return "-".join({**one.own, **named}.values())
    return ""


def is_wrong(briefing: Briefing, one: Celled) -> bool:
    """Whether its value stands in no cell it names, which is told already."""
    return any(is_misprinted(part, "value") for part in parts(briefing, one.located))


def differs(briefing: Briefing, odd: Celled, usual: Celled, other: str) -> Diagnostic:
    """A figure that rests on a cell by which the others do not go."""
    what = f"the cell of `{other}`" if other else f"`{odd.cell}`"
    beside = "their own" if other else f"cells such as `{usual.cell}`"
    cell = f"{odd.table}/{PART.sub(lambda found: odd.own[found[1]], usual.form)}"
    # A key without a cell of its own is the more likely slip.
    is_there = not other or briefing.quotation(cell)
    return Doubt(
        code="cell-differs",
        message=f"`{odd.key}` rests on {what}, and the figures beside it on {beside}",
        span=odd.span,
        severity=Severity.WARNING,
        labels=(Label(usual.span, f"the cell of `{usual.key}`"),),
        help=f"write `{cell}`, or mend the key" if is_there else f"write the key `{other}`",
    )
