"""The page of all keys, for readers who want to correct a fact."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from generator.derive.agree import BEFORE, BEHIND, units_of
from generator.derive.dossier import Dossier
from generator.reference import TITLE, Section, columns, sections
from generator.render.views.grids import Grid, Row, folded, one_group
from generator.render.views.grids import columns as heads
from generator.render.views.links import page
from generator.render.views.page import Page
from generator.render.views.rich import Rich
from generator.render.views.sheet import Settings, Sheet
from generator.render.views.text import escape, tag, worded

ABOUT_UNITS = "The units in which a figure is held against its quotation."
OF_UNITS = (
    "A unit in this list is checked against the quotation, which may print it in any of these "
    "spellings, or in the plural. A scale may stand before it: `million t`, `million tonnes` and "
    "`Mt` are one, as are `USD bn` and `USD billion`. A unit that is not in this list is not "
    "checked. Editors add one, with its spellings, under `units:` in `content/briefing.yaml`."
)
CHOICE = re.compile(r"\(([^()]*)\)")


def reference(dossier: Dossier, settings: Settings) -> Page:
    """What each key of each file holds."""
    sheet = Sheet(dossier, settings, page("reference").page)
    grids = folded(tuple(map(grid, sections())))
    what = "What each key of the files holds, with examples that are good and bad."
    context = {"grids": grids, "pager": Rich()}
    return Page(sheet.path, "list.md.j2", TITLE, what, context)


def units_page(dossier: Dossier, settings: Settings) -> Page:
    """The units that figures are checked in."""
    sheet = Sheet(dossier, settings, page("units").page)
    context = {"grids": (units(dossier),), "pager": Rich()}
    return Page(sheet.path, "list.md.j2", "Units", ABOUT_UNITS, context)


def grid(section: Section) -> Grid:
    """The keys of one sort of map."""
    named = heads("Key", "Holds", "Required", "Good", "Bad")
    rows = []
    for key in section.keys:
        holds, required, good, bad = columns(key)
        cells = (holds, required or "no", good or "–", bad or "–")
        rows.append(Row(tag("code", key.name), tuple(map(worded, cells))))
    besides = [f"Besides, it may hold the keys under “{one}”." for one in section.besides]
    besides += ["Under keys of your own it holds statements."] if section.takes_own else []
    slug = section.heading.lower().replace(" ", "-")
    what = worded(" ".join((section.what, *besides)))
    return Grid(f"keys--{slug}", section.heading, named, one_group(rows), what)


def units(dossier: Dossier) -> Grid:
    """The units that a check knows, those of the briefing among them."""
    named = heads("Unit", "How a quotation prints it behind a number", "Before it")
    held = units_of(dossier.briefing).behind
    rows = one_group(
        Row(tag("code", name), (spellings(held.get(name)), spellings(BEFORE.get(name))))
        for name in dict.fromkeys((*held, *BEFORE))
    )
    return Grid("section--list", "All units", named, rows, worded(OF_UNITS))


def spellings(given: str | None) -> Rich:
    """The spellings of a unit without its plural: ours written out, those of an editor as written.

    Thirty choices of a stranger would be a thousand million spellings.
    """
    written = (given or "–").replace("(s)", "").split(", ")
    is_ours = given in BEHIND.values() or given in BEFORE.values()
    each = chain.from_iterable(map(written_out, written)) if is_ours else written
    return escape(", ".join(dict.fromkeys(each)))


def written_out(text: str) -> Iterator[str]:
    """The spellings that one stands for: without its choice, then with each of it."""
    found = CHOICE.search(text)
    if not found:
        yield text
        return
    for part in ("", *found[1].split("|")):
        yield from written_out(f"{text[: found.start()]}{part}{text[found.end() :]}")
