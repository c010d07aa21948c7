"""Tables of a page, ready for the one template that shows them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from generator.derive.dossier import Dossier, Fact
from generator.derive.labels import bare_name, without_record
from generator.derive.state import DONE, verb_of, word_of_state
from generator.render.views.acts import capitalised
from generator.render.views.borne import beside, word
from generator.render.views.links import LIMIT
from generator.render.views.naming import is_plural
from generator.render.views.sentences import dated
from generator.render.views.sheet import (
    UNSTATED,
    Sheet,
    holds,
    once,
    says,
    short,
    titled,
    to_card,
    value_markup,
)
from generator.render.views.text import Rich, capital, escape, fill, joined, with_stop

# What a sentence says that needs no word on the state behind it.
SAID = {
    "announced": re.compile(r"\b(?:is|are) (?:due )?to\b|\bannounce"),
    "agreed": re.compile(r"\bpromis|\b(?:is|are) to\b|\bagree|\bcommit"),
    "promised": re.compile(r"\bpromis|\b(?:is|are) to\b"),
    "in force": re.compile(r"\btakes? effect\b|\bcomes? into force\b"),
}
# So many lines of a table stand open; one that is hardly longer stands open whole.
OPEN, HARDLY = 12, 3
# A longer list opens.
SHORT = 3
# A page of more lines is an index: each of its tables opens.
MOST_OPEN = 60


@dataclass(frozen=True)
class Row:
    """A line of a table."""

    head: Rich
    cells: tuple[Rich, ...]


@dataclass(frozen=True)
class Group:
    """Lines under one heading, which is empty where there is only one group."""

    title: Rich
    rows: tuple[Row, ...]
    side: str = ""


@dataclass(frozen=True)
class Grid:
    """A table with its heading and the sentence under it; `is_even` where sides have columns.

    `rest` are the lines that open below the first; of a folded one nothing stands open.
    """

    id: str
    heading: str
    columns: tuple[Rich, ...]
    groups: tuple[Group, ...]
    note: str | Rich = ""
    kind: str = ""
    is_even: bool = False
    is_folded: bool = False
    rest: tuple[Group, ...] = ()
    level: int = 2

    @property
    def size(self) -> int:
        """How many lines it has."""
        return _lines_of(self.groups) + _lines_of(self.rest)

    @property
    def more(self) -> str:
        """What the fold of the rest is called."""
        return f"{_lines_of(self.rest)} more lines"


@dataclass(frozen=True)
class Listing:
    """A list of lines with its heading, which opens where it is long."""

    id: str
    heading: str
    items: tuple[Rich, ...]
    held: int = 0
    is_open: bool = False

    @property
    def size(self) -> int:
        """How many there are: what its lines hold together, else the lines."""
        return self.held or len(self.items)

    @property
    def is_folded(self) -> bool:
        """Whether it is too long to stand open."""
        return len(self.items) > SHORT


def listing(id_: str, heading: str, items: Sequence[Rich]) -> Listing:
    """A list, cut where it is longer than a page can hold."""
    rest = len(items) - LIMIT
    more = (fill("and {} more", rest),) if rest > 0 else ()
    return Listing(id_, heading, (*items[:LIMIT], *more), len(items) if more else 0)


def shortened(grid: Grid) -> Grid:
    """A table cut where it is longer than a page can hold; the cards below go on with it."""
    shown, rest = split(grid.groups, LIMIT)
    if not rest:
        return grid
    limit = f"The first {LIMIT} of {_lines_of(grid.groups):,}."
    notes = (escape(one) for one in (limit, grid.note) if one)
    return replace(grid, groups=shown, note=joined(notes, " "))


def opened(grid: Grid) -> Grid:
    """A table of which the first lines stand open; one in which names stay in sight stays whole."""
    grid = shortened(grid)
    if grid.kind or grid.size <= OPEN + HARDLY:
        return grid
    shown, rest = split(grid.groups, OPEN)
    return replace(grid, groups=shown, rest=rest)


def without_empty(grid: Grid, least: float = 0) -> Grid:
    """A table without the columns in which no line says anything, or less than a part of them.

    A note on empty cells goes where there are none.
    """
    rows = [row for group in grid.groups for row in group.rows]
    told = [sum(bool(row.cells[at].text) for row in rows) for at in range(len(grid.columns) - 1)]
    kept = [at for at, number in enumerate(told) if number > least * len(rows)]
    is_full = all(told[at] == len(rows) for at in kept)

    def cut(row: Row) -> Row:
        return replace(row, cells=tuple(row.cells[at] for at in kept))

    groups = tuple(replace(group, rows=tuple(map(cut, group.rows))) for group in grid.groups)
    heads = (grid.columns[0], *(grid.columns[at + 1] for at in kept))
    return replace(grid, columns=heads, groups=groups, note="" if is_full else grid.note)


def folded(grids: Sequence[Grid]) -> tuple[Grid, ...]:
    """The tables of a page, which open one by one where they have many lines together."""
    is_long = sum(grid.size for grid in grids) > MOST_OPEN
    return tuple(replace(grid, is_folded=is_long and not grid.kind) for grid in grids)


def split(groups: Sequence[Group], at: int) -> tuple[tuple[Group, ...], tuple[Group, ...]]:
    """So many lines, and those after them, each under the heading of its group."""
    first, rest = [], []
    for group in groups:
        room = max(at, 0)
        first.append(replace(group, rows=group.rows[:room]))
        rest.append(replace(group, rows=group.rows[room:]))
        at -= len(group.rows)
    return tuple(one for one in first if one.rows), tuple(one for one in rest if one.rows)


def _lines_of(groups: Iterable[Group]) -> int:
    return sum(len(group.rows) for group in groups)


def columns(*heads: str) -> tuple[Rich, ...]:
    """The heads of a table's columns."""
    return tuple(escape(head) for head in heads)


def one_group(rows: Iterable[Row]) -> tuple[Group, ...]:
    """Lines that need no headings; no group where there are none."""
    found = tuple(rows)
    return (Group(Rich(), found),) if found else ()


def side_class(dossier: Dossier, party: str) -> str:
    """The class of a side: the first two parties have a colour of their own."""
    parties = dossier.briefing.edition.parties
    at = parties.index(party) + 1 if party in parties else 0
    return f"side-{at}" if at in (1, 2) else "side-other"


def by_party(sheet: Sheet, rows: Iterable[tuple[str, Row]]) -> tuple[Group, ...]:
    """Lines under the names of their parties, the briefing's own first, where any has one."""
    found: dict[str, list[Row]] = {party: [] for party in sheet.dossier.briefing.edition.parties}
    for party, row in rows:
        found.setdefault(party, []).append(row)
    held = {party: tuple(own) for party, own in found.items() if own}
    if set(held) <= {""}:
        return one_group(held.get("", ()))
    return tuple(
        Group(sheet.name(party) if party else Rich("Others"), own, side_class(sheet.dossier, party))
        for party, own in held.items()
    )


def own_label(fact: Fact, heading: str) -> str:
    """What a statement is called on the page of its record: the label begins a line there."""
    label = without_record(fact.label, heading)
    is_address = "." in label.partition(" ")[0]
    return label if is_address else capital(label)


def by_state(sheet: Sheet, fact: Fact, told: object) -> Rich:
    """A statement in other words, leading to its card, with the status of what holds of it."""
    return beside(to_card(fact, told), word(sheet, *word_of_state(fact)))


@once
def line(sheet: Sheet, fact: Fact) -> Rich:
    """A statement in a line that leads to its card: its sentence, else its label and value."""
    return joined(in_parts(sheet, fact), " ")


def told_by(sheet: Sheet, fact: Fact, by: str) -> Rich:
    """The same where somebody's statements are listed: of several answers that one's own."""
    own = [one for one in fact.stances if by in one.by]
    if not own or (not fact.rivals and fact.chosen in [one.content for one in own]):
        return line(sheet, fact)
    answer = to_card(fact, joined((says(sheet, fact, one.content) for one in own), "; "))
    status = word(sheet, fact.status if fact.rivals else own[0].status, ())
    asked = fact.statement.asks or fact.label
    return fill("{} {}", asked if asked.endswith("?") else f"{asked}:", beside(answer, status))


def in_parts(sheet: Sheet, fact: Fact) -> tuple[Rich, ...]:
    """The sentence of a line, and the one behind it: the answers of a dispute, or what holds."""
    # No link within the link to the card.
    told = dated(sheet, fact).text
    if fact.rivals:
        answers = with_stop(capitalised(short(sheet, fact)))
        return escape(fact.statement.asks or f"{fact.label}."), answers
    if fact.statement.asks and not fact.statement.sentence:
        answer = titled(sheet, fact, capital(told)) if told else short(sheet, fact)
        return escape(fact.statement.asks), answer
    if not told:
        form = "{} {}" if fact.label.endswith("?") else "{}: {}"
        record = bare_name(sheet.dossier.briefing.name(fact.record.id))
        own, value = fact.label.removesuffix(f" ({record})"), short(sheet, fact)
        if fact.held and value_markup(sheet, fact).text == UNSTATED:
            form, value = "{} {}", by_state(sheet, fact, fact.held.told(is_plural(own)))
        elif fact.held and not fact.chosen.says:
            form = "{} are {}" if is_plural(own) else "{} is {}"
        text = fill(form, capital(own), value)
        return (text if own == fact.label else fill("{} ({})", text, record),)
    shown = titled(sheet, fact, told)
    return (shown,) if says_state(fact, told) else (fill("{}.", shown), this_holds(sheet, fact))


def says_state(fact: Fact, told: str) -> bool:
    """Whether the sentence says of itself what holds, or the day before it does."""
    if fact.held is None or fact.held.phrase == f"{DONE} on {told.partition(':')[0]}":
        return True
    says = SAID.get(fact.held.phrase)
    return says is not None and says.search(told) is not None


def this_holds(sheet: Sheet, fact: Fact) -> Rich:
    """What holds of what a sentence tells, as a sentence: `This is in force.`"""
    assert fact.held
    now = "now " if fact.held.code == "suspended" else ""
    return fill("This {}{}{}.", verb_of(fact.held, is_plural=False), now, holds(sheet, fact.held))
