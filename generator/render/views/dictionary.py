"""The page that says in plain words what each file, table, column and word of the data holds."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive.dossier import Dossier
from generator.model import KINDS
from generator.reference import summary_of
from generator.render.data.statements import CHANGES
from generator.render.data.table import Table
from generator.render.data.tables import TABLES
from generator.render.views.grids import Grid, Row, columns, folded, one_group
from generator.render.views.links import page
from generator.render.views.page import Page
from generator.render.views.rich import Rich
from generator.render.views.sheet import Settings, Sheet
from generator.render.views.text import tag, worded

TITLE = "What the data hold"
# Of more words than these a column names none: the kinds have a table of their own.
MANY = 10
WORDS = {
    "statement": "A figure, date, act, term, office or claim, with what it rests on. Its id is "
    "that of its record and the keys that lead to it, joined by points.",
    "record": "What statements are about, one file each: a meeting, a measure, a person.",
    "position": "One answer to what a statement asks. Most statements have one.",
    "`only`": "The key of the position where a statement has just one.",
    "aside": "A position that no longer stands: it was rejected, replaced or taken back. It stays "
    "readable, with the reason and the day.",
    "silence": "A text in which a side could have spoken of the matter, and does not. It is no "
    "position.",
    "witness": "A quotation that a position rests on. A source without a quotation is listed, and "
    "counts for nothing.",
    "origin": "The one on whose own knowledge the words rest. Copies of one text have one origin.",
    "base unit": "The unit without its scale: USD of USD bn, and t of kg. `base_number` is the "
    "number in it, so that figures of several scales can be added up.",
    "`../2025-10-24`": "Not later than that day. So the period of a figure stands of which no "
    "source tells the time.",
}


def dictionary(dossier: Dossier, settings: Settings) -> Page:
    """What each column of each table holds, and each word that is not plain."""
    sheet = Sheet(dossier, settings, page("dictionary").page)
    what = "What each table and column of the data holds, and what its words mean."
    context = {"grids": folded((*words(), *map(grid, (*TABLES, CHANGES)))), "pager": Rich()}
    return Page(sheet.path, "list.md.j2", TITLE, what, context)


def words() -> Iterator[Grid]:
    """The words of the data, and the kinds of records."""
    kinds = {f"`{kind}`": summary_of(model) for kind, model in sorted(KINDS.items())}
    for name, heading, held in (("words", "Words", WORDS), ("kinds", "Kinds", kinds)):
        rows = one_group(Row(worded(one), (worded(what),)) for one, what in held.items())
        yield Grid(f"data--{name}", heading, columns(heading[:-1], "What it is"), rows)


def grid(table: Table) -> Grid:
    """The columns of a table."""
    rows = []
    for one in table.columns:
        is_named = one.enum and len(one.enum) < MANY
        one_of = f": {', '.join(one.enum)}" if is_named else ""
        cells = (worded(f"{one.description}{one_of}"), worded(one.type))
        rows.append(Row(tag("code", one.name), cells))
    where = "" if table == CHANGES else ", and in the database"
    note = worded(f"In `{table.file}`{where}: {table.description}.")
    heads = columns("Column", "What it holds", "Type")
    return Grid(f"data--{table.name}", table.name.capitalize(), heads, one_group(rows), note)
